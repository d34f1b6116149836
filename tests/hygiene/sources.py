"""Reading C++ just well enough for the hygiene checks: includes, comments, string literals."""

import re
from pathlib import Path

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)

# A comment, a raw string, a string or a character literal, whichever begins first.
TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/'
    r'|(?:u8|u|U|L)?R"(?P<fence>[^()\s\\]{0,16})\((?P<raw>.*?)\)(?P=fence)"'
    r'|(?:u8|u|U|L)?"(?P<string>(?:\\.|[^"\\\n])*)"'
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'",
    re.S,
)


def engine_sources(root):
    """Every .h and .cpp under engine/, sorted."""
    folder = Path(root) / "engine"
    return sorted(p for p in folder.rglob("*") if p.suffix in (".h", ".cpp"))


def test_sources(root):
    folder = Path(root) / "tests"
    return sorted(p for p in folder.rglob("*") if p.suffix in (".h", ".cpp"))


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def includes(text):
    """(line, True for <...>, path) of every include."""
    return [(line_of(text, m.start()), m[1] == "<", m[2]) for m in INCLUDE.finditer(text)]


def string_literals(text):
    """(line, words) of every string literal, includes and comments left out."""
    found = []
    for match in TOKEN.finditer(INCLUDE.sub(lambda m: " " * len(m[0]), text)):
        words = match["raw"] if match["raw"] is not None else match["string"]
        if words is not None:
            found.append((line_of(text, match.start()), words))
    return found


def without_comments(text):
    """The text with comments and literals blanked out; lines keep their numbers."""
    return TOKEN.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)
