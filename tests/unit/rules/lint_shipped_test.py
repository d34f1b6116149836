#!/usr/bin/env python3
"""The shipped packs have nothing that lint would say of them.

Usage: lint_shipped_test.py PLUMBLINE RULES. Exit status 1 where a pack has.
"""

import subprocess
import sys
from pathlib import Path


def main():
    program, rules = sys.argv[1], Path(sys.argv[2])
    packs = sorted(path.parent for path in rules.glob("*/pack.yaml"))
    found = 0
    for pack in packs:
        run = subprocess.run([program, "rules", "lint", str(pack)], capture_output=True, text=True)
        if run.returncode != 0:
            found += 1
            print(f"{pack.name}: status {run.returncode}\n{run.stdout}{run.stderr}")
    print(f"{len(packs)} packs, {found} with something to mend")
    return 1 if found or len(packs) < 4 else 0


if __name__ == "__main__":
    sys.exit(main())
