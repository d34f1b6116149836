"""Five hundred documents, every format of the program in one run: time against one format, memory
against half as many documents."""

import re
import subprocess

DOCUMENTS = 500
ONE_EACH = {"docx", "note", "selfcheck"}


def formats(program):
    words = subprocess.run([program, "check", "--help"], capture_output=True, text=True, check=True,
                           env={"LANG": "en"}).stdout
    return re.findall(r"^  ([a-z]+) +\S", words.split("Formats:")[1].split("\n\n")[0], re.M)


def command(program, names, files, out):
    targets = [word for name in names for word in
               ("--output", f"{name}={out / name}" + ("/" if name in ONE_EACH else ""))]
    return [program, "check", "--fail-on", "never", "--jobs", "2", *targets, *map(str, files)]


def rows(program, timed, row, folder, files):
    """`files`: at least DOCUMENTS of them. `timed` and `row` as in goals.py."""
    out = folder / "outputs"
    out.mkdir()
    names = formats(program)
    files = sorted(files)[:DOCUMENTS]
    _, all_wall, all_peak = timed(command(program, names, files, out))
    half_peak = timed(command(program, names, files[:DOCUMENTS // 2], out))[2]
    json_wall = timed(command(program, ["json"], files, out))[1]
    row("P15", f"{DOCUMENTS} documents in {len(names)} formats ÷ in json (wall time)",
        f"{all_wall / json_wall:.1f}×", "≤ 10×", all_wall / json_wall, most=10)
    row("", f"  peak memory at {DOCUMENTS // 2} / {DOCUMENTS} documents (MiB)",
        f"{half_peak:.0f}/{all_peak:.0f}", "≤ 128 MiB", all_peak, most=128)
