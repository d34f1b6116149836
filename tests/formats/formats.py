"""Runs plumbline once with several formats and reads the same facts back from each of them.

Every reader gives a dict of facets: "findings" is a list of (path, rule, severity), "fingerprints"
of (path, fingerprint), "ledger" of (path, rule, possible, earned), "scores" of (path, earned,
applicable), "counts" of (path, errors, warnings, notes) without what is waived; all sorted. A reader
leaves out what its format does not carry. Word files, one for each document, are given as a list of
(path, bytes).
"""

import csv
import html.parser
import io
import json
import re
import subprocess
import urllib.parse
import xml.etree.ElementTree as ET
from pathlib import Path

import papers
import workbook

SEVERITIES = {"必改": "error", "请核实": "warning", "建议": "note"}
ENDINGS = {"json": "json", "csv": "csv", "md": "md", "sarif": "sarif", "junit": "xml",
           "html": "html", "xlsx": "xlsx", "text": "txt", "jsonl": "jsonl", "github": "github"}


def run(program, folder, paths, cwd=None, only=None):
    """Format → bytes of one run over `paths`, of Word files (path, bytes) of each document."""
    files = {name: Path(folder) / f"out.{ending}" for name, ending in ENDINGS.items()}
    files.update({name: Path(folder) / f"out-{name}" for name in papers.TAILS})
    files = {name: file for name, file in files.items() if name in (only or files)}
    outputs = [part for name, file in files.items() for part in
               ("--output", f"{name}={file}" + ("/" if name in papers.TAILS else ""))]
    done = subprocess.run([str(program), "check", *map(str, paths), *outputs], cwd=cwd,
                          capture_output=True, timeout=100, check=False)
    if done.returncode not in (0, 1, 3):
        raise SystemExit(f"exit status {done.returncode}: {done.stderr.decode()[:2000]}")
    result = {name: file.read_bytes() for name, file in files.items() if name not in papers.TAILS}
    for name in papers.TAILS.keys() & files.keys():
        paths = [d["path"] for d in json.loads(result["json"])["documents"]]
        result[name] = [(path, (files[name] / paper).read_bytes())
                        for path, paper in zip(paths, papers.names(paths, papers.TAILS[name]))]
    return result


def sorted_facets(**facets):
    return {name: sorted(rows) for name, rows in facets.items()}


def counts_of(document):
    found = [f["severity"] for f in document["findings"] if not f["waived"]]
    return (document["path"], *(found.count(level) for level in ("error", "warning", "note")))


def from_json(data):
    return from_documents(json.loads(data)["documents"])


def from_jsonl(data):
    rows = [json.loads(line) for line in data.decode().splitlines()]
    return from_documents([row for row in rows if "findings" in row])


def from_documents(documents):
    found = [(d["path"], f) for d in documents for f in d["findings"]]
    return sorted_facets(
        findings=[(path, f["rule"], f["severity"]) for path, f in found],
        fingerprints=[(path, f["fingerprint"]) for path, f in found],
        ledger=[(d["path"], r["id"], r["possible"], r["earned"])
                for d in documents for r in d["rules"]],
        scores=[(d["path"], d["score"]["earned"], d["score"]["applicable"])
                for d in documents if d["score"]],
        counts=[row for row in map(counts_of, documents) if any(row[1:])],
        failing=[(d["path"], r["id"]) for d in documents for r in d["rules"]
                 if r["outcome"] in ("fail", "partial")])


def from_csv(data):
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    of_kind = lambda kind: [row for row in rows if row["行类"] == kind]
    found = of_kind("问题")
    return sorted_facets(
        findings=[(r["文件"], r["规则编号"], SEVERITIES[r["结果"].split("·")[0]]) for r in found],
        fingerprints=[(r["文件"], r["指纹"]) for r in found],
        ledger=[(r["文件"], r["规则编号"], int(r["应得"]), int(r["实得"])) for r in of_kind("规则")],
        scores=[(r["文件"], int(r["实得"]), int(r["应得"])) for r in of_kind("文件") if r["应得"]])


def from_md(data):
    findings, ledger, scores, path = [], [], [], None
    for line in data.decode().splitlines():
        if line.startswith("## "):
            path = re.sub(r"\\(.)", r"\1", line[3:])
        elif match := re.match(r"- \*\*【(必改|请核实|建议)(?:·[^】]*)?】\*\* .* `([^`]+)`$", line):
            findings.append((path, match[2], SEVERITIES[match[1]]))
        elif match := re.match(r"\| `([^`]+)` \| [^|]+ \| (\d+) \| (\d+) \|", line):
            ledger.append((path, match[1], int(match[2]), int(match[3])))
        elif match := re.match(r"得分(\d+)/(\d+)", line):
            scores.append((path, int(match[1]), int(match[2])))
    return sorted_facets(findings=findings, ledger=ledger, scores=scores)


def from_sarif(data):
    findings, fingerprints = [], []
    for result in json.loads(data)["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        path = urllib.parse.unquote(place).removeprefix("file://")
        findings.append((path, result["ruleId"], result["level"]))
        fingerprints.append((path, result["partialFingerprints"]["plumbline/v1"]))
    return sorted_facets(findings=findings, fingerprints=fingerprints)


def from_junit(data):
    cases = [case for case in ET.fromstring(data).iter("testcase") if case.find("error") is None]
    return sorted_facets(
        rules=[(case.get("classname"), case.get("name")) for case in cases],
        failing=[(case.get("classname"), case.get("name")) for case in cases
                 if case.find("failure") is not None])


class Page(html.parser.HTMLParser):
    """Paths, findings, ledger rows and sums of the web page."""

    def __init__(self):
        super().__init__()
        self.paths, self.findings, self.ledger, self.sums = [], [], [], {}
        self.document, self.within = 0, ""

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "section" and attrs.get("class") == "document":
            self.document += 1
        elif tag == "p" and attrs.get("class") == "path":
            self.within = "path"
        elif tag == "tfoot":
            self.within = "sum"
        elif tag == "li" and "data-fingerprint" in attrs:
            self.findings.append((self.document, attrs))
        elif tag == "tr" and "data-rule" in attrs:
            self.ledger.append((self.document, attrs))

    def handle_endtag(self, tag):
        self.within = "" if tag in ("p", "tfoot") else self.within

    def handle_data(self, data):
        if self.within == "path":
            self.paths.append(data.split("　SHA-256 ")[0])
        elif self.within == "sum" and data.strip().isdigit():
            self.sums.setdefault(self.document, []).append(int(data))


def from_html(data):
    page = Page()
    page.feed(data.decode())
    path = lambda number: page.paths[number - 1]
    return sorted_facets(
        findings=[(path(d), a["data-rule"], a["data-severity"]) for d, a in page.findings],
        fingerprints=[(path(d), a["data-fingerprint"]) for d, a in page.findings],
        ledger=[(path(d), a["data-rule"], int(a["data-possible"]), int(a["data-earned"]))
                for d, a in page.ledger],
        scores=[(path(d), earned, possible) for d, (possible, earned) in page.sums.items()])


def from_xlsx(data):
    sheets = workbook.read(data)
    table = lambda name: workbook.as_dicts(sheets[name])
    return sorted_facets(
        findings=[(r["文件名"], r["规则编号"], SEVERITIES[r["严重程度"]]) for r in table("问题明细")],
        fingerprints=[(r["文件名"], r["指纹"]) for r in table("问题明细")],
        ledger=[(r["文件名"], r["规则编号"], int(r["应得"]), int(r["实得"])) for r in table("评分表")],
        scores=[(r["文件名"], int(r["得分"]), int(r["应得"])) for r in table("台账") if r["应得"] != ""])


def from_text(data):
    findings, scores, counts, path, before = [], [], [], None, ""
    for line in data.decode().splitlines():
        item = re.match(papers.LABEL + r".*?(?:（(\d+)处）)?  \[([^]]+)\]$", line)
        if line.startswith("结论  "):
            path = before
            sums = papers.sums(path, line)
            scores += sums["scores"]
            counts += sums["counts"]
        elif item:
            findings += [(path, item[3], SEVERITIES[item[1]])] * int(item[2] or 1)
        before = line
    return sorted_facets(findings=findings, scores=scores, counts=counts)


def from_github(data):
    levels = {"error": "error", "warning": "warning", "notice": "note"}
    pattern = r"^::(\w+) file=([^,]+),(?:[^:]*,)?title=([^:]+)::(?!未检查：|规则出错：|其他文种：|待人工核实：|另有\d+处未列出)"
    plain = urllib.parse.unquote
    return sorted_facets(findings=[(plain(path), plain(rule), levels[level]) for level, path, rule
                                   in re.findall(pattern, data.decode(), re.M)])


def from_papers(name):
    def read(documents):
        facets = {}
        for path, data in documents:
            for facet, rows in papers.FACETS[name](path, data).items():
                facets.setdefault(facet, []).extend(rows)
        return sorted_facets(**facets)
    return read


READERS = {"jsonl": from_jsonl, "text": from_text, "github": from_github,
           "docx": from_papers("docx"), "note": from_papers("note"),
           "selfcheck": from_papers("selfcheck"), "csv": from_csv, "md": from_md, "sarif": from_sarif, "junit": from_junit,
           "html": from_html, "xlsx": from_xlsx}
