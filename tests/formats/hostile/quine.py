"""A zip whose only entry is the zip itself: however deep one looks, there is one more."""

import struct
import zlib

# Every step of the deflate stream is five bytes: `keep(n)` writes the next n bytes as they stand,
# `again(n)` writes the n bytes before once more. The code for a distance and a length that fill 40
# bits exactly decides how long the beginning and the end of the file must be.
STEP, BEGIN, END = 5, 60, 253
NAME = b"an-archive-that-holds-this.zip"


def keep(size):
    return struct.pack("<BHH", 0, size, size ^ 0xFFFF)


class Bits:
    def __init__(self):
        self.value, self.count = 0, 0

    def low_first(self, value, count):
        self.value |= value << self.count
        self.count += count

    def code(self, value, count):
        self.low_first(int(f"{value:0{count}b}"[::-1], 2), count)

    def block(self):
        self.low_first(0b010, 3)

    def end(self):
        self.code(0, 7)


def again(size):
    """(matches, code of the length with its bits, of the distance with its)"""
    times, length, extra, distance, more = {
        20: (2, (8, 7), (0, 0), 8, (3, 3)),     # twice ten bytes, twenty back
        65: (1, (20, 7), (6, 3), 12, (0, 5)),
        258: (1, (0b11000101, 8), (0, 0), 16, (1, 7)),
    }[size]
    bits = Bits()
    bits.block()
    for _ in range(times):
        bits.code(*length)
        bits.low_first(*extra)
        bits.code(distance, 5)
        bits.low_first(*more)
    bits.end()
    if times == 1:
        bits.block()
        bits.end()
    assert bits.count == 8 * STEP
    return bits.value.to_bytes(STEP, "little")


def with_checksum(crc):
    size = 2 * (BEGIN + END) + 30 * STEP
    sums = struct.pack("<3I", crc, size - BEGIN - (END - 2), size)
    names = struct.pack("<2H", len(NAME), 0)
    begin = struct.pack("<4s5H", b"PK\3\4", 20, 0, 8, 0, 0) + sums + names + NAME
    central = (struct.pack("<4s6H", b"PK\1\2", 0x314, 20, 0, 8, 0, 0) + sums + names
               + struct.pack("<3H2I", 0, 0, 0, 0, 0) + NAME)
    comment = b" " * (END - 2 - len(central) - 22)
    end = b"\3\0" + central + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, len(central),
                                          size - len(central) - 22 - len(comment),
                                          len(comment)) + comment
    assert (len(begin), len(end)) == (BEGIN, END)
    first, last = keep(BEGIN + STEP), keep(END + STEP)
    one, four, none = keep(STEP), keep(4 * STEP), keep(0)
    head, tail, back = again(BEGIN + STEP), again(END + STEP), again(4 * STEP)
    file = b"".join([begin, first, begin, first, head, one, head, one, one, four, head, one, one,
                     four, back, four, back, four, back, four, back, four, back, none, none, last,
                     back, none, none, last, tail, end, tail, end])
    assert len(file) == size
    return file


def quine():
    """The checksum stands in what it sums: it is a linear function of its own bits, so solve it."""
    base = zlib.crc32(with_checksum(0))
    rows = [(zlib.crc32(with_checksum(1 << bit)) ^ base ^ (1 << bit)) for bit in range(32)]
    system = [(sum((rows[bit] >> row & 1) << bit for bit in range(32)), base >> row & 1)
              for row in range(32)]
    solved = {}
    for column in range(32):
        pivot = next((row for row in system if row[0] >> column & 1), None)
        if pivot is None:
            continue
        system.remove(pivot)
        reduce = lambda row: (row[0] ^ pivot[0], row[1] ^ pivot[1]) \
            if row[0] >> column & 1 else row
        system = [reduce(row) for row in system]
        solved = {key: reduce(row) for key, row in solved.items()} | {column: pivot}
    assert not any(row == (0, 1) for row in system), "no checksum fits; change NAME"
    return with_checksum(sum(row[1] << column for column, row in solved.items()))
