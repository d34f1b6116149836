"""Files that LibreOffice must open, and those that it makes: cases 35 to 41, some of 53."""

import functools
import struct
import subprocess
import tempfile
from pathlib import Path

import odd_docx
from docx_cases import TEXT, field, instruction, word_document
from making import Entry, compound, deflated, docx, make_zip, paragraph, run

SECTOR, FREE, LAST, TABLE, TABLES = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC


# ---- compound files, read and written -------------------------------------------------------------

def sector(data, number):
    return data[SECTOR * (number + 1):SECTOR * (number + 2)]


def chain(table, first):
    while first < TABLES:
        yield first
        first = table[first]


def words(data):
    return struct.unpack(f"<{len(data) // 4}I", data)


def streams(data):
    """Name → bytes of the streams in the root storage of a file with sectors of 512 bytes."""
    tables = [n for n in words(data[76:512]) if n < TABLES]
    fat = [n for table in tables for n in words(sector(data, table))]
    whole = lambda first: b"".join(sector(data, n) for n in chain(fat, first))
    rows = whole(words(data[48:52])[0])
    rows = [rows[at:at + 128] for at in range(0, len(rows), 128)]
    mini_fat, mini = words(whole(words(data[60:64])[0])), whole(words(rows[0][116:120])[0])
    found = {}
    for row in rows[1:]:
        if row[66] == 2:
            first, size = struct.unpack("<2I", row[116:124])
            content = whole(first) if size >= 4096 else b"".join(
                mini[64 * n:64 * (n + 1)] for n in chain(mini_fat, first))
            found[row[:64].decode("utf-16-le").split("\0")[0]] = content[:size]
    return found


def container(parts):
    """A compound file of streams, each filled up to the 4,096 bytes from which sectors hold it."""
    parts = {name: data.ljust(4096, b"\0") for name, data in sorted(parts.items())}
    body, fat, rows = b"", [], []
    for name, data in parts.items():
        first = len(fat)
        count = -(-len(data) // SECTOR)
        fat += [first + i + 1 for i in range(count - 1)] + [LAST]
        body += data.ljust(count * SECTOR, b"\0")
        rows.append((name, first, len(data)))
    directory = len(fat)
    count = -(-(len(rows) + 1) // 4)
    fat += [directory + i + 1 for i in range(count - 1)] + [LAST]
    body += directory_rows(rows).ljust(count * SECTOR, b"\0")
    tables = 1
    while (len(fat) + tables) * 4 > tables * SECTOR:
        tables += 1
    places = [len(fat) + i for i in range(tables)]
    fat += [TABLE] * tables
    body += struct.pack(f"<{len(fat)}I", *fat).ljust(tables * SECTOR, b"\xff")
    head = struct.pack("<8s16x5H6x9I", bytes.fromhex("d0cf11e0a1b11ae1"), 0x3E, 3, 0xFFFE, 9, 6, 0,
                       tables, directory, 0, 4096, LAST, 0, LAST, 0)
    assert tables <= 109
    return head + struct.pack(f"<{tables}I", *places).ljust(436, b"\xff") + body


def directory_rows(streams_of_root):
    """Siblings in a chain to the right, sorted as the format wants it: by length, then name."""
    order = sorted(streams_of_root, key=lambda row: (len(row[0]), row[0].upper()))
    out = b""
    for number, (name, first, size) in enumerate([("Root Entry", LAST, 0), *order]):
        right = number + 1 if 0 < number < len(order) else FREE
        wide = name.encode("utf-16-le")
        out += (wide.ljust(64, b"\0") + struct.pack("<H2B3I", len(wide) + 2, 2 if number else 5, 1,
                                                    FREE, right, FREE if number else 1)
                + b"\0" * 36 + struct.pack("<IQ", first, size))
    return out


# ---- documents ------------------------------------------------------------------------------------

def converted(data, target):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.docx"
        file.write_bytes(data)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                        "--convert-to", target, "--outdir", folder, str(file)],
                       capture_output=True, timeout=240, check=True)
        return file.with_suffix("." + target.partition(":")[0]).read_bytes()


@functools.cache
def word(body, **parts):
    """A Word 97 file that LibreOffice makes of this body."""
    return converted(docx(body, **{name: list(value) for name, value in parts.items()}),
                     "doc:MS Word 97")


def pieces(count):
    """A file whose text is one stretch of bytes shown `count` times."""
    parts = streams(word(paragraph(TEXT)))
    main = bytearray(parts["WordDocument"])
    table = parts["1Table"]
    at, size = struct.unpack_from("<2I", main, 0x1A2)  # the piece table
    assert table[at] == 2 and size > 5
    first, end, = struct.unpack_from("<2I", table, at + 5)
    piece = table[at + 5 + 8:at + 5 + 16] if size == 5 + 16 else table[at + size - 8:at + size]
    long = end - first
    places = struct.pack(f"<{count + 1}I", *(long * i for i in range(count + 1)))
    shown = b"\2" + struct.pack("<I", len(places) + 8 * count) + places + piece * count
    struct.pack_into("<2I", main, 0x1A2, len(table), len(shown))
    struct.pack_into("<I", main, 0x4C, long * count)  # characters of the body
    return container(parts | {"WordDocument": bytes(main), "1Table": table + shown})


MARK = '<w:del w:id="8" w:author="甲"/>'
SEEN = ("<w:p>" + run("办结") + '<w:del w:id="7" w:author="甲"><w:r><w:delText>五</w:delText></w:r>'
        '</w:del><w:ins w:id="9" w:author="甲">' + run("八") + "</w:ins>" + run("件。")
        + run("藏起来的话", "<w:rPr><w:vanish/></w:rPr>") + run("日期：") + field("begin")
        + instruction(" DATE ") + field("separate") + run("2025年3月1日") + field("end") + "</w:p>")
OBJECT = ('<w:p><w:r><w:object><v:shape id="s1" style="width:99pt;height:99pt"/><o:OLEObject '
          'xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Word.Document.12" '
          'ShapeID="s1" DrawAspect="Icon" ObjectID="_1" r:id="r0"/></w:object></w:r></w:p>')
INNER = docx(paragraph("内嵌文件里的话"))


@functools.cache
def printed(body):
    """A pdf with its fonts inside, as LibreOffice prints this body."""
    return converted(docx(body), "pdf")


def white(text):
    return run(text, '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>')


def visible():
    return word(SEEN + OBJECT + paragraph("末段。"), links=(("package", "embeddings/a.docx", ""),),
                more=(Entry("word/embeddings/a.docx", INNER),))


def header(**changed):
    """Of a compound file with one table (sector 0) and one directory sector (1)."""
    first = {"tables": 1, "directory": 1, "mini": LAST, "minis": 0, "difat": LAST, "difats": 0}
    f = first | changed
    return struct.pack("<8s16x5H6x9I", bytes.fromhex("d0cf11e0a1b11ae1"), 0x3E, 3, 0xFFFE, 9, 6, 0,
                       f["tables"], f["directory"], 0, 4096, f["mini"], f["minis"], f["difat"],
                       f["difats"])


def with_header(**changed):
    return compound([("WordDocument", 2, 512)], [TABLE, LAST, LAST], [word_document()],
                    header(**changed))


AS_DOC = ("header, footer, notes", "tabs, breaks, hyphens", "moved text", "three levels of numbers",
          "hidden by a style")

CASES = [
    (26, "rtf named docx", "a.docx", b"{\\rtf1\\ansi\\ansicpg936\\uc1 " + "".join(
        f"\\u{ord(c)}?" for c in TEXT).encode() + b"\\par}", "text"),
    (26, "doc named docx", "a.docx", lambda: word(paragraph(TEXT)), "text"),
    *[(34, f"{case[1]}, as a doc", "a.doc",
       lambda case=case: converted(case[3](), "doc:MS Word 97"), "text")
      for case in odd_docx.CASES if case[1] in AS_DOC],
    (35, "list of tables in a circle", "a.doc",
     lambda: compound([("WordDocument", 2, 4096)], [TABLE, LAST, LAST],
                      [word_document(), struct.pack("<I", 3) * 128],
                      header(tables=200, difat=3, difats=9)), "text"),
    (35, "chain of small sectors in a circle", "a.doc",
     lambda: compound([("WordDocument", 0, 600)], [TABLE, LAST, 2], [struct.pack("<I", 0) * 128],
                      header(mini=2, minis=1)), "text"),
    (37, "doc obfuscated", "a.doc", lambda: compound(
        [("WordDocument", 2, 512)], [TABLE, LAST, LAST], [word_document(flags=0x8100)]), "text"),
    (38, "Word 6", "a.doc", lambda: compound(
        [("WordDocument", 2, 512)], [TABLE, LAST, LAST], [word_document(version=0x65)]), "text"),
    (38, "Word 95", "a.doc", lambda: compound(
        [("WordDocument", 2, 512)], [TABLE, LAST, LAST], [word_document(version=0x68)]), "text"),
    (40, "two pieces of the same bytes", "a.doc", lambda: pieces(2), "text"),
    (40, "300000 pieces of the same bytes", "a.doc", lambda: pieces(300000), "text"),
    (41, "what a doc does not show", "a.doc", visible, "text"),
    (53, "a printed sentence in white", "a.pdf", lambda: printed(
        paragraph(TEXT) + "<w:p>" + white("藏起来的一句话。") + "</w:p>" + paragraph(TEXT)), "text"),
    (53, "printed words in white beside others", "a.pdf", lambda: printed(
        "<w:p>" + run("办结三件。") + white("藏起来的一句话。") + run("均已答复。") + "</w:p>"), "text"),
]
