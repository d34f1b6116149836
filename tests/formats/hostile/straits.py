#!/usr/bin/env python3
"""A machine that has nothing left (case 69): what can be read is read, the rest is said, nothing hangs.

    python3 tests/formats/hostile/straits.py --program build/dev/plumbline
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from making import docx, paragraph

TEXT = "甲市乙局关于法治建设的说明。"
NOBODY = 65534


def few(kind, count, as_nobody=False):
    def prepare():
        resource.setrlimit(kind, (count, count))
        if as_nobody and os.getuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
    return prepare


def run(program, arguments, **more):
    return subprocess.run([program, *arguments], stdin=subprocess.DEVNULL, timeout=60, check=False,
                          **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more)


def outcomes(done):
    """Name → what was read, for a run that told of both files."""
    documents = json.loads(done.stdout)["documents"] if done.stdout else []
    return {Path(one["path"]).name: one["read"]["outcome"] for one in documents}


def shortage_faults(program, folder):
    check = ["check", "--format", "json", folder]
    started = run(program, ["--version"], preexec_fn=few(resource.RLIMIT_NPROC, 1, True))
    rows = {"ten descriptors": (few(resource.RLIMIT_NOFILE, 10), {"a.docx": "crashed", "b.txt": "ok"}),
            "four descriptors": (few(resource.RLIMIT_NOFILE, 4),
                                 {"a.docx": "unreadable", "b.txt": "unreadable"})}
    if "PLUMBLINE_SANITIZED" in os.environ:  # a sanitizer looks at memory through a pipe
        print("skipped: sanitizers need more than four descriptors")
        del rows["four descriptors"]
    if started.returncode == 0:  # nobody may start the program where it stands
        rows["no process more"] = (few(resource.RLIMIT_NPROC, 1, True),
                                   {"a.docx": "crashed", "b.txt": "ok"})
    else:
        print("skipped: another user cannot start the program")
    for name, (prepare, expected) in rows.items():
        done = run(program, [*check, "--jobs", "1"], preexec_fn=prepare)
        if done.returncode != 3 or outcomes(done) != expected:
            yield f"{name}: exit {done.returncode}: {outcomes(done)} {done.stderr.decode()[:300]}"


def output_faults(program, folder):
    reader, writer = os.pipe()
    os.close(reader)
    with open("/dev/full", "wb") as full, os.fdopen(writer, "wb") as broken:
        rows = {"full": (full, 2), "a pipe that nobody reads": (broken, 3)}
        for name, (target, status) in rows.items():
            done = run(program, ["check", f"{folder}/b.txt"], stdout=target)
            if done.returncode != status:
                yield f"{name}: exit {done.returncode}: {done.stderr.decode()[:300]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    program = str(parser.parse_args().program.resolve())
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        Path(folder, "a.docx").write_bytes(docx(paragraph(TEXT)))
        Path(folder, "b.txt").write_text(TEXT, encoding="utf-8")
        faults = [*shortage_faults(program, folder), *output_faults(program, folder)]
    print("\n".join(faults) or "shortages end as they should")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
