#!/usr/bin/env python3
"""The pack information-disclosure-report on texts beside the source tree (../shared/other-kinds).

Usage: real_reports.py PROGRAM ROOT. Exit status 77 where the texts are not there. What is right of its
kind is checked without a false alarm, everything else is of another kind.
"""

import json
import subprocess
import sys
from pathlib import Path

PACK = "information-disclosure-report"
# Text: what is really wrong with it. In this one the totals of a table say 0 beside cases.
RIGHT = {"infodisc_淮安市洪泽区人民政府_2023.txt": ["litigation-table", "litigation-table"]}


def check(program, pack, files):
    command = [program, "check", "--pack", pack, "--profile", "published", "--format", "json"]
    out = subprocess.run([*command, "--", *map(str, files)], capture_output=True, check=False).stdout
    return json.loads(out)["documents"]


def main():
    program, root = sys.argv[1], Path(sys.argv[2])
    texts = sorted((root.parent / "shared/other-kinds").glob("*.txt"))
    if not texts:
        print("skipped: ../shared/other-kinds is not there")
        return 77
    texts += sorted((root.parent / "shared/made-reports").glob("*.txt"))
    wrong = []
    for document in check(program, str(root / "rules" / PACK), texts):
        name = Path(document["path"]).name
        is_kind = name.startswith("infodisc_")
        if (document["status"] == "checked") != is_kind:
            wrong.append(f"{name}: {document['status']} {document['reason']}")
        found = [f["rule"] for f in document["findings"] if f["severity"] != "note"]
        if is_kind and found != RIGHT.get(name, []):
            wrong.append(f"{name}: {found}")
        if is_kind and [r["id"] for r in document["rules"] if r["outcome"] == "needs-review"]:
            wrong.append(f"{name}: a table was not read")
    print("\n".join(wrong) or f"{len(texts)} texts as expected")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
