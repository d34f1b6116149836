#!/usr/bin/env python3
"""Breaks the clean sample in one place at a time: the rules for that place must fire, no other.

    python3 tests/gold/mutations.py --program build/release/plumbline [--case date]
"""

import argparse
import re
import sys
import tempfile
from pathlib import Path

import program as prog
from mutation_table import MUTATIONS

SAMPLE = Path(__file__).resolve().parents[2] / "samples/01-clean-department.txt"


def judge(name, must, may, document):
    """Lines of complaint about one mutation; none where it is right."""
    if document["status"] != "checked":
        return [f"{name}: {document['status']}: {document.get('reason')}"]
    fired = {prog.rule_of(f) for f in document["findings"]}
    words = [f"{name}: no {rule}" for rule in must if rule not in fired]
    for finding in prog.alarms(document):
        if prog.rule_of(finding) not in must + may:
            words.append(f"{name}: {finding['severity']} {finding['rule']} "
                         f"“{finding.get('quote') or ''}” {finding['message']}")
    return words


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--case", default="", help="only mutations whose name holds this")
    options = parser.parse_args()
    clean = SAMPLE.read_text(encoding="utf-8")
    rows = [row for row in MUTATIONS if options.case in row.name]
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        for profile in ("submitted", "published"):
            mine = [row for row in rows if row.profile == profile]
            files = [Path(folder) / (re.sub(r"\W", "-", row.name) + ".txt") for row in mine]
            for file, row in zip(files, mine):
                mutated = row.change(clean)
                if mutated == clean and row.must:
                    complaints.append(f"{row.name}: the mutation changes nothing")
                file.write_text(mutated, encoding="utf-8")
            for row, document in zip(mine, prog.check(options.program, files, "--profile", profile)):
                complaints += judge(row.name, row.must, row.may, document)
    print("\n".join(complaints))
    wrong = len({line.split(":")[0] for line in complaints})
    print(f"{len(rows) - wrong} of {len(rows)} mutations are caught, and nothing else fires")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
