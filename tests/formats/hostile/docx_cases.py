"""XML, docx and compound files: cases 16 to 41."""

import struct

from making import (MAIN, W, Entry, compound, deflated, document, docx, docx_entries, make_zip,
                    paragraph, run)

TEXT = "甲市乙局关于法治建设的说明。"
P = paragraph(TEXT)
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def raw(main, **parts):
    return make_zip(docx_entries(main, **parts))


def with_dtd(declarations, use):
    return raw(f'<?xml version="1.0"?><!DOCTYPE d [{declarations}]>'
               + document(paragraph(use)).split("?>", 1)[1])


def laughs():
    rows = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return with_dtd('<!ENTITY l0 "哈">' + rows, "&l9;")


def numbered(text, num=1, level=0, more=""):
    return paragraph(text, f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/>'
                           f"</w:numPr>{more}</w:pPr>")


LEVEL = ('<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt '
         'w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
         '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>')
DELETED = '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>'


def deleted(text):
    return ('<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' + DELETED
            + f'</w:pPr><w:del w:id="2" w:author="甲"><w:r><w:delText>{text}</w:delText></w:r>'
            "</w:del></w:p>")


def box(text, vml=True, wps=True):
    inner = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    choice = ('<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>' + inner
              + "</wps:txbx></wps:wsp></w:drawing></mc:Choice>") if wps else ""
    picture = f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
    back = f"<mc:Fallback>{picture}</mc:Fallback>" if vml else ""
    whole = f"<mc:AlternateContent>{choice}{back}</mc:AlternateContent>" if wps else picture
    return f"<w:p>{run('前文。')}<w:r>{whole}</w:r></w:p>"


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text):
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


FIELDS = ("<w:p>" + run("日期：") + field("begin") + instruction(" DATE ") + field("separate")
          + run("2025年3月1日") + field("end") + run("，嵌套：") + field("begin")
          + instruction(" IF ") + field("begin") + instruction(" PAGE ") + field("separate")
          + run("7") + field("end") + field("separate") + run("真") + field("end") + "</w:p>"
          + "<w:p>" + run("未结束：") + field("begin") + instruction(" REF x ") + "</w:p>" + P)


def table(inner, times):
    head, tail = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return head * times + inner + tail * times


def styles(rows):
    return "".join(f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/>'
                   f'<w:basedOn w:val="{b}"/></w:style>' for a, b in rows)


def word_document(flags=0, version=0xC1):
    """A sector that begins like the main stream of a doc."""
    return struct.pack("<HH6xH", 0xA5EC, version, flags).ljust(512, b"\0")


STYLED = '<w:pPr><w:pStyle w:val="A"/></w:pPr>'
LOOP = ('<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="N"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>')
ODD = ('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>' + P
       + "</w:tc></w:tr></w:tbl>" + numbered("很深", level=99) + numbered("负号", num=-1)
       + numbered("起点"))
STARTS = LEVEL.replace('<w:start w:val="1"/>', '<w:start w:val="2147483648"/>')
HTML = "<html><body><div id='zoom'><p>" + TEXT * 9 + "</p></div></body></html>"
LINKS = [("attachedTemplate", "\\\\\\\\server\\\\t.dotx", ' TargetMode="External"'),
         ("image", "http://example.invalid/x.png", ' TargetMode="External"')]

CASES = [
    (16, "billion laughs", "a.docx", laughs, "text"),
    (17, "quadratic entity", "a.docx",
     lambda: with_dtd(f'<!ENTITY a "{"哈" * 50000}">', "&a;" * 50000), "text"),
    (18, "external entity of a file", "a.docx",
     lambda: with_dtd('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"), "text"),
    (18, "external entity of a server", "a.docx",
     lambda: with_dtd('<!ENTITY % x SYSTEM "http://127.0.0.1:1/x"> %x;', TEXT), "text"),
    (19, "20000 nested tables", "a.docx", lambda: docx(table(P, 20000)), "text"),
    (19, "300000 nested insertions", "a.docx",
     lambda: docx("<w:p>" + "<w:ins>" * 300000 + run(TEXT) + "</w:ins>" * 300000 + "</w:p>"),
     "text"),
    (20, "5000000 empty paragraphs", "a.docx", lambda: docx("<w:p/>" * 5000000 + P), "text"),
    (20, "500000 runs in one paragraph", "a.docx",
     lambda: docx("<w:p>" + "<w:r><w:t>字</w:t></w:r>" * 500000 + "</w:p>"), "text"),
    (21, "absurd numbers", "a.docx", lambda: docx(ODD, numbering=STARTS), "text"),
    (22, "styles in a circle", "a.docx",
     lambda: docx(paragraph(TEXT, STYLED), styles=styles([("A", "B"), ("B", "A")])), "text"),
    (22, "numbering in a circle", "a.docx", lambda: docx(
        numbered(TEXT), numbering=LOOP, styles='<w:style w:type="numbering" w:styleId="N"><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'), "text"),
    (22, "styles and numbering missing", "a.docx",
     lambda: docx(numbered(TEXT), styles=True, numbering=True), "text"),
    (23, "UTF-16", "a.docx", lambda: raw(
        document(P).replace("UTF-8", "UTF-16").encode("utf-16")), "text"),
    (23, "GBK", "a.docx", lambda: raw(document(P).replace("UTF-8", "GBK").encode("gbk")), "text"),
    (23, "byte order mark", "a.docx", lambda: raw(b"\xef\xbb\xbf" + document(P).encode()), "text"),
    (23, "NUL", "a.docx", lambda: raw(document(paragraph("甲\0乙"))), "text"),
    (23, "invalid UTF-8", "a.docx",
     lambda: raw(document(P).encode().replace("法".encode(), b"\xff\xfe")), "text"),
    (24, "XML cut in the middle", "a.docx", lambda: raw(document(P * 50)[:2000]), "text"),
    (25, "encrypted package", "a.docx", lambda: compound(
        [("EncryptionInfo", 2, 64), ("EncryptedPackage", 2, 64)], sectors=[b"\0" * 512]), "text"),
    (26, "html named docx", "a.docx", HTML, "text"),
    (26, "xlsx named docx", "a.docx", lambda: make_zip(
        [Entry("[Content_Types].xml", ""), Entry("xl/workbook.xml", "")]), "text"),
    (26, "pptx named docx", "a.docx", lambda: make_zip(
        [Entry("[Content_Types].xml", ""), Entry("ppt/presentation.xml", "")]), "text"),
    (27, "main part under another name", "a.docx",
     lambda: docx(P, main_name="content/main2.xml"), "text"),
    (27, "strict form", "a.docx", lambda: raw(document(P, STRICT)), "text"),
    (27, "another prefix", "a.docx", lambda: raw(
        document(P).replace("<w:", "<ns0:").replace("</w:", "</ns0:").replace(":w=", ":ns0=")),
     "text"),
    (28, "a numbered heading deleted", "a.docx", lambda: docx(
        numbered("成效") + deleted("多余") + numbered("不足"), numbering=LEVEL), "text"),
    (29, "text box in both branches", "a.docx", lambda: docx(box("框中一句。")), "text"),
    (29, "text box in VML only", "a.docx", lambda: docx(box("框中一句。", wps=False)), "text"),
    (29, "text box in the new form only", "a.docx",
     lambda: docx(box("框中一句。", vml=False)), "text"),
    (30, "fields nested and unterminated", "a.docx", lambda: docx(FIELDS), "text"),
    (31, "macros and external links", "a.docm",
     lambda: docx(P, links=LINKS, more=[Entry("word/vbaProject.bin", "x")]), "text"),
    (32, "all in one cell", "a.docx", lambda: docx(table(P * 3, 1)), "text"),
    (32, "all in a text box", "a.docx", lambda: docx(box(TEXT * 3).replace("前文。", "")), "text"),
    (33, "300 MB of pictures", "a.docx", lambda: docx(
        P, more=[deflated("word/media/a.png", b"\0" * (300 << 20))]), "text"),
    (35, "chain of sectors in a circle", "a.doc", lambda: compound(
        [("WordDocument", 2, 4096)], [0xFFFFFFFD, 0xFFFFFFFE, 2], [word_document()]), "text"),
    (35, "directory in a circle", "a.doc", lambda: compound(
        [("WordDocument", 2, 4096)], [0xFFFFFFFD, 1, 0xFFFFFFFE], [word_document()]), "text"),
    (36, "sector beyond the file", "a.doc", lambda: compound(
        [("WordDocument", 90000, 4096)], None, [word_document()]), "text"),
    (36, "stream of 4 GB", "a.doc", lambda: compound(
        [("WordDocument", 2, 0xFFFFFFFF)], [0xFFFFFFFD, 0xFFFFFFFE, 3, 0xFFFFFFFE],
        [word_document(), b"\0" * 512]), "text"),
    (37, "encrypted doc", "a.doc", lambda: compound(
        [("WordDocument", 2, 512)], [0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE],
        [word_document(flags=0x100)]), "text"),
    (38, "Word 2", "a.doc", b"\xdb\xa5\x2d\0" + b"\0" * 600, "text"),
    (39, "Works named wps", "a.wps", lambda: compound([("MatOST", 2, 512)]), "text"),
    (39, "spreadsheet named wps", "a.wps", lambda: compound([("Workbook", 2, 512)]), "text"),
    (39, "slides named wps", "a.wps",
     lambda: compound([("PowerPoint Document", 2, 512)]), "text"),
]
