#!/usr/bin/env python3
"""What --format sarif writes, against the schema of SARIF 2.1.0, and what code platforms need of it.

Usage: sarif_test.py --program build/release/plumbline
The schema comes with @microsoft/sarif-multitool-ts (package-lock.json; ./dev test installs it).
"""

import argparse
import copy
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SCHEMA = HERE / "node_modules/@microsoft/sarif-multitool-ts/assets/sarif-2.1.0.schema.json"
LINT = "lint"
HOSTILE = ("甲县水利局关于2024年度法治政府建设情况的报告\n\n县政府：\n\n一、2022年度<b>&\"\u202e%00法治政府建设\n"
           "建设法制政府\x0b。\n甲县水利局\n2025年1月8日\n")


def logs(program, folder):
    """Name → log: samples, what cannot be read or holds nothing, waived findings, goldens."""
    folder = Path(folder)
    (folder / "甲 局#1%.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "empty.docx").write_bytes(b"")
    (folder / "notice.txt").write_text("关于开会的通知\n\n请参加。\n", encoding="utf-8")
    runs = {"samples": [ROOT / "samples"], "awkward": [folder], "missing": [folder / "gone.txt"]}
    samples = folder / "first.json"
    subprocess.run([program, "check", ROOT / "samples", "--output", f"json={samples}"], check=False,
                   capture_output=True, timeout=100)
    found = {}
    for name, paths in runs.items():
        extra = ["--baseline", samples] if name == "samples" else []
        for label, options in ((name, []), (f"{name} with a baseline", extra)):
            done = subprocess.run([program, "check", *paths, "--format", "sarif", *options],
                                  capture_output=True, timeout=100, check=False)
            if options or not label.endswith("baseline"):
                found[label] = json.loads(done.stdout)
    (folder / "pack").mkdir()
    (folder / "pack/pack.yaml").write_text("id: 1\nbroken: [\n", encoding="utf-8")
    for label, pack in ((f"{LINT} of a pack", "wording"), (f"{LINT} of a broken one", folder / "pack")):
        done = subprocess.run([program, "rules", "lint", pack, "--format", "sarif"],
                              capture_output=True, timeout=100, check=False)
        found[label] = json.loads(done.stdout)
    for golden in sorted((ROOT / "tests/golden/output").glob("*-sarif.sarif")):
        found[golden.stem] = json.loads(golden.read_text(encoding="utf-8"))
    return found


def use_faults(name, log):
    """What the schema leaves open: rules and results that know each other, help, fingerprints."""
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        if not rule.get("help", {}).get("text") or not rule.get("shortDescription", {}).get("text"):
            yield f"{name}: rule {rule['id']} has no help"
    for result in run["results"]:
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            yield f"{name}: {result['ruleId']} points at {rules[result['ruleIndex']]['id']}"
        if not result["partialFingerprints"]:
            yield f"{name}: {result['ruleId']} has no fingerprint"
    failed = [n for n in run["invocations"][0]["toolExecutionNotifications"] if n["level"] == "error"]
    if run["invocations"][0]["executionSuccessful"] == bool(failed):
        yield f"{name}: {len(failed)} failures, and successful is not the opposite"


def broken(log):
    """Logs with one fault each."""
    def no_version(l): del l["version"]
    def wrong_level(l): l["runs"][0]["results"][0]["level"] = "fatal"
    def line_zero(l): l["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"] = {"startLine": 0}
    def no_message(l): del l["runs"][0]["results"][0]["message"]
    def unknown_key(l): l["runs"][0]["tool"]["driver"]["rulez"] = []
    for fault in (no_version, wrong_level, line_zero, no_message, unknown_key):
        changed = copy.deepcopy(log)
        fault(changed)
        yield fault.__name__, changed


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    program = parser.parse_args().program.resolve()
    try:
        import jsonschema  # pylint: disable=import-outside-toplevel
    except ImportError:
        print("skipped: python3-jsonschema is not installed")
        return 77
    if not SCHEMA.exists():
        print("skipped: the schema is not installed; run ./dev test, or npm ci in tests/sarif")
        return 77
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    with tempfile.TemporaryDirectory() as folder:
        found = logs(program, folder)
    faults = [f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
              for name, log in found.items() for error in validator.iter_errors(log)]
    faults += [fault for name, log in found.items() if not name.startswith(LINT)
               for fault in use_faults(name, log)]
    if not any("suppressions" in r for r in found["samples with a baseline"]["runs"][0]["results"]):
        faults.append("what the baseline has is not suppressed")
    faults += [f"the schema accepts {name}" for name, log in broken(found["samples"])
               if validator.is_valid(log)]
    print("\n".join(faults) or f"{len(found)} logs are SARIF 2.1.0")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
