#!/usr/bin/env python3
"""Checks every report in samples/ and compares what is found with tests/gold/samples/NAME.json.

    python3 tests/gold/run_samples.py --program build/release/plumbline [--update]

An expectation holds status, facts, elements and every finding (rule, severity, section, quote).
--update rewrites them; the difference is reviewed like code.
"""

import argparse
import difflib
import json
import sys
from pathlib import Path

import program as prog

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "samples"
# Web pages: checked as what they are. Every other sample is a submitted draft.
PUBLISHED = {"03-web-page.txt", "10-thematic.txt", "12-information-disclosure.txt",
             "13-information-disclosure-faults.txt"}
# Samples of other packs than the national one.
PACKS = {"12-information-disclosure.txt": "information-disclosure-report",
         "13-information-disclosure-faults.txt": "information-disclosure-report",
         "14-anhui-department.txt": "rule-of-law-report-anhui",
         "15-anhui-faults.txt": "rule-of-law-report-anhui"}


def summary(document, profile):
    """What an expectation holds of a document."""
    facts = {name: prog.fact(document, name) for name in document["facts"]}
    elements = {key: " ".join(filter(None, (value["state"], value.get("heading"))))
                for key, value in document["elements"].items()}
    findings = [[f["rule"], f["severity"], (f.get("location") or {}).get("section") or "",
                 f.get("quote") or ""] for f in document["findings"]]
    return {"profile": profile, "status": document["status"], "facts": facts, "elements": elements,
            "findings": findings}


def as_text(value):
    """JSON with one finding per line, so that a difference reads well."""
    rows = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in value["findings"])
    head = json.dumps({k: v for k, v in value.items() if k != "findings"}, ensure_ascii=False,
                      indent=2)
    return f'{head[:-2]},\n  "findings": [{chr(10) + rows + chr(10) + "  " if rows else ""}]\n}}\n'


def compare(name, expected, got):
    """True where both are the same; prints the difference."""
    if expected == got:
        return True
    print(f"{name} differs:")
    print("\n".join(difflib.unified_diff(expected.splitlines(), got.splitlines(), "expected", "got",
                                         lineterm="", n=1)))
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    right = True
    for file in sorted(SAMPLES.iterdir()):
        profile = "published" if file.name in PUBLISHED else "submitted"
        pack = ["--pack", PACKS[file.name]] if file.name in PACKS else []
        document = prog.check(options.program, [file], "--profile", profile, *pack)[0]
        got = as_text(summary(document, profile))
        golden = HERE / "samples" / f"{file.name}.json"
        if options.update and document["status"] != "crashed":
            golden.write_text(got, encoding="utf-8")
        expected = golden.read_text(encoding="utf-8") if golden.exists() else ""
        right &= compare(file.name, expected, got)
    print("every sample is as expected" if right else "some samples differ")
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
