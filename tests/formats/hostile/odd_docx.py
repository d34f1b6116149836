"""Case 34: odd but honest docx files, after what collections of such files hold (Apache POI's is one)."""

import re
import zlib

from docx_cases import LEVEL, P, TEXT, box, field, instruction, numbered, table
from making import MAIN, W, Entry, deflated, document, docx, docx_entries, make_zip, paragraph, run

WORD = 'xmlns:w="' + W + '"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def whole(text, **parts):
    return make_zip(docx_entries(text, **parts))


def part(name, kind, inner):
    return deflated(f"word/{name}", f'<w:{kind} {WORD} xmlns:r="{R}">{inner}</w:{kind}>')


def with_parts(body, *rows):
    """Rows: kind of relationship, name of the part, its root, what is in it."""
    return docx(body, links=[(kind, name, "") for kind, name, *_ in rows],
                more=[part(name, root, inner) for _, name, root, inner in rows])


def renamed(change, body=P):
    """Entries after a change of their names."""
    entries = docx_entries(document(body))
    for entry in entries:
        entry.name = entry.local_name = change(entry.name.decode()).encode()
    return make_zip(entries)


def replaced(old, new, body=P, **parts):
    """Every entry's text after a replacement."""
    entries = []
    for entry in docx_entries(document(body), **parts):
        text = zlib.decompress(entry.data, -15).decode()
        entries.append(deflated(entry.name, text.replace(old, new)))
    return make_zip(entries)


def within(tag, inner, more=""):
    return f"<w:{tag}{more}>{inner}</w:{tag}>"


def sdt(inner):
    return f'<w:sdt><w:sdtPr><w:alias w:val="题"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


def merged(kind):
    return f'<w:tcPr><w:vMerge{kind}/></w:tcPr>'


def cell(text, more=""):
    return f"<w:tc>{more}{paragraph(text)}</w:tc>"


def row(*cells, more=""):
    return f"<w:tr>{more}{''.join(cells)}</w:tr>"


def tbl(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


SECTION = '<w:sectPr><w:headerReference r:id="r0" w:type="default"/></w:sectPr>'
MOVED = ('<w:p><w:moveFrom w:id="1">' + run("旧处。") + "</w:moveFrom>" + run("前。") + "</w:p><w:p>"
         '<w:moveTo w:id="2">' + run("新处。") + "</w:moveTo></w:p>")
RUBY = ("<w:p><w:r><w:ruby><w:rt>" + run("fa") + "</w:rt><w:rubyBase>" + run("法") + "</w:rubyBase></w:ruby>"
        "</w:r>" + run("治") + "</w:p>")
MATH = ('<w:p>' + run("比率") + '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        "<m:r><m:t>x+1</m:t></m:r></m:oMath>" + run("以上。") + "</w:p>")
DRAWING = ('<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
           'wordprocessingDrawing"><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/'
           'drawingml/2006/{kind}"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="r0"/></a:graphicData></a:graphic></wp:inline>'
           "</w:drawing></w:r></w:p>")
BREAKS = ("<w:p>" + run("甲") + "<w:r><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t>"
          '<w:softHyphen/><w:t>戊</w:t><w:cr/><w:t>己</w:t><w:br w:type="page"/><w:t>庚</w:t>'
          '<w:ptab/><w:t>辛。</w:t></w:r></w:p>')
HYPER = ("<w:p>" + run("见") + '<w:hyperlink r:id="r0">' + run("通知") + "</w:hyperlink>" + field("begin")
         + instruction(' HYPERLINK "http://example.invalid" ') + field("separate") + run("公告") + field("end")
         + '<w:fldSimple w:instr=" PAGE ">' + run("三") + "</w:fldSimple>" + run("。") + "</w:p>")
LEVELS = "".join(f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{t}"/>'
                 "</w:lvl>" for i, t in enumerate(("%1", "%1.%2", "%1.%2.%3")))
DEEP = (f'<w:abstractNum w:abstractNumId="1">{LEVELS}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>')
VANISH = "<w:rPr><w:vanish/></w:rPr>"

CASES = [(34, name, "a.docx", make, "text") for name, make in [
    ("header, footer, notes", lambda: with_parts(
        "<w:p>" + run(TEXT) + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/>'
        "</w:r></w:p>" + SECTION, ("header", "header1.xml", "hdr", paragraph("页眉")),
        ("footnotes", "footnotes.xml", "footnotes", within("footnote", paragraph("脚注。"), ' w:id="2"')),
        ("endnotes", "endnotes.xml", "endnotes", within("endnote", paragraph("尾注。"), ' w:id="2"')))),
    ("comments", lambda: with_parts(
        '<w:p><w:commentRangeStart w:id="0"/>' + run(TEXT) + '<w:commentRangeEnd w:id="0"/><w:r>'
        '<w:commentReference w:id="0"/></w:r></w:p>',
        ("comments", "comments.xml", "comments", within("comment", paragraph("批语"), ' w:id="0"')))),
    ("relationship to a part that is not there", lambda: docx(P, links=[("footnotes", "none.xml", "")])),
    ("notes that are not there", lambda: docx(
        "<w:p>" + run(TEXT) + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="9"/>'
        "</w:r></w:p>", links=[("footnotes", "none.xml", "")])),
    ("header that is not there", lambda: docx(P + SECTION, links=[("header", "none.xml", "")])),
    ("header that is not XML", lambda: docx(P + SECTION, links=[("header", "h.xml", "")],
                                            more=[Entry("word/h.xml", "<w:hdr")])),
    ("content controls", lambda: docx(sdt(P) + "<w:p>" + sdt(run("行内。")) + "</w:p>"
                                      + tbl(sdt(row(sdt(cell("格")), cell("子")))))),
    ("smart tags and bookmarks", lambda: docx(
        '<w:p><w:bookmarkStart w:id="0" w:name="a"/><w:smartTag w:element="x"><w:customXml w:element="y">'
        + run(TEXT) + '</w:customXml></w:smartTag><w:bookmarkEnd w:id="0"/><w:proofErr w:type="spellStart"/>'
        "</w:p>")),
    ("links and simple fields", lambda: docx(HYPER, links=[
        ("hyperlink", "http://example.invalid/", ' TargetMode="External"')])),
    ("tabs, breaks, hyphens", lambda: docx(BREAKS)),
    ("moved text", lambda: docx(MOVED)),
    ("inserted and deleted rows", lambda: docx(P + tbl(
        row(cell("留"), cell("一")), row(cell("删"), cell("二"), more='<w:trPr><w:del w:id="1"/></w:trPr>'),
        row(cell("增"), cell("三"), more='<w:trPr><w:ins w:id="2"/></w:trPr>')))),
    ("changed properties", lambda: docx(
        '<w:p><w:pPr><w:pPrChange w:id="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
        "</w:pPr>" + run(TEXT, '<w:rPr><w:rPrChange w:id="2"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>')
        + "</w:p>", numbering=LEVEL)),
    ("merged cells", lambda: docx(P + tbl(
        row(cell("上", merged(' w:val="restart"')), cell("右")), row(cell("", merged("")), cell("下"))))),
    ("table in a table", lambda: docx(P + tbl(row(cell("外"), f"<w:tc>{tbl(row(cell('内'), cell('里')))}"
                                                  f"{paragraph('后')}</w:tc>")))),
    ("cell without a paragraph", lambda: docx(P + tbl(row("<w:tc/>", cell("乙"))))),
    ("report in a table of one column", lambda: docx(table(P * 2, 1))),
    ("three levels of numbers", lambda: docx(numbered("甲") + numbered("乙", level=1) + numbered("丙", level=2)
                                             + numbered("丁", level=1), numbering=DEEP)),
    ("number without a definition", lambda: docx(numbered(TEXT, num=7), numbering=LEVEL)),
    ("list that is switched off", lambda: docx(numbered(TEXT, num=0), numbering=LEVEL)),
    ("hidden by a style", lambda: docx(
        "<w:p>" + run("看得见。") + run("看不见。", '<w:rPr><w:rStyle w:val="H"/></w:rPr>') + "</w:p>",
        styles=f'<w:style w:type="character" w:styleId="H"><w:name w:val="H"/>{VANISH}</w:style>')),
    ("hidden switched off again", lambda: docx(
        "<w:p>" + run("看得见。", '<w:rPr><w:rStyle w:val="H"/><w:vanish w:val="0"/></w:rPr>') + "</w:p>",
        styles=f'<w:style w:type="character" w:styleId="H"><w:name w:val="H"/>{VANISH}</w:style>')),
    ("pronunciation over characters", lambda: docx(RUBY)),
    ("formula", lambda: docx(MATH)),
    ("symbols of a font", lambda: docx(
        "<w:p>" + run("选") + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run("项。") + "</w:p>")),
    ("chart", lambda: docx(P + DRAWING.format(kind="chart"), links=[("chart", "chart1.xml", "")],
                           more=[Entry("word/chart1.xml", "<c/>")])),
    ("picture only", lambda: docx("<w:p><w:r><w:pict/></w:r></w:p>")),
    ("embedded workbook", lambda: docx(P + "<w:p><w:r><w:object/></w:r></w:p>", links=[
        ("package", "embeddings/a.xlsx", "")], more=[Entry("word/embeddings/a.xlsx", "PK")])),
    ("altChunk", lambda: docx(P + '<w:altChunk r:id="r0"/>', links=[("aFChunk", "chunk.html", "")],
                              more=[Entry("word/chunk.html", "<p>别处的话。</p>")])),
    ("other document inside", lambda: docx(P + '<w:subDoc r:id="r0"/>', links=[
        ("subDocument", "b.docx", ' TargetMode="External"')])),
    ("text box in a text box", lambda: docx(box("外框。").replace(
        paragraph("外框。"), paragraph("外框。") + box("内框。", wps=False)))),
    ("watermark in the header", lambda: with_parts(
        P + SECTION, ("header", "header1.xml", "hdr", '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-'
                      'microsoft-com:vml"><v:textpath string="内部资料"/></v:shape></w:pict></w:r></w:p>'))),
    ("first letter in a frame", lambda: docx(
        '<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>' + run("甲") + "</w:p>" + paragraph("市乙局说明。"))),
    ("read-only document", lambda: docx(P, links=[("settings", "settings.xml", "")], more=[
        part("settings.xml", "settings", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')])),
    ("one empty paragraph", lambda: docx("<w:p/>")),
    ("no body", lambda: whole(f"<w:document {WORD}/>")),
    ("another root", lambda: whole(f"<w:styles {WORD}/>")),
    ("character data, comments, instructions", lambda: whole(
        '<?xml version="1.0"?><?mso x?><!-- c -->' + document(P).split("?>", 1)[1].replace(
            TEXT, "甲市<![CDATA[乙局<b>]]><!-- 无 --><?x y?>说明。&#x3002;&amp;"))),
    ("names of parts in other letters", lambda: renamed(lambda n: n.replace("document.xml", "Document.XML"))),
    ("names of parts with backslashes", lambda: renamed(lambda n: n.replace("/", "\\"))),
    ("absolute targets", lambda: replaced('Target="word/', 'Target="/word/')),
    ("target with escapes", lambda: replaced('Target="word/document.xml"', 'Target="word/%64ocument.xml"')),
    ("no types of contents", lambda: make_zip(docx_entries(document(P))[1:])),
    ("no relationships", lambda: make_zip(
        [e for e in docx_entries(document(P)) if e.name != b"_rels/.rels"])),
    ("two main parts", lambda: replaced(
        "</Relationships>", f'<Relationship Id="z" Type="{MAIN}officeDocument" Target="word/b.xml"/>'
        "</Relationships>")),
    ("default namespace", lambda: whole(re.sub(
        r"(</?)w:", r"\1", document(P)).replace("xmlns:w=", f'xmlns="{W}" xmlns:w='))),
    ("all in capitals and struck out", lambda: docx(paragraph(TEXT).replace(
        "<w:t ", "<w:rPr><w:caps/><w:strike/><w:dstrike/></w:rPr><w:t "))),
    ("paragraphs from right to left", lambda: docx(
        "<w:p><w:pPr><w:bidi/></w:pPr>" + run(TEXT, "<w:rPr><w:rtl/></w:rPr>") + "</w:p>")),
    ("text that nobody wrote", lambda: docx("<w:p>" + run("") + "<w:r/><w:r><w:t/></w:r></w:p>" + P)),
    ("stray text between elements", lambda: docx("游离" + P + "游离")),
]]
