#!/usr/bin/env python3
"""Hostile and awkward files, each read by a process of its own: what became of it, in what bounds.

    python3 tests/formats/hostile/hostile.py --program build/dev/plumbline [--only 42] [--update]

Every case makes one line of hostile.golden: number, name, format and outcome, message, the beginning
of the text, losses. Wall time and memory have bounds of their own. A case whose foreign program is not
installed is left out and said.
"""

import argparse
import difflib
import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import docx_cases
import elsewhere
import legacy_cases
import odd_docx
import odd_pdf
import page_cases
import table
import text_cases
import zip_cases

GOLDEN = Path(__file__).with_name("hostile.golden")
PARTS = (zip_cases, docx_cases, legacy_cases, page_cases, text_cases, odd_docx, odd_pdf)
CASES = [case for part in PARTS for case in part.CASES]
SECONDS, CONVERTER_SECONDS = 45, 150
MEGABYTES = 400
SHOWN = 48
NEEDS = {"pdf": "pdftotext", "doc": "soffice"}


def run(command, out):
    """Exit status (negative: signal), seconds, MiB; standard output goes to the file `out`."""
    start = time.monotonic()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, str(out), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)])
    _, status, usage = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), time.monotonic() - start, usage.ru_maxrss / 1024


def short(text, size=SHOWN):
    text = " ".join(text.split())
    return text if len(text) <= size else text[:size] + "…"


def told_by_text(data):
    """The line for what `plumbline text` printed."""
    words = data.decode("utf-8")
    body, _, losses = words.partition("\n【未读到的内容】\n")
    lines = body.splitlines()
    head = lines[0].removeprefix("格式 ")
    is_read = head.endswith(("｜ok", "｜ok-with-losses"))
    text = " / ".join(" ".join(line.split()) for line in lines[1:4])
    lost = " + ".join(short(line, 30) for line in losses.splitlines()[:3])
    return f"{head} | {short(text) if is_read else ' '.join(lines[1:])}" + (f" | {lost}" if lost else "")


def told_by_check(data):
    report = json.loads(data)
    lines = []
    for one in report["documents"][:6]:
        path = one["path"].rpartition("hostile-case/")[2]
        reason = one["reason"] if one["status"] == "not-checked" else one["status"]
        lines.append(f"{path}: {one['read']['outcome']} {reason}")
    s = report["summary"]
    assert s["documents"] == s["checked"] + s["other_kind"] + s["not_checked"], s
    return f"{s['documents']} documents, {s['skipped']} skipped | " + " | ".join(lines)


def is_converted(name):
    return name.endswith((".doc", ".wps"))


def write(path, data):
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def in_child(work):
    """What a case takes to make must not count as the program's memory, which a fork inherits."""
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        sys.exit("a case could not be made")


def run_case(program, case, folder):
    """The line of the golden, and what broke a bound ("" = nothing)."""
    number, name, file, make, command = case
    path = Path(folder) / "hostile-case" / file
    path.parent.mkdir(exist_ok=True)
    in_child(lambda: write(path, make() if callable(make) else make))
    more = ["--format", "json"] if command == "check" else []
    out = Path(folder) / "out"
    status, seconds, mib = run([program, command, *more, str(path)], out)
    fault = "" if status in (0, 1, 3) else f"exit status {status}"
    bound = CONVERTER_SECONDS if is_converted(file) else SECONDS
    if seconds > bound:
        fault += f" {seconds:.0f} s"
    if mib > MEGABYTES and not os.environ.get("PLUMBLINE_SANITIZED"):
        fault += f" {mib:.0f} MiB"
    path.unlink()
    told = told_by_check if command == "check" else told_by_text
    line = f"status {status}" if fault.startswith("exit") else told(out.read_bytes())
    return f"{number:02} {name}: {line}", fault, seconds, mib


def why_left_out(case):
    if "million nested" in case[1] and os.environ.get("PLUMBLINE_SANITIZED") == "thread":
        return "takes its time limit under the thread sanitizer"
    program = missing_program(case)
    return program and f"{program} is not installed"


def missing_program(case):
    ending = case[2].rpartition(".")[2]
    wanted = [NEEDS.get("doc" if is_converted(case[2]) else ending)]
    wanted += ["soffice"] if case in legacy_cases.CASES else []
    if ending == "pdf" and not chinese_font():
        return "a Chinese font"
    return next((program for program in wanted if program and not shutil.which(program)), None)


@functools.cache
def chinese_font():
    """What a pdf shows is drawn to see it; without a font its characters are not."""
    done = subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, check=False) \
        if shutil.which("fc-list") else None
    return done is not None and done.stdout.strip() != b""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--only", type=int)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true", help="seconds and MiB of each")
    options = parser.parse_args()
    if options.only and options.update:
        parser.error("--update writes all cases")
    program = str(options.program.resolve())
    got, left_out = [], set()
    faults = [] if options.only else elsewhere.missing({case[0] for case in CASES})
    with tempfile.TemporaryDirectory() as folder:
        for case in CASES:
            if options.only and case[0] != options.only:
                continue
            if reason := why_left_out(case):
                print(f"skipped: {case[0]} {case[1]}: {reason}")
                left_out.add(f"{case[0]:02} {case[1]}".partition(": ")[0])
                continue
            line, fault, seconds, mib = run_case(program, case, folder)
            got.append(line)
            if fault:
                faults.append(f"{case[0]:02} {case[1]}: {fault}")
            if options.verbose:
                print(f"{seconds:6.2f} s {mib:5.0f} MiB  {line}")
    if options.update:
        GOLDEN.write_text("\n".join(got) + "\n", encoding="utf-8")
    golden = GOLDEN.read_text(encoding="utf-8").splitlines()
    if not options.only:
        faults += table.faults({f"{part.__name__}.py": part.CASES for part in PARTS}, golden, options.update)
    expected = [line for line in golden
                if line.partition(": ")[0] not in left_out
                and (not options.only or line.startswith(f"{options.only:02} "))]
    difference = list(difflib.unified_diff(expected, got, "expected", "got", lineterm="", n=0))
    print("\n".join(difference + faults) or f"{len(got)} cases end as they should")
    return 1 if difference or faults else 0


if __name__ == "__main__":
    sys.exit(main())
