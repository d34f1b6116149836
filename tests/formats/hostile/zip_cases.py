"""Containers: cases 1 to 15."""

import struct
import zlib

from making import Entry, deflated, docx, docx_entries, document, make_zip, paragraph
from quine import quine

HUGE = 256 << 20
TEXT = "甲市乙局关于法治建设的说明。"


def report(text=TEXT):
    return docx(paragraph(text))


def bomb(**forged):
    body = document(paragraph(TEXT)).encode()
    entries = docx_entries(document(""))
    entries[2] = deflated("word/document.xml", body + b" " * HUGE, **forged)
    return make_zip(entries)


def overlapping():
    entries = [Entry(f"a{i:03}.txt", TEXT) for i in range(1000)]
    return make_zip(entries, offsets=[0] * 1000)


def nested(depth):
    data = make_zip([Entry("底.txt", TEXT)])
    for _ in range(depth - 1):
        data = make_zip([Entry("内.zip", data), Entry("旁.txt", TEXT)])
    return data


def named():
    uni = "统一码.txt".encode()
    gbk = "国标.txt".encode("gb18030")
    field = struct.pack("<2HBI", 0x7075, 5 + len("字段.txt".encode()), 1, zlib.crc32(b"x.txt"))
    return make_zip([Entry(uni, TEXT, flags=0x800), Entry("无标志.txt".encode(), TEXT),
                     Entry(gbk, TEXT), Entry("x.txt", TEXT, extra=field + "字段.txt".encode())])


def forged(change):
    data = bytearray(make_zip([Entry("a.txt", TEXT), Entry("b.txt", TEXT)]))
    change(data)
    return bytes(data)


def broken_signature(data):
    at = data.find(b"PK\1\2")
    data[at:at + 4] = b"PKxx"


def far_directory(data):
    data[-6:-2] = struct.pack("<I", 0x7FFFFFFF)


TAR = b"a.txt".ljust(100, b"\0") + b"0000644\0" * 3 + b"0" * 24 + b"        0" + b"\0" * 100 \
      + b"ustar\x0000" + b"\0" * 247
ISO = b"\0" * 32769 + b"CD001\1\0" + b"\0" * 4096

# (case, name, file name, bytes or function, command)
CASES = [
    (1, "entry of 256 MB in 1 MB", "a.docx", bomb, "text"),
    (2, "entry that declares 10 bytes", "a.docx", lambda: bomb(size=10), "text"),
    (3, "1000 names over one body", "a.zip", overlapping, "check"),
    (4, "12 zips inside each other", "a.zip", lambda: nested(12), "check"),
    (4, "3 zips inside each other", "a.zip", lambda: nested(3), "check"),
    (4, "zip that holds itself", "a.zip", quine, "check"),
    (5, "20000 entries", "a.zip", lambda: make_zip([Entry(f"{i}", "") for i in range(20000)]),
     "check"),
    (6, "names that climb and a link", "a.zip", lambda: make_zip(
        [Entry("../../etc/x", TEXT), Entry("/abs", TEXT), Entry("C:\\z", TEXT),
         Entry("link", "/etc/passwd", attributes=0xA1FF0000)]), "check"),
    (7, "word/document.xml twice", "a.docx", lambda: make_zip(
        docx_entries(document(paragraph(TEXT))) + [Entry("word/document.xml", "x")]), "text"),
    (8, "encrypted entries", "a.docx", lambda: make_zip(
        [Entry(e.name, e.data, e.method, flags=1, size=e.size, crc=e.crc)
         for e in docx_entries(document(""))]), "text"),
    (8, "encrypted member", "a.zip", lambda: make_zip(
        [Entry("a.txt", TEXT, flags=1), Entry("b.txt", TEXT)]), "check"),
    (9, "truncated", "a.docx", lambda: report()[:700], "text"),
    (9, "bad checksum", "a.zip", lambda: make_zip([Entry("a.txt", TEXT, crc=7)]), "check"),
    (9, "bad central signature", "a.zip", lambda: forged(broken_signature), "check"),
    (9, "directory beyond the file", "a.zip", lambda: forged(far_directory), "check"),
    (10, "zip64", "a.docx", lambda: make_zip(docx_entries(document(paragraph(TEXT))), zip64=True),
     "text"),
    (10, "streamed", "a.docx", lambda: make_zip(
        [Entry(e.name, e.data, e.method, size=e.size, crc=e.crc, streamed=True)
         for e in docx_entries(document(paragraph(TEXT)))]), "text"),
    (10, "prefix of a program", "a.zip", lambda: b"MZ\x90\0 stub" + nested(1), "check"),
    (10, "prefix of other bytes", "a.docx", lambda: b"other bytes\n" + report(), "text"),
    (10, "other bytes behind", "a.docx", lambda: report() + b"other bytes", "text"),
    (11, "names in four ways", "a.zip", named, "check"),
    (12, "rar", "a.docx", b"Rar!\x1a\7\1\0" + b"\0" * 99, "text"),
    (12, "7z", "a.zip", b"7z\xbc\xaf\x27\x1c\0\4" + b"\0" * 99, "text"),
    (12, "tar.gz", "a.docx", zlib.compress(TAR, wbits=31), "text"),
    (12, "tar", "a.docx", TAR, "text"),
    (12, "iso", "a.zip", ISO, "text"),
    (13, "junk and an empty docx", "a.zip", lambda: make_zip(
        [Entry("~$x.docx", "x"), Entry("__MACOSX/._a", "x"), Entry("d/desktop.ini", "x"),
         Entry("0.docx", b""), Entry("a.txt", TEXT)]), "check"),
    (14, "methods 9 12 14 99", "a.zip", lambda: make_zip(
        [Entry("9.txt", TEXT, 9), Entry("12.txt", TEXT, 12), Entry("14.txt", TEXT, 14),
         Entry("99.txt", TEXT, 99, flags=1,
               extra=struct.pack("<4H", 0x9901, 7, 2, 0x4541) + b"\3\x08\0"),
         Entry("a.txt", TEXT)]), "check"),
    (15, "two names for one entry", "a.zip",
     lambda: make_zip([Entry("a.txt", TEXT, local_name=b"b.txt")]), "check"),
]
