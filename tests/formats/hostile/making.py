"""Hand-built containers: zip with every field forged at will, docx, ofd, pdf, compound files."""

import struct
import zlib

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


class Entry:
    """One entry of a zip; what is not given is true."""

    def __init__(self, name, data=b"", method=0, **forged):
        self.name = name.encode() if isinstance(name, str) else name
        self.data = data.encode() if isinstance(data, str) else data
        self.method = method
        self.size = forged.get("size", len(self.data))
        self.crc = forged.get("crc", zlib.crc32(self.data))
        self.flags = forged.get("flags", 0)
        self.local_name = forged.get("local_name", self.name)
        self.extra = forged.get("extra", b"")
        self.attributes = forged.get("attributes", 0)
        self.streamed = forged.get("streamed", False)


def deflated(name, data, **forged):
    data = data.encode() if isinstance(data, str) else data
    packer = zlib.compressobj(1 if len(data) > 1 << 20 else 6, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    return Entry(name, packed, 8, **{"size": len(data), "crc": zlib.crc32(data), **forged})


def make_zip(entries, zip64=False, offsets=None):
    out, central = b"", b""
    for number, e in enumerate(entries):
        begin = len(out) if offsets is None else offsets[number]
        flags = e.flags | (8 if e.streamed else 0)
        sums = (0, 0, 0) if e.streamed else (e.crc, len(e.data), e.size)
        if offsets is None or begin == len(out):
            out += struct.pack("<4s5H3I2H", b"PK\3\4", 20, flags, e.method, 0, 0, *sums,
                               len(e.local_name), 0) + e.local_name + e.data
            if e.streamed:
                out += struct.pack("<4s3I", b"PK\7\10", e.crc, len(e.data), e.size)
        central += struct.pack("<4s6H3I5H2I", b"PK\1\2", 0x314, 20, flags, e.method, 0, 0, e.crc,
                               len(e.data), e.size, len(e.name), len(e.extra), 0, 0, 0,
                               e.attributes, begin) + e.name + e.extra
    at, end = len(out), len(out) + len(central)
    tail = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, min(len(entries), 65535),
                       min(len(entries), 65535), len(central), 0xFFFFFFFF if zip64 else at, 0)
    if zip64:
        tail = (struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, len(entries), len(entries),
                            len(central), at)
                + struct.pack("<4sIQI", b"PK\6\7", 0, end, 1) + tail)
    return out + central + tail


# ---- docx ---------------------------------------------------------------------------------------

def run(text, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text, properties=""):
    return f"<w:p>{properties}{run(text) if text else ''}</w:p>"


def document(body, space=W):
    return (f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{space}" '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
            'xmlns:v="urn:schemas-microsoft-com:vml" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
            f"<w:body>{body}</w:body></w:document>")


def links(rows):
    return ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            + "".join(f'<Relationship Id="r{i}" Type="{MAIN}{kind}" Target="{target}"{more}/>'
                      for i, (kind, target, more) in enumerate(rows)) + "</Relationships>")


def content_types(main_name):
    kind = "application/vnd.openxmlformats-"
    return ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Default Extension="rels" ContentType="{kind}package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="docx" ContentType="{kind}officedocument.wordprocessingml.document"/>'
            f'<Override PartName="/{main_name}" ContentType="{kind}officedocument.wordprocessingml.'
            'document.main+xml"/></Types>')


def docx_entries(main, main_name="word/document.xml", **parts):
    """`main` is the text of the main part; parts: styles, numbering (inner XML), whole others."""
    inner = [("styles", "styles.xml", ""), ("numbering", "numbering.xml", "")]
    entries = [deflated("[Content_Types].xml", content_types(main_name)),
               deflated("_rels/.rels", links([("officeDocument", main_name, "")])),
               deflated(main_name, main)]
    rows = [row for row in inner if row[0] in parts] + parts.get("links", [])
    folder = main_name.rpartition("/")[0]
    entries.append(deflated(f"{folder}/_rels/{main_name.rpartition('/')[2]}.rels", links(rows)))
    for kind, target, _ in inner:
        if isinstance(parts.get(kind), str):
            entries.append(deflated(f"{folder}/{target}",
                                    f'<w:{kind} xmlns:w="{W}">{parts[kind]}</w:{kind}>'))
    return entries + parts.get("more", [])


def docx(body, **parts):
    return make_zip(docx_entries(document(body), **parts))


# ---- ofd ----------------------------------------------------------------------------------------

def text_object(text, y=20, more="", code=""):
    return (f'<TextObject ID="9" Boundary="20 {y} 170 10" Size="4" {more}>'
            f'<TextCode X="0" Y="4" {code}>{text}</TextCode></TextObject>')


def ofd(pages, head="", document="", more=()):
    """`pages`: what stands in each page's layer; None for a page whose part is missing."""
    rows = "".join(f'<Page ID="{i + 10}" BaseLoc="Pages/P{i}.xml"/>' for i in range(len(pages)))
    doc = ('<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>'
           f"{document}</CommonData><Pages>{rows}</Pages></Document>")
    body = head or "<DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody>"
    entries = [Entry("OFD.xml", f"<OFD>{body}</OFD>"), Entry("Doc_0/Document.xml", doc)]
    entries += [Entry(f"Doc_0/Pages/P{i}.xml", f"<Page><Content><Layer>{p}</Layer></Content></Page>")
                for i, p in enumerate(pages) if p is not None]
    return make_zip(entries + list(more))


# ---- pdf ----------------------------------------------------------------------------------------

def stream(data, words=""):
    data = data.encode("latin-1") if isinstance(data, str) else data
    return f"<< /Length {len(data)} {words} >>\nstream\n".encode() + data + b"\nendstream"


def pdf(objects, trailer=""):
    """`objects`: bodies of 1, 2 … as str or bytes; 1 is the catalog."""
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        body = body.encode("latin-1") if isinstance(body, str) else body
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    at = len(out)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + (f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
                  f"<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n"
                  f"startxref\n{at}\n%%EOF\n").encode()


def cjk_font(cmap="UniGB-UCS2-H", more=""):
    return (f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong /Encoding /{cmap} {more} "
            "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 "
            "/FontDescriptor << /Type /FontDescriptor /FontName /STSong /Flags 4 /FontBBox "
            "[0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 "
            ">> >>] >>")


def shown(lines, encode=lambda text: text.encode("utf-16-be"), size=16, mode=0):
    """Content that writes `lines` one below the other."""
    words = f"BT /F1 {size} Tf {mode} Tr 90 760 Td {size * 2} TL\n"
    return words + "".join(f"<{encode(line).hex()}> Tj T*\n" for line in lines) + "ET\n"


def pdf_pages(contents, font=None, resources="", page="", trailer="", more=()):
    """One page per content stream (str or bytes); object 3 is the font, `more` come last."""
    first = 4
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(contents)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>",
               f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>", font or cjk_font()]
    for i, content in enumerate(contents):
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {page} "
                       f"/Resources << /Font << /F1 3 0 R >> {resources} >> "
                       f"/Contents {first + 2 * i + 1} 0 R >>")
        objects.append(stream(content))
    return pdf(objects + list(more), trailer)


# ---- compound files -----------------------------------------------------------------------------

def compound(names, fat=None, sectors=(), header=None):
    """Header, one FAT sector (0), one directory sector (1), then `sectors`."""
    fat = fat if fat is not None else [0xFFFFFFFD, 0xFFFFFFFE]
    head = header or struct.pack("<8s16x5H6x9I", bytes.fromhex("d0cf11e0a1b11ae1"), 0x3E, 3, 0xFFFE,
                                 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<I", 0) + b"\xff" * 432
    table = b"".join(struct.pack("<I", value) for value in fat).ljust(512, b"\xff")
    rows = b""
    for number, (name, start, size) in enumerate([("Root Entry", 0xFFFFFFFE, 0), *names]):
        wide = name.encode("utf-16-le")
        kind = 5 if number == 0 else 2
        rows += (wide.ljust(64, b"\0") + struct.pack("<H2B3I", len(wide) + 2, kind, 1, 0xFFFFFFFF,
                                                     0xFFFFFFFF, 1 if number == 0 else 0xFFFFFFFF)
                 + b"\0" * 36 + struct.pack("<2IQ", 0, start, size)[4:])[:128].ljust(128, b"\0")
    return head[:512] + table + rows.ljust(512, b"\0") + b"".join(sectors)
