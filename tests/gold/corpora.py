"""The corpora beside the source tree and how each is judged (bars: 100 means every one)."""

import csv
import hashlib
import json
import re
import tempfile
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import program as prog
from tally import Tally, squeeze

FACTS = ("title", "report_year", "issuer", "document_number", "signer", "addressee", "signature",
         "date")
HERE = Path(__file__).parent
KINDS = {"report": "checked", "other": "other-kind"}


# ---- facts and elements -------------------------------------------------------------------------

def judge_facts(tally, name, document, gold, bar):
    for key in FACTS:
        if key in gold:
            tally.compare("facts", f"{name} {key}", gold[key], prog.fact(document, key), bar)


def judge_elements(tally, name, document, gold, bar):
    for key, wanted in gold.items():
        got = document["elements"].get(key, {})
        state = got.get("state")
        right = state in wanted["state"]
        words = f"{name} {key}: expected {' or '.join(wanted['state'])}, got {state}"
        if right and "heading" in wanted and state in ("section", "subsection"):
            heading = got.get("heading") or ""
            right = squeeze(heading) == squeeze(wanted["heading"])
            words = f"{name} {key}: expected heading {wanted['heading']}, got {heading}"
        tally.count("elements", right, bar, words)


def judge_status(tally, name, document, expected):
    words = f"{name}: expected {expected}, got {document['status']}: {document.get('reason')}"
    return tally.count("kinds", document["status"] == expected, 100, words)


def describe(finding):
    place = finding.get("location") or {}
    line = place.get("line") or place.get("paragraph") or 0
    return (f"{finding['severity']} {finding['rule']} line {line} “{finding.get('quote') or ''}” "
            f"{finding['message']}")


# ---- the five real reports ----------------------------------------------------------------------

def judge_real(tally, name, document, expected):
    """Against its part of reports/gold.json."""
    short = name[:3]
    if not judge_status(tally, short, document, "checked"):
        return
    judge_facts(tally, short, document, expected["facts"], 100)
    judge_elements(tally, short, document, expected["elements"], 100)
    judge_outline(tally, short, document, expected)
    found = {prog.rule_of(f) for f in document["findings"]}
    loud = {prog.rule_of(f): f for f in prog.alarms(document)}
    for rule in expected["must_find"]:
        tally.count("must find", rule in found, 100, f"{short}: no {rule}")
    for rule in expected["must_not_find"]:
        tally.count("must not find", rule not in loud, 100,
                    f"{short}: {describe(loud[rule])}" if rule in loud else "")


def reports(program, shared, wanted):
    tally = Tally("reports")
    gold = json.loads((shared / "reports/gold.json").read_text(encoding="utf-8"))["reports"]
    names = [name for name in sorted(gold) if wanted in name]
    documents = prog.check(program, [shared / "reports" / n for n in names], "--profile", "submitted")
    for name, document in zip(names, documents):
        judge_real(tally, name, document, gold[name])
    return tally


def judge_outline(tally, name, document, expected):
    levels = Counter(entry["level"] for entry in document["outline"])
    for level, word in ((1, "first"), (2, "second"), (3, "third")):
        key = f"{word}_level_headings"
        if key in expected:
            tally.compare("outline", f"{name} headings of level {level}", expected[key],
                          levels[level], 100)


# ---- made reports -------------------------------------------------------------------------------

def same_words(one, other):
    """Either holds the other, or they share most of the shorter one. Stars mask a character."""
    one, other = squeeze(one), squeeze(other)
    if "**" in one and re.search(re.escape(one).replace(r"\*", "."), other):
        return True
    if not one or not other or one in other or other in one:
        return True
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return 2 * match.size >= min(len(one), len(other))


# These compare two places; either may be quoted.
TWO_PLACES = {"date-document-number-year", "signature-matches-title", "year-consistency"}


def answers(finding, planted):
    if prog.rule_of(finding) != planted["rule"]:
        return False
    quote = planted["quote"]
    return quote is None or planted["rule"] in TWO_PLACES or same_words(
        finding.get("quote") or "", quote)


def judge_findings(tally, name, document, planted):
    for defect in planted:
        hit = any(answers(f, defect) for f in document["findings"])
        tally.count("planted found", hit, 95,
                    f"{name}: no {defect['rule']} “{defect['quote'] or ''}” ({defect['what']})")
    for finding in prog.alarms(document):
        if not any(answers(finding, defect) for defect in planted):
            tally.misses.append(f"false alarm: {name}: {describe(finding)}")
            tally.figures["false alarms"][0] += 1


def made_reports(program, shared, wanted):
    tally = Tally("made-reports")
    tally.limit("false alarms", 0, 0)
    golds = {f.name.split(".")[0]: json.loads(f.read_text(encoding="utf-8"))
             for f in sorted((shared / "made-reports").glob("*.gold.json")) if wanted in f.name}
    for profile in ("submitted", "published"):
        names = [name for name, gold in golds.items() if gold["profile"] == profile]
        files = [shared / "made-reports" / f"{name}.txt" for name in names]
        for name, document in zip(names, prog.check(program, files, "--profile", profile)):
            gold = golds[name]
            judge_status(tally, name, document, KINDS[gold["kind"]])
            judge_facts(tally, name, document, gold["facts"], 98)
            if gold["kind"] == "report":
                judge_elements(tally, name, document, gold["elements"], 98)
                judge_findings(tally, name, document, gold["planted"])
    return tally


# ---- heads --------------------------------------------------------------------------------------

PLACEHOLDER = re.compile(r"xx|XX|__|\*\*|20xx|××")


def template_expectations():
    """Templates: those of this report are checked, others are other-kind, some may be either."""
    with open(HERE / "templates.csv", encoding="utf-8", newline="") as file:
        return {row["sha256"]: row["expected"] for row in csv.DictReader(file)}


def heads(program, shared, wanted):
    tally = Tally("heads")
    tally.limit("invented titles", 0, 0)
    lines = (shared / "facts/report-heads.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [(f"{i:03}", json.loads(line)) for i, line in enumerate(lines)]
    rows = [(name, row) for name, row in rows if wanted in name and row["skeleton"].strip()]
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{name}.txt" for name, _ in rows]
        for file, (_, row) in zip(files, rows):
            file.write_text(row["skeleton"] + "\n", encoding="utf-8")
        documents = prog.check(program, files, "--profile", "published")
    expected = template_expectations()
    for (name, row), document in zip(rows, documents):
        if row["is_report"]:
            judge_head(tally, name, row, document)
        else:
            judge_look_alike(tally, name, row, document, expected)
    return tally


def judge_head(tally, name, row, document):
    tally.count("reports recognised", document["status"] == "checked", 98,
                f"{name}: {document['status']}: {document.get('reason')}")
    tally.compare("year", name, row["report_year"], prog.fact(document, "report_year"), 98)
    title = prog.fact(document, "title")
    if row["title"] is not None:
        tally.count("title", title is not None and squeeze(title) == squeeze(row["title"]), 98,
                    f"{name}: expected {row['title']}, got {title}")
    elif title is not None:
        tally.figures["invented titles"][0] += 1
        tally.misses.append(f"invented title: {name}: {title}")
    addressee = prog.fact(document, "addressee")
    if row["addressee"] is not None or addressee is not None:
        tally.count("addressee", squeeze(addressee) == squeeze(row["addressee"]), 95,
                    f"{name}: expected {row['addressee']}, got {addressee}")
    number = prog.fact(document, "document_number")
    if row["doc_number"] is not None or number is not None:
        tally.count("number (no bar)", squeeze(number) == squeeze(row["doc_number"]), None,
                    f"{name}: expected {row['doc_number']}, got {number}")
    for key in ("issuer", "signature", "date"):  # only our own heads are labelled with these
        if key in row:
            got = prog.fact(document, key)
            tally.count(f"{key} (no bar)", squeeze(got) == squeeze(row[key]), None,
                        f"{name}: expected {row[key]}, got {got}")


def judge_look_alike(tally, name, row, document, expected):
    digest = hashlib.sha256(row["skeleton"].encode()).hexdigest()[:12]
    wanted = expected.get(digest, "either" if row["kind"] == "template" else "other-kind")
    if wanted == "either":
        return
    words = f"{name} ({row['kind']}): expected {wanted}, got {document['status']}: {row['title']}"
    tally.count("kinds", document["status"] == wanted, 100, words)
    if wanted == "checked" and PLACEHOLDER.search(row["skeleton"]):
        found = any(prog.rule_of(f) == "placeholder-residue" for f in document["findings"])
        tally.count("template's placeholders", found, 100, f"{name}: no placeholder-residue")


# ---- other kinds --------------------------------------------------------------------------------

def other_kinds(program, shared, wanted):
    tally = Tally("other-kinds")
    files = sorted(f for f in (shared / "other-kinds").glob("*.txt") if wanted in f.name)
    for file, document in zip(files, prog.check(program, files, "--profile", "published")):
        judge_status(tally, file.name, document, "other-kind")
    originals = sorted(f for f in (shared / "other-kinds/originals").glob("*") if wanted in f.name)
    for file, document in zip(originals, prog.check(program, originals)):
        tally.count("originals not checked as a report",
                    document["status"] in ("other-kind", "not-checked"), 100,
                    f"{file.name}: {document['status']}")
    return tally


def reviewed_alarms():
    """(file, rule, fingerprint) of every alarm that a reader has found right."""
    with open(HERE / "reviewed-alarms.csv", encoding="utf-8", newline="") as file:
        return {(row["file"], row["rule"], row["fingerprint"])
                for row in csv.DictReader(file) if row["verdict"] == "right"}


def alarms(program, shared, wanted):
    """The rules on wording, titles and format over texts of other kinds: who cries wolf?"""
    tally = Tally("alarms")
    files = sorted(f for f in (shared / "other-kinds").glob("*.txt") if wanted in f.name)
    reviewed = reviewed_alarms()
    wrong = 0
    characters = sum(len(f.read_text(encoding="utf-8")) for f in files)
    documents = prog.check(program, files, "--profile", "published", "--pack", str(HERE / "any-kind"))
    for file, document in zip(files, documents):
        tally.count("texts checked", document["status"] == "checked", 98,
                    f"{file.name}: {document['status']}: {document.get('reason')}")
        for finding in prog.alarms(document):
            key = (file.name, finding["rule"], finding["fingerprint"])
            if key not in reviewed:
                wrong += 1
                tally.misses.append(f"not reviewed as right: {file.name}: {describe(finding)}")
    tally.limit(f"wrong alarms per 100,000 characters ({wrong} in {characters})",
                wrong * 100000 / max(characters, 1), 1)
    return tally


CORPORA = {"reports": reports, "made-reports": made_reports, "heads": heads,
           "other-kinds": other_kinds, "alarms": alarms}
