#!/usr/bin/env python3
"""Codes of pack diagnostics: what the engine says and what docs/diagnostics.md explains agree.

Usage: diagnostic_codes_test.py ROOT. Exit status 1 where they differ.
"""

import re
import sys
from pathlib import Path


def main():
    root = Path(sys.argv[1])
    said = {}
    for path in sorted((root / "engine").rglob("*.cpp")):
        for code in re.findall(r'"(P1\d{3})"', path.read_text(encoding="utf-8")):
            said.setdefault(code, path.relative_to(root))
    rows = re.findall(r"^\| (P1\d{3}) \|", (root / "docs/diagnostics.md").read_text("utf-8"), re.M)
    wrong = [f"{said[code]}: {code} is not in docs/diagnostics.md" for code in said.keys() - set(rows)]
    wrong += [f"docs/diagnostics.md: {code} is said nowhere" for code in set(rows) - said.keys()]
    wrong += [f"docs/diagnostics.md: {code} stands twice" for code in set(rows) if rows.count(code) > 1]
    if rows != sorted(rows):
        wrong.append("docs/diagnostics.md: the codes are not in order")
    print("\n".join(sorted(wrong)) or f"{len(rows)} codes agree")
    return 1 if wrong or not said else 0


if __name__ == "__main__":
    sys.exit(main())
