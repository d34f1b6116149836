#!/usr/bin/env python3
"""The samples in every format: findings, fingerprints, points and sums must be those of the JSON.

Usage: consistency.py --program build/release/plumbline
"""

import argparse
import sys
import tempfile
from pathlib import Path

import formats

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def difference(want, got):
    missing = [row for row in want if row not in got]
    extra = [row for row in got if row not in want]
    return f"{len(want)} wanted, {len(got)} got; missing {missing[:3]}, extra {extra[:3]}"


def compare(outputs):
    """One line per facet of a format that differs from the JSON; how many were compared."""
    wanted = formats.from_json(outputs["json"])
    wanted["rules"] = sorted(row[:2] for row in wanted["ledger"])
    faults, compared = [], 0
    for name, reader in formats.READERS.items():
        for facet, got in reader(outputs[name]).items():
            compared += 1
            if got != wanted[facet]:
                faults.append(f"{name}: {facet}: {difference(wanted[facet], got)}")
    return faults, compared, wanted


def notices_a_change(outputs):
    """A comparison that cannot fail proves nothing: a finding less in one format must be seen."""
    changed = dict(outputs)
    lines = outputs["csv"].decode().split("\r\n")
    first = next(i for i, line in enumerate(lines) if line.startswith('"问题"'))
    changed["csv"] = "\r\n".join(lines[:first] + lines[first + 1:]).encode()
    return len(compare(changed)[0]) == 2


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outputs = formats.run(options.program, folder, [SAMPLES])
        again = formats.run(options.program, folder, [SAMPLES])
    faults, compared, wanted = compare(outputs)
    faults += [f"{name}: two runs differ" for name in outputs if outputs[name] != again[name]]
    if not all(wanted.values()):
        faults.append("the samples give nothing to compare")
    if not notices_a_change(outputs):
        faults.append("a finding less in the csv goes unnoticed")
    print("\n".join(faults) or f"{compared} facets of {len(formats.READERS)} formats agree with the "
          f"json: {len(wanted['findings'])} findings, {len(wanted['ledger'])} rows of ledgers")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
