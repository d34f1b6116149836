"""Case 54: odd but honest pdf files, after what collections of such files hold (that of pdf.js is one)."""

import base64
import struct
import zlib

from making import cjk_font, pdf, pdf_pages, shown, stream
from page_cases import LINES, at, to_unicode

TREE = "<< /Type /Pages /Kids [4 0 R] /Count 1 >>"
CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"


def content(text=None):
    return shown(text or LINES).encode()


def hexed(text):
    return f"<{text.encode('utf-16-be').hex()}>"


def page(more="", resources="", contents="5 0 R"):
    return (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {more} /Resources << /Font << /F1 3 0 R >> "
            f"{resources} >> /Contents {contents} >>")


def built(body=None, more="", resources="", contents="5 0 R", others=(), catalog=CATALOG, tree=TREE):
    return pdf([catalog, tree, cjk_font(), page(more, resources, contents),
                body or stream(content()), *others])


def filtered(name, encode):
    return built(stream(encode(content()), f"/Filter {name}"))


def runs(data):
    """RunLengthDecode: as written, 128 bytes at a time."""
    return b"".join(bytes([len(data[i:i + 128]) - 1]) + data[i:i + 128]
                    for i in range(0, len(data), 128)) + b"\x80"


def lzw(data):
    """LZWDecode with nothing but literal codes of nine bits, the table cleared in time."""
    codes = [256]
    for number, byte in enumerate(data):
        codes += [byte] + ([256] if number % 200 == 199 else [])
    bits = "".join(f"{code:09b}" for code in [*codes, 257])
    return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")


def in_streams(hybrid=False):
    """A table of places that is a stream, objects in a stream of objects."""
    bodies = [CATALOG, TREE, cjk_font(), page()]
    head, inner = "", ""
    for number, body in enumerate(bodies, 1):
        head += f"{number} {len(inner)} "
        inner += body + " "
    out = b"%PDF-1.5\n"
    places = {5: len(out)}
    out += b"5 0 obj\n" + stream(content()) + b"\nendobj\n"
    places[6] = len(out)
    out += b"6 0 obj\n" + stream(zlib.compress((head + inner).encode()),
                                 f"/Type /ObjStm /N 4 /First {len(head)} /Filter /FlateDecode") + b"\nendobj\n"
    at_table = len(out)
    rows = [(0, 0, 65535)] + [(2, 6, i) for i in range(4)] + [
        (1, places[5], 0), (1, places[6], 0), (1, at_table, 0)]
    table = b"".join(struct.pack(">BIH", *row) for row in rows)
    words = "/Type /XRef /Size 8 /W [1 4 2] /Root 1 0 R"
    return out + b"7 0 obj\n" + stream(table, words) + f"\nendobj\nstartxref\n{at_table}\n%%EOF\n".encode()


def updated():
    """Saved again: the page's content is replaced behind the end of the file."""
    first = built(stream(content(["旧的一句话，已经改掉了。"])))
    body = stream(content())
    place = len(first)
    table = place + len(b"5 0 obj\n" + body + b"\nendobj\n")
    return first + b"5 0 obj\n" + body + (
        f"\nendobj\nxref\n5 1\n{place:010} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev "
        f"{first.rindex(b'xref', 0, first.rindex(b'startxref'))} >>\nstartxref\n{table}\n%%EOF\n").encode()


def nested_tree():
    return pdf([CATALOG, "<< /Type /Pages /Kids [6 0 R 7 0 R] /Count 2 /MediaBox [0 0 595 842] /Resources << /Font "
                "<< /F1 3 0 R >> >> >>", cjk_font(), stream(content([LINES[0]])), stream(content([LINES[1]])),
                "<< /Type /Pages /Parent 2 0 R /Kids [8 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>",
                "<< /Type /Page /Parent 6 0 R /Contents 4 0 R >>"])


def changed(old, new, data=None):
    data = data or built()
    assert old in data
    return data.replace(old, new)


def form(body, more=""):
    return stream(body, "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R "
                  f">> >> {more}")


def layer(state):
    """Words in a layer that is shown or not."""
    return built(stream(content() + b"/OC /L BDC " + at(90, 500, "层里的话。").encode() + b" EMC"),
                 resources="/Properties << /L 6 0 R >>",
                 catalog="<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D << /Order [6 0 R] "
                 f"/{state} [6 0 R] >> >> >>", others=["<< /Type /OCG /Name (l) >>"])


def annotated(kind):
    return built(more=f"/Annots [<< /Type /Annot /Subtype /{kind} /Rect [90 500 400 540] /Contents "
                 f"<FEFF{'批注里的话。'.encode('utf-16-be').hex()}> >>]")


MAPPED = "2 beginbfchar <0001> <7532> <0002> <4E59> endbfchar 1 beginbfrange <0010> <0012> [<65CF> <7ED3> "\
    "<6848>] endbfrange"
GLYPHS = "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 65 /LastChar "\
    "65 /Widths [9] /Encoding << /Type /Encoding /Differences [65 /a] >> /CharProcs << /a 6 0 R >> >>"
LATIN = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [1 /A /B "\
    "/hyphen /one] >> >>"
SPACED = ("BT /F1 16 Tf 90 700 Td 4 Tc [" + hexed("法治") + " -300 " + hexed("建设") + "] TJ 0 -30 Td 0 Tc 60 Tz "
          + hexed("窄字。") + " Tj 100 Tz 20 TL " + hexed("次行。") + " ' 2 1 " + hexed("又一行。") + ' " ET')

CASES = [(54, name, "a.pdf", make, "text") for name, make in [
    ("places in a stream", in_streams),
    ("saved again behind its end", updated),
    ("places that are wrong", lambda: changed(b"0000000009 00000 n", b"0000000044 00000 n")),
    ("no table of places", lambda: built().replace(b"xref", b"tabl")),
    ("no trailer", lambda: changed(b"trailer", b"tariler")),
    ("length too long", lambda: changed(b"/Length ", b"/Length 9")),
    ("length in another object", lambda: built(
        b"<< /Length 6 0 R >>\nstream\n" + content() + b"\nendstream", others=[str(len(content()))])),
    ("no end of the stream", lambda: changed(b"endstream", b"")),
    ("no ends of objects", lambda: changed(b"endobj", b"")),
    ("line ends of old Macintosh", lambda: changed(b"\nendobj\n", b"\rendobj\r")),
    ("version 2.0", lambda: changed(b"%PDF-1.5", b"%PDF-2.0")),
    ("version that is none", lambda: changed(b"%PDF-1.5", b"%PDF-x.y")),
    ("bytes behind the end", lambda: built() + b"\0" * 3000 + b"<html>"),
    ("pages in a tree that hands down", nested_tree),
    ("page that does not say what it is", lambda: changed(b"/Type /Page /Parent", b"/Parent")),
    ("count that is wrong", lambda: built(tree=TREE.replace("/Count 1", "/Count 7"))),
    ("content in three parts, cut in a word", lambda: built(
        stream(content()[:30]), contents="[5 0 R 6 0 R 7 0 R]",
        others=[stream(content()[30:45]), stream(content()[45:])])),
    ("content that is not there", lambda: built(contents="9 0 R")),
    ("no pages", lambda: pdf([CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"])),
    ("blank page among others", lambda: pdf_pages([content(), b"", content()])),
    ("page of no size", lambda: changed(b"[0 0 595 842]", b"[0 0 0 0]")),
    ("page upside down in its box", lambda: changed(b"[0 0 595 842]", b"[595 842 0 0]")),
    ("page that begins elsewhere", lambda: changed(b"[0 0 595 842]", b"[-100 -100 495 742]")),
    ("larger unit", lambda: built(more="/UserUnit 3")),
    ("hexadecimal content", lambda: filtered("/ASCIIHexDecode", lambda d: d.hex().encode() + b">")),
    ("content in base 85", lambda: filtered("/ASCII85Decode", lambda d: base64.a85encode(d) + b"~>")),
    ("content in runs", lambda: filtered("/RunLengthDecode", runs)),
    ("content in LZW", lambda: filtered("/LZWDecode", lzw)),
    ("two filters", lambda: filtered("[/ASCII85Decode /FlateDecode]",
                                     lambda d: base64.a85encode(zlib.compress(d)) + b"~>")),
    ("filter that nobody knows", lambda: filtered("/VendorDecode", lambda d: d)),
    ("deflated and cut", lambda: filtered("/FlateDecode", lambda d: zlib.compress(d, 0)[:-60])),
    ("UTF-16 codes", lambda: pdf_pages([content()], font=cjk_font("UniGB-UTF16-H"))),
    ("vertical writing", lambda: pdf_pages([content()], font=cjk_font("UniGB-UCS2-V"))),
    ("own map of two ranges", lambda: pdf_pages(
        [b"BT /F1 16 Tf 90 700 Td <00010002001000110012> Tj ET"],
        font=cjk_font("Identity-H", "/ToUnicode 6 0 R"), more=[to_unicode(MAPPED)])),
    ("names of glyphs", lambda: pdf_pages([b"BT /F1 16 Tf 90 700 Td (\\001\\002\\003\\004) Tj ET"], font=LATIN)),
    ("drawn glyphs", lambda: pdf_pages([b"BT /F1 16 Tf 90 700 Td (AAAA) Tj ET"], font=GLYPHS,
                                       more=[stream(b"9 0 d0 0 0 9 9 re f")])),
    ("font that is not there", lambda: changed(b"/F1 3 0 R", b"/F1 99 0 R")),
    ("gaps, narrow letters, next lines", lambda: built(stream(SPACED.encode()))),
    ("size by the matrix", lambda: built(stream(
        f"BT /F1 1 Tf 16 0 0 16 90 700 Tm {hexed(LINES[0])} Tj ET".encode()))),
    ("words in a form", lambda: built(stream(content() + b"q 1 0 0 1 0 -200 cm /X Do Q"), resources="/XObject << /X 6 0 R "
                                      ">>", others=[form(at(90, 700, "表单里的话。").encode())])),
    ("picture inside the content", lambda: built(stream(
        content() + b"q 9 0 0 9 9 9 cm BI /W 2 /H 2 /BPC 8 /CS /G ID EI Q EI Q "))),
    ("layer that is shown", lambda: layer("ON")),
    ("layer that is not shown", lambda: layer("OFF")),
    ("real words of marked content", lambda: built(stream(
        b"/Span << /ActualText <FEFF7532> >> BDC " + content(["甲"]) + b" EMC"))),
    ("remark in the margin", lambda: annotated("Text")),
    ("script at opening", lambda: built(
        catalog="<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>")),
    ("outline and names with escapes", lambda: built(
        catalog="<< /Type /Cat#61log /Pages 2 0 R /Outlines 6 0 R >>", others=[
            "<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>", "<< /Title (x) /Parent 6 0 R /Next 7 0 R >>"])),
    ("words far outside", lambda: built(stream(content() + at(2000, 700, "页外的话。").encode()))),
    ("the same words twice in one place", lambda: built(stream(content() + content()))),
    ("letters set apart", lambda: built(stream(at(90, 700, "目 录").encode() + content()))),
]]
