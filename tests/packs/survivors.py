#!/usr/bin/env python3
"""The shipped packs in one run: each rule fires in some case and is silent in some other, and
docs/mutation-survivors.md names just what their broken samples do not show.

Usage: survivors.py PROGRAM ROOT
"""

import collections
import json
import re
import subprocess
import sys
from pathlib import Path

PAGE = "docs/mutation-survivors.md"
SECTION = re.compile(r"## (\S+)")
ENTRY = re.compile(r"- `([^`]+)` `([^`]+)` \(([^)]+)\): (.+)")
LEAST = 30  # characters of an explanation


def tested(program, root):
    """Folder and results of each shipped pack."""
    packs = sorted(path.parent for path in (root / "rules").glob("*/pack.yaml"))
    command = [program, "rules", "test", "--format", "json", "--", *map(str, packs)]
    out = subprocess.run(command, capture_output=True, check=False).stdout
    return list(zip(packs, json.loads(out)["packs"]))


def untried(results):
    for _, pack in results:
        for rule in pack["coverage"]["rules"]:
            branches = [one for one in rule["branches"] if one["kind"] == "rule"]
            if not all(one["fired"] and one["spared"] for one in branches):
                yield f"{pack['id']}: {rule['rule']} never fires, or is never silent, in its cases"


def survivors(results):
    for folder, pack in results:
        for mutant in pack["mutation"]["broken"]:
            at = Path(mutant["at"]["path"]).relative_to(folder)
            fired = "".join(f", besides {finding}" for finding in mutant["besides"])
            yield pack["id"], f"{at}:{mutant['at']['line']}", mutant["name"], ", ".join(mutant["must"]) + fired


def explained(page):
    pack = ""
    for entry in re.sub(r"\n  +", " ", page).splitlines():
        if section := SECTION.fullmatch(entry):
            pack = section[1]
        elif line := ENTRY.fullmatch(entry):
            if len(line[4]) < LEAST:
                sys.exit(f"{PAGE}: say why: {entry}")
            yield pack, line[1], line[2], line[3]
        elif entry.startswith("- "):
            sys.exit(f"{PAGE}: not `place` `mutation` (rules): why: {entry}")


def main():
    program, root = sys.argv[1], Path(sys.argv[2])
    results = tested(program, root)
    found = collections.Counter(survivors(results))
    told = collections.Counter(explained((root / PAGE).read_text(encoding="utf-8")))
    wrong = [f"survives and is not explained: {one}" for one in (found - told).elements()]
    wrong += untried(results)
    wrong += [f"is explained and does not survive: {one}" for one in (told - found).elements()]
    print("\n".join(wrong) or f"{found.total()} survivors, each explained")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
