#!/usr/bin/env python3
"""plumbline fix: tracked changes in Word files, text files in their own encoding, nothing else.

Usage: fix_test.py --program build/release/plumbline
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

import office
from annotated_test import W, package, paragraph, q, raw_entries, run

BOLD = "<w:rPr><w:b/></w:rPr>"
BEFORE = ["石水[2025]第6号", "石桥县水利局关于2024年度法治政府建设情况的报告", "县政府：",
          "2024年，我局学习习近平法制思想，现将有关情况报告如下：", "一、主要举措和成效",
          "建设法制政府，深化放管扶改革。", "表内法制政府建设", "第一行\n法制政府\n末行法 制 政 府",
          "链接法制政府。", "二、存在的不足和原因", "执法力量不足，原因是培训不够。", "三、2025年工作打算",
          "2025年，将加强培训。", "石桥县水利局", "2025年01月08日"]
AFTER = [line.replace("法制", "法治").replace("法 制", "法 治").replace("放管扶", "放管服")
         .replace("[2025]第6号", "〔2025〕6号").replace("2025年01月08日", "2025年1月8日")
         for line in BEFORE]
# What takes no change, and stays as it is.
FIELD, BOX, OTHERS = "域中法制政府。", "框中法制政府。", "他人插入法制政府。"


def paragraphs():
    """The lines of BEFORE, in runs that part their words, with formats, breaks, a link, a table."""
    made = [paragraph(run(line)) for line in BEFORE]
    made[0] = paragraph(run("石水[20", BOLD), run("25]", "<w:rPr><w:i/></w:rPr>"), run("第6号"))
    made[3] = paragraph("<w:pPr><w:jc w:val=\"both\"/></w:pPr>", run("2024年，我局学习习近平法"),
                        '<w:r w:rsidR="00AB12CD"><w:rPr><w:b/></w:rPr><w:t>制思</w:t><w:t>想</w:t></w:r>',
                        "<w:r><w:t>，现将有关情况报告如下：</w:t></w:r>")
    made[6] = ("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>"
               + paragraph(run("表内法制政府建设")) + "</w:tc></w:tr></w:tbl>")
    made[7] = paragraph("<w:r><w:t>第一行</w:t><w:br/><w:t>法制政府</w:t><w:br/>"
                        '<w:t xml:space="preserve">末行法 制 政 府</w:t></w:r>')
    made[8] = paragraph(run("链接"), '<w:hyperlink w:anchor="a">' + run("法制政府", BOLD)
                        + "</w:hyperlink>", run("。"))
    return made


def untouchable():
    field = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
             '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("域中法制政府")
             + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    box = ('<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>'
           + paragraph(run(BOX)) + "</w:txbxContent></v:textbox></w:pict></w:r>")
    inserted = '<w:ins w:id="1" w:author="甲">' + run("他人插入法制政府") + "</w:ins>"
    return [paragraph(field, run("。")), paragraph(run("见框。"), box), paragraph(inserted, run("。"))]


def document(*more):
    made = paragraphs()
    made[9:9] = more
    return f'<w:document xmlns:w="{W}"><w:body>{"".join(made)}<w:sectPr/></w:body></w:document>'


def docx(*more, **parts):
    extra = {"word/document.xml": document(*more)}
    extra.update({name.replace("__", "/").replace("_xml", ".xml"): data
                  for name, data in parts.items()})
    return package(extra=extra)


def fix(program, *words, folder=None):
    return subprocess.run([program, "fix", *words], capture_output=True, timeout=50, check=False,
                          cwd=folder)


def fixed_docx(program, folder, data, *options):
    source, copy = Path(folder) / "in.docx", Path(folder) / "out.docx"
    source.write_bytes(data)
    copy.unlink(missing_ok=True)
    done = fix(program, source, "--output", copy, *options)
    if source.read_bytes() != data:
        raise AssertionError("the document itself was changed")
    return done, copy.read_bytes() if copy.exists() else b""


def main_part(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml")


def settled(data, accept):
    """The lines of the body once the changes of 准绳 are accepted or rejected; others stay."""
    lines = []

    def walk(element, words):
        own = element.get(q("author")) == "准绳"
        if own and element.tag == q("ins" if not accept else "del"):
            return
        if element.tag in (q("t"), q("delText")):
            words.append(element.text or "")
        elif element.tag == q("br"):
            words.append("\n")
        for child in element:
            if child.tag == q("p"):
                inner = []
                walk(child, inner)
                lines.append("".join(inner))
            else:
                walk(child, words)

    walk(ET.fromstring(main_part(data)), [])
    return lines


def mark_faults(before, after):
    root = ET.fromstring(main_part(after))
    marks = [e for e in root.iter() if e.tag in (q("ins"), q("del"))]
    ids = [e.get(q("id")) for e in marks]
    faults = [] if len(set(ids)) == len(ids) else [f"ids twice: {ids}"]
    own = [e for e in marks if e.get(q("author")) == "准绳"]
    if not own or any(e.get(q("date")) for e in own):
        faults.append(f"{len(own)} changes of 准绳, or one with a date")
    if any(e.find(f".//{q('t')}") is not None for e in own if e.tag == q("del")):
        faults.append("a deletion holds w:t")
    old, new = raw_entries(before), raw_entries(after)
    faults += [f"{name} was written anew" for name in old
               if name != "word/document.xml" and new.get(name) != old[name]]
    # What comes has the format of what goes.
    for parent in root.iter():
        for gone, come in zip(list(parent), list(parent)[1:]):
            if gone in own and come in own and (gone.tag, come.tag) == (q("del"), q("ins")):
                formats = [ET.tostring(p) for e in (gone, come) for p in e.iter(q("rPr"))]
                if len(formats) == 1 or len(set(formats)) > 1:
                    faults.append(f"formats: {formats}")
    return faults


def word_faults(program, folder):
    before = docx(*untouchable())
    done, after = fixed_docx(program, folder, before)
    if not after or done.returncode != 0:
        return [f"no copy: {done.returncode} {done.stderr.decode()}"]
    extra = [FIELD, BOX, "见框。", OTHERS]
    want = [line for line in AFTER if line not in extra]
    faults = mark_faults(before, after)
    accepted = [line for line in settled(after, True) if line not in extra]
    rejected = [line for line in settled(after, False) if line not in extra]
    if accepted != want:
        faults.append(f"accepted: {[p for p in zip(accepted, want) if p[0] != p[1]]}")
    if rejected != BEFORE:
        faults.append(f"rejected: {[p for p in zip(rejected, BEFORE) if p[0] != p[1]]}")
    for line in (FIELD, BOX, OTHERS):
        if line not in settled(after, True):
            faults.append(f"changed although it cannot be tracked: {line}")
    if fixed_docx(program, folder, before)[1] != after:
        faults.append("the same document gives other bytes")
    again, copy = fixed_docx(program, folder, after)
    if copy or again.returncode != 0 or "改正 0 处" not in again.stderr.decode():
        faults.append(f"fixed twice: {again.stderr.decode()}")
    return faults


def office_faults(program, folder):
    before = docx()
    _, after = fixed_docx(program, folder, before)
    faults = []
    for command, want in (("AcceptAllTrackedChanges", AFTER), ("RejectAllTrackedChanges", BEFORE)):
        got = [line for line in office.settled(folder, after, command) if line]
        flat = [part for line in want for part in line.split("\n")]
        if got != flat:
            faults.append(f"LibreOffice, {command}: {got}")
    return faults


def guard_faults(program, folder):
    """Signed and protected files are refused; one that asks for tracked changes takes them."""
    def settings(words):
        return f'<w:settings xmlns:w="{W}"><w:documentProtection {words}/></w:settings>'

    rows = [({"_xmlsignatures/sig1.xml": "<a/>"}, 3, "签名"),
            ({"word/settings.xml": settings('w:edit="readOnly" w:enforcement="1"')}, 3, "保护"),
            ({"word/settings.xml": settings('w:edit="trackedChanges" w:enforcement="1"')}, 0, ""),
            ({"word/settings.xml": settings('w:edit="readOnly" w:enforcement="0"')}, 0, ""),
            ({"word/document.xml": document().encode("utf-16")}, 3, "UTF-8")]
    faults = []
    for parts, status, said in rows:
        data = package(extra={"word/document.xml": document(), **parts})
        done, copy = fixed_docx(program, folder, data)
        if done.returncode != status or said not in done.stderr.decode() or bool(copy) != (status == 0):
            faults.append(f"{list(parts)}: exit {done.returncode}, {done.stderr.decode()}")
    return faults


TEXT = "\n".join(line for line in BEFORE) + "\n"
FIXED = "\n".join(line for line in AFTER) + "\n"


def text_faults(program, folder):
    """Every encoding and line end: in place, as a copy, as a diff."""
    faults = []
    rows = [("utf-8", b"", "\n"), ("utf-8", b"\xef\xbb\xbf", "\r\n"), ("gb18030", b"", "\r\n"),
            ("utf-16-le", b"\xff\xfe", "\r\n"), ("utf-16-be", b"\xfe\xff", "\n"), ("utf-8", b"", "\r")]
    file, copy = Path(folder) / "in.txt", Path(folder) / "copy.txt"
    for encoding, mark, end in rows:
        before = mark + TEXT.replace("\n", end).encode(encoding)
        after = mark + FIXED.replace("\n", end).encode(encoding)
        file.write_bytes(before)
        file.chmod(0o640)
        copy.unlink(missing_ok=True)
        fix(program, file, "--output", copy)
        shown = fix(program, file)
        unchanged = file.read_bytes() == before
        done = fix(program, file, "--write")
        got = file.read_bytes()
        if not (unchanged and copy.exists() and copy.read_bytes() == after == got):
            faults.append(f"{encoding} {mark} {end!r}: {done.stderr.decode()}")
        if (shown.returncode, done.returncode, fix(program, file).returncode) != (1, 0, 0):
            faults.append(f"{encoding}: {shown.returncode} {done.returncode}")
        if file.stat().st_mode & 0o777 != 0o640:
            faults.append("the file has other rights")
    return faults


def diff_faults(program, folder):
    file = Path(folder) / "patched.md"
    file.write_text("# " + TEXT.replace("法制政府，", "**法制政府**，", 1), encoding="utf-8")
    want = "# " + FIXED.replace("法治政府，", "**法治政府**，", 1)
    done = fix(program, "patched.md", folder=folder)
    if not done.stdout.startswith("--- patched.md\n+++ patched.md\n@@ ".encode()):
        return [f"no diff: {done.stdout.decode()} {done.stderr.decode()}"]
    if shutil.which("patch") is None:
        print("skipped: patch is not installed, so no diff is applied")
        return []
    subprocess.run(["patch", "-s", "-p0"], input=done.stdout, cwd=folder, check=True, timeout=20)
    return [] if file.read_text(encoding="utf-8") == want else ["the diff does not give the copy"]


def hostile_faults(program, folder):
    """Control characters, bidi marks, broken bytes, a very long line: fixed exactly or left alone."""
    faults = []
    file = Path(folder) / "hostile.txt"
    head, tail = TEXT.split("建设法制政府，", 1)
    rows = [("建设法\u200b制政府，", "建设法\u200b治政府，"), ("建设\u202e法制\u202c政府，", "建设\u202e法治\u202c政府，"),
            ("\x1b[31m建设法制政府，\x07", "\x1b[31m建设法治政府，\x07"),
            ("设" * 200_000 + "建设法制政府，", "设" * 200_000 + "建设法治政府，"),
            ("法制政府，" * 3000, None)]
    for dirty, clean in rows:
        before = head + dirty + tail
        file.write_bytes(before.encode())
        done = fix(program, file, "--write")
        after = file.read_bytes().decode()
        if clean is not None and clean not in after or done.returncode not in (0,):
            faults.append(f"{dirty[:20]!r}: exit {done.returncode}, {done.stderr.decode()[-300:]}")
        if "\x1b" in done.stderr.decode():
            faults.append("an escape on standard error")
    file.write_bytes(TEXT.encode()[:-40] + b"\xe6\x94" + TEXT.encode()[-40:])
    before = file.read_bytes()
    done = fix(program, file, "--write")
    if file.read_bytes() != before or done.returncode not in (0, 3):
        faults.append(f"broken bytes: exit {done.returncode}, {done.stderr.decode()}")
    return faults


def command_faults(program, folder):
    """The command line: folders, refusals, waivers."""
    place = Path(folder) / "command"
    for name in ("a/x.txt", "b/x.txt", "b/clean.txt"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(FIXED if "clean" in name else TEXT, encoding="utf-8")
    (place / "x.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    (place / "page.html").write_text(
        "<html><body>" + "".join(f"<p>{line}</p>" for line in BEFORE) + "</body></html>", "utf-8")
    (place / "waive.yaml").write_text(
        "waivers:\n  - {rule: wording.W-01, file: x.txt, reason: 引用旧名, approver: 李某}\n", encoding="utf-8")
    shutil.make_archive(str(place / "all"), "zip", place / "a")
    rows = [
        (["a", "b"], 1, "可以代为改正"), (["a", "b", "--output", "out.txt"], 2, "文件夹"),
        (["a", "b", "--output", "out/"], 0, "已改正"), (["a/x.txt", "--output", "a/"], 2, "覆盖"),
        (["a/x.txt", "--output", "new.txt/"], 2, "末尾"), (["a/x.txt", "--write", "--output", "o"], 2, "--write"),
        (["page.html"], 3, "html"), (["x.pdf"], 3, ""), (["all.zip"], 3, "解压"), (["none.txt"], 3, ""),
        (["b/clean.txt"], 0, "0 处"), (["a/x.txt", "--output", "/dev/full"], 2, ""), ([], 2, ""),
    ]
    faults = []
    for words, status, said in rows:
        done = fix(program, *words, folder=place)
        if done.returncode != status or said not in done.stderr.decode():
            faults.append(f"fix {words}: exit {done.returncode}: {done.stderr.decode()}")
    names = sorted(p.name for p in (place / "out").glob("*"))
    if names != ["x-2.txt", "x.txt"]:
        faults.append(f"copies: {names}")
    done = fix(program, "a/x.txt", "--waivers", "waive.yaml", "--output", "waived.txt", folder=place)
    waived = place / "waived.txt"
    if not waived.exists() or "建设法制政府" not in waived.read_text("utf-8") or \
            "放管服" not in waived.read_text("utf-8"):
        faults.append(f"waived: {done.returncode} {done.stderr.decode()}")
    if (place / "a/x.txt").read_text(encoding="utf-8") != TEXT:
        faults.append("a document was changed without --write")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    program = parser.parse_args().program.resolve()
    with tempfile.TemporaryDirectory() as folder:
        faults = [fault for part in (word_faults, guard_faults, text_faults, diff_faults,
                                     hostile_faults, command_faults)
                  for fault in part(program, folder)]
        if office.is_there():
            faults += office_faults(program, folder)
        else:
            print("skipped: LibreOffice is not installed, so it accepts and rejects nothing")
    print("\n".join(faults) or "what is mechanical is put right, and nothing else")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
