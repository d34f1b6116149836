#!/usr/bin/env python3
"""Awkward Word files: each comment at its exact words, with rule and fingerprint; all else as it was.

Usage: word_test.py --program build/release/plumbline
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import office
import word_copies
import word_fixtures

CHANGED = {"word/document.xml", "word/comments.xml", "[Content_Types].xml",
           "word/_rels/document.xml.rels"}
# No mark may stand inside a text box, a field or a note: what holds it is marked as a whole.
WIDER = {"table_and_box": ["文本框里的法制政府文本框里的法制政府", "文本框里的法制政府"],
         "comments_and_fields": ["法制政府", ""]}


def check(program, file, folder):
    """The report as JSON, the copy."""
    out, data = Path(folder) / "out.docx", Path(folder) / "out.json"
    done = subprocess.run([program, "check", file, "--output", f"docx={out}", "--output",
                           f"json={data}"], capture_output=True, timeout=60, check=False)
    assert done.returncode in (0, 1, 3), done.stderr.decode()
    return json.loads(data.read_bytes())["documents"][0], out.read_bytes()


def squeezed(text):
    return re.sub(r"\s", "", text)


def own_comments(before, after):
    old = (word_copies.comments(before)
           if "word/comments.xml" in word_copies.raw_records(before) else {})
    new = word_copies.comments(after)
    assert list(new)[:len(old)] == list(old), "the comments that were there have moved"
    return {number: lines for number, lines in new.items() if number not in old}


def finding_faults(name, report, before, after):
    """One comment for the whole, then one for each finding, at its words."""
    found = list(own_comments(before, after).items())
    words = word_copies.marked_words(after)
    findings = report["findings"]
    if len(found) != len(findings) + 1:
        return [f"{len(found)} comments for {len(findings)} findings"]
    faults = []
    exact = 0
    for finding, (number, lines) in zip(findings, found[1:]):
        marked = squeezed(words[number])
        if f"规则：{finding['rule']}" not in lines or f"指纹：{finding['fingerprint']}" not in lines:
            faults.append(f"{finding['rule']}: {lines}")
        if finding["quote"] and marked == squeezed(finding["quote"]):
            exact += 1
        elif finding["quote"] and marked not in WIDER.get(name, []):
            faults.append(f"{finding['rule']}: marks {marked!r}, not {finding['quote']!r}")
    wrong = [f for f in findings if f["rule"] == "wording.W-01"]
    if not wrong or not exact:
        faults.append(f"{len(wrong)} findings of W-01, {exact} exact")
    return faults


def untouched_faults(before, after):
    old, new = word_copies.raw_records(before), word_copies.raw_records(after)
    faults = [f"{name} is not as it was" for name, record in old.items()
              if name not in CHANGED and new.get(name) != record]
    if [name for name in new if name in old] != list(old):
        faults.append("the order of the entries has changed")
    for name in CHANGED & set(old):
        if not word_copies.is_subsequence(word_copies.part(before, name).replace(b"/>", b">"),
                                          word_copies.part(after, name).replace(b"/>", b">")):
            faults.append(f"{name}: something was taken away")
    if before[-12:] != after[-12:]:
        faults.append("the comment of the archive is lost")
    return faults


def office_faults(data, comments, folder):
    """LibreOffice finds every comment."""
    file = Path(folder) / "opened.docx"
    file.write_bytes(data)
    office.start(folder, "--convert-to", "fodt", "--outdir", folder, str(file))
    made = file.with_suffix(".fodt")
    text = made.read_text(encoding="utf-8") if made.exists() else ""
    notes = re.findall(r"<office:annotation .*?</office:annotation>", text, re.S)
    noted = squeezed(re.sub(r"<[^>]*>", "", "".join(notes)))
    return [f"LibreOffice has no comment {word}" for word in comments if squeezed(word) not in noted]


def text_of(program, file):
    return subprocess.run([program, "text", file], capture_output=True, timeout=60, check=True).stdout


def fixture_faults(program, name, folder):
    before = word_fixtures.FIXTURES[name]()
    file = Path(folder) / f"{name}.docx"
    file.write_bytes(before)
    report, after = check(program, file, folder)
    faults = finding_faults(name, report, before, after) + untouched_faults(before, after)
    if file.read_bytes() != before:
        faults.append("the original was changed")
    if check(program, file, folder)[1] != after:
        faults.append("two runs differ")
    if text_of(program, file) != text_of(program, Path(folder) / "out.docx"):
        faults.append("the copy reads otherwise")
    if office.is_there():
        faults += office_faults(after, [f["message"] for f in report["findings"]], folder)
    return [f"{name}: {fault}" for fault in faults]


def refusal_faults(program, folder):
    """Nothing is written where a name cannot be meant."""
    file = Path(folder) / "one.docx"
    file.write_bytes(word_fixtures.split_runs())
    rows = [(f"docx={file}", 2, "覆盖"), (f"docx={folder}/", 2, "覆盖"),
            (f"docx={folder}/new.docx/", 2, "末尾"), (f"docx={file}/", 2, "末尾"),
            (f"docx={folder}/new/", 1, "")]
    faults = []
    for target, status, said in rows:
        done = subprocess.run([program, "check", file, "--output", target], capture_output=True,
                              timeout=60, check=False)
        if done.returncode != status or said not in done.stderr.decode():
            faults.append(f"{target}: status {done.returncode}, {done.stderr.decode()[:200]}")
    if (Path(folder) / "new.docx").exists() or not (Path(folder) / "new/one.docx").exists():
        faults.append("a folder that was not meant, or none that was")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    program = parser.parse_args().program.resolve()
    with tempfile.TemporaryDirectory() as folder:
        faults = [fault for name in word_fixtures.FIXTURES
                  for fault in fixture_faults(program, name, folder)]
        faults += refusal_faults(program, folder)
        if not office.is_there():
            print("skipped: LibreOffice is not installed, so it does not open the copies")
    count = len(word_fixtures.FIXTURES)
    print("\n".join(faults) or f"{count} Word files are annotated as they should be")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
