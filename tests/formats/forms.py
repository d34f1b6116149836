"""One report in every format: each writer takes paragraphs and gives bytes.

docx is written by hand with real automatic numbers; doc, odt and pdf are made of it by LibreOffice.
"""

import base64
import html
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "hostile"))

import making  # noqa: E402

HEADING = re.compile(r"(第[一二三四五六七八九十]+[章节]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]"
                     r"|\d{1,2}[.．、](?!\d)|附件)")
NUMERALS = "〇一二三四五六七八九十"
LEVELS = [("chineseCounting", "%1、"), ("chineseCounting", "（%2）")]
SMALL = "<w:rPr><w:rFonts w:ascii='Noto Serif CJK SC' w:eastAsia='Noto Serif CJK SC'/><w:sz w:val='32'/></w:rPr>"


class Paragraph:
    def __init__(self, text, place):
        self.text, self.place = text, place  # "centre" "left" "body" "right"


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def joined(before, after):
    blank = before[-1:].isascii() and after[:1].isascii() and (before[-1:] + after[:1]).isalpha()
    return before + (" " if blank else "") + after


def unwrapped(text):
    """Lines of a text, those that a page layout cut joined again."""
    lines = [re.sub(r"^#+ ", "", line.strip(" \t\f\u3000")) for line in text.splitlines()]
    lines = [line for line in lines if line]
    widths = sorted(map(width, lines))
    full = widths[int(len(widths) * 0.85)]
    near = [w for w in widths if w >= full - 3]
    if len(near) < 0.35 * len(widths) or widths[-1] > 1.6 * full:
        return lines
    out = []
    for line in lines:
        open_line = out and last >= full - 7 and not HEADING.match(line) and (
            not out[-1].endswith("。") or last >= full - 1)
        if open_line:
            out[-1] = joined(out[-1], line)
        else:
            out.append(line)
        last = width(line)
    return out


def paragraphs(text):
    """Head (centred), addressee, body, signature and date (right) by where they stand."""
    lines = [re.sub("[ \u3000]{3,}", "\u3000" * 4, line) for line in unwrapped(text)]
    body = next((i for i, line in enumerate(lines)
                 if HEADING.match(line) or len(line) > 45), len(lines))
    result = []
    for i, line in enumerate(lines):
        tail = i >= len(lines) - 3 and len(line) < 30 and i > body and "。" not in line
        head = i < body and len(line) < 45 and not line.endswith(("：", ":"))
        place = "centre" if head else "left" if line.endswith(("：", ":")) and i < body \
            else "right" if tail else "body"
        result.append(Paragraph(line, place))
    return result


# ---- text ---------------------------------------------------------------------------------------

def txt(rows):
    return "\n".join(("　　" if row.place == "body" else "") + row.text for row in rows) + "\n"


def md(rows):
    return "\n\n".join(("## " if re.match(f"[{NUMERALS}]+、", row.text) else "") + row.text
                       for row in rows) + "\n"


def page(rows):
    body = "".join(f'<p style="text-align:{"center" if row.place == "centre" else "left"}">'
                   f"{html.escape(row.text)}</p>\n" for row in rows)
    return ('<!DOCTYPE html><html><head><meta charset="utf-8"><title>政务公开</title></head><body>'
            '<div class="nav"><a href="/">首页</a> <a href="/gk">政务公开</a></div>'
            f'<div class="TRS_Editor">{body}</div><div class="foot">主办单位：示例</div></body></html>')


def mht(rows):
    body = base64.encodebytes(page(rows).encode()).decode()
    return ('From: <Saved by Browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n'
            '\tboundary="----b"\r\n\r\n------b\r\nContent-Type: text/html; charset="utf-8"\r\n'
            f"Content-Transfer-Encoding: base64\r\n\r\n{body}\r\n------b--\r\n")


def rtf(rows):
    """As Word writes it: no character beyond ASCII, numbers as text."""
    body = "".join("\\pard " + "".join(c if c.isascii() else f"\\u{ord(c) - (65536 if ord(c) > 32767 else 0)}?"
                                      for c in row.text) + "\\par\n" for row in rows)
    return "{\\rtf1\\ansi\\ansicpg936\\deff0\\uc1{\\fonttbl{\\f0 SimSun;}}\n" + body + "}"


# ---- docx and what is made of it ----------------------------------------------------------------

def numeral(value):
    tens, ones = divmod(value, 10)
    return ("" if tens < 2 else NUMERALS[tens]) + ("十" if tens else "") + (NUMERALS[ones] if ones else "")


class Numbers:
    """Which paragraphs take an automatic number: those whose number is the one that would come."""

    def __init__(self):
        self.count = [0, 0]

    def take(self, text):
        marks = [numeral(self.count[0] + 1) + "、", f"（{numeral(self.count[1] + 1)}）"]
        for level, mark in enumerate(marks):
            if text.startswith(mark):
                self.count[level] += 1
                self.count[1] = self.count[1] if level else 0
                return level, text[len(mark):]
        return None, text


def docx(rows):
    numbers, body = Numbers(), ""
    align = {"centre": '<w:jc w:val="center"/>', "right": '<w:jc w:val="right"/>',
             "body": '<w:ind w:firstLineChars="200" w:firstLine="640"/>', "left": ""}
    for row in rows:
        level, text = numbers.take(row.text)
        number = "" if level is None else (f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/>'
                                           "</w:numPr>")
        body += (f"<w:p><w:pPr>{number}{align[row.place]}</w:pPr>"
                 f"{making.run(html.escape(text, quote=False), SMALL)}</w:p>")
    levels = "".join(f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
                     f'<w:suff w:val="nothing"/><w:lvlText w:val="{words}"/>{SMALL}</w:lvl>'
                     for i, (form, words) in enumerate(LEVELS))
    size = ('<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" '
            'w:bottom="1985" w:left="1588"/></w:sectPr>')
    types = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
             'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
             '<Default Extension="xml" ContentType="application/xml"/>' + "".join(
                 f'<Override PartName="/word/{part}.xml" ContentType="application/vnd.'
                 f'openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
                 for part, kind in (("document", "document.main"), ("numbering", "numbering")))
             + "</Types>")
    entries = making.docx_entries(
        making.document(body + size),
        numbering=f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
                  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>')
    entries[0] = making.deflated("[Content_Types].xml", types)
    return making.make_zip(entries)


def convert(folder, files, ending, target):
    """LibreOffice, once for all `files`, into folder/ending."""
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                    "--convert-to", target, "--outdir", str(Path(folder) / ending),
                    *map(str, files)], capture_output=True, timeout=240, check=True)


def has_office():
    return shutil.which("soffice") is not None


# ---- ofd ----------------------------------------------------------------------------------------

SIZE, LEFT, CHARACTERS, LINES = 5.64, 28, 27, 22  # millimetres; a line; a page


def laid_lines(rows):
    """(indent in characters, text) of every line as it would stand on paper."""
    for row in rows:
        text, indent = row.text, 2 if row.place == "body" else 0
        while text:
            room, taken = (CHARACTERS - indent) * 2, 0
            for taken in range(1, len(text) + 1):
                if width(text[:taken]) > room:
                    taken -= 1
                    break
            while taken < len(text) and text[taken] in "，。；：、）》”":
                taken -= 1
            while taken < len(text) and text[taken - 1:taken + 1].isdigit():
                taken -= 1
            part = text[:taken]
            if row.place in ("centre", "right"):
                free = CHARACTERS - width(part) / 2
                indent = free / 2 if row.place == "centre" else free
            yield indent, part
            text, indent = text[taken:], 0


def ofd(rows):
    pages, current = [], []
    for line in laid_lines(rows):
        if len(current) == LINES:
            pages.append(current)
            current = []
        current.append(line)
    pages.append(current)
    out = []
    for number, lines in enumerate(pages, 1):
        objects = []
        for i, (indent, text) in enumerate(lines):
            steps = " ".join(f"{SIZE if width(c) == 2 else SIZE / 2:.2f}" for c in text[:-1])
            objects.append(f'<TextObject ID="{i + 1}" Boundary="{LEFT + indent * SIZE:.2f} '
                           f'{37 + i * 10:.2f} 170 8" Size="{SIZE}"><TextCode X="0" Y="6" '
                           f'DeltaX="{steps}">{html.escape(text, quote=False)}</TextCode></TextObject>')
        objects.append(f'<TextObject ID="99" Boundary="100 275 20 8" Size="5"><TextCode X="0" Y="6">'
                       f"— {number} —</TextCode></TextObject>")
        out.append("".join(objects))
    return making.ofd(out)
