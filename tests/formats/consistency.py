#!/usr/bin/env python3
"""The samples in every format: findings, fingerprints, points and sums must be those of the JSON.

Usage: consistency.py --program build/release/plumbline [--real]

--real: the real reports in ../shared, where it is there.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

import formats
import papers

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
REAL = ROOT.parent / "shared/reports"


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


ID_NUMBER = "110101197903150042"
PERSONAL = f"""甲县水利局关于2024年度法治政府建设情况的报告

县政府：

一、联系人身份证号码{ID_NUMBER}的工作情况

推进法治政府建设。

甲县水利局联系人{ID_NUMBER}
2025年1月20日
"""
OTHER_KIND = f"""关于召开会议的通知

各单位：

一、联系人身份证号码{ID_NUMBER}

请按时参加。
"""


def disclosures(program, folder):
    """Formats in which an ID number stands in full: no heading, fact or quote may show it."""
    files = [Path(folder) / "report.txt", Path(folder) / "notice.txt"]
    for file, text in zip(files, (PERSONAL, OTHER_KIND)):
        file.write_text(text, encoding="utf-8")
    outputs = formats.run(program, folder, files)
    masked = ID_NUMBER[:3] + "*" * 13 + ID_NUMBER[-2:]
    # The annotated copy is the user's own file.
    plain = {name: data for name, data in outputs.items() if name not in papers.TAILS}
    for name in ("note", "selfcheck"):
        plain[name] = b"".join(papers.everything(data) for _, data in outputs[name])
    faults = [f"{name}: an ID number stands in full" for name, data in plain.items()
              if ID_NUMBER.encode() in data]
    headings = [entry["text"] for document in json.loads(outputs["json"])["documents"]
                for entry in document["outline"]]
    if sum(masked in heading for heading in headings) != 2:
        faults.append(f"headings are not masked: {headings}")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--real", action="store_true")
    options = parser.parse_args()
    paths = sorted(REAL.glob("*.txt")) if options.real else [SAMPLES]
    if not paths:
        print("skipped: the real reports are not beside the source tree")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        outputs = formats.run(options.program, folder, paths)
        again = formats.run(options.program, folder, paths)
        leaks = disclosures(options.program, folder)
    faults, compared, wanted = compare(outputs)
    faults += leaks
    faults += [f"{name}: two runs differ" for name in outputs if outputs[name] != again[name]]
    if not all(wanted.values()):
        faults.append("the documents give nothing to compare")
    if not notices_a_change(outputs):
        faults.append("a finding less in the csv goes unnoticed")
    print("\n".join(faults) or f"{compared} facets of {len(formats.READERS)} formats agree with the "
          f"json: {len(wanted['findings'])} findings, {len(wanted['ledger'])} rows of ledgers")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
