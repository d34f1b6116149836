"""docs/hostile.md: every hostile case by its number, what happens, and which test shows it."""

import re
from pathlib import Path

import elsewhere

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "hostile.md"
MOST = 12  # rows of one case that are named one by one
OUTCOMES = ("ok", "ok-with-losses", "empty", "scanned", "text-unreliable", "needs-password",
            "unsupported-type", "corrupt", "limit-exceeded", "timeout", "out-of-memory", "crashed",
            "unreadable")
OUTCOME = re.compile(r"(?<=[｜ ])(" + "|".join(OUTCOMES) + r")(?= |$)")

HEAD = """# Hostile and awkward files: what happens, and where it is tested

Written by `tests/formats/hostile/hostile.py --update`, which runs every row in a process of its own (`ctest -R formats/hostile`):
`tests/formats/hostile/hostile.golden` holds format, outcome, message, the beginning of the text and the losses of each. Bounds are
45 s and 400 MiB a file, 150 s where LibreOffice converts. The other tests named here run in `./dev test` too. Anything but `ok` and `ok-with-losses`
is *not checked*, with a message that says what to do. `PLUMBLINE_CORPORA=FOLDER ctest -R formats/corpus` runs the corpora of others
(Apache POI, pdf.js) where they are at hand.

| case | what | what happens | tested by |
| --- | --- | --- | --- |
"""
TAIL = """
Where an outcome is another than one might expect:

- **10** A zip behind other bytes is no zip here, whatever the bytes: one answer always. Bytes behind it are harmless.
- **13** A file without a byte is `empty`, and says that it may not have been saved or sent whole.
- **23** XML in another encoding than UTF-8 and UTF-16 is refused; no office program writes it.
- **38** Word 6 and 95 are left to LibreOffice; what it cannot open is `corrupt`.
- **42** A bomb in a pdf meets the limits of pdftotext: its time or its memory, whichever comes first.
- **50** A page whose letters all mean blanks has no words: it is said as a page without text.
- **60–62** Rules of style sheets count where one class or id decides; what only a script hides is not seen, for no script is run.
- **68** Nothing is kept between runs: a batch that was ended is run again, from the beginning (a thousand files take some seconds).
  What it had written is whole; the outputs of the second run are those of one that nobody ended.
- **Revisions** are read as accepted, everywhere, and told. There is no view of them as rejected: rules look at one text, which is the
  one that the office would publish. Word shows the other.
- **Breaks that cannot be decided** (text files cut at a width, a line that ends a sentence near the border): the line is taken as the
  end of its paragraph. A finding never quotes across it, for no quote crosses a paragraph, so it needs no remark; none is met in the real
  reports that the tests hold.
"""

TITLES = {
    1: "zip entry that swells beyond measure", 2: "entry that declares less than it holds",
    3: "entries over one body", 4: "archives in archives, an archive that holds itself",
    5: "too many entries", 6: "names that climb, links", 7: "an entry twice",
    8: "encrypted entries", 9: "damaged zip: cut, checksum, directory",
    10: "zip64, streamed, other bytes in front or behind", 11: "names of entries in four encodings",
    12: "other archives under a wrong name", 13: "junk in a zip, a file without a byte",
    14: "methods of compression that nobody uses", 15: "two names for one entry",
    16: "billion laughs", 17: "quadratic entity", 18: "entity of a file or a server",
    19: "nesting without end", 20: "millions of paragraphs, runs", 21: "absurd numbers",
    22: "styles and numbering in circles or missing", 23: "encodings of XML, NUL, invalid UTF-8",
    24: "XML cut in a zip that is whole", 25: "encrypted docx", 26: "docx that is something else",
    27: "other names, namespaces, prefixes", 28: "deleted heading with a number",
    29: "text boxes told twice", 30: "fields nested, not ended", 31: "macros, files elsewhere",
    32: "the whole report in a cell or a box", 33: "hundreds of megabytes of pictures",
    34: "odd docx and doc as collections hold them", 35: "doc: chains in circles",
    36: "doc: sectors and streams beyond the file", 37: "doc: encrypted", 38: "doc of Word 2, 6, 95",
    39: "wps that is something else", 40: "doc: the same bytes again and again",
    41: "doc: what is not seen", 42: "pdf: bomb", 43: "pdf: page tree in a circle, absurd counts",
    44: "pdf: forms in forms", 45: "pdf: absurd objects", 46: "pdf: cut, garbage, header in front",
    47: "pdf: passwords", 48: "pdf: scans, mixed, with a layer of text", 49: "pdf: Chinese encodings",
    50: "pdf: maps that lie", 51: "pdf: pictures beyond measure or never decoded",
    52: "pdf: absurd maps and filters",
    53: "pdf: columns, turned, watermark, unseen words, tables",
    54: "odd pdf as collections hold them", 55: "ofd: absurd counts", 56: "ofd: paths, circles",
    57: "ofd: pages missing, drawn, scanned, turned; documents and versions",
    58: "html: nesting without end", 59: "html: attributes, comments, scripts without end",
    60: "html: encodings that lie", 61: "html: pages without an article",
    62: "html: hidden and injected words", 63: "text: long, blank, binary, other encodings",
    64: "text: short, cut, mixed encodings", 65: "worker that misbehaves",
    66: "worker that reaches out", 67: "a thousand files, a hundred bad",
    68: "killed or interrupted, run again", 69: "nothing left: disk, descriptors, processes, pipe",
    70: "what is no file, or changes while it is read", 71: "converter that misbehaves",
    72: "old kernel", 73: "annotated copies of odd packages", 74: "outputs of hostile words"}

ENDS = {
    65: "typed outcome, the next file is read", 66: "refused, or the worker ends",
    67: "900 checked, the same bytes on 1, 2 and 7 threads, memory flat, no dead child",
    68: "no process and no half output left; run again: the same outputs",
    69: "what can be read is read, the rest is said, status 2 or 3",
    70: "a line each, `unreadable`; a changing file is read whole or not at all",
    71: "typed outcome, no process left", 72: "the same report; doctor says what is missing",
    73: "a copy that holds what the original says, or a clear refusal", 74: "inert"}


def ends_of(rows):
    counts = {}
    for _, told in rows:
        head = told.partition(" | ")[0] if "｜" in told else told
        for outcome in sorted(set(OUTCOME.findall(head)), key=OUTCOMES.index):
            counts[outcome] = counts.get(outcome, 0) + 1
    many = len(rows) > MOST
    return ", ".join(f"`{outcome}`" + (f" {count}" if many else "")
                     for outcome, count in sorted(counts.items(), key=lambda o: OUTCOMES.index(o[0])))


def named(rows):
    names = [name for name, _ in rows]
    return f"{len(names)} rows" if len(names) > MOST else "; ".join(names)


def markdown(modules, golden):
    """`modules`: name of the file → its cases; `golden`: lines of the golden file."""
    lines = []
    for number, title in TITLES.items():
        places, rows_of_all = [], []
        for module, cases in modules.items():
            rows = []
            for case in (case for case in cases if case[0] == number):
                key = f"{case[0]:02} {case[1]}: "
                line = next((line for line in golden if line.startswith(key)), key)
                rows.append((case[1], line[len(key):]))
            if rows:
                places.append(f"`{module}`: {named(rows)}")
            rows_of_all += rows
        places += [f"`{file.removeprefix('tests/')}`: {words}"
                   for file, words in elsewhere.CASES.get(number, [])]
        ends = [ends_of(rows_of_all)] if rows_of_all else []
        ends += [ENDS[number]] if number in ENDS else []
        lines.append(f"| {number} | {title} | {'; '.join(ends)} | {'<br>'.join(places)} |")
    return HEAD + "\n".join(lines) + "\n" + TAIL


def faults(modules, golden, update):
    text = markdown(modules, golden)
    if update:
        DOCUMENT.write_text(text, encoding="utf-8")
    old = DOCUMENT.read_text(encoding="utf-8") if DOCUMENT.exists() else ""
    return [] if old == text else ["docs/hostile.md is not what the cases say: --update"]
