"""Reads what the Word files of a run say: comments, letters and summaries as plain lines."""

import io
import re
import zipfile
from pathlib import PurePath
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAILS = {"docx": "", "note": "-审核意见", "selfcheck": "-自查小结"}
SEVERITIES = {"必改": "error", "请核实": "warning", "建议": "note"}
COUNTS = re.compile(r"必改(\d+)处、请核实(\d+)处、建议(\d+)处")
POINTS = re.compile(r"得分(\d+)/(\d+)")
LABEL = r"【(必改|请核实|建议)(?:·已豁免)?】"


def names(paths, tail):
    """File names in a folder of such files, in the order of `paths`."""
    taken, found = set(), []
    for path in paths:
        stem = PurePath(path).stem + tail
        name, number = f"{stem}.docx", 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}.docx"
        taken.add(name)
        found.append(name)
    return found


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def paragraphs(data, name="word/document.xml"):
    """(style, words) of each paragraph."""
    for paragraph in ET.fromstring(part(data, name)).iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        yield (style.get(W + "val") if style is not None else "",
               "".join(t.text or "" for t in paragraph.iter(W + "t")))


def everything(data):
    """All parts of the package as one text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


def comments(data):
    """The lines of each comment."""
    root = ET.fromstring(part(data, "word/comments.xml"))
    return [["".join(t.text or "" for t in p.iter(W + "t")) for p in comment.iter(W + "p")]
            for comment in root.iter(W + "comment")]


def sums(path, words):
    """What a verdict says; a format may or may not say that it counts none."""
    counts, points = COUNTS.search(words), POINTS.search(words)
    rows = [(path, *map(int, counts.groups()))] if counts else []
    return {"counts": [row for row in rows if any(row[1:])],
            "scores": [(path, *map(int, points.groups()))] if points else []}


def comment_facets(path, data):
    findings = []
    verdict, *others = comments(data)
    for lines in others:
        label = re.match(LABEL, lines[0])
        rules = [line.removeprefix("规则：") for line in lines if line.startswith("规则：")]
        findings += [(path, rules[-1], SEVERITIES[label[1]])] if label and rules else []
    return {"findings": findings, **sums(path, "".join(verdict))}


def note_facets(path, data):
    """Every item with its rule, as often as it says that it stands."""
    findings, waiting, verdict = [], None, ""
    for style, words in paragraphs(data):
        item = re.match(rf"\d+\. {LABEL}.*?(?:（(\d+)处）)?$", words) if style == "Item" else None
        rule = re.search(r"(?:〔规则 ([^〕]+)〕|^规则：(.+))$", words)
        if item:
            waiting = (SEVERITIES[item[1]], int(item[2] or 1))
        elif waiting and rule:
            findings += [(path, rule[1] or rule[2], waiting[0])] * waiting[1]
            waiting = None
        elif not verdict and "得分" in words:
            verdict = words
    return {"findings": findings, **sums(path, verdict)}


def selfcheck_facets(path, data):
    return sums(path, "".join(words for _, words in paragraphs(data)))


FACETS = {"docx": comment_facets, "note": note_facets, "selfcheck": selfcheck_facets}
