#!/usr/bin/env python3
"""Holds goldens against schemas/report-v1.schema.json, and the schema against broken reports.

Usage: validate.py SCHEMA REPORT.json... Exit status 77 where python3-jsonschema is not installed.
"""

import copy
import json
import sys
from pathlib import Path

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)


def load(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def broken(report):
    """Reports with one fault each, from one that is right and has documents."""
    def change(name, act):
        copied = copy.deepcopy(report)
        act(copied)
        return name, copied

    def unknown_key(r): r["documents"][0]["extra"] = 1
    def missing_key(r): del r["documents"][0]["score"]
    def wrong_status(r): r["documents"][0]["status"] = "fine"
    def year_as_text(r): r["documents"][0]["facts"]["report_year"]["value"] = "2024"
    def line_zero(r): r["documents"][0]["findings"][0]["location"]["line"] = 0
    def wrong_schema(r): r["schema"] = "report-v2"

    def box_without_page(r):
        place = r["documents"][0]["findings"][0]["location"]
        place["boxes"] = [{"x0": 1, "y0": 1, "x1": 2, "y1": 2}]
    return [change(f.__name__, f) for f in (unknown_key, missing_key, wrong_status, year_as_text,
                                            line_zero, wrong_schema, box_without_page)]


def main(schema_path, *paths):
    schema = load(schema_path)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    faults = []
    for path in paths:
        faults += [f"{path}: {'/'.join(map(str, e.absolute_path))}: {e.message}"
                   for e in validator.iter_errors(load(path))]
    faults += [f"the schema accepts a report with the fault {name}"
               for name, report in broken(load(paths[0])) if validator.is_valid(report)]
    print("\n".join(faults) or f"{len(paths)} reports are valid")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
