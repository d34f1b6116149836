"""Reads an .xlsx with the standard library: words as words, numbers as numbers."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def parts(data):
    """Name → bytes of every part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words_of(element):
    text = "".join(t.text or "" for t in element.iter(MAIN + "t"))
    return ESCAPE.sub(lambda m: chr(int(m[1], 16)), text)


def column_of(reference):
    number = 0
    for letter in re.match(r"[A-Z]+", reference)[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def sheet_names(files):
    return [sheet.get("name") for sheet in ET.fromstring(files["xl/workbook.xml"]).iter(MAIN + "sheet")]


def read(data):
    """Name of a sheet → rows of cells, each a str, a float, or "" where nothing stands."""
    files = parts(data)
    strings = [words_of(item) for item in ET.fromstring(files["xl/sharedStrings.xml"])]
    sheets = {}
    for number, name in enumerate(sheet_names(files), 1):
        rows = []
        for row in ET.fromstring(files[f"xl/worksheets/sheet{number}.xml"]).iter(MAIN + "row"):
            cells = []
            for cell in row:
                cells += [""] * (column_of(cell.get("r")) + 1 - len(cells))
                value = cell.find(MAIN + "v")
                if value is not None:
                    cells[-1] = strings[int(value.text)] if cell.get("t") == "s" else float(value.text)
            rows.append(cells)
        sheets[name] = rows
    return sheets


def as_dicts(rows):
    """The rows under the header as dicts."""
    header = rows[0]
    return [dict(zip(header, row + [""] * (len(header) - len(row)))) for row in rows[1:]]
