#!/usr/bin/env python3
"""The same report in every format: the same facts, elements and findings, or the test says where.

    python3 tests/formats/same_in_all_formats.py --program build/dev/plumbline [--update]

The samples in samples/ make docs/formats.md (--update rewrites it). With ../shared beside the source
tree its five real reports, converted to docx, doc, pdf, ofd and html, must give their gold. Formats
that LibreOffice makes are left out, and said, where it is not installed.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import forms
import making

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/gold"))

import corpora  # noqa: E402
import program as prog  # noqa: E402
from tally import Tally  # noqa: E402

CLEAN, DEFECTIVE = "01-clean-department.txt", "07-many-faults.txt"
TABLE = ROOT / "docs/formats.md"
OFFICE = {"doc": "doc:MS Word 97", "odt": "odt", "pdf": "pdf"}
WRITERS = {"txt": lambda rows: forms.txt(rows).encode(),
           "txt-gb18030": lambda rows: forms.txt(rows).encode("gb18030"),
           "md": lambda rows: forms.md(rows).encode(),
           "html": lambda rows: forms.page(rows).encode(),
           "mht": lambda rows: forms.mht(rows).encode(),
           "rtf": lambda rows: forms.rtf(rows).encode(),
           "docx": forms.docx, "ofd": forms.ofd,
           "zip": lambda rows: making.make_zip(
               [making.Entry("目录/报告.txt", forms.txt(rows))])}
ENDINGS = {"txt-gb18030": "txt"}
REAL = ("docx", "html", "ofd", "doc", "pdf")


def write_all(texts, folder, wanted):
    """format -> name -> path, for every text (name -> words)."""
    paths = {}
    for form in wanted:
        if form not in WRITERS or (form == "rtf" and not forms.has_office()):
            continue
        (folder / form).mkdir(exist_ok=True)
        for name, words in texts.items():
            path = folder / form / f"{name}.{ENDINGS.get(form, form)}"
            path.write_bytes(WRITERS[form](forms.paragraphs(words)))
            paths.setdefault(form, {})[name] = path
    for form, target in OFFICE.items():
        if form in wanted and forms.has_office():
            forms.convert(folder, paths["docx"].values(), form, target)
            paths[form] = {name: folder / form / f"{name}.{form}" for name in texts}
    if "wps" in wanted and "doc" in paths:
        (folder / "wps").mkdir()
        paths["wps"] = {}
        for name, path in paths["doc"].items():
            paths["wps"][name] = folder / "wps" / f"{name}.wps"
            paths["wps"][name].write_bytes(path.read_bytes())
    return paths


def read(program, path):
    """The one document in a file, also where it is a zip."""
    if path.suffix == ".zip":
        done = subprocess.run([str(program), "check", "--format", "json", str(path)],
                              capture_output=True, timeout=100, check=False)
        return json.loads(done.stdout)["documents"][0]
    return prog.check(program, [path], "--profile", "submitted")[0]


def squeezed(text):
    return "".join(unicodedata.normalize("NFKC", text or "").split())


def view(document):
    """What must not depend on the format."""
    facts = {key: squeezed(str(prog.fact(document, key))) for key in document["facts"]}
    elements = {key: (value["state"], squeezed(value.get("heading")))
                for key, value in document["elements"].items()}
    findings = sorted((f["rule"], f["severity"], (f.get("location") or {}).get("section") or "",
                       squeezed(f.get("quote"))) for f in document["findings"])
    return {"status": document["status"], "facts": facts, "elements": elements, "findings": findings}


def differences(expected, got):
    out = []
    for key, value in expected.items():
        if isinstance(value, dict):
            out += [f"{key} {k}: {v} is {got[key].get(k)}" for k, v in value.items()
                    if got[key].get(k) != v]
        elif isinstance(value, list):
            out += [f"{key}: missing {row}" for row in value if row not in got[key]]
            out += [f"{key}: also {row}" for row in got[key] if row not in value]
        elif got[key] != value:
            out.append(f"{key}: {value} is {got[key]}")
    return out


def place_of(document):
    location = (document["facts"]["title"] or {}).get("location") or {}
    return ", ".join(name for name in ("line", "column", "page", "paragraph", "boxes") if location.get(name))


def row_of(form, documents):
    clean, bad = (view(documents[name]) for name in ("clean", "defective"))
    facts = sum(value != "None" for value in clean["facts"].values())
    found = [", ".join(f"{sum(f[1] == s for f in one['findings'])} {s}"
                       for s in ("error", "warning", "note")) for one in (clean, bad)]
    return (f"| {form} | {documents['clean']['read']['outcome']} | {facts} | "
            f"{sum(s != 'absent' for s, _ in clean['elements'].values())} | {found[0]} | {found[1]} | "
            f"{place_of(documents['clean'])} |")


HEAD = """# The same report in every format

Made by `tests/formats/same_in_all_formats.py`, which fails where a format gives other facts, elements or findings
than the plain text: `samples/01-clean-department.txt` and `samples/07-many-faults.txt`, written in each format (docx with
automatic numbers; doc, wps, odt and pdf made of it by LibreOffice; ofd line by line as a page is laid out).

| format | read | facts | elements | findings, clean | findings, defective | places |
| --- | --- | --- | --- | --- | --- | --- |
"""


def samples(program, folder, update):
    texts = {"clean": (ROOT / "samples" / CLEAN).read_text(encoding="utf-8"),
             "defective": (ROOT / "samples" / DEFECTIVE).read_text(encoding="utf-8")}
    wanted = [*WRITERS, *OFFICE, "wps"]
    paths = write_all(texts, folder, wanted)
    documents = {form: {name: read(program, path) for name, path in files.items()}
                 for form, files in paths.items()}
    faults = []
    for form, of_form in documents.items():
        for name, document in of_form.items():
            for words in differences(view(documents["txt"][name]), view(document)):
                faults.append(f"{form} {name}: {words}")
    left_out = [form for form in wanted if form not in documents]
    if left_out:
        print(f"skipped: {', '.join(left_out)} (LibreOffice is not installed)")
        return faults
    order = ["txt", "txt-gb18030", "md", "docx", "doc", "wps", "rtf", "odt", "pdf", "ofd", "html",
             "mht", "zip"]
    table = HEAD + "\n".join(row_of(form, documents[form]) for form in order) + "\n"
    if update:
        TABLE.write_text(table, encoding="utf-8")
    if not TABLE.exists() or TABLE.read_text(encoding="utf-8") != table:
        faults.append(f"{TABLE.name} is not what this run makes; --update rewrites it:\n{table}")
    return faults


def judge(tally, shared, documents):
    gold = json.loads((shared / "reports/gold.json").read_text(encoding="utf-8"))["reports"]
    for name, document in documents.items():
        corpora.judge_real(tally, name, document, gold[name])


def real_reports(program, folder, shared):
    """Misses of the gold, by format."""
    names = sorted(path.name for path in (shared / "reports").glob("*.txt"))
    texts = {name: (shared / "reports" / name).read_text(encoding="utf-8") for name in names}
    paths = write_all(texts, folder, REAL)
    faults = []
    for form, files in paths.items():
        documents = {name: read(program, path) for name, path in files.items()}
        tally = Tally(f"real reports as {form}")
        judge(tally, shared, documents)
        faults += [f"{form}: {miss}" for miss in tally.misses]
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--real", action="store_true", help="the real reports instead")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if options.real:
            if not (options.shared / "reports/gold.json").exists() or not forms.has_office():
                print("skipped: no real reports beside the source tree, or no LibreOffice")
                return 77
            faults = real_reports(options.program, Path(name), options.shared)
        else:
            faults = samples(options.program, Path(name), options.update)
    print("\n".join(faults) or "every format gives the same")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
