#!/usr/bin/env python3
"""Makes the pictures and excerpts of docs/outputs.md from a sample: `./dev pictures`.

Usage: make.py --program build/release/plumbline [--check]
--check: only that docs/outputs.md shows every format of the program and what it names is there.
"""

import argparse
import html
import io
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PAGE = ROOT / "docs/outputs.md"
SAMPLE = "samples/07-many-faults.txt"
LARGEST = 150_000  # bytes of a picture
CONTACT = """office: 桐岭县委全面依法治县委员会办公室
person: 周敏
phone: 0559-2201234
deadline: 收到之日起5个工作日内
date: '2024-02-26'
"""
INK = {"1": "font-weight:bold", "1;31": "color:#ff6b6b", "1;33": "color:#ffd166", "1;36": "color:#7bdff2",
       "1;35": "color:#e5a4ff", "2": "color:#9aa5b1"}
# Format: the lines of its output that the page shows.
EXCERPTS = {"docx": 12, "json": 18, "jsonl": 1, "csv": 6, "sarif": 14, "junit": 6, "github": 3, "md": 14}
WIDTH = 160  # characters of an excerpt's line


def formats(program):
    words = subprocess.run([program, "check", "--help"], capture_output=True, text=True, check=True,
                           env={"LANG": "en"}).stdout
    return re.findall(r"^  ([a-z]+) +\S", words.split("Formats:")[1].split("\n\n")[0], re.M)


def check(program, *arguments):
    done = subprocess.run([program, "check", SAMPLE, *arguments], cwd=ROOT, capture_output=True,
                          timeout=100, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return done.stdout


# ---- pictures ------------------------------------------------------------------------------------

def shoot(page, picture, width, height):
    """A picture of a web page; as root Chromium needs --no-sandbox."""
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                    "--force-device-scale-factor=0.8",
                    f"--user-data-dir={page.parent}/chromium", f"--window-size={width},{height}",
                    f"--screenshot={picture}", page.as_uri()], check=True, capture_output=True, timeout=120)


def on_a_terminal(program):
    """What the program writes to a terminal, with its colours."""
    master, slave = pty.openpty()
    with subprocess.Popen([program, "check", SAMPLE], cwd=ROOT, stdout=slave, stderr=subprocess.DEVNULL):
        os.close(slave)
        out = b""
        try:
            while piece := os.read(master, 65536):
                out += piece
        except OSError:  # the other end is closed
            pass
    os.close(master)
    return out.decode().replace("\r\n", "\n")


def text_picture(program, folder):
    words = html.escape(f"$ plumbline check {SAMPLE}\n" + on_a_terminal(program), quote=False)
    words = re.sub("\x1b\\[([0-9;]+)m(.*?)\x1b\\[0m", lambda m: f'<span style="{INK[m[1]]}">{m[2]}</span>',
                   words, flags=re.S)
    page = folder / "terminal.html"
    page.write_text('<meta charset="utf-8"><body style="margin:0;background:#17212b"><pre style="margin:16px;'
                    'color:#e8edf2;font:14px/1.5 \'Noto Sans Mono CJK SC\',monospace;white-space:pre-wrap">'
                    + words + "</pre>", encoding="utf-8")
    shoot(page, HERE / "text.png", 1100, 640)


def pdf_picture(source, name, folder, options="", where=("-r", "64")):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless",
                    "--convert-to", "pdf" + options, "--outdir", folder, source], check=True,
                   capture_output=True, timeout=200)
    subprocess.run(["pdftoppm", "-png", "-singlefile", *where, folder / f"{source.stem}.pdf", HERE / name], check=True)


def pictures(program, folder):
    (folder / "contact.yaml").write_text(CONTACT, encoding="utf-8")
    names = {"html": "page.html", "docx": "copy.docx", "xlsx": "book.xlsx", "note": "letter.docx",
             "selfcheck": "summary.docx"}
    outputs = [word for name, file in names.items() for word in ("--output", f"{name}={folder / file}")]
    check(program, *outputs, "--contact", folder / "contact.yaml")
    text_picture(program, folder)
    shoot(folder / "page.html", HERE / "html.png", 1100, 760)
    # Notes: LibreOffice marks each comment with a sheet of paper.
    notes = ':writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
    pdf_picture(folder / "copy.docx", "docx", folder, notes)
    # The sheet of findings, of which a page is too wide to read here.
    sheet = ("-f", "3", "-r", "185", "-x", "80", "-y", "96", "-W", "1000", "-H", "230")
    pdf_picture(folder / "book.xlsx", "xlsx", folder, where=sheet)
    pdf_picture(folder / "letter.docx", "note", folder)
    pdf_picture(folder / "summary.docx", "selfcheck", folder)


# ---- excerpts ------------------------------------------------------------------------------------

def shortened(line):
    return line if len(line) <= WIDTH else line[:WIDTH - 1] + "…"


def comments(data):
    """The lines of all comments of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/comments.xml"))
    return ["".join(p.itertext()) for p in root.iter() if p.tag.endswith("}p")]


def excerpt(program, name):
    data = check(program, "--format", name)
    lines = comments(data) if name == "docx" else data.decode("utf-8-sig").splitlines()
    shown = [shortened(line) for line in lines[:EXCERPTS[name]]]
    return "\n".join(shown + (["…"] if len(lines) > len(shown) else []))


def update(program):
    words = PAGE.read_text(encoding="utf-8")
    for name in EXCERPTS:
        fence = re.compile(rf"(<!-- {name} -->\n````[a-z]*\n).*?(````\n)", re.S)
        if not fence.search(words):
            raise SystemExit(f"docs/outputs.md has no place for {name}")
        words = fence.sub(lambda m, name=name: m[1] + excerpt(program, name) + "\n" + m[2], words)
    PAGE.write_text(words, encoding="utf-8")


# ---- check ---------------------------------------------------------------------------------------

def faults(program):
    words = PAGE.read_text(encoding="utf-8")
    for name in formats(program):
        if not re.search(rf"^## `{name}`", words, re.M):
            yield f"docs/outputs.md has no part on {name}"
    for name in re.findall(r"^## `([a-z]+)`", words, re.M):
        if name not in formats(program):
            yield f"docs/outputs.md shows {name}, which is no format"
    shown = set(re.findall(r"\]\(pictures/([^)]+)\)", words))
    stored = {file.name for file in HERE.glob("*.png")}
    if shown != stored:
        yield f"pictures shown and stored differ: {sorted(shown ^ stored)}"
    for name in shown & stored:
        data = (HERE / name).read_bytes()
        if not data.startswith(b"\x89PNG") or len(data) > LARGEST:
            yield f"docs/pictures/{name}: {len(data)} bytes, at most {LARGEST} of a PNG"
    for part in re.split(r"^## ", words, flags=re.M)[1:]:
        if "](pictures/" not in part and "````" not in part:
            yield f"nothing is shown of {part.splitlines()[0]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    program = options.program.resolve()
    if not options.check:
        if gone := [tool for tool in ("soffice", "chromium", "pdftoppm") if not shutil.which(tool)]:
            raise SystemExit(f"make.py: not installed: {' '.join(gone)}")
        with tempfile.TemporaryDirectory() as folder:
            pictures(program, Path(folder))
        update(program)
    found = list(faults(program))
    print("\n".join(found) or "docs/outputs.md shows every format")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
