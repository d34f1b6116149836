#!/usr/bin/env python3
"""Machines that are not as they should be: an old kernel without protections, converters that misbehave,
a /tmp that holds nothing. What can be read is read, the rest ends typed, nothing is left behind.

    python3 tests/formats/hostile/machines.py --program build/dev/plumbline
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "support"))

import old_kernel
from making import docx, paragraph, pdf_pages, shown
from orphans import adopt_orphans, orphans

TEXT = "甲市乙局关于法治建设的说明。"
RTF = b"{\\rtf1\\ansi\\uc1 " + "".join(f"\\u{ord(c)}?" for c in TEXT).encode() + b"\\par}"
SKIPPED = 77


def run(command, **more):
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=240,
                          check=False, **more)


def outcomes(done):
    """Name → what became of it, for a run over a folder."""
    documents = json.loads(done.stdout)["documents"] if done.stdout else []
    return {Path(one["path"]).name: one["read"]["outcome"] for one in documents}


def check(program, folder):
    return [program, "check", "--format", "json", "--fail-on", "never", "--jobs", "1", str(folder)]


def old_kernel_faults(program, folder):
    """Case 72: the same text is read, and doctor says what is missing."""
    prepare = old_kernel.prepared()
    if prepare is None:
        print("skipped: the numbers of this processor's system calls are not known")
        return
    normal, old = run(check(program, folder)), run(check(program, folder), preexec_fn=prepare)
    if (normal.returncode, normal.stdout) != (old.returncode, old.stdout) or not old.stdout:
        yield f"old kernel: exit {old.returncode}: {outcomes(old)} for {outcomes(normal)}"
    told = run([program, "doctor"], preexec_fn=prepare).stdout.decode()
    for name, state in {"上限": "有", "新权限": "有", "seccomp": "没有", "landlock": "没有",
                        "bwrap": "没有"}.items():
        line = next((one for one in told.splitlines() if one.split("  ")[1:2] and name in one), "")
        if f" {state}" not in line:
            yield f"old kernel: doctor says {line!r} of {name}"


# What the script that stands for a converter does, and what becomes of a document that needs it.
CONVERTERS = {
    "ends without a word": ("exit 0", "corrupt", "corrupt"),
    "says that it failed": ("exit 7", "corrupt", "corrupt"),
    "crashes": ("kill -SEGV $$", "crashed", "crashed"),
    "leaves a child and writes nothing": ("setsid sleep 300 & exit 0", "corrupt", "corrupt"),
    "writes what is no document": (
        'for a; do out=$a; done; echo nonsense; echo nonsense > "$PWD/out/a.docx"; exit 0',
        "corrupt", "corrupt"),
    "writes without end": ("exec yes", "limit-exceeded", "limit-exceeded"),
}


def converter_faults(program, folder):
    """Case 71: the converters of the machine are covered by a script for one run."""
    for name, (script, pdf, rtf) in CONVERTERS.items():
        with tempfile.NamedTemporaryFile("w", suffix=".sh", delete=False) as file:
            file.write(f"#!/bin/sh\n{script}\n")
        os.chmod(file.name, 0o755)
        covers = [word for target in ("pdftotext", "soffice")
                  for word in ("--ro-bind", file.name, shutil.which(target))]
        done = run(["bwrap", "--dev-bind", "/", "/", *covers, *check(program, folder)])
        os.unlink(file.name)
        expected = {"a.docx": "ok", "b.pdf": pdf, "c.rtf": rtf, "d.txt": "ok"}
        if done.returncode != 3 or outcomes(done) != expected:
            yield f"a converter that {name}: exit {done.returncode}: {outcomes(done)}"
        if left := orphans():
            yield f"a converter that {name}: {left} processes left behind"


def full_folder_faults(program, folder):
    """Case 69: the folder for what converters write is full, or cannot be written."""
    rows = {"full": (["--size", "8192", "--tmpfs", "/tmp"], "crashed"),
            "read only": (["--tmpfs", "/tmp", "--remount-ro", "/tmp"], "crashed")}
    for name, (words, rtf) in rows.items():
        done = run(["bwrap", "--dev-bind", "/", "/", "--bind", str(folder), "/mnt", *words,
                    "--chdir", "/", *check(program, "/mnt")])
        got = outcomes(done)
        if done.returncode != 3 or got != {"a.docx": "ok", "b.pdf": "ok", "c.rtf": rtf, "d.txt": "ok"}:
            yield f"/tmp is {name}: exit {done.returncode}: {got} {done.stderr.decode()[:300]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    program = str(parser.parse_args().program.resolve())
    missing = [name for name in ("pdftotext", "soffice") if not shutil.which(name)]
    if missing:
        print(f"skipped: no {missing[0]}")
        return SKIPPED
    adopt_orphans()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.docx").write_bytes(docx(paragraph(TEXT)))
        Path(folder, "b.pdf").write_bytes(pdf_pages([shown([TEXT]).encode()]))
        Path(folder, "c.rtf").write_bytes(RTF)
        Path(folder, "d.txt").write_text(TEXT, encoding="utf-8")
        faults = list(old_kernel_faults(program, folder))
        if run(["bwrap", "--dev-bind", "/", "/", "true"]).returncode == 0:
            faults += [*converter_faults(program, folder), *full_folder_faults(program, folder)]
        else:
            print("skipped: bwrap, which covers programs and folders, does not work here")
    print("\n".join(faults) or "odd machines end as they should")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
