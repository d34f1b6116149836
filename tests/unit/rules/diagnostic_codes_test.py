#!/usr/bin/env python3
"""Codes of pack diagnostics: what the engine says and what docs/diagnostics.md explains agree.

Each fault that docs/formats/lint.md lists is shown by the golden pack that it names.

Usage: diagnostic_codes_test.py ROOT. Exit status 1 where they differ.
"""

import re
import sys
from pathlib import Path


LEAST_LINTS = 40


def examples(root):
    """What is wrong with the table of lints."""
    table = (root / "docs/formats/lint.md").read_text("utf-8")
    rows = re.findall(r"^\| .* \| (P1\d{3}) \| ([a-z0-9-]+) \|$", table, re.M)
    for code, example in rows:
        golden = root / "tests/golden/pack" / example / "expected.txt"
        if not golden.is_file() or f"[{code}]" not in golden.read_text("utf-8"):
            yield f"docs/formats/lint.md: {example} does not show {code}"
    if len(set(rows)) < LEAST_LINTS:
        yield f"docs/formats/lint.md: {len(set(rows))} lints, {LEAST_LINTS} at least"


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
    wrong += examples(root)
    if rows != sorted(rows):
        wrong.append("docs/diagnostics.md: the codes are not in order")
    print("\n".join(sorted(wrong)) or f"{len(rows)} codes agree")
    return 1 if wrong or not said else 0


if __name__ == "__main__":
    sys.exit(main())
