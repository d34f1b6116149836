#!/usr/bin/env python3
"""A document of which a part cannot be read: what may stand there is not checked and never called absent.

    python3 tests/formats/missing_parts.py --program build/dev/plumbline
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "hostile"))
from making import Entry, docx, paragraph  # noqa: E402

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "01-clean-department.txt"
UNREAD = '<w:altChunk r:id="r0"/>'
NOT_CHECKED = {"problems-section", "problem-causes", "heading-sequence"}


def report(missing):
    """The clean sample; its second section stands in a part that is not read, or nowhere."""
    lines = [line.strip() for line in SAMPLE.read_text(encoding="utf-8").splitlines() if line.strip()]
    first = next(i for i, line in enumerate(lines) if line.startswith("二、"))
    last = next(i for i, line in enumerate(lines) if line.startswith("三、"))
    body = "".join(map(paragraph, lines[:first])) + missing + "".join(map(paragraph, lines[last:]))
    if UNREAD not in missing:
        return docx(body)
    return docx(body, links=[("aFChunk", "a.html", "")], more=[Entry("word/a.html", "<p>x</p>")])


def checked(program, folder, data, *words):
    file = Path(folder) / "a.docx"
    file.write_bytes(data)
    return subprocess.run([program, "check", *words, str(file)], capture_output=True, check=False)


def outcomes(done, wanted):
    document = json.loads(done.stdout)["documents"][0]
    return {rule["id"] for rule in document["rules"] if rule["outcome"] == wanted}, document["findings"]


def faults(program, folder):
    done = checked(program, folder, report(UNREAD), "--format", "json")
    unchecked, findings = outcomes(done, "not-checked")
    if done.returncode != 3 or unchecked != NOT_CHECKED or findings:
        yield f"unread: exit {done.returncode}: {sorted(unchecked)} {[f['rule'] for f in findings]}"
    told = checked(program, folder, report(UNREAD)).stdout.decode()
    for words in ("②存在的不足 未定", "②未定", "①有"):
        if words not in told:
            yield f"the report does not say {words}"
    passage = paragraph("二、其他情况") + paragraph("工作中还存在不足。")
    unchecked, findings = outcomes(checked(program, folder, report(passage + UNREAD), "--format", "json"),
                                   "not-checked")
    if "problems-section" in unchecked or any(f["rule"] == "problems-section" for f in findings):
        yield f"in a passage where the rest is unread: {sorted(unchecked)}"
    # The same without anything unread, so that the rows above say something.
    done = checked(program, folder, report(""), "--format", "json")
    failed, findings = outcomes(done, "fail")
    if not NOT_CHECKED - {"problem-causes"} <= {f["rule"] for f in findings} or done.returncode != 1:
        yield f"absent: exit {done.returncode}: {[f['rule'] for f in findings]} {sorted(failed)}"
    if "②缺" not in checked(program, folder, report("")).stdout.decode():
        yield "what is absent is not called so"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    with tempfile.TemporaryDirectory() as folder:
        found = list(faults(str(parser.parse_args().program.resolve()), folder))
    print("\n".join(found) or "what was not read is not called absent")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
