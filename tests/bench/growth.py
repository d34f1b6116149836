#!/usr/bin/env python3
"""P8: what twice the text costs. Adversarial texts inside a report of the right kind, so that every
rule runs over them; a ratio of about 2 means linear time.

    python3 tests/bench/growth.py --program build/release/plumbline [--runs 1] [--only NAME]

Prints CSV: shape, processor seconds of half the size and of the size, ratio, peak MiB. goals.py takes
the worst. Processor time, because the machine may have other work.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

SECOND = "\n二、"  # the text stands before the second section

# What one line is made of, over and over.
UNITS = ["一、", "《", "（", "12", "％", "第", "“", "件", "。", "7", "一", "）", "1）", "”", "》", "：",
         "其中1件、", "2024年", "3月前", "《甲〈乙〉", "法治", "138", "a", " ", "1.", "（一）", "“甲”", "Q一"]


def line_of(unit):
    return lambda size: (unit * (size // len(unit) + 1))[:size]


# name, text of a size, size (characters or paragraphs) of the larger text.
SHAPES = [(f"one line of {unit}", line_of(unit), 1_000_000) for unit in UNITS] + [
    ("headings", lambda size: "".join(f"（{n}）检查门店\n" for n in range(size)), 100_000),
    ("nested headings",
     lambda size: "".join(f"{'一二三四五六七八九'[n % 9]}、甲\n（一）乙\n1.丙\n" for n in range(size // 3)),
     100_000),
    ("short paragraphs", lambda size: "".join(f"检查门店{n}家。\n" for n in range(size)), 200_000),
    ("equal paragraphs", lambda size: "检查门店三家。\n" * size, 200_000),
    ("blank lines", lambda size: "\n" * size, 1_000_000),
    ("unclosed quotations", lambda size: "“检查\n" * size, 200_000),
]


def measure(run, folder, report, runs, only=""):
    """Yields name, processor seconds of half the size and of the size, their ratio, peak MiB."""
    base = min(run(write(folder, report, ""))[0] for _ in range(max(runs, 3)))
    for name, text_of, size in SHAPES:
        if only not in name:
            continue
        (first, _), (second, peak) = (
            min(run(write(folder, report, text_of(each))) for _ in range(runs))
            for each in (size // 2, size))
        # The report around it costs the same in both.
        yield name, first, second, (second - base) / max(first - base, 0.02), peak


def write(folder, report, text):
    path = folder / f"{len(text)}.txt"
    front, back = report.split(SECOND, 1)
    path.write_text(f"{front}\n{text}{SECOND}{back}", encoding="utf-8")
    return path


def run_program(program):
    """A function of a path: processor seconds and peak MiB of checking it."""
    def run(path):
        command = [program, "check", "--format", "json", str(path)]
        child = os.posix_spawn(program, command, os.environ, file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)])
        _, status, usage = os.wait4(child, 0)
        if not os.WIFEXITED(status) or os.WEXITSTATUS(status) not in (0, 1, 3):
            sys.exit(f"{' '.join(command)} ended with status {status}")
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    return run


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--only", default="", metavar="NAME")
    options = parser.parse_args()
    sample = Path(__file__).resolve().parents[2] / "samples" / "01-clean-department.txt"
    run = run_program(str(options.program.resolve()))
    print("shape,half_s,whole_s,ratio,peak_mib")
    with tempfile.TemporaryDirectory() as folder:
        for row in measure(run, Path(folder), sample.read_text(encoding="utf-8"), options.runs,
                           options.only):
            print("{},{:.2f},{:.2f},{:.2f},{:.0f}".format(*row), flush=True)


if __name__ == "__main__":
    main()
