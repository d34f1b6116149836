#!/usr/bin/env python3
"""Outputs in bad places and of bad texts, in every format: a full disk, a disk that cannot be written,
an input as target, one file for several documents; texts that steer; a hundred thousand faults.

Usage: outputs_test.py --program build/release/plumbline
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path
from xml.etree import ElementTree as ET

import papers
import workbook

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FAULTY = SAMPLES / "07-many-faults.txt"
HEAD = "柳溪县水利局关于2024年度法治政府建设情况的报告\n\n县政府：\n\n"
ONE_EACH = set(papers.TAILS)
OLD = b"the old file\n"
# C0, DEL, C1, LS, direction marks and isolates, BOM inside, a noncharacter, an overlong form.
STEERS = "\x01\x07\x08\x0b\x1b[31m\x7f\x85\x9b\u2028\u202e\u2066\u200f\ufeff\ufffe"
# Broken characters among many whole ones: a text is still a text.
WHOLE = "二、存在的不足和原因\n" + "执法力量不足，原因是培训不够。\n" * 400
HOSTILE = {
    "controls.txt": (HEAD + f"一、2022年度推进{STEERS}法治政府建设的主要举措和成效\n{STEERS}建设法制政府{STEERS}。\n"
                     "<script>alert(1)</script>=HYPERLINK(\"x\")]]>&#0;\n" + WHOLE).encode() +
    b"\xc0\x80\xff\n",
    # A heading that findings quote in full.
    "marks.txt": (HEAD + "一、2022年度推进法治政府建设\u2066=HYPERLINK(1)\u202e</w:t>\u200f<b>&的主要举措和成效\n"
                  "建设法制政府。\n" + WHOLE).encode() + b"\xff\n",
    "surrogates.txt": b"\xff\xfe" + (HEAD + "一、法制政府").encode("utf-16-le") +
                      b"\x00\xd8\x41\x00\xde\xdc" + ("建设法制政府\n" + WHOLE).encode("utf-16-le"),
}
# What programs read keeps the words as they are; it must parse.
FOR_PROGRAMS = {"json", "jsonl", "sarif"}
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u202a-\u202e\u2066-\u2069\ufffe\uffff"
                      "\ud800-\udfff]")


def formats(program):
    """The names of the table of writers, as the help lists them."""
    words = subprocess.run([program, "check", "--help"], capture_output=True, text=True,
                           check=True, env={"LANG": "en"}).stdout
    return re.findall(r"^  ([a-z]+) +\S", words.split("Formats:")[1].split("\n\n")[0], re.M)


def check(program, *arguments, **options):
    return subprocess.run([program, "check", *map(str, arguments)], capture_output=True, timeout=300,
                          check=False, **options)


# ---- bad places ----------------------------------------------------------------------------------

INSIDE = r"""
set -u
mount -t tmpfs -o size=96k none "$1" || exit 99
printf 'the old file\n' > "$1/$2"
[ "$3" = full ] && head -c 90k /dev/zero > "$1/filler"
[ "$3" = read-only ] && mount -o remount,ro "$1"
shift 3; before=$1; shift
"$@"; echo "status $?" >&2
ls -A "$before"; echo ==; cat "$before"/out*
"""


def in_small_disk(program, folder, state, name):
    """What a run into a disk that is full or read-only says and leaves; None where none can be made."""
    disk = folder / "disk"
    disk.mkdir(exist_ok=True)
    old = f"out{papers.TAILS[name]}.docx" if name in ONE_EACH else "out"
    target = f"{disk}/" if name in ONE_EACH else disk / "out"
    source = folder / "out.txt"  # its copy in a folder has the name of the old file
    source.write_bytes(FAULTY.read_bytes())
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", INSIDE, "sh", disk, old, state, disk, program, "check", source,
         "--output", f"{name}={target}", "--fail-on", "never"], capture_output=True, timeout=100,
        check=False)
    return None if done.returncode == 99 or b"unshare" in done.stderr else (old, done)


def disk_faults(program, folder, names):
    for state in ("full", "read-only"):
        for name in names:
            got = in_small_disk(program, folder, state, name)
            if got is None:
                return None
            old, done = got
            left, _, content = done.stdout.partition(b"==\n")
            files = sorted(left.decode().split())
            wanted = sorted([old, "filler"] if state == "full" else [old])
            if b"status 2" not in done.stderr or b"error[P4" not in done.stderr:
                yield f"{name}, {state} disk: {done.stderr.decode()[:300]}"
            if files != wanted or content != OLD:
                yield f"{name}, {state} disk: left {files}, {content[:60]}"


def target_faults(program, folder, names):
    source = folder / "input.txt"
    source.write_bytes(FAULTY.read_bytes())
    (folder / "link.txt").symlink_to(source)
    for name in names:
        for target in (source, folder / "link.txt", f"{folder}/./input.txt"):
            done = check(program, source, "--output", f"{name}={target}")
            if done.returncode != 2 or b"P3012" not in done.stderr or \
                    source.read_bytes() != FAULTY.read_bytes():
                yield f"{name}: an input as target: exit {done.returncode}"
        several = check(program, source, FAULTY, "--output", f"{name}={folder}/several")
        refused = several.returncode == 2 and b"P3029" in several.stderr
        if refused != (name in ONE_EACH) or (folder / "several").exists() == refused:
            yield f"{name}: one file for two documents: exit {several.returncode}"
        (folder / "several").unlink(missing_ok=True)
        gone = check(program, source, "--output", f"{name}={folder}/gone/out")
        if gone.returncode != 2 or (folder / "gone").exists():
            yield f"{name}: a folder that is not there: exit {gone.returncode}"
        for _ in range(2):  # what is there is replaced
            if check(program, source, "--output", f"{name}={folder}/again").returncode != 1:
                yield f"{name}: a file is not replaced"
        (folder / "again").unlink()


# ---- bad texts -----------------------------------------------------------------------------------

def strings(value):
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(part)


def words_of(name, file):
    """What the format shows as text, without its own escapes."""
    data = file.read_bytes()
    if name in ("json", "sarif"):
        return "".join(strings(json.loads(data)))
    if name == "jsonl":
        return "".join(word for line in data.decode().splitlines() for word in strings(json.loads(line)))
    if name == "junit":
        return "".join(ET.fromstring(data).itertext()) + data.decode()
    if name == "xlsx":
        return "".join(str(cell) for rows in workbook.read(data).values() for row in rows for cell in row)
    if name in ONE_EACH:
        part = "word/comments.xml" if name == "docx" else "word/document.xml"
        return "".join(words for _, words in papers.paragraphs(data, part))
    return data.decode()


def text_faults(program, folder, names):
    for file, data in HOSTILE.items():
        source = folder / file
        source.write_bytes(data)
        for name in names:
            out = folder / f"out.{name}"
            done = check(program, source, "--output", f"{name}={out}", "--fail-on", "never")
            # Broken characters leave rules unchecked: exit status 3.
            if done.returncode != 3 or not out.exists() or b"P3201" in done.stderr:
                yield f"{name}, {file}: exit {done.returncode}: {done.stderr.decode()[:200]}"
                continue
            words = words_of(name, out)
            if file == "marks.txt" and name in ("text", "note", "csv") and "HYPERLINK(1)" not in words:
                yield f"{name}, {file}: does not quote the heading"
            if name in FOR_PROGRAMS:
                continue
            if found := STEERING.search(words):
                yield f"{name}, {file}: shows {unicodedata.name(found[0], ascii(found[0]))}"


def heavy_faults(program, folder, names):
    """A hundred thousand faults: every format is written, and says how many it does not list."""
    source = folder / "heavy.txt"
    source.write_text(HEAD + "一、主要举措和成效\n" +
                      "".join(f"建设法制政府，第{i}项。\n" for i in range(100_000)), encoding="utf-8")
    outputs = [word for name in names for word in ("--output", f"{name}={folder}/heavy.{name}")]
    done = check(program, source, *outputs, "--fail-on", "never")
    if done.returncode != 0:
        yield f"100,000 faults: exit {done.returncode}: {done.stderr.decode()[:300]}"
        return
    for name in names:
        words = "".join(words_of(name, folder / f"heavy.{name}").split())
        if not re.search(r"另有(99\d\d\d|98999)处", words):
            yield f"{name}: 99,000 faults are not listed, and nothing says so"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    program = parser.parse_args().program.resolve()
    names = formats(program)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        faults = [*target_faults(program, folder, names), *text_faults(program, folder, names),
                  *heavy_faults(program, folder, names)]
        disks = list(disk_faults(program, folder, names))
        made = in_small_disk(program, folder, "full", "json") is not None
    if not made:
        print("skipped: no small disk can be mounted here (unshare -rm), so none is filled")
    faults += disks
    if not {"text", "docx", "note"} <= set(names):
        faults.append(f"formats {names}")
    print("\n".join(faults) or f"{len(names)} formats keep to their places")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
