"""Word files made by hand: every awkward thing that an annotated copy must leave as it was."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DAY = (2024, 12, 31, 10, 30, 0)

TITLE = "甲县水利局关于2024年度法治政府建设情况的报告"
LINES = ["县政府：", "现将2024年度法治政府建设情况报告如下：", "一、主要举措和成效",
         "推进法制政府建设，办理案件96件。", "二、存在的不足和原因", "因培训不够，执法水平有待提高。",
         "三、2025年工作安排", "2025年继续推进。", "甲县水利局", "2025年1月20日"]


def run(text, properties=""):
    return f'<w:r w:rsidR="00AB12CD">{properties}<w:t>{text}</w:t></w:r>'


def paragraph(*inner):
    return f"<w:p>{''.join(inner)}</w:p>"


def body(*paragraphs):
    return "".join(paragraphs)


def plain(skip=()):
    return [paragraph(run(line)) for line in [TITLE, *LINES] if line not in skip]


def document(inner, namespace=W, prefix="w"):
    xml = (f'{HEAD}<w:document xmlns:w="{namespace}" xmlns:r="{R}" '
           'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
           'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
           'xmlns:v="urn:schemas-microsoft-com:vml">'
           f"<w:body>{inner}<w:sectPr/></w:body></w:document>")
    if prefix == "":
        return xml.replace("<w:", "<").replace("</w:", "</").replace("xmlns:w=", "xmlns=")
    return xml.replace("<w:", f"<{prefix}:").replace("</w:", f"</{prefix}:").replace(
        " w:", f" {prefix}:").replace("xmlns:w=", f"xmlns:{prefix}=")


def package(main, parts=None, links="", overrides="", comment=b"made by hand"):
    """An archive whose entries are stored, deflated and streamed; a picture nobody may touch."""
    files = {
        "[Content_Types].xml": HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
        '.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default '
        'Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" '
        f'ContentType="{TYPE}document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="rId1" Type="{R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": main,
        "word/media/image1.png": bytes(range(256)) * 40,
        "word/_rels/document.xml.rels": HEAD + '<Relationships xmlns="http://schemas.openxmlformats'
        f'.org/package/2006/relationships">{links}</Relationships>',
        **(parts or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = comment
        for number, (name, data) in enumerate(files.items()):
            entry = zipfile.ZipInfo(name, DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED if number % 2 == 0 else zipfile.ZIP_STORED
            entry.extra = b"\xfe\xca\x02\x00ok" if number % 3 == 0 else b""
            archive.writestr(entry, data)
    return out.getvalue()


def split_runs():
    """法制政府 over three runs with formatting, one of them in a link, one in an insertion."""
    words = paragraph(
        "<w:pPr><w:jc w:val=\"both\"/></w:pPr>", run("推进"),
        run("法", "<w:rPr><w:b/></w:rPr>"),
        f'<w:hyperlink w:anchor="a">{run("制政", "<w:rPr><w:i/></w:rPr>")}</w:hyperlink>',
        '<w:ins w:id="90" w:author="某人" w:date="2025-01-01T00:00:00Z">' + run("府建设") + "</w:ins>",
        '<w:del w:id="91" w:author="某人" w:date="2025-01-01T00:00:00Z"><w:r><w:delText>旧文'
        "</w:delText></w:r></w:del>", run("，办理案件96件。"))
    paragraphs = plain()
    paragraphs[4] = words
    return package(document(body(*paragraphs)))


def table_and_box():
    cell = lambda text: f"<w:tc><w:tcPr/>{paragraph(run(text))}</w:tc>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell('法制政府')}{cell('建设')}</w:tr></w:tbl>"
    box = ("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>"
           f"<w:txbxContent>{paragraph(run('文本框里的法制政府'))}</w:txbxContent></wps:txbx></w:drawing>"
           "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
           f"{paragraph(run('文本框里的法制政府'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
           "</mc:AlternateContent></w:r>")
    paragraphs = plain()
    paragraphs[5:5] = [table, paragraph(run("见图"), box, run("。"))]
    return package(document(body(*paragraphs)))


def comments_and_fields():
    """Comments 3 and 7 are there already; a field whose result is a fault; a note; a protected file."""
    field = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
             '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("法制政府") +
             '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    own = ('<w:commentRangeStart w:id="3"/>' + run("办理") + '<w:commentRangeEnd w:id="3"/><w:r>'
           '<w:commentReference w:id="3"/></w:r>')
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    paragraphs = plain()
    paragraphs[4] = paragraph(run("推进"), field, run("建设，"), own, run("案件&amp;事项96件。"), note)
    comment = lambda number: (f'<w:comment w:id="{number}" w:author="王某">{paragraph(run("原有意见"))}'
                              "</w:comment>")
    parts = {
        "word/comments.xml": f'{HEAD}<w:comments xmlns:w="{W}">{comment(3)}{comment(7)}</w:comments>',
        "word/footnotes.xml": f'{HEAD}<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">'
                              f"{paragraph(run('脚注里的法制政府。'))}</w:footnote></w:footnotes>",
        "word/settings.xml": f'{HEAD}<w:settings xmlns:w="{W}"><w:documentProtection '
                             'w:edit="readOnly" w:enforcement="1"/></w:settings>',
        "_xmlsignatures/sig1.xml": HEAD + "<Signature/>",
    }
    links = "".join(f'<Relationship Id="rId{i}" Type="{R}/{kind}" Target="{kind}.xml"/>'
                    for i, kind in enumerate(("comments", "footnotes", "settings"), 1))
    overrides = "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{TYPE}{kind}+xml"/>'
                        for kind in ("comments", "footnotes", "settings"))
    return package(document(body(*paragraphs)), parts, links, overrides)


def other_prefix():
    return package(document(body(*plain()), prefix="ns0"))


def empty_comments():
    parts = {"word/comments.xml": f'{HEAD}<w:comments xmlns:w="{W}"/>'}
    links = f'<Relationship Id="rId1" Type="{R}/comments" Target="comments.xml"/>'
    overrides = f'<Override PartName="/word/comments.xml" ContentType="{TYPE}comments+xml"/>'
    return package(document(body(*plain())), parts, links, overrides)


def blanks():
    """Words with blanks inside a text that does not say xml:space; a line break inside a run."""
    paragraphs = plain()
    paragraphs[4] = paragraph("<w:r><w:rPr><w:b/></w:rPr><w:t>推进 法制政府 建设，</w:t><w:br/><w:t>办理"
                              "法制政府</w:t><w:tab/><w:t>案件</w:t></w:r>")
    return package(document(body(*paragraphs)))


def numbered():
    """The heading that a finding names is an automatic number without a run of its own."""
    paragraphs = plain(skip=("二、存在的不足和原因", "因培训不够，执法水平有待提高。"))
    return package(document(body(*paragraphs)))


def breaks():
    """One run of several lines, with breaks of pages and columns, a symbol, an empty text, a tab."""
    paragraphs = plain()
    paragraphs[4] = paragraph(
        "<w:r><w:t>推进法制政府建设，</w:t><w:br/><w:t/><w:t>法制</w:t><w:t>政府</w:t><w:br w:type=\"page\"/>"
        "<w:t>，末尾</w:t><w:sym w:font=\"SimSun\" w:char=\"25A0\"/><w:t>法制政府</w:t><w:br/>"
        "<w:t xml:space=\"preserve\"> </w:t><w:br/><w:t>法制政府</w:t><w:tab/><w:noBreakHyphen/>"
        "<w:t>&amp;法制政府&#x3002;办理案件96件。</w:t></w:r>")
    return package(document(body(*paragraphs)))


def across_paragraphs():
    """A paragraph whose mark was deleted: its words go on in the next."""
    paragraphs = plain()
    gone = '<w:pPr><w:rPr><w:del w:id="5" w:author="某人"/></w:rPr></w:pPr>'
    paragraphs[4] = paragraph(gone, run("推进法制")) + paragraph(run("政府建设，办理案件96件。"))
    return package(document(body(*paragraphs)))


def long_run():
    """A hundred thousand characters in one run."""
    paragraphs = plain()
    paragraphs[4] = paragraph(run("推进各项工作，" * 14_000 + "建设法制政府，办理案件96件。"))
    return package(document(body(*paragraphs)))


FIXTURES = {f.__name__: f for f in (split_runs, table_and_box, comments_and_fields, other_prefix,
                                    empty_comments, blanks, numbered, breaks, across_paragraphs,
                                    long_run)}
