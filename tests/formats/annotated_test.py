#!/usr/bin/env python3
"""The annotated copy: every comment at its words, nothing else of the document changed.

Usage: annotated_test.py --program build/release/plumbline
"""

import argparse
import io
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def q(name):
    return f"{{{W}}}{name}"


def run(text, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs):
    return f"<w:p>{''.join(runs)}</w:p>"


OLD_COMMENT = ('<w:commentRangeStart w:id="7"/>' + run("各位同事") + '<w:commentRangeEnd w:id="7"/>'
               '<w:r><w:commentReference w:id="7"/></w:r>')
BODY = "".join([
    paragraph(run("石桥县水利局关于2024年度法治政府建"), run("设情况的报告", "<w:rPr><w:b/></w:rPr>")),
    paragraph(run("县政府：")),
    paragraph(run("2024年，我局学习"), run("习近平法"), run("制思想", "<w:rPr><w:i/></w:rPr>"),
              run("，现将有关情况报告如下：")),
    paragraph(run("一、主要举措和成效")),
    paragraph(OLD_COMMENT, run("建设法制政府，再谈"),
              '<w:del w:id="90" w:author="甲"><w:r><w:delText>删去的法制政府</w:delText></w:r></w:del>',
              '<w:ins w:id="91" w:author="甲">' + run("法制政府") + "</w:ins>", run("。")),
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>"
    + paragraph(run("检查XX次")) + "</w:tc></w:tr></w:tbl>",
    paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
              '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("依法治国家")
              + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("。")),
    paragraph(run("二、存在的不足和原因")),
    paragraph(run("执法力量不足，原因是培训不够。一周工作&lt;法制政府&gt;&amp;其他。")),
    paragraph(run("三、2025年工作打算")),
    paragraph(run("2025年，将加强培训。")),
    paragraph(run("石桥县水利局")), paragraph(run("2025年1月8日")), "<w:sectPr/>"])
TITLE = "石桥县水利局关于2024年度法治政府建设情况的报告"
ABSENCES = [TITLE, "一、主要举措和成效"]  # the verdict and what is not there stand on lines
# What else must be marked, in the order of the text.
MARKED = ["习近平法制思想", "法制政府", "法制政府", "XX次", "法制政府"]


def package(extra=()):
    document = package_document()
    comments = (f'<x:comments xmlns:x="{W}"><x:comment x:id="7" x:author="乙"><x:p><x:r><x:t>旧批注'
                "</x:t></x:r></x:p></x:comment></x:comments>")
    parts = {
        "[Content_Types].xml":
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{TYPE}document.main+xml"/>'
            f'<Override PartName="/word/comments.xml" ContentType="{TYPE}comments+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
                       f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels":
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId5" Type="{OFFICE}/comments" '
            'Target="comments.xml"/></Relationships>',
        "word/document.xml": document, "word/comments.xml": comments, "word/media/a.bin": "x" * 999,
    }
    parts.update(extra)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def annotate(program, folder, data, *options):
    source, copy = Path(folder) / "in.docx", Path(folder) / "out.docx"
    source.write_bytes(data)
    done = subprocess.run([program, "check", source, "--output", f"docx={copy}", *options],
                          capture_output=True, text=True, timeout=50, check=False)
    return done, copy.read_bytes() if copy.exists() else b""


def raw_entries(data):
    """Name → compressed bytes as they lie in the archive."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            begin = info.header_offset
            name, extra = (int.from_bytes(data[begin + at:begin + at + 2], "little") for at in (26, 28))
            found[info.filename] = data[begin + 30 + name + extra:][:info.compress_size]
    return found


def ranges(document):
    """The words between the marks of each comment, in the order in which they begin."""
    opened, words, order = set(), {}, []
    for element in ET.fromstring(document).iter():
        number = element.get(q("id"))
        if element.tag == q("commentRangeStart"):
            opened.add(number)
            order.append(number)
            words[number] = ""
        elif element.tag == q("commentRangeEnd"):
            opened.discard(number)
        elif element.tag == q("t"):
            for one in opened:
                words[one] += element.text or ""
    return order, words


def copy_faults(before, after):
    old, new = raw_entries(before), raw_entries(after)
    faults = [f"{name} was written anew" for name in old
              if new.get(name) != old[name] and name not in ("word/document.xml", "word/comments.xml")]
    with zipfile.ZipFile(io.BytesIO(before)) as archive:
        original = archive.read("word/document.xml").decode()
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        document = archive.read("word/document.xml").decode()
        comments = archive.read("word/comments.xml").decode()
    text = ["".join(p.itertext()) for p in ET.fromstring(document).iter(q("p"))]
    if text != ["".join(p.itertext()) for p in ET.fromstring(original).iter(q("p"))]:
        faults.append("the words of the copy are not those of the document")
    numbers = [c.get(q("id")) for c in ET.fromstring(comments).iter(q("comment"))]
    if len(set(numbers)) != len(numbers) or "旧批注" not in comments:
        faults.append(f"comments {numbers}")
    references = [r.get(q("id")) for r in ET.fromstring(document).iter(q("commentReference"))]
    if sorted(references) != sorted(numbers):
        faults.append(f"references {references} for comments {numbers}")
    return faults


def range_faults(after):
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        order, words = ranges(archive.read("word/document.xml"))
    marked = [words[number] for number in order if number != "7"]
    faults = [] if words.get("7") == "各位同事" else ["the old comment has moved"]
    if TITLE not in marked:
        faults.append("the verdict does not stand on the title")
    marked = [words for words in marked if words not in ABSENCES]
    return faults + ([] if marked == MARKED else [f"marked: {marked}"])


def command_faults(program, folder):
    """One file for several documents, a folder of inputs, a folder of copies with equal names."""
    texts = Path(folder) / "in"
    for name in ("a/x.txt", "b/x.txt"):
        (texts / name).parent.mkdir(parents=True)
        (texts / name).write_text("甲县水利局2024年度法治政府建设情况报告\n", encoding="utf-8")
    runs = {(f"docx={folder}/one.docx", texts): 2, (f"docx={texts}/a/", texts): 2,
            (f"docx={folder}/copies/", texts): 1}
    faults = []
    for (target, path), status in runs.items():
        done = subprocess.run([program, "check", path, "--output", target], capture_output=True,
                              text=True, timeout=50, check=False)
        if done.returncode != status:
            faults.append(f"{target}: exit {done.returncode}: {done.stderr}")
    names = sorted(p.name for p in (Path(folder) / "copies").glob("*"))
    return faults + ([] if names == ["x-2.docx", "x.docx"] else [f"copies: {names}"])


def odd_faults(program, folder):
    """Packages that are not as they should be: a clear refusal, or a copy that says so."""
    faults = []
    utf16 = package(extra={"word/document.xml": package_document().encode("utf-16")})
    done, copy = annotate(program, folder, utf16)
    if copy or done.returncode != 2:
        faults.append(f"UTF-16: exit {done.returncode}, {len(copy)} bytes: {done.stderr}")
    done, copy = annotate(program, folder, package(extra={"_xmlsignatures/sig1.xml": "<a/>"}))
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        if "数字签名" not in archive.read("word/comments.xml").decode():
            faults.append("a signed file: the copy does not say so")
    protected = {"word/settings.xml":
                 f'<w:settings xmlns:w="{W}"><w:documentProtection w:edit="readOnly"/></w:settings>'}
    done, copy = annotate(program, folder, package(extra=protected))
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        if "编辑保护" not in archive.read("word/comments.xml").decode() or \
                archive.read("word/settings.xml").decode() != protected["word/settings.xml"]:
            faults.append("a protected file: the copy does not say so, or does not keep it")
    (Path(folder) / "out.docx").unlink()
    return faults


def package_document():
    return f'<w:document xmlns:w="{W}"><w:body>{BODY}</w:body></w:document>'


def office_faults(folder, data):
    """None where there is no LibreOffice."""
    office = shutil.which("soffice")
    if not office:
        return None
    (Path(folder) / "open.docx").write_bytes(data)
    subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless",
                    "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder,
                    f"{folder}/open.docx"], capture_output=True, timeout=55, check=False)
    text = Path(folder) / "open.txt"
    words = text.read_text(encoding="utf-8") if text.exists() else ""
    return [] if "习近平法制思想" in words and "检查XX次" in words else ["LibreOffice does not open it"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    program = parser.parse_args().program.resolve()
    with tempfile.TemporaryDirectory() as folder:
        before = package()
        done, after = annotate(program, folder, before)
        if not after:
            print(f"no copy: {done.stderr}")
            return 1
        (Path(folder) / "out.docx").unlink()
        faults = copy_faults(before, after) + range_faults(after)
        if annotate(program, folder, before)[1] != after:
            faults.append("the same document gives other bytes")
        (Path(folder) / "out.docx").unlink()
        faults += odd_faults(program, folder) + command_faults(program, folder)
        opened = office_faults(folder, after)
    if opened is None:
        print("skipped: LibreOffice is not installed, so it does not open the copy")
    faults += opened or []
    print("\n".join(faults) or "every comment stands at its words")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
