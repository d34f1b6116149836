#!/usr/bin/env python3
"""A thousand submissions, a hundred of them bad, in random order: the rest is checked, the same bytes
come out of every run and on any number of threads, memory does not grow with the number, no process
stays dead and unburied, and nothing is left behind when the program ends, is interrupted or is killed;
run again after that, it gives what it would have given.

    python3 tests/batch/batch.py --program build/dev/plumbline [--files 1000]
"""

import argparse
import io
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import warnings
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))

from orphans import adopt_orphans, orphans

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
REPORT = (SAMPLES / "01-clean-department.txt").read_text(encoding="utf-8")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
KIND = "application/vnd.openxmlformats-"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
DEAD_FOR = 5  # samples after which a dead child counts as forgotten
KILLED_AT = (0.15, 0.4, 0.7, 0.9, 0.97, 1.0)  # of the time that a whole run takes
GROWTH = 32 << 10  # KiB that peak memory may grow by from a quarter of the good files to all


def entry(name):
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def zipped(parts):
    """Parts are (name, text) or (name, text, how many times)."""
    warnings.simplefilter("ignore")  # a name twice is what some of them are about
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data, *times in parts:
            with archive.open(entry(name), "w") as part:
                for _ in range(*times or [1]):
                    part.write(data.encode())
    return out.getvalue()


def docx_of(body):
    relations = (f'<Relationships xmlns="{PACKAGE}relationships">'
                 f'<Relationship Id="r1" Type="{RELATION}" Target="word/document.xml"/></Relationships>')
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    types = (f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" ContentType="{KIND}'
             f'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{KIND}'
             'officedocument.wordprocessingml.document.main+xml"/></Types>')
    return zipped([("[Content_Types].xml", types), ("_rels/.rels", relations),
                   ("word/document.xml", document)])


def docx(text):
    return docx_of("".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>"
                           for line in text.splitlines() if line.strip()))


def html(text):
    lines = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    return f"<html><head><meta charset=utf-8></head><body>{lines}</body></html>".encode()


GOOD = [("docx", docx), ("html", html), ("txt", str.encode), ("docx", docx)]
BAD = [
    ("docx", lambda whole: whole[:len(whole) // 2]),  # cut
    ("docx", lambda _: b""),
    ("docx", lambda _: docx_of("<w:p>" + "<w:ins>" * 100000)),  # neither closed nor shallow
    ("docx", lambda _: docx_of("<w:tbl><w:tr><w:tc>" * 20000 + "</w:tc></w:tr></w:tbl>" * 20000)),
    ("docx", lambda _: zipped([("word/document.xml", " " * (1 << 20), 80)])),  # swells
    ("docx", lambda _: zipped([("word/document.xml", "a"), ("word/document.xml", "b")])),
    ("ofd", lambda _: zipped([("OFD.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")])),
    ("pdf", lambda _: b"%PDF-1.7\n" + b"1 0 obj\n" * 50),
    ("doc", lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    ("png", lambda _: b"\x89PNG\r\n\x1a\n" + bytes(100)),
    ("txt", lambda _: bytes(range(256)) * 20),
]


spoilt = set()  # names of the bad files of the last batch


def submissions(folder, count, bad):
    """`bad` of them are bad, in a random order that is always the same."""
    chance = random.Random(count)
    kinds = [("bad", i) for i in range(bad)]
    kinds += [("good", i) for i in range(count - len(kinds))]
    chance.shuffle(kinds)
    folder.mkdir()
    spoilt.clear()
    bad_bytes = [(ending, make(docx(REPORT))) for ending, make in BAD]
    for number, (kind, i) in enumerate(kinds):
        if kind == "bad":
            ending, data = bad_bytes[i % len(bad_bytes)]
            spoilt.add(f"{number:04}.{ending}")
        else:
            ending, make = GOOD[i % len(GOOD)]
            data = make(REPORT.replace("2024年12月", f"2024年{i % 12 + 1}月"))
        (folder / f"{number:04}.{ending}").write_bytes(data)
    return folder


def checked(program, folder, jobs):
    """Bytes of the report and peak KiB of the program and what it waited for (no less than what this
    very process has ever used: the system counts so)."""
    command = [program, "check", "--format", "json", "--fail-on", "never", "--jobs", str(jobs)]
    with tempfile.TemporaryFile() as out:
        child = os.posix_spawn(program, [*command, str(folder)], os.environ,
                               file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1)])
        _, status, usage = os.wait4(child, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 3):
            sys.exit(f"exit status {os.waitstatus_to_exitcode(status)}")
        out.seek(0)
        return out.read(), usage.ru_maxrss


def report_faults(data, files, bad):
    documents = json.loads(data)["documents"]
    checked_ones = sum(d["status"] == "checked" for d in documents)
    if len(documents) != files or checked_ones != files - bad:
        yield f"{len(documents)} told and {checked_ones} checked of {files}"
    if {Path(d["path"]).name for d in documents if d["status"] == "not-checked"} != spoilt:
        yield "others are not checked than those that are bad"
    wrong = [d for d in documents if d["status"] == "other-kind"]
    unread = [d for d in documents if d["status"] == "not-checked"]
    yield from (f"{d['path']}: other-kind" for d in wrong)
    if len(unread) != bad:
        yield f"{len(unread)} not checked, {bad} are bad"
    for document in unread:
        outcome = document["read"]["outcome"]
        if outcome in ("ok", "ok-with-losses", "crashed", "timeout", "unreadable"):
            yield f"{document['path']}: {outcome}"
        if "。" not in document["reason"]:
            yield f"{document['path']}: no advice in {document['reason']!r}"


def state_of(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""


def zombie_faults(program, folder):
    """Children of the running program that died and that it does not wait for."""
    dead, worst = {}, 0
    with subprocess.Popen([program, "check", "--jobs", "2", str(folder)],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        while child.poll() is None:
            try:
                now = [pid for pid in children(child.pid) if state_of(pid) == "Z"]
            except OSError:
                break
            dead = {pid: dead.get(pid, 0) + 1 for pid in now}
            worst = max([worst, *dead.values()])
            time.sleep(0.05)
    return [f"a dead child is forgotten for {worst} samples"] if worst > DEAD_FOR else []


def converters_left(before):
    """Folders of converters that appear and stay; other tests may be using theirs."""
    deadline = time.monotonic() + 30
    while (left := set(Path("/tmp").glob("plumbline-*")) - before) and time.monotonic() < deadline:
        time.sleep(0.5)
        before |= left - set(Path("/tmp").glob("plumbline-*"))
    return [f"left in /tmp: {path}" for path in left if path.stat().st_mtime < time.time() - 25]


OUTPUTS = {"json": "all.json", "xlsx": "all.xlsx", "csv": "all.csv", "docx": "copies"}


def written(folder):
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*") if path.is_file()}


def outputs_to(program, submitted, folder):
    words = [f"--output={kind}={folder / name}" + ("/" if kind == "docx" else "")
             for kind, name in OUTPUTS.items()]
    return [program, "check", "--jobs", "2", "--fail-on", "never", *words, str(submitted)]


def resumed_faults(program, submitted, folder):
    """Killed at any time it leaves whole outputs or none; run again it gives the same."""
    whole = folder / "whole"
    whole.mkdir()
    start = time.monotonic()
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(outputs_to(program, submitted, whole), check=False, **silent)
    seconds, expected = time.monotonic() - start, written(whole)
    if len(expected) < 10:
        yield f"only {len(expected)} outputs are written"
    for part in KILLED_AT:
        cut = folder / f"cut-{part}"
        cut.mkdir()
        command = outputs_to(program, submitted, cut)
        with subprocess.Popen(command, **silent) as child:
            time.sleep(seconds * part)
            child.kill()
        for name, data in written(cut).items():
            if expected.get(name) != data:
                yield f"killed after {part} of its time: {name} is not what it should be"
        subprocess.run(command, check=False, **silent)
        if written(cut) != expected:
            yield f"killed after {part} of its time and run again: other outputs"
    orphans()


def children(pid):
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            found += (task / "children").read_text().split()
        except OSError:
            pass
    return found


def ended_faults(program, folder, sign):
    """Ends a run in the middle; its workers must follow."""
    with subprocess.Popen([program, "check", "--jobs", "2", str(folder)], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as child:
        deadline = time.monotonic() + 20
        while not children(child.pid):
            if child.poll() is not None or time.monotonic() > deadline:
                return [f"{sign.name}: no worker was seen"]
        child.send_signal(sign)
        child.wait(20)
    signal.alarm(30)  # ends this test where an orphan goes on
    left = orphans()
    signal.alarm(0)
    return [] if left else [f"{sign.name}: no worker was left to wait for"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--files", type=int, default=1000)
    options = parser.parse_args()
    adopt_orphans()
    before = set(Path("/tmp").glob("plumbline-*"))
    with tempfile.TemporaryDirectory() as folder:
        files, bad = options.files, options.files // 10
        _, few_peak = checked(options.program, submissions(Path(folder) / "few", files // 4, 0), 2)
        _, peak = checked(options.program, submissions(Path(folder) / "good", files, 0), 2)
        all_files = submissions(Path(folder) / "all", files, bad)
        first, _ = checked(options.program, all_files, 2)
        faults = list(report_faults(first, files, bad))
        for jobs in (1, 2, 7):
            if checked(options.program, all_files, jobs)[0] != first:
                faults.append(f"other bytes on {jobs} threads")
        if "PLUMBLINE_SANITIZED" in os.environ:
            print("skipped: a sanitizer keeps freed memory, so it is not flat")
        elif peak > few_peak + GROWTH:
            faults.append(f"peak memory grows from {few_peak} to {peak} KiB")
        if left := orphans():
            faults.append(f"{left} processes left behind")
        faults += zombie_faults(options.program, all_files)
        some = submissions(Path(folder) / "some", max(files // 5, 50), files // 50)
        faults += resumed_faults(options.program, some, Path(folder))
        for sign in (signal.SIGINT, signal.SIGKILL):
            faults += ended_faults(options.program, all_files, sign)
    faults += converters_left(before)
    print("\n".join(faults) or f"{files} files, {bad} bad; peak memory of a quarter of the good ones "
          f"and of all: {few_peak >> 10} and {peak >> 10} MiB")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
