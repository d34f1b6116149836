#!/usr/bin/env python3
"""The system calls that a worker gives up exist on every processor that the filter knows.

    python3 tests/unit/isolation/system_calls_test.py --compiler g++

Numbers come from the kernel's headers: of this machine for x86-64, from asm-generic with the switches
that arm64 and loongarch64 set. Where a compiler for arm64 is installed, the file is compiled with it,
and once more as loongarch64 sees it.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SOURCE = ROOT / "engine/isolation/system_calls.cpp"
GENERIC = "asm-generic/unistd.h"
LOONGARCH = ["SYS_CLONE", "SYS_CLONE3"]
# Processor → header, what its own header switches on, the conditional groups that it has.
PROCESSORS = {
    "x86-64": ("asm/unistd_64.h", [], {"OLD_CALLS", "RENAME", "LIMIT"}),
    "arm64": (GENERIC, ["RENAMEAT", "NEW_STAT", "SET_GET_RLIMIT", "TIME32_SYSCALLS", "SYS_CLONE3",
                        "MEMFD_SECRET"], {"RENAME", "LIMIT"}),
    "loongarch64": (GENERIC, LOONGARCH, set()),
}
CROSS = "aarch64-linux-gnu-g++"


def numbers(compiler, header, switches):
    """Name → number."""
    defines = [f"-D__ARCH_WANT_{name}" for name in switches] + ["-D__BITS_PER_LONG=64"]
    text = f"#include <{header}>\n"
    macros = subprocess.run([compiler, "-x", "c++", "-E", "-dM", *defines, "-"], input=text,
                            capture_output=True, text=True, check=True).stdout
    table = dict(re.findall(r"#define (__NR\w+) (\S+)", macros))
    return {name[5:]: int(table.get(value, value)) for name, value in table.items()
            if name.startswith("__NR_") and table.get(value, value).isdigit()}


def calls(words):
    return re.findall(r"SYS_(\w+)", words)


def lists(source):
    """(names on every processor, group → (its guard, names))"""
    groups = {name: (guard, calls(body)) for guard, name, body in re.findall(
        r"#ifdef SYS_(\w+)\n#define PLUMBLINE_(\w+)((?:[^\n]*\\\n)*[^\n]*)\n", source)}
    everywhere = [name for array in ("kDeadly", "kRefused") for name in
                  calls(re.search(array + r"\[\] = \{(.*?)\};", source, re.S)[1])]
    body = source[source.index("class Filter"):]
    return everywhere + calls(body), groups


def faults(compiler):
    source = SOURCE.read_text(encoding="utf-8")
    newest = int(re.search(r"kNewest = (\d+)", source)[1])
    everywhere, groups = lists(source)
    if len(everywhere) < 80 or set(groups) != {"OLD_CALLS", "RENAME", "LIMIT"}:
        yield f"the lists were not found: {len(everywhere)} names, groups {sorted(groups)}"
    for processor, (header, switches, expected) in PROCESSORS.items():
        known = numbers(compiler, header, switches)
        held = {name for name, (guard, _) in groups.items() if guard in known}
        if held != expected:
            yield f"{processor}: groups {sorted(held)}, expected {sorted(expected)}"
        wanted = everywhere + [call for name in held for call in groups[name][1]]
        yield from (f"{processor}: has no {name}" for name in wanted if name not in known)
        yield from (f"{processor}: {name} is newer than the filter" for name in wanted
                    if known.get(name, 0) > newest)
    words = [name for name in everywhere if everywhere.count(name) > 1]
    if words:
        yield f"twice: {sorted(set(words))}"


def compile_faults():
    if not shutil.which(CROSS):
        print(f"skipped: {CROSS} is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        header = Path(folder) / "asm/unistd.h"
        header.parent.mkdir()
        header.write_text("".join(f"#define __ARCH_WANT_{name}\n" for name in LOONGARCH)
                          + f"#include <{GENERIC}>\n")
        for name, more in {"arm64": [], "loongarch64": [
                "-U__aarch64__", "-D__loongarch64", f"-I{folder}"]}.items():
            done = subprocess.run([CROSS, "-std=c++20", "-Wall", "-Wextra", "-Werror", "-c", "-o",
                                   "/dev/null", f"-I{ROOT}", f"-I{ROOT}/engine/include", *more,
                                   str(SOURCE)], capture_output=True, text=True, check=False)
            if done.returncode != 0:
                yield f"{name} does not compile: {done.stderr[:1500]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--compiler", required=True)
    options = parser.parse_args()
    found = [*faults(options.compiler), *compile_faults()]
    print("\n".join(found) or "every call is known on " + ", ".join(PROCESSORS))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
