#!/usr/bin/env python3
"""The letter to a unit and the summary for the drafter, of every sample and of awkward documents:
sound Word files that LibreOffice lays out, with the expected words, the summary on one page. It
lays out the annotated copies too.

Usage: letters_test.py --program build/release/plumbline
"""

import argparse
import io
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import ooxml
import papers

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CONTACT = """office: 柳溪县司法局
person: 周敏
phone: 0559-2201234
deadline: 收到之日起5个工作日内
date: '2026-01-20'
"""
HEAD = "柳溪县水利局关于2024年度法治政府建设情况的报告\n\n县政府：\n\n"
AWKWARD = {
    # Every paragraph a fault of its own, with words that are long, wide, or steer.
    "many-faults.txt": (HEAD + "一、主要举措和成效\n" + "".join(
        f"{i}. 建设法制政府，办结率达{101 + i}%，检查XX次，" + "W" * (i % 90) + "。\n"
        for i in range(300))).encode(),
    "hostile.txt": (HEAD + "一、2022年度推进法治政府建设<w:p>&\"\u2066=HYPERLINK(1)</w:t>\u202e"
                    "的主要举措和成效\n建设法制政府\x0b\x1b[31m\ufffe。\n").encode(),
    "surrogates.txt": b"\xff\xfe" + (HEAD + "一、法制政府").encode("utf-16-le") + b"\x00\xd8\x41\x00",
    "empty.docx": b"", "picture.pdf": b"\x89PNG\r\n\x1a\n", "letter.txt": "关于召开会议的通知\n\n各单位：\n\n请按时参加。\n"
    .encode(),
}
ORDINARY = {
    "07-many-faults": ["退回修改意见", "桐岭县交通运输局：", "一、总体情况", "二、必须修改的问题（共9处）",
                       "位置：第9行：“法制政府”", "依据：", "建议：", "三、建议核实和完善的问题（共5处）",
                       "四、未能核对的事项", "请于收到之日起5个工作日内修改后重新报送",
                       "联系人：周敏；联系电话：0559-2201234", "柳溪县司法局", "2026年1月20日", "— 1 —"],
    "01-clean-department": ["审核反馈意见", "二、必须修改的问题（共0处）", "如作修改，请于"],
    "empty": ["退回修改意见", "empty：", "未检查", "不能得出有无问题的结论", "全文未核对"],
    "picture": ["退回修改意见", "未检查", "这是图片", "重新提供能够打开"],
    "letter": ["退回修改意见", "不是要查的文种", "请核对是否报错文件"],
    "hostile": ["柳溪县水利局：", "<w:p>&", "=HYPERLINK(1)", "</w:t>"],
}


def run(program, folder, inputs, name):
    out = folder / name
    done = subprocess.run(
        [program, "note", *inputs, "--contact", folder / "contact.yaml", "--output", f"{out}/",
         "--output", f"selfcheck={out}/summaries/", "--output", f"docx={out}/copies/"], capture_output=True, timeout=200, check=False)
    if done.returncode != 3 or b"P2112" in done.stderr:
        raise SystemExit(f"exit {done.returncode}: {done.stderr.decode()[:800]}")
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in sorted(out.rglob("*.docx"))}


def file_faults(files):
    found = [f"{name}: {fault}" for name, data in files.items() if not name.startswith("copies/")
             for fault in ooxml.faults(data)]
    for name, data in files.items():
        words = "".join(text for _, text in papers.paragraphs(data))
        if Path(name).stem.split("-")[0] in ("empty", "picture", "letter") and "合格" in words:
            found.append(f"{name}: says 合格 of what was not checked")
    return found


def notices(data):
    """A test of the form that cannot fail proves nothing."""
    for right, wrong in (('<w:tblLayout w:type="fixed"/>', '<w:tblLayout w:type="fixed"/><w:jc/>'),
                         ('w:val="Cell"', 'w:val="Sell"'), ("</w:sectPr>", "<w:b/></w:sectPr>")):
        changed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name).decode().replace(right, wrong))
        if not ooxml.faults(changed.getvalue()):
            yield f"{wrong} goes unnoticed"


def laid_out(folder, files):
    """Name → (pages, A4, words without blanks) as LibreOffice prints them; None without it."""
    office = shutil.which("soffice")
    if not office or not shutil.which("pdftotext"):
        return None
    plain = folder / "plain"
    plain.mkdir()
    for number, data in enumerate(files.values()):
        (plain / f"{number}.docx").write_bytes(data)
    subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless",
                    "--convert-to", "pdf", "--outdir", plain, *sorted(plain.glob("*.docx"))],
                   capture_output=True, timeout=400, check=False)
    found = {}
    for number, name in enumerate(files):
        pdf = plain / f"{number}.pdf"
        if not pdf.exists():
            found[name] = (0, False, "")
            continue
        facts = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
        words = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True)
        pages = int(facts.split("Pages:")[1].split()[0])
        found[name] = (pages, "(A4)" in facts, "".join(words.stdout.split()))
    return found


def page_faults(pages):
    found = []
    for name, (count, is_a4, _) in pages.items():
        if count == 0 or not is_a4 or ("summaries/" in name and count != 1):
            found.append(f"{name}: {count} pages, A4 {is_a4}")
    for stem, expected in ORDINARY.items():
        words = pages[f"{stem}-审核意见.docx"][2]
        found += [f"{stem}: the letter does not show {want}" for want in expected
                  if "".join(want.split()) not in words]
    for name, words in (("01-clean-department", "法治政府建设"), ("07-many-faults", "法制政府建设"),
                        ("hostile", "=HYPERLINK(1)</w:t>"), ("empty", "empty.docx")):
        if words not in pages[f"copies/{name}.docx"][2]:
            found.append(f"{name}: the annotated copy does not show {words}")
    for name in ("many-faults", "07-many-faults"):
        words = pages[f"summaries/{name}-自查小结.docx"][2]
        found += [f"{name}: the summary does not show {want}"
                  for want in ("结论", "规定内容", "先改这些", "【必改】", "未能核对", "请人核对", "签字",
                               "本结果仅供起草参考") if want not in words]
    if "另有" not in pages["summaries/many-faults-自查小结.docx"][2]:
        found.append("many-faults: the summary does not count what it leaves out")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    program = parser.parse_args().program.resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "contact.yaml").write_text(CONTACT, encoding="utf-8")
        (folder / "in").mkdir()
        for file, data in AWKWARD.items():
            (folder / "in" / file).write_bytes(data)
        inputs = [SAMPLES, folder / "in"]
        files = run(program, folder, inputs, "first")
        faults = file_faults(files) + list(notices(files["summaries/empty-自查小结.docx"]))
        if run(program, folder, inputs, "second") != files:
            faults.append("the same documents give other bytes")
        pages = laid_out(folder, files)
    if pages is None:
        print("skipped: LibreOffice or pdftotext is not installed, so nothing is laid out")
    else:
        faults += page_faults(pages)
    print("\n".join(faults) or f"{len(files)} letters and summaries are sound")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
