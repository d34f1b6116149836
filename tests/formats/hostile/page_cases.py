"""pdf and ofd: cases 42 to 57."""

import hashlib
import zlib

from making import Entry, cjk_font, make_zip, ofd, pdf, pdf_pages, shown, stream, text_object

LINES = ["甲市乙局关于法治建设的说明", "今年办理案件三件，均已办结。"]
PICTURE = stream(b"\x80" * 64, "/Type /XObject /Subtype /Image /Width 8 /Height 8 "
                 "/ColorSpace /DeviceGray /BitsPerComponent 8")
SCAN = b"q 595 0 0 842 0 0 cm /Im1 Do Q\n"
CIRCLE = "0 0 m 1 2 3 4 5 6 c 7 8 9 10 11 12 c f\n"


def plain(**more):
    return pdf_pages([shown(LINES).encode()], **more)


def scans(contents, picture=PICTURE):
    """Pages that may show one picture; its object stands behind the pages."""
    number = 4 + 2 * len(contents)
    return pdf_pages(contents, resources=f"/XObject << /Im1 {number} 0 R >>", more=[picture])


def double_flate():
    inner = zlib.compress(b"0 0 m " * (40 << 20), 1)
    data = zlib.compress(inner, 1)
    return pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
                stream(data, "/Filter [/FlateDecode /FlateDecode]")])


def tree(kids, count):
    return pdf(["<< /Type /Catalog /Pages 2 0 R >>",
                f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"])


def fan_out():
    """Forms that show the next one twice, twelve deep."""
    forms = [stream(b"/F Do /F Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources "
                    f"<< /XObject << /F {7 + i} 0 R >> >>") for i in range(12)]
    forms.append(stream(b"", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"))
    return pdf_pages([shown(LINES).encode() + b"/F0 Do\n"],
                     resources="/XObject << /F0 6 0 R >>", more=forms)


def self_reference():
    form = stream(b"/F0 Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources "
                  "<< /XObject << /F0 6 0 R >> >>")
    return pdf_pages([shown(LINES).encode() + b"/F0 Do\n"],
                     resources="/XObject << /F0 6 0 R >>", more=[form])


def rc4(key, data):
    s, j = list(range(256)), 0
    for i in range(256):
        j = (j + s[i] + key[i % len(key)]) % 256
        s[i], s[j] = s[j], s[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + s[i]) % 256
        s[i], s[j] = s[j], s[i]
        out.append(byte ^ s[(s[i] + s[j]) % 256])
    return bytes(out)


PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def encrypted(user):
    """40-bit RC4: page and font under the password `user` (bytes)."""
    identity, rights = b"0123456789abcdef", -4 & 0xFFFFFFFF
    padded = (user + PAD)[:32]
    owner = rc4(hashlib.md5((b"owner" + PAD)[:32]).digest()[:5], padded)
    key = hashlib.md5(padded + owner + rights.to_bytes(4, "little") + identity).digest()[:5]

    def locked(number, data):
        return rc4(hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], data)

    font = cjk_font().replace("(Adobe)", f"<{locked(3, b'Adobe').hex()}>").replace(
        "(GB1)", f"<{locked(3, b'GB1').hex()}>")
    words = (f"/ID [<{identity.hex()}> <{identity.hex()}>] /Encrypt << /Filter /Standard /V 1 /R 2 "
             f"/P -4 /O <{owner.hex()}> /U <{rc4(key, PAD).hex()}> >>")
    return pdf_pages([locked(5, shown(LINES).encode())], font=font, trailer=words)


def to_unicode(entries):
    return stream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
                  "1 begincodespacerange <0000> <FFFF> endcodespacerange " + entries
                  + " endcmap end end")


def with_cmap(entries):
    return pdf_pages([shown(LINES).encode()], font=cjk_font("Identity-H", "/ToUnicode 6 0 R"),
                     more=[to_unicode(entries)])


def at(x, y, text, matrix="1 0 0 1"):
    return f"BT /F1 14 Tf {matrix} {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"


LEFT = ["左栏第一行的文字写在这里一直到栏边", "左栏第二行的文字写在这里一直到栏边", "左栏末行到此为止。"]
RIGHT = ["右栏第一行的文字写在这里一直到栏边", "右栏第二行的文字写在这里一直到栏边", "右栏末行到此为止。"]
COLUMNS = "".join(at(60, 760 - 24 * i, line) for i, line in enumerate(LEFT)) + "".join(
    at(320, 760 - 24 * i, line) for i, line in enumerate(RIGHT))
SLANTED = at(200, 300, "内部资料注意保存", "0.7 0.7 -0.7 0.7")
HIDDEN = "藏起来的一句话不给人看"
NOISE = stream(bytes((i * 7 + i // 64 * 13) % 256 for i in range(64 * 64)),
               "/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray "
               "/BitsPerComponent 8")
OVER = at(90, 400, HIDDEN) + "q 400 0 0 120 80 350 cm /Im1 Do Q\n"
THREE = "".join(at(40 + 178 * c, 760 - 20 * r, f"{'甲乙丙'[c]}栏，第{'一二三四五六'[r]}行写到栏边")
                for r in range(6) for c in range(3))
WHITE = "1 g " + at(90, 400, HIDDEN) + "0 g "
TINY = f"BT /F1 1 Tf 90 400 Td <{HIDDEN.encode('utf-16-be').hex()}> Tj ET\n"
CLIPPED = "q 10 10 5 5 re W n " + at(90, 400, HIDDEN) + "Q "
NOT_DRAWN = at(90, 400, HIDDEN).replace("/F1 14 Tf", "/F1 14 Tf 3 Tr")
COVERED = at(90, 400, HIDDEN) + "1 g 80 390 300 40 re f 0 g "
ROWS = "".join(at(80 + 180 * c, 700 - 30 * r, f"第{r}行{c}列") for r in range(1, 4) for c in range(3))

DOUBLE = ("<DocBody><DocRoot>Old/Document.xml</DocRoot></DocBody>"
          "<DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody>")
GLYPHS = ('<TextObject ID="1" Boundary="20 20 99 9" Size="4"><CGTransform CodePosition="0" '
          'CodeCount="1000000000" GlyphCount="1000000000"><Glyphs>7 8</Glyphs></CGTransform>'
          '<TextCode X="0" Y="4">法治建设</TextCode></TextObject>')
WORDS = text_object("甲市乙局关于法治建设的说明。")


def across_pages():
    """A table whose rows go on over the border of the page, below a line of text on each."""
    def page(first):
        return "".join([at(60, 790, f"第{first}行起的表格如下："), *(
            at(80 + 180 * c, 700 - 30 * r, f"第{first + r}行{c}列") for r in range(3)
            for c in range(3))]).encode()
    return pdf_pages([page(1), page(4)])


def pictures(*filters):
    """Text beside pictures that are rubbish in formats that must not even be decoded."""
    rows = [stream(b"\xff\xd8 rubbish " * 9, "/Type /XObject /Subtype /Image /Width 9000 /Height 9000 "
                   f"/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /{name}") for name in filters]
    names = " ".join(f"/Im{i} {6 + i} 0 R" for i in range(len(rows)))
    shows = "".join(f"q 99 0 0 99 9 {99 * i} cm /Im{i} Do Q\n" for i in range(len(rows)))
    return pdf_pages([shown(LINES).encode() + shows.encode()], resources=f"/XObject << {names} >>",
                     more=rows)


def packed(words):
    """Content in a filter whose parameters are absurd."""
    return pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
                cjk_font(), "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font "
                "<< /F1 3 0 R >> >> /Contents 5 0 R >>",
                stream(zlib.compress(shown(LINES).encode()), words)])


BACK = [Entry("Doc_0/T.xml", '<Page><Template TemplateID="1"/><Content><Layer>'
              + text_object("页面底图上的话。") + "</Layer></Content></Page>")]
TEMPLATE = '<TemplatePage ID="1" BaseLoc="T.xml"/>'


def on_template():
    page = ('<Page><Template TemplateID="1"/><Content><Layer>' + WORDS + "</Layer></Content></Page>")
    doc = ("<Document><CommonData>" + TEMPLATE + '</CommonData><Pages><Page ID="1" '
           'BaseLoc="P.xml"/></Pages></Document>')
    return make_zip([Entry("OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody>"
                           "</OFD>"), Entry("Doc_0/Document.xml", doc), Entry("Doc_0/P.xml", page),
                     *BACK])


def ofd_path(path):
    doc = f'<Document><Pages><Page ID="1" BaseLoc="{path}"/></Pages></Document>'
    return make_zip([Entry("OFD.xml", "<OFD><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody>"
                           "</OFD>"), Entry("D/Document.xml", doc)])


def composite(inner):
    """A resource file in which object 77 holds `inner`."""
    return Entry("Doc_0/Res.xml", '<Res><CompositeGraphicUnits><CompositeGraphicUnit ID="77" '
                 f'Width="99" Height="99"><Content>{inner}</Content></CompositeGraphicUnit>'
                 "</CompositeGraphicUnits></Res>")


def turned(matrix, first, second):
    """Two lines of a page whose text runs as the matrix says; they begin at these places."""
    return "".join(
        f'<TextObject ID="9" Boundary="{place} 150 10" Size="4" CTM="{matrix}"><TextCode X="0" Y="4">'
        f"{line}</TextCode></TextObject>" for place, line in zip((first, second), LINES))


def versions(lost=False):
    """The older one is the one that DocRoot names."""
    rows = "".join(f'<Version ID="{i}" Index="{i}" BaseLoc="V{i}.xml"/>' for i in (1, 2))
    told = [Entry(f"V{i}.xml", f"<DocVersion><DocRoot>{root}/Document.xml</DocRoot></DocVersion>")
            for i, root in ((1, "Old"), (2, "Doc_0"))][:1 if lost else 2]
    old = [Entry("Old/Document.xml", '<Document><Pages><Page ID="1" BaseLoc="P.xml"/></Pages></Document>'),
           Entry("Old/P.xml", "<Page><Content><Layer>" + text_object("旧版的话。")
                 + "</Layer></Content></Page>")]
    return ofd([WORDS], head="<DocBody><DocRoot>Old/Document.xml</DocRoot><Versions>" + rows
               + "</Versions></DocBody>", more=told + old)


USE = '<CompositeObject ID="5" Boundary="20 60 150 20" ResourceID="77"/>'
RES = "<DocumentRes>Res.xml</DocumentRes>"

CASES = [
    (42, "stream deflated twice", "a.pdf", double_flate, "text"),
    (43, "page tree in a circle", "a.pdf", lambda: tree("2 0 R", 1), "text"),
    (43, "a billion pages claimed", "a.pdf", lambda: tree("3 0 R", 10 ** 9), "text"),
    (43, "300000 kids", "a.pdf", lambda: tree("9 0 R " * 300000, 300000), "text"),
    (44, "form that shows itself", "a.pdf", self_reference, "text"),
    (44, "forms that fan out", "a.pdf", fan_out, "text"),
    (45, "200000 nested arrays", "a.pdf",
     lambda: pdf([b"<< /Type /Catalog /Pages " + b"[" * 200000 + b"]" * 200000 + b" >>"]), "text"),
    (45, "number of 100000 digits", "a.pdf", lambda: tree("3 0 R", "9" * 100000), "text"),
    (45, "dictionary of 200000 keys", "a.pdf", lambda: plain(
        page="".join(f"/K{i} 1 " for i in range(200000))), "text"),
    (46, "half of a file", "a.pdf", lambda: plain()[:len(plain()) // 2], "text"),
    (46, "the last 3 percent missing", "a.pdf", lambda: plain()[:-40], "text"),
    (46, "garbage behind the header", "a.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20, "text"),
    (46, "header only", "a.pdf", b"%PDF-1.7\n", "text"),
    (46, "HTTP header in front", "a.pdf",
     lambda: b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + plain(), "text"),
    (47, "owner password only", "a.pdf", lambda: encrypted(b""), "text"),
    (47, "user password", "a.pdf", lambda: encrypted(b"secret"), "text"),
    (47, "unknown handler", "a.pdf", lambda: plain(
        trailer="/ID [<00> <00>] /Encrypt << /Filter /Vendor.Lock /V 9 >>"), "text"),
    (48, "three scanned pages", "a.pdf", lambda: scans([SCAN] * 3), "text"),
    (48, "a scanned page among text", "a.pdf",
     lambda: scans([shown(LINES).encode(), SCAN, shown(LINES).encode()]), "text"),
    (48, "scan with a layer of text", "a.pdf",
     lambda: scans([SCAN + shown(LINES, mode=3).encode()]), "text"),
    (48, "scans with page numbers", "a.pdf",
     lambda: scans([SCAN + at(280, 30, f"- {i} -").encode() for i in range(3)], NOISE), "text"),
    (48, "layer of text under the scan", "a.pdf",
     lambda: scans([shown(LINES).encode() + SCAN], NOISE), "text"),
    (48, "pages drawn as curves", "a.pdf",
     lambda: pdf_pages([shown(LINES).encode(),
                        b"".join(b"%d %d m %d %d l %d %d l f\n" % (x, y, x + 9, y, x, y + 9)
                                 for x in range(90, 500, 18) for y in range(300, 700, 24))]),
     "text"),
    (49, "GBK-EUC-H", "a.pdf", lambda: pdf_pages(
        [shown(LINES, lambda t: t.encode("gbk")).encode()], font=cjk_font("GBK-EUC-H")), "text"),
    (49, "UniGB-UCS2-H", "a.pdf", plain, "text"),
    (49, "Identity-H without a map", "a.pdf",
     lambda: pdf_pages([shown(LINES).encode()], font=cjk_font("Identity-H")), "text"),
    (50, "map to private characters", "a.pdf",
     lambda: with_cmap("1 beginbfrange <0000> <FFFF> <E000> endbfrange"), "text"),
    (50, "map to blanks", "a.pdf", lambda: with_cmap(
        "1 beginbfchar <0020> <0020> endbfchar " + "".join(
            f"100 beginbfrange {''.join(f'<{c:04X}> <{c:04X}> <0020> ' for c in range(b, b + 256))}"
            "endbfrange " for b in range(0x4E00, 0x9F00, 256))), "text"),
    (51, "picture of 60000 by 60000", "a.pdf", lambda: scans(
        [SCAN + shown(LINES).encode()], PICTURE.replace(b"/Width 8 /Height 8",
                                                        b"/Width 60000 /Height 60000")), "text"),
    (51, "pictures in formats that are not decoded", "a.pdf",
     lambda: pictures("JBIG2Decode", "JPXDecode", "DCTDecode", "CCITTFaxDecode"), "text"),
    (52, "predictor with absurd columns", "a.pdf", lambda: packed(
        "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2147483647 /Colors 32 >>"), "text"),
    (52, "LZW that is none", "a.pdf", lambda: packed("/Filter /LZWDecode"), "text"),
    (52, "range of four billion", "a.pdf",
     lambda: with_cmap("1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange"), "text"),
    (52, "map that uses itself", "a.pdf", lambda: with_cmap("/Identity-H usecmap"), "text"),
    (53, "two columns", "a.pdf", lambda: pdf_pages([COLUMNS.encode()]), "text"),
    (53, "three columns", "a.pdf", lambda: pdf_pages([THREE.encode()]), "text"),
    (53, "words under a picture", "a.pdf",
     lambda: scans([shown(LINES).encode() + OVER.encode()], NOISE), "text"),
    (53, "rotated page", "a.pdf", lambda: pdf_pages(["".join(
        at(200 + 30 * i, 90, line, "0 1 -1 0") for i, line in enumerate(LINES * 3)).encode()],
        page="/Rotate 90"), "text"),
    (53, "page with words on their side", "a.pdf", lambda: plain(page="/Rotate 90"), "text"),
    (53, "slanted words", "a.pdf", lambda: pdf_pages([shown(LINES).encode() + SLANTED.encode()]),
     "text"),
    *[(53, f"words that nobody sees: {how}", "a.pdf",
       lambda more=more: pdf_pages([shown(LINES).encode() + more.encode()]), "text")
      for how, more in [("white", WHITE), ("tiny", TINY), ("clipped", CLIPPED),
                        ("not drawn", NOT_DRAWN), ("covered", COVERED)]],
    (53, "a page that shows nothing", "a.pdf",
     lambda: pdf_pages([shown(LINES).encode(), b"1 g " + shown(LINES).encode()]), "text"),
    (53, "table", "a.pdf", lambda: pdf_pages([ROWS.encode()]), "text"),
    (53, "table over the border of a page", "a.pdf", across_pages, "text"),
    (55, "run of a billion steps", "a.ofd",
     lambda: ofd([text_object("法治建设", code='DeltaX="g 1000000000 4"')]), "text"),
    (55, "a billion glyphs", "a.ofd", lambda: ofd([GLYPHS]), "text"),
    (55, "glyphs without characters", "a.ofd",
     lambda: ofd([GLYPHS.replace("法治建设", "\ue001\ue002\ue003\ue004")]), "text"),
    (56, "page outside of the package", "a.ofd", lambda: ofd_path("../../../etc/passwd"), "text"),
    (56, "composite object", "a.ofd", lambda: ofd(
        [WORDS + USE], document=RES, more=[composite(text_object("组合图元里的文字。", 0))]), "text"),
    (56, "composite object that holds itself", "a.ofd",
     lambda: ofd([WORDS + USE], document=RES, more=[composite(USE)]), "text"),
    (56, "template that shows itself", "a.ofd", on_template, "text"),
    (57, "a page missing", "a.ofd", lambda: ofd([WORDS, None, WORDS]), "text"),
    (57, "paths only", "a.ofd", lambda: ofd(['<PathObject ID="1"/>'] * 2), "text"),
    (57, "pictures only", "a.ofd", lambda: ofd(['<ImageObject ID="1"/>'] * 2), "text"),
    (57, "a scanned page among text", "a.ofd",
     lambda: ofd([WORDS, '<ImageObject ID="1"/>', WORDS]), "text"),
    (57, "scans with page numbers", "a.ofd", lambda: ofd(
        ['<ImageObject ID="1" Boundary="0 0 210 297"/>' + text_object(f"- {i} -", 280)
         for i in range(3)]), "text"),
    (57, "words that nobody sees", "a.ofd", lambda: ofd(
        [WORDS + text_object("白色的字", 60, code='/><FillColor Value="255 255 255"/><TextCode X="0" Y="4"')
         + text_object("透明的字", 80, 'Alpha="0"')]), "text"),
    (57, "rotated words", "a.ofd", lambda: ofd(
        [WORDS + text_object("内部资料注意保存", 150, 'CTM="0.7 0.7 -0.7 0.7 0 0"')]), "text"),
    (57, "two documents", "a.ofd", lambda: ofd([WORDS], head=DOUBLE), "text"),
    (57, "page on its side", "a.ofd", lambda: ofd([turned("0 1 -1 0 0 0", "150 30", "110 30")]), "text"),
    (57, "page upside down", "a.ofd", lambda: ofd([turned("-1 0 0 -1 0 0", "180 200", "180 150")]), "text"),
    (57, "a sentence across the page", "a.ofd", lambda: ofd(
        [WORDS + text_object(LINES[1] * 3, 40) + text_object(
            "今年办理行政复议和行政应诉案件三件，均已办结。", 30, 'CTM="0 1 -1 0 0 0"')]), "text"),
    (57, "two versions", "a.ofd", versions, "text"),
    (57, "version that is not there", "a.ofd", lambda: versions(lost=True), "text"),
    (57, "encrypted", "a.ofd",
     lambda: ofd([WORDS], more=[Entry("Encryptions.xml", "<Encryptions/>")]), "text"),
]
