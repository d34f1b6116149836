#!/usr/bin/env python3
"""A report with scanned pages: the others are checked, what hangs on the missing part is not judged.

    python3 tests/formats/scanned_pages.py --program build/dev/plumbline

The report of samples/ is laid out as a pdf; some of its pages are drawn and put back as pictures.
With tesseract and its Chinese data installed, the same with --ocr: words for review, no finding.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import forms
import making

ROOT = Path(__file__).resolve().parents[2]
CLEAN, DEFECTIVE = "01-clean-department.txt", "07-many-faults.txt"
ABSENT = ("next-year-plan-section", "signature-issuer", "date-present")


def text_pages(rows):
    """Content streams, one for each page."""
    lines = list(forms.laid_lines(rows))
    pages = []
    for start in range(0, len(lines), forms.LINES):
        words = ""
        for i, (indent, text) in enumerate(lines[start:start + forms.LINES]):
            words += (f"BT /F1 16 Tf {80 + indent * 16:.1f} {740 - 30 * i} Td "
                      f"<{text.encode('utf-16-be').hex()}> Tj ET\n")
        pages.append(words.encode())
    return pages


def picture_of(pages, number):
    """Page `number` (from 0) drawn: object with its picture."""
    drawn = subprocess.run(["pdftoppm", "-r", "200", "-gray", "-f", str(number + 1), "-l",
                            str(number + 1), "-"], input=making.pdf_pages(pages),
                           capture_output=True, check=True).stdout
    _, size, _, pixels = drawn.split(b"\n", 3)
    width, height = size.split()
    return making.stream(zlib.compress(pixels), "/Type /XObject /Subtype /Image /ColorSpace /DeviceGray "
                         f"/Width {int(width)} /Height {int(height)} /BitsPerComponent 8 "
                         "/Filter /FlateDecode")


def with_scans(rows, scanned):
    """A pdf of `rows` in which the pages `scanned(number, count)` are pictures."""
    pages = text_pages(rows)
    chosen = [n for n in range(len(pages)) if scanned(n, len(pages))]
    pictures = [picture_of(pages, n) for n in chosen]
    first = 4 + 2 * len(pages)
    names = " ".join(f"/Im{n} {first + i} 0 R" for i, n in enumerate(chosen))
    contents = [f"q 595 0 0 842 0 0 cm /Im{n} Do Q\n".encode() if n in chosen else page
                for n, page in enumerate(pages)]
    return making.pdf_pages(contents, resources=f"/XObject << {names} >>", more=pictures)


PICTURE = ('<w:p><w:r><w:drawing><a:graphic><pic:pic xmlns:pic="http://schemas.openxmlformats.org/'
           'drawingml/2006/picture"><pic:blipFill><a:blip r:embed="r0"/></pic:blipFill><pic:spPr><a:xfrm>'
           '<a:ext cx="5400000" cy="7632000"/></a:xfrm></pic:spPr></pic:pic></a:graphic></w:drawing>'
           "</w:r></w:p>")


def drawn(rows):
    return subprocess.run(["pdftoppm", "-r", "200", "-gray", "-png", "-f", "1", "-l", "1", "-"],
                          input=making.pdf_pages(text_pages(rows)), capture_output=True,
                          check=True).stdout


def pasted(rows, count):
    """A docx that ends in a picture of the last `count` rows, as people paste a signed page."""
    body = "".join(making.paragraph(row.text.replace("&", "&amp;")) for row in rows[:-count])
    return making.docx(body + PICTURE, links=[("image", "media/1.png", "")],
                       more=[making.Entry("word/media/1.png", drawn(rows[-count:]))])


def scanned_ofd(rows):
    """An ofd of one page that is a picture with the number of the page beside it."""
    media = ('<Res BaseLoc="Res"><MultiMedias><MultiMedia ID="5" Type="Image"><MediaFile>1.png</MediaFile>'
             "</MultiMedia></MultiMedias></Res>")
    page = ('<ImageObject ID="7" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="5"/>'
            + making.text_object("- 1 -", 280))
    return making.ofd([page], document="<DocumentRes>Res.xml</DocumentRes>", more=[
        making.Entry("Doc_0/Res.xml", media), making.Entry("Doc_0/Res/1.png", drawn(rows))])


def rows_of(sample):
    return forms.paragraphs((ROOT / "samples" / sample).read_text(encoding="utf-8"))


class Test:
    def __init__(self, program, folder):
        self.program, self.path, self.faults = str(program), Path(folder) / "a.pdf", []

    def check(self, data, *options):
        """Exit status and the one document of the report."""
        self.path.write_bytes(data)
        done = subprocess.run([self.program, "check", *options, "--format", "json", str(self.path)],
                              capture_output=True, timeout=200, check=False)
        return done.returncode, json.loads(done.stdout)["documents"][0]

    def expect(self, what, got, wanted):
        if got != wanted:
            self.faults.append(f"{what}: expected {wanted}, got {got}")

    def a_missing_end(self):
        status, document = self.check(with_scans(rows_of(DEFECTIVE), lambda n, count: n == count - 1))
        rules = {rule["id"]: rule["outcome"] for rule in document["rules"]}
        self.expect("exit status", status, 3)
        self.expect("read", document["read"]["outcome"], "ok-with-losses")
        self.expect("loss", [l["kind"] for l in document["read"]["losses"] if "page" in l["kind"]
                             and "number" not in l["kind"]], ["scanned-page"])
        for rule in ABSENT:
            self.expect(rule, rules[rule], "not-checked")
        self.expect("what is on the other pages is found",
                    any(f["severity"] == "error" for f in document["findings"]), True)
        self.expect("nothing is called absent",
                    [f["rule"] for f in document["findings"] if not f["quote"]], [])
        for command in ("text", "show"):
            done = subprocess.run([self.program, command, str(self.path)], capture_output=True,
                                  timeout=200, check=False)
            self.expect(f"exit status of {command}", done.returncode, 3)

    def nothing_but_scans(self):
        status, document = self.check(with_scans(rows_of(CLEAN), lambda n, count: True))
        self.expect("exit status of scans", status, 3)
        self.expect("status of scans", document["status"], "not-checked")
        self.expect("outcome of scans", document["read"]["outcome"], "scanned")
        self.expect("way out", "--ocr" in document["reason"], True)

    def a_pasted_end(self):
        status, document = self.check(pasted(rows_of(CLEAN), 2))
        self.expect("exit status of a pasted end", status, 3)
        self.expect("losses of a pasted end", [l["kind"] for l in document["read"]["losses"]],
                    ["scanned-picture"])
        outcomes = {rule["id"]: rule["outcome"] for rule in document["rules"]}
        for rule in ABSENT[1:]:
            self.expect(rule + " behind a pasted end", outcomes[rule], "not-checked")
        self.expect("findings before a pasted end", document["findings"], [])

    def a_recognised_end(self):
        status, document = self.check(pasted(rows_of(CLEAN), 2), "--ocr")
        self.expect("exit status of a recognised end", status, 0)
        self.expect("losses of a recognised end", [l["kind"] for l in document["read"]["losses"]],
                    ["ocr"])
        self.expect("findings in a recognised end", document["findings"], [])
        self.expect("signature in a recognised end", document["facts"]["signature"] is not None, True)

    def a_scanned_ofd(self):
        _, document = self.check(scanned_ofd(rows_of(CLEAN)[:6]))
        self.expect("scanned ofd", document["read"]["outcome"], "scanned")
        self.expect("way out of a scanned ofd", "--ocr" in document["reason"], True)

    def a_recognised_ofd(self):
        _, document = self.check(scanned_ofd(rows_of(CLEAN)[:6]), "--ocr")
        self.expect("recognised ofd", document["read"]["outcome"], "ok-with-losses")
        self.expect("losses of a recognised ofd",
                    {l["kind"] for l in document["read"]["losses"]} - {"page-number"}, {"ocr"})

    def recognised(self):
        status, document = self.check(with_scans(rows_of(CLEAN), lambda n, count: True), "--ocr")
        self.expect("status of recognised pages", document["status"], "checked")
        self.expect("findings in recognised pages", document["findings"], [])
        outcomes = {rule["outcome"] for rule in document["rules"]}
        self.expect("outcomes of recognised pages",
                    outcomes - {"pass", "not-applicable", "needs-review", "blocked"}, set())
        reviews = [r["reason"] for r in document["rules"] if r["outcome"] == "needs-review"
                   and "OCR" in r["reason"]]
        self.expect("reviews say why", all("请人工核对" in reason for reason in reviews), True)


def can_recognise():
    if not shutil.which("tesseract"):
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, check=False)
    return b"chi_sim" in listed.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    options = parser.parse_args()
    if not shutil.which("pdftoppm"):
        print("skipped: poppler-utils is not installed")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        test = Test(options.program.resolve(), folder)
        test.a_missing_end()
        test.nothing_but_scans()
        test.a_pasted_end()
        test.a_scanned_ofd()
        if can_recognise():
            test.recognised()
            test.a_recognised_end()
            test.a_recognised_ofd()
        else:
            print("skipped: recognition (tesseract with chi_sim is not installed)")
    print("\n".join(test.faults) or "scanned pages are told and nothing is judged by them")
    return 1 if test.faults else 0


if __name__ == "__main__":
    sys.exit(main())
