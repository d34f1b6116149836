#!/usr/bin/env python3
"""A machine that has nothing left (case 69) and what is no file or changes while it is read (case 70):
what can be read is read, the rest is said, nothing hangs.

    python3 tests/formats/hostile/straits.py --program build/dev/plumbline
"""

import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from making import docx, paragraph

TEXT = "甲市乙局关于法治建设的说明。"
NOBODY = 65534


def few(kind, count, without_rights=False):
    def prepare():
        resource.setrlimit(kind, (count, count))
        if without_rights and os.getuid() == 0:
            as_nobody()
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
        # Where no thread can be started, the one that is there does all.
        for jobs in ("1", "4"):
            if jobs == "4" and "descriptors" in name:
                continue  # how many are open then depends on who is first
            done = run(program, [*check, "--jobs", jobs], preexec_fn=prepare)
            if done.returncode == 3 and outcomes(done) == expected:
                continue
            yield f"{name}, {jobs} jobs: exit {done.returncode}: {outcomes(done)} {done.stderr.decode()[:300]}"


def output_faults(program, folder):
    reader, writer = os.pipe()
    os.close(reader)
    with open("/dev/full", "wb") as full, os.fdopen(writer, "wb") as broken:
        rows = {"full": (full, 2), "a pipe that nobody reads": (broken, 3)}
        for name, (target, status) in rows.items():
            done = run(program, ["check", f"{folder}/b.txt"], stdout=target)
            if done.returncode != status:
                yield f"{name}: exit {done.returncode}: {done.stderr.decode()[:300]}"


def no_file_faults(program, folder):
    """Each is a line; the file among them is read."""
    os.mkfifo(f"{folder}/fifo.docx")
    os.symlink("gone", f"{folder}/dangling.docx")
    os.symlink(".", f"{folder}/circle")
    os.mkdir(f"{folder}/closed", 0)
    Path(folder, "forbidden.txt").write_text(TEXT, encoding="utf-8")
    os.chmod(f"{folder}/forbidden.txt", 0)
    given = [f"{folder}/fifo.docx", "/dev/zero", f"{folder}/dangling.docx", f"{folder}/missing.txt",
             f"{folder}/b.txt"]
    expected = {"fifo.docx": "unreadable", "zero": "unreadable", "dangling.docx": "unreadable",
                "missing.txt": "unreadable", "b.txt": "ok"}
    done = run(program, ["check", "--format", "json", *given])
    if done.returncode != 3 or outcomes(done) != expected:
        yield f"what is no file: exit {done.returncode}: {outcomes(done)}"
    expected = {"a.docx": "ok", "b.txt": "ok", "fifo.docx": "unreadable", "forbidden.txt": "ok"}
    done = run(program, ["check", "--format", "json", folder])
    if outcomes(done) != expected:
        yield f"a folder with what is no file: exit {done.returncode}: {outcomes(done)}"
    if os.getuid() == 0 and run(program, ["--version"], preexec_fn=as_nobody).returncode == 0:
        done = run(program, ["check", "--format", "json", folder], preexec_fn=as_nobody)
        expected |= {"forbidden.txt": "unreadable"}
        if done.returncode != 3 or {**outcomes(done), **expected} != outcomes(done):
            yield f"without permission: exit {done.returncode}: {outcomes(done)}"
        if "closed" not in done.stdout.decode() + done.stderr.decode():
            yield "a folder that cannot be entered is passed over in silence"


def as_nobody():
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def changing_faults(program, folder):
    """A file that grows, shrinks and is replaced all the time is read whole or not at all."""
    path, seen = f"{folder}/b.txt", set()
    lines = [TEXT + "\n" * (i % 3 + 1) for i in range(20000)]
    writer = os.fork()
    if writer == 0:
        while True:
            with open(path, "w", encoding="utf-8") as file:
                for line in lines:
                    file.write(line)
            os.truncate(path, 100)
    try:
        for _ in range(40):
            done = run(program, ["text", path])
            told = done.stdout.decode() or done.stderr.decode()
            seen.add("changed" if "P4006" in told else told.partition("\n")[0].rpartition("｜")[2])
            if done.returncode not in (0, 3):
                yield f"a changing file: exit {done.returncode}"
    finally:
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
    if "changed" not in seen or seen - {"changed", "ok", "ok-with-losses", "empty"}:
        yield f"a changing file: {sorted(seen)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    program = str(parser.parse_args().program.resolve())
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        Path(folder, "a.docx").write_bytes(docx(paragraph(TEXT)))
        Path(folder, "b.txt").write_text(TEXT, encoding="utf-8")
        faults = [*shortage_faults(program, folder), *output_faults(program, folder),
                  *no_file_faults(program, folder), *changing_faults(program, folder)]
        os.chmod(f"{folder}/closed", 0o700)
    print("\n".join(faults) or "shortages end as they should")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
