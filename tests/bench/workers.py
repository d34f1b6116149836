"""What worker processes cost: the same report as docx and as text, one file cold and many warm."""

import io
import statistics
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def docx(text):
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>"
                         for line in text.splitlines() if line.strip())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/'
                         f'package/2006/relationships"><Relationship Id="r1" Type="{RELATION}" '
                         'Target="word/document.xml"/></Relationships>')
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{paragraphs}'
                         "</w:body></w:document>")
    return out.getvalue()


def walls(program, timed, folder, text, count, rounds):
    """(ending, how many) -> median wall seconds, in turn so that a drifting machine hits all alike."""
    commands = {}
    for ending, data in (("txt", text.encode()), ("docx", docx(text))):
        for many in (1, count):
            place = Path(folder) / f"{ending}-{many}"
            place.mkdir()
            for number in range(many):
                (place / f"{number:04}.{ending}").write_bytes(data)
            commands[ending, many] = [program, "check", "--format", "json", "--fail-on", "never",
                                      "--jobs", "1", str(place)]
    runs = {key: [] for key in commands}
    for _ in range(rounds):
        for key, command in commands.items():
            runs[key].append(timed(command)[1])
    return {key: statistics.median(times) for key, times in runs.items()}


def rows(program, timed, row, folder, text, rounds, count=300):
    wall = walls(program, timed, folder, text, count, rounds)
    cold = (wall["docx", 1] - wall["txt", 1]) * 1e3
    row("", "  one docx more than one txt, cold: worker and reader (ms)", f"{cold:.1f}")
    warm = {ending: (wall[ending, count] - wall[ending, 1]) / (count - 1) * 1e3
            for ending in ("txt", "docx")}
    row("", "  each further file: txt / docx through its worker (ms)",
        f"{warm['txt']:.2f}/{warm['docx']:.2f}")
