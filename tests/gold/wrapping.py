"""Hard-wraps a text the way the text layer of a PDF does."""

import re

# What a typesetter keeps together: numbers, words, a character with the marks that may not begin
# or end a line.
UNIT = re.compile(r"[0-9]+(?:\.[0-9]+)?%?|[A-Za-z]+|[“《（〔‘]?.[，。；、：）》”’〕%]*", re.S)


def columns(text):
    return sum(1 if ord(character) < 128 else 2 for character in text)


def wrap_line(line, width):
    """Lines of at most `width` Chinese characters, one blank run never at their ends."""
    lines, current = [], ""
    # What stands at two ends of a line stays on one line: its blanks shrink, its words do not wrap.
    for unit in UNIT.findall(re.sub(r"[ \u3000]{2,}", " ", line.strip())):
        if current and columns(current + unit) > 2 * width:
            lines.append(current.rstrip())
            current = ""
        current += unit if current or unit.strip() else ""
    return lines + ([current.rstrip()] if current.strip() else [])


def wrap(text, width, between="\n"):
    """The whole text wrapped; `between` stands after every line ("\n\n" = blank lines)."""
    lines = [part for line in text.splitlines() for part in wrap_line(line, width)]
    return between.join(lines) + "\n"
