#!/usr/bin/env python3
"""Our schema interpreter and python3-jsonschema accept and reject the same packs and waivers.

Usage: schema_agreement_test.py ROOT PROBE. Takes the shipped packs, the bad packs and waivers of tests and
single changes of them all (a key dropped, renamed, a value of another type). Exit status 1 where the
two differ, 77 where python3-jsonschema is not installed.
"""

import copy
import json
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

OTHER_VALUES = ["", "x", 7, -1, True, None, [], ["x"], {}, {"x": "y"}]
MOST_CHANGES = 100


def places(value, path=()):
    """Paths of all values below `value`."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield path + (step,)
        yield from places(inner, path + (step,))


def changes(document):
    """Documents that differ from `document` in one place."""
    found = list(places(document))
    stride = max(1, len(found) // MOST_CHANGES)
    for number, path in enumerate(found[::stride]):
        changed = copy.deepcopy(document)
        owner = changed
        for step in path[:-1]:
            owner = owner[step]
        last = path[-1]
        if isinstance(owner, dict) and number % 3 == 0:
            del owner[last]
        elif isinstance(owner, dict) and number % 3 == 1:
            owner[str(last) + "x"] = owner.pop(last)
        else:
            owner[last] = OTHER_VALUES[number % len(OTHER_VALUES)]
        yield changed


def probe(program, schema, paths):
    lines = subprocess.run([program, str(schema), *map(str, paths)], capture_output=True, check=True)
    for line in lines.stdout.decode("utf-8").splitlines():
        verdict, _, text = line.partition(" ")
        yield verdict, json.loads(text) if text else None


def pack_files(root):
    files = sorted(root.glob("rules/**/*.yaml")) + sorted(root.glob("tests/golden/pack/**/*.yaml"))
    return [path for path in files if "cases" not in path.parts]


# Schema: the files to hold against it.
SCHEMAS = {
    "pack-v1": pack_files,
    "waivers-v1": lambda root: sorted(root.glob("tests/unit/waivers/files/*.yaml")),
}


def agreement(schema_path, program, files):
    """What the two say of the files and their changes: counts, and where they differ."""
    schema = json.loads(schema_path.read_text("utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    wrong, counts = [], {"accept": 0, "reject": 0}

    def compare(name, verdict, document):
        theirs = "accept" if validator.is_valid(document) else "reject"
        counts[theirs] += 1
        if theirs != verdict:
            wrong.append(f"{name}: we {verdict}, jsonschema {theirs}: {json.dumps(document, ensure_ascii=False)[:300]}")

    originals = [d for d in zip(files, probe(program, schema_path, files)) if d[1][0] != "unreadable"]
    with tempfile.TemporaryDirectory() as folder:
        written = []
        for path, (verdict, document) in originals:
            compare(path, verdict, document)
            for number, changed in enumerate(changes(document)):
                # JSON is YAML, so a changed document needs no YAML writer.
                target = Path(folder) / f"{len(written)}-{path.stem}-{number}.yaml"
                target.write_text(json.dumps(changed, ensure_ascii=False), "utf-8")
                written.append(target)
        for begin in range(0, len(written), 500):
            batch = written[begin:begin + 500]
            for path, (verdict, document) in zip(batch, probe(program, schema_path, batch)):
                if verdict != "unreadable":
                    compare(path.name, verdict, document)
    return counts, wrong


def main():
    root, program = Path(sys.argv[1]), sys.argv[2]
    failed = False
    for name, files in SCHEMAS.items():
        counts, wrong = agreement(root / f"schemas/{name}.schema.json", program, files(root))
        print("\n".join(wrong[:20]) or f"{name}: {counts} agree")
        failed = failed or bool(wrong) or not counts["accept"] or not counts["reject"]
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
