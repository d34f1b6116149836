#!/usr/bin/env python3
"""Times the optimised program: cold start on one file, a folder of submissions, one huge line.

    python3 tests/bench/run_bench.py --program build/release/plumbline [--runs 7]

Prints CSV: case, files, megabytes, median and best seconds, peak memory of the process in MiB.
Never a gate: machines differ. Compare two builds on one machine.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def run(command):
    """Seconds and peak MiB of one process; its output goes nowhere."""
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    if not os.WIFEXITED(status) or os.WEXITSTATUS(status) not in (0, 1, 3):
        sys.exit(f"{' '.join(command)} ended with status {status}")
    return seconds, usage.ru_maxrss / 1024


def cases(folder):
    """name, paths and bytes of each case; files are made in `folder`."""
    clean = SAMPLES / "01-clean-department.txt"
    text = clean.read_text(encoding="utf-8")
    yield "one report", [clean], clean.stat().st_size, 1
    many = folder / "many"
    many.mkdir()
    for number in range(200):
        (many / f"{number:03}.txt").write_text(text, encoding="utf-8")
    yield "200 reports", [many], 200 * clean.stat().st_size, 200
    long_line = folder / "long.txt"
    long_line.write_text(text + "全年检查农资门店。" * 111_000, encoding="utf-8")
    yield "a line of a million characters", [long_line], long_line.stat().st_size, 1
    headings = folder / "headings.txt"
    headings.write_text(text + "".join(f"（{n}）检查农资门店\n" for n in range(100_000)),
                        encoding="utf-8")
    yield "a hundred thousand headings", [headings], headings.stat().st_size, 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    print("case,files,megabytes,median_s,best_s,peak_mib")
    with tempfile.TemporaryDirectory() as folder:
        for name, paths, size, files in cases(Path(folder)):
            command = [str(options.program.resolve()), "check", "--format", "json", *map(str, paths)]
            measured = [run(command) for _ in range(options.runs)]
            seconds = [one[0] for one in measured]
            print(f"{name},{files},{size / 1e6:.2f},{statistics.median(seconds):.3f},"
                  f"{min(seconds):.3f},{max(one[1] for one in measured):.0f}", flush=True)


if __name__ == "__main__":
    main()
