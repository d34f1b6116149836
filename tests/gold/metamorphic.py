#!/usr/bin/env python3
"""The same report in another dress must give the same facts, elements and findings.

    python3 tests/gold/metamorphic.py --program build/release/plumbline

"The same findings" means the same rule, severity, normalised quote and section path.
"""

import argparse
import re
import sys
import tempfile
from pathlib import Path

import program as prog
from tally import squeeze
from wrapping import wrap

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SUBJECTS = ["01-clean-department.txt", "07-many-faults.txt"]


def full_width_digits(text):
    return re.sub(r"[0-9]", lambda m: chr(ord(m[0]) + 0xFEE0), text)


def blanks_beside_digits(blank):
    """A word processor's habit: a blank between Chinese characters and digits."""
    def change(text):
        text = re.sub(r"(?<=[\u4e00-\u9fff])(?=[0-9])", blank, text)
        return re.sub(r"(?<=[0-9])(?=[\u4e00-\u9fff])", blank, text)
    return change


def markdown(text):
    """Headings marked, paragraphs parted, the way a converter writes them."""
    lines = []
    for line in (part.strip() for part in text.splitlines()):
        level = 2 if re.match(r"[一二三四五六]、", line) else 0
        level = 3 if re.match(r"（[一二三四五六七八]）", line) and len(line) < 40 else level
        lines.append(("#" * level + " " if level else "") + line)
    return "\n\n".join(line for line in lines if line) + "\n"


def same(text):
    return text


# name: file ending, change of the text, encoding
DRESSES = {
    "utf-8 with bom": (".txt", same, "utf-8-sig"),
    "gb18030": (".txt", same, "gb18030"),
    "utf-16 little endian": (".txt", lambda t: "\ufeff" + t, "utf-16-le"),
    "utf-16 big endian": (".txt", lambda t: "\ufeff" + t, "utf-16-be"),
    "line ends of windows": (".txt", lambda t: t.replace("\n", "\r\n"), "utf-8"),
    "wrapped at 26": (".txt", lambda t: wrap(t, 26), "utf-8"),
    "wrapped at 26 with blank lines": (".txt", lambda t: wrap(t, 26, "\n\n"), "utf-8"),
    "full-width digits": (".txt", full_width_digits, "utf-8"),
    "no-break spaces for indents": (".txt", lambda t: t.replace("\u3000", "\u00a0"), "utf-8"),
    "no-break spaces beside digits": (".txt", blanks_beside_digits("\u00a0"), "utf-8"),
    "blanks beside digits": (".txt", blanks_beside_digits(" "), "utf-8"),
    "markdown": (".md", markdown, "utf-8"),
}


def essence(document):
    """What must stay the same, as sorted lines of text."""
    lines = [f"status {document['status']}"]
    lines += [f"fact {name}: {prog.fact(document, name)}" for name in document["facts"]]
    lines += [f"element {key}: {value['state']} {squeeze(value.get('heading') or '')}"
              for key, value in document["elements"].items()]
    lines += [f"finding {f['rule']} {f['severity']} "
              f"[{(f.get('location') or {}).get('section') or ''}] {squeeze(f.get('quote') or '')}"
              for f in document["findings"]]
    return sorted(lines)


def difference(expected, got):
    lost, added = list(expected), []
    for line in got:
        if line in lost:
            lost.remove(line)
        else:
            added.append(line)
    return [f"    lost  {line}" for line in lost] + [f"    added {line}" for line in added]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    options = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for subject in SUBJECTS:
            text = (SAMPLES / subject).read_text(encoding="utf-8")
            files = [SAMPLES / subject]
            for number, (ending, change, encoding) in enumerate(DRESSES.values()):
                files.append(Path(folder) / f"{subject[:2]}-{number}{ending}")
                files[-1].write_bytes(change(text).encode(encoding))
            plain, *dressed = [essence(d) for d in prog.check(options.program, files)]
            if "status checked" not in plain:
                wrong += 1
                print(f"{subject}: {plain[-1]}")
            for name, got in zip(DRESSES, dressed):
                if got != plain:
                    wrong += 1
                    print(f"{subject} as {name}:", *difference(plain, got), sep="\n")
    total = len(SUBJECTS) * len(DRESSES)
    print(f"{total - wrong} of {total} dresses give the same")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
