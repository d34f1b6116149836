#!/usr/bin/env python3
"""Measures plumbline against the gold in the folder `shared` beside the source tree.

    python3 tests/gold/run_gold.py --program build/release/plumbline --only made-reports -v

Prints every miss in a line and every figure with its bar. Exit status: 0 every bar is reached, 1 one
is not, 77 skipped because the corpora are not there.
"""

import argparse
import sys
from pathlib import Path

from corpora import CORPORA

SKIPPED = 77


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--only", choices=sorted(CORPORA), action="append")
    parser.add_argument("--case", default="", help="only files whose name holds this (c04, 017)")
    parser.add_argument("--shared", type=Path,
                        default=Path(__file__).resolve().parents[3] / "shared")
    parser.add_argument("--every", action="store_true", help="any miss fails, whatever the bars")
    parser.add_argument("-v", "--verbose", action="store_true", help="every miss")
    return parser.parse_args()


def main():
    options = arguments()
    if not (options.shared / "made-reports").is_dir():
        print(f"skipped: no corpora in {options.shared}")
        return SKIPPED
    failed = []
    for name in options.only or CORPORA:
        tally = CORPORA[name](options.program, options.shared, options.case)
        tally.print(options.verbose)
        failed += [f"{name}: {label}" for label in tally.failed()]
        if options.every and tally.misses:
            failed.append(f"{name}: {len(tally.misses)} misses")
    print(f"below the bar: {'; '.join(failed)}" if failed else "every bar is reached")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
