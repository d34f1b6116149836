#!/usr/bin/env python3
"""Holds what the program writes as JSON against its schema, and the schema against broken copies.

Usage: schema_test.py SCHEMA PLUMBLINE WORDS... Exit status 77 where python3-jsonschema is not installed.
"""

import copy
import json
import subprocess
import sys
from pathlib import Path

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)


def changed(report, act):
    """A copy of the report with something done to one of its maps, wherever that stands; one each."""
    def maps(node, path=()):
        if isinstance(node, dict):
            yield path
            for key, value in node.items():
                yield from maps(value, path + (key,))
        elif isinstance(node, list) and node:
            yield from maps(node[0], path + (0,))

    for path in maps(report):
        copied = copy.deepcopy(report)
        node = copied
        for step in path:
            node = node[step]
        yield "/".join(map(str, path)) + " " + act(node), copied


def without_a_key(node):
    key = next(iter(node))
    del node[key]
    return "lacks " + key


def with_a_key(node):
    node["extra"] = 1
    return "has a key of its own"


def main(schema_path, program, *words):
    schema = json.loads(Path(schema_path).read_text("utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    done = subprocess.run([program, *words], stdout=subprocess.PIPE, timeout=100)
    report = json.loads(done.stdout)
    faults = [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in validator.iter_errors(report)]
    copies = 0
    for act in (without_a_key, with_a_key):
        for name, broken in changed(report, act):
            copies += 1
            if validator.is_valid(broken):
                faults.append(f"the schema accepts a report in which {name}")
    print("\n".join(faults) or f"valid, and {copies} broken copies are refused")
    return 1 if faults or copies < 20 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
