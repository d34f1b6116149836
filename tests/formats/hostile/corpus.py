#!/usr/bin/env python3
"""Files that others collected (cases 34 and 54): none makes the program crash or hang.

    PLUMBLINE_CORPORA=FOLDER python3 tests/formats/hostile/corpus.py --program build/dev/plumbline [--update]

FOLDER holds, at any depth, files such as the test data of Apache POI (docx, doc) and of pdf.js (pdf);
they are not part of this repository. Each is read by a process of its own. FOLDER/outcomes.txt, which
--update writes, holds what became of each and is compared where it is there. Of a pdf that pdftotext
finds Chinese text in, 99 of 100 characters must be in what was read or listed as a loss.
"""

import argparse
import collections
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

KINDS = {".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".rtf", ".pdf", ".ofd", ".html"}
NEVER = ("crashed", "timeout", "out-of-memory", "internal")
SECONDS, ENOUGH, RECALL = 150, 100, 0.99
SKIPPED = 77


def wide(text):
    return collections.Counter(c for c in text if "\u4e00" <= c <= "\u9fff")


def recall_fault(path, got):
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True,
                          timeout=SECONDS, check=False)
    wanted = wide(done.stdout.decode("utf-8", "replace"))
    total = sum(wanted.values())
    found = sum((wanted & wide(got)).values())
    return f"{found} of {total} characters" if total >= ENOUGH and found < RECALL * total else ""


def read(program, path):
    """Outcome, fault ("" = none)."""
    start = time.monotonic()
    try:
        done = subprocess.run([program, "text", str(path)], capture_output=True, timeout=SECONDS,
                              check=False)
    except subprocess.TimeoutExpired:
        return "hangs", "hangs"
    if done.returncode not in (0, 1, 3):
        return "exit", f"exit status {done.returncode}"
    text = done.stdout.decode("utf-8")
    outcome = text.partition("\n")[0].rpartition("｜")[2]
    fault = outcome if outcome in NEVER else ""
    if not fault and outcome.startswith("ok") and path.suffix.lower() == ".pdf":
        fault = recall_fault(path, text)
    seconds = time.monotonic() - start
    return outcome, fault and f"{fault} ({seconds:.0f} s)"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    folder = Path(os.environ.get("PLUMBLINE_CORPORA", ""))
    files = sorted(p for p in folder.rglob("*") if p.suffix.lower() in KINDS and p.is_file()) \
        if os.environ.get("PLUMBLINE_CORPORA") else []
    if not files or not shutil.which("pdftotext"):
        print("skipped: PLUMBLINE_CORPORA names no folder with documents, or there is no pdftotext")
        return SKIPPED
    lines, faults, counts = [], [], collections.Counter()
    for path in files:
        outcome, fault = read(str(options.program.resolve()), path)
        name = path.relative_to(folder).as_posix()
        lines.append(f"{name}: {outcome}")
        counts[outcome] += 1
        if fault:
            faults.append(f"{name}: {fault}")
    table = folder / "outcomes.txt"
    if options.update:
        table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    elif table.exists():
        before = table.read_text(encoding="utf-8").splitlines()
        faults += [f"now {line}" for line in lines if line not in before]
        faults += [f"before {line}" for line in before if line not in lines]
    print(f"{len(files)} files: " + ", ".join(f"{n} {o}" for o, n in sorted(counts.items())))
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
