#!/usr/bin/env python3
"""Codes of diagnostics: what the engine says, what docs/ explains and what goldens show agree.

The tables messages*.h hold every sentence about packs in both languages. docs/diagnostics.zh-CN.md is
made from them (PLUMBLINE_UPDATE_GOLDEN=1 writes it). Each fault that docs/formats/lint.md lists is shown
by the golden pack that it names.

Usage: diagnostic_codes_test.py ROOT. Exit status 1 where they differ.
"""

import json
import os
import re
import sys
from pathlib import Path

LEAST_LINTS = 40
LITERAL = r'"(?:[^"\\]|\\.)*"'
LITERALS = rf"(?:{LITERAL}\s*)+"
FORM = re.compile(rf"form\(\s*({LITERAL}|k\w+),\s*({LITERALS}),\s*({LITERALS})\)")
CODE = re.compile(r"P\d{4}")
# Said by no golden, and why; everything else has one.
NOT_SHOWN = {
    "P2001": "the command line always names a pack",
    "P2003": "the command line looks at the day first (P3013)",
    "P3004": "CLI11 refuses nothing that plumbline lets it see",
    "P3101": "asks for a standard output that is full",
    "P3301": "asks for a million findings",
    "P3302": "asks for a machine without room for temporary files",
    "P3303": "asks for a Word file that can be read and not be copied; tests/formats sees its exit status",
    "P3304": "asks for a safe fix in a format that is not changed",
    "P3900": "a defect of the program",
    "P4003": "tests may run as root, who may do everything",
    "P4006": "asks for a file that changes while it is read",
    "P4007": "asks for a disk that fails",
}


def text(literals):
    parts = re.findall(LITERAL, literals)
    return "".join(re.sub(r"\\(.)", r"\1", part[1:-1]) for part in parts)


def forms(root):
    """(code, English, Chinese) of every sentence that has a code."""
    named = dict(re.findall(r'(k\w+) = "(P\d{4})";', (root / "engine/io/file.h").read_text("utf-8")))
    for path in sorted((root / "engine").rglob("messages*.h")):
        for code, english, chinese in FORM.findall(path.read_text("utf-8")):
            code = text(code) if code.startswith('"') else named[code]
            if code:
                yield code, text(english), text(chinese)


def codes_said(root):
    for path in sorted((root / "engine").rglob("*.[ch]*")):
        for code in re.findall(r'"(P\d{4})"', path.read_text("utf-8")):
            yield code, path.relative_to(root)


def codes_explained(root):
    for line in (root / "docs/diagnostics.md").read_text("utf-8").splitlines():
        if line.startswith("| P"):
            yield from CODE.findall(line.split("|")[1])


def agreement(root):
    said = dict(codes_said(root))
    rows = list(codes_explained(root))
    yield from (f"{said[code]}: {code} is not in docs/diagnostics.md" for code in said.keys() - set(rows))
    yield from (f"docs/diagnostics.md: {code} is said nowhere" for code in set(rows) - said.keys())
    yield from (f"docs/diagnostics.md: {code} stands twice" for code in set(rows) if rows.count(code) > 1)
    of_packs = [code for code in rows if code.startswith("P1")]
    if of_packs != sorted(of_packs):
        yield "docs/diagnostics.md: the codes are not in order"
    if not said:
        yield "engine: no code is said"


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


def goldens(root):
    """Codes that no golden shows; of packs and of files that go with them, in both languages."""
    shown, shown_in_chinese = set(), set()
    for path in (root / "tests/golden").rglob("*.txt"):
        codes = set(re.findall(r"(?:error|warning|note)\[(P\d{4})\]", path.read_text("utf-8", "replace")))
        shown |= codes
        if path.name.endswith(".zh.txt"):
            shown_in_chinese |= codes
    for code in sorted(set(dict(codes_said(root))) - shown - NOT_SHOWN.keys()):
        yield f"tests/golden: nothing shows {code}"
    for code in sorted(shown & NOT_SHOWN.keys()):
        yield f"tests/golden: {code} is shown, take it out of NOT_SHOWN"
    of_packs = {code for code, _, _ in forms(root) if code.startswith("P1")}
    for code in sorted(of_packs - shown_in_chinese):
        yield f"tests/golden: no *.zh.txt shows {code}"


def patterns(value):
    """The `pattern` of every text in a schema."""
    if isinstance(value, dict):
        if isinstance(value.get("pattern"), str):
            yield value["pattern"]
        value = list(value.values())
    for one in value if isinstance(value, list) else []:
        yield from patterns(one)


def text_forms(root):
    """Forms of texts that no table words for people."""
    table = (root / "engine/rules/messages_form.h").read_text("utf-8")
    worded = set(re.findall(r'\{R"\((.*?)\)",', table))
    asked = set()
    for name in ("pack", "waivers", "roster", "contact"):
        schema = json.loads((root / f"schemas/{name}-v1.schema.json").read_text("utf-8"))
        asked |= set(patterns(schema))
    yield from (f"engine/rules/messages_form.h: no words for {one}" for one in sorted(asked - worded))
    yield from (f"engine/rules/messages_form.h: no schema asks for {one}" for one in sorted(worded - asked))


HEAD = """# 规则包等文件的提示一览

规则包、豁免清单、报送名单、联系方式等文件写错时，程序用中文或英文说明；代码和位置在两种语言中相同。本页列出每个代码的
中文提示，“…”处为具体的名称、数字或位置。含义和办法的英文说明见 [diagnostics.md](diagnostics.md)。

本页由程序中的同一份用语表生成，不要手工修改。

| 代码 | 提示 |
| --- | --- |
"""


def chinese_page(root):
    rows = {}
    for code, _, chinese in forms(root):
        words = re.sub("…+", "…", re.sub(r"\{\d\}", "…", chinese)).replace("|", "\\|")
        if words != "…" and words not in rows.setdefault(code, []):
            rows[code].append(words)
    return HEAD + "".join(f"| {code} | {'<br>'.join(words)} |\n" for code, words in sorted(rows.items()))


def page(root):
    path = root / "docs/diagnostics.zh-CN.md"
    if os.environ.get("PLUMBLINE_UPDATE_GOLDEN"):
        path.write_text(chinese_page(root), "utf-8")
    if not path.is_file() or path.read_text("utf-8") != chinese_page(root):
        yield "docs/diagnostics.zh-CN.md: not what the tables say; PLUMBLINE_UPDATE_GOLDEN=1 writes it"


def main():
    root = Path(sys.argv[1])
    wrong = [fault for look in (agreement, examples, goldens, text_forms, page) for fault in look(root)]
    print("\n".join(sorted(wrong)) or f"{len(set(codes_explained(root)))} codes agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
