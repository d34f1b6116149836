#!/usr/bin/env python3
"""House rules that a compiler does not see: words in C++, size of files, left-overs, test names.

Usage: check_sources.py [ROOT]. Prints one line per violation, exit status 1 if there is one.
"""

import re
import sys
from pathlib import Path

import sources

MAX_LINES = 400
TOP_LEVEL = {"engine", "rules", "schemas", "samples", "tests", "docs"}

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# Marks and numerals of numbering and dates are typography, not words; 第 and 是 make the marks
# 第一， and 一是; chapters and page numbers are marks too, and so is 至 between two years.
MARKS = set("一二三四五六七八九十百千零〇两廿年月日号份元第是章节条款页共至")
# Interface texts live here; elsewhere in a file of their own, one per module.
INTERFACE = re.compile(r"^engine/(cli|output)/|^engine/(\w+/)?(locale|messages)[^/]*$")

LEFT_OVER = re.compile(r"\b(TODO|FIXME)\b|not implemented|for now\b", re.I)
SWITCHED_OFF = re.compile(r"doctest::(skip|may_fail|should_fail)|DISABLED_")
TEST_NAME = re.compile(r'\b(?:TEST_CASE|SUBCASE|TEST_CASE_FIXTURE)\s*\((?:\s*\w+\s*,)?\s*"([^"]*)"')
GOOD_TEST_NAME = re.compile(r"^[a-z0-9 '-]+$")
# The engine library never prints, exits, reads the clock or the environment.
FORBIDDEN_CALL = re.compile(
    r"std::c(out|err|log)\b|\bf?printf\s*\(|\bgetenv\s*\(|\b(std::)?(exit|abort|_Exit)\s*\("
    r"|_clock::now|\bstd::time\s*\(|\bsystem\s*\(|\bthread_local\b|std::this_thread::sleep")
# pattern.cpp: a literal in C++ that does not compile is a programmer's error and ends the process.
CALL_MAY_STAND = re.compile(r"^engine/(cli|io)/|^engine/pattern/pattern\.cpp$")


def chinese_words(path, text):
    if INTERFACE.search(path):
        return
    for line, words in sources.string_literals(text):
        bad = [c for c in HAN.findall(words) if c not in MARKS]
        if bad:
            yield line, (f'Chinese words in a string ("{words.strip()[:40]}"): words of the domain '
                         "belong in a pack, sentences for a person in the module's messages.h")


def forbidden_calls(path, text):
    if CALL_MAY_STAND.search(path):
        return
    code = sources.without_comments(text)
    for match in FORBIDDEN_CALL.finditer(code):
        yield sources.line_of(code, match.start()), f"{match[0].strip()} in the engine library"


def header_rules(path, text):
    if not path.endswith(".h"):
        return
    if "#pragma once" not in text:
        yield 1, "a header without #pragma once"
    code = sources.without_comments(text)
    for match in re.finditer(r"\busing\s+namespace\b", code):
        yield sources.line_of(code, match.start()), "using namespace in a header"


def left_overs(_, text):
    for match in LEFT_OVER.finditer(text):
        yield sources.line_of(text, match.start()), f"left-over: {match[0]}"


def too_long(_, text):
    count = text.count("\n")
    if count > MAX_LINES:
        yield count, f"{count} lines, the limit is {MAX_LINES}"


def bad_tests(_, text):
    for match in TEST_NAME.finditer(text):
        if not GOOD_TEST_NAME.match(match[1]):
            yield sources.line_of(text, match.start()), f'test name "{match[1]}": only [a-z0-9 \'-]'
    for match in SWITCHED_OFF.finditer(text):
        yield sources.line_of(text, match.start()), f"a test is switched off: {match[0]}"


ENGINE_RULES = [chinese_words, forbidden_calls, header_rules, left_overs, too_long]
TEST_RULES = [left_overs, too_long, bad_tests]


def top_level(root):
    for entry in sorted(Path(root).iterdir()):
        if entry.is_dir() and not entry.name.startswith(".") and entry.name != "build":
            if entry.name not in TOP_LEVEL:
                yield f"{entry.name}/:1: a top-level folder beyond {', '.join(sorted(TOP_LEVEL))}"


def violations(root):
    """One line of text per violation, sorted by place."""
    found = list(top_level(root))
    for files, rules in ((sources.engine_sources(root), ENGINE_RULES),
                         (sources.test_sources(root), TEST_RULES)):
        for file in files:
            path = file.relative_to(root).as_posix()
            text = file.read_text(encoding="utf-8")
            found += [f"{path}:{line}: {what}" for rule in rules for line, what in rule(path, text)]
    return found


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2]).resolve()
    found = violations(root)
    print("\n".join(found) or "sources: every house rule holds")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
