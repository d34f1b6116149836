#!/usr/bin/env python3
"""Runs a tutorial as it is written: every block of it, in order, in an empty folder.

Usage: tutorial_test.py PLUMBLINE PAGE.md. A block `yaml file=PATH` or `text file=PATH` is written to
PATH. Each line `plumbline …` or `cp …` of a block `sh` is run and must end with the status in
`sh status=N` (0 without). A block `text` right behind it is what the last command says, streams
together; … in it stands for any words. Any other block is an error: nothing in the page is untested.
"""

import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.M | re.S)


def matches(expected, got):
    pattern = ".*?".join(re.escape(part) for part in expected.split("…"))
    return re.fullmatch(pattern, got, re.S) is not None


def run(program, line, folder):
    words = shlex.split(line)
    if words[0] not in ("plumbline", "cp"):
        return None
    words[0] = program if words[0] == "plumbline" else words[0]
    done = subprocess.run(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env={"LANG": "zh_CN.UTF-8", "PATH": "/usr/bin:/bin"}, timeout=100)
    return done.returncode, done.stdout.decode("utf-8")


def main():
    program, page = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).read_text("utf-8")
    wrong, said, commands = [], None, 0
    with tempfile.TemporaryDirectory() as folder:
        for kind, info, body in BLOCK.findall(page):
            options = dict(option.split("=", 1) for option in info.split())
            if "file" in options:
                path = Path(folder) / options["file"]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(body, "utf-8")
            elif kind == "sh":
                for line in body.splitlines():
                    result = run(program, line, folder)
                    commands += 1
                    if result is None:
                        wrong.append(f"cannot run: {line}")
                    elif result[0] != int(options.get("status", 0)):
                        wrong.append(f"{line}\nended with {result[0]}:\n{result[1]}")
                    said = result[1] if result else None
            elif kind == "text" and said is not None:
                if not matches(body, said):
                    wrong.append(f"expected:\n{body}got:\n{said}")
                said = None
            else:
                wrong.append(f"a block that no test runs: ```{kind}{info}\n{body}")
    print("\n".join(wrong) or f"{commands} commands say what the page says")
    return 1 if wrong or commands < 8 else 0


if __name__ == "__main__":
    sys.exit(main())
