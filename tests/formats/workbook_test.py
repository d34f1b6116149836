#!/usr/bin/env python3
"""The workbook: its sheets and set-up, no formula from hostile words, opened by LibreOffice.

Usage: workbook_test.py --program build/release/plumbline
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import formats
import workbook

SHEETS = ["汇总", "台账", "问题明细", "评分表"]
LEDGER = ["序号", "单位全称", "单位类别", "文件名", "收到时间", "是否按时", "版本", "字数", "必改数",
          "建议数", "得分", "等次", "状态", "公开链接", "公开日期", "备注"]
FINDINGS = ["序号", "单位", "规则编号", "问题类别", "严重程度", "位置", "原文", "问题说明", "依据",
            "修改建议", "整改状态", "复核人", "复核时间", "首次发现时间"]
ID_NUMBER = "110101197903150042"
HOSTILE_NAME = '=HYPERLINK("http:,x","y").txt'
HOSTILE = f"""甲县水利局关于2024年度法治政府建设情况的报告

县政府：

=HYPERLINK("http://example.invalid","XX家") +cmd|' /C calc'!A0 法制政府 \u0001\u202e _x0041_

联系人身份证号码{ID_NUMBER}
"""


def set_up_faults(files):
    """Frozen header, filter, print titles; no formula anywhere but in names and lists of choices."""
    faults = []
    for number, name in enumerate(SHEETS[1:], 2):
        xml = files[f"xl/worksheets/sheet{number}.xml"].decode()
        for part in ('state="frozen"', "<autoFilter ", 'paperSize="9"', 'orientation="landscape"',
                     'fitToHeight="0"'):
            if part not in xml:
                faults.append(f"{name}: no {part}")
    faults += [f"{name}: a formula" for name, data in files.items() if b"<f>" in data]
    if b"_xlnm.Print_Titles" not in files["xl/workbook.xml"]:
        faults.append("the header is not repeated in print")
    if not re.search(rb"created[^<]*>2020-01-01T", files["docProps/core.xml"]):
        faults.append("the date of creation is not fixed")
    return faults


def hostile_faults(program, folder):
    (Path(folder) / HOSTILE_NAME).write_text(HOSTILE, encoding="utf-8")
    data = formats.run(program, folder, [HOSTILE_NAME], cwd=folder, only=["xlsx"])["xlsx"]
    files = workbook.parts(data)
    sheets = workbook.read(data)
    faults = set_up_faults(files)
    names = {row["文件名"] for row in workbook.as_dicts(sheets["问题明细"])}
    if names != {HOSTILE_NAME}:
        faults.append(f"the file name is {names}")
    everything = b"".join(files.values())
    if ID_NUMBER.encode() in everything:
        faults.append("an ID number stands in full")
    if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", files["xl/sharedStrings.xml"]):
        faults.append("a control character")
    return faults


def column_faults(sheets):
    faults = []
    for name, wanted in (("台账", LEDGER), ("问题明细", FINDINGS)):
        header = sheets[name][0]
        if [column for column in header if column in wanted] != wanted:
            faults.append(f"{name}: columns {header}")
    return faults


def pdf_of(office, name, data, folder):
    """The PDF that LibreOffice makes of a file; empty where it makes none."""
    file = Path(folder) / name
    file.write_bytes(data)
    subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless",
                    "--convert-to", "pdf", "--outdir", folder, str(file)],
                   capture_output=True, timeout=55, check=False)
    pdf = file.with_suffix(".pdf")
    return pdf.read_bytes() if pdf.exists() else b""


def libre_office_faults(data, folder):
    """None where there is no LibreOffice, or one without its spreadsheet part."""
    office = shutil.which("soffice")
    if not office or not pdf_of(office, "control.csv", b"a,b\n1,2\n", folder):
        return None
    return [] if len(pdf_of(office, "opened.xlsx", data, folder)) > 5000 else [
        "LibreOffice does not open it"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    options = parser.parse_args()
    program = options.program.resolve()
    samples = Path(__file__).resolve().parents[2] / "samples"
    with tempfile.TemporaryDirectory() as folder:
        data = formats.run(program, folder, [samples], only=["xlsx"])["xlsx"]
        sheets = workbook.read(data)
        faults = [] if list(sheets) == SHEETS else [f"sheets {list(sheets)}"]
        faults += column_faults(sheets) + set_up_faults(workbook.parts(data))
        faults += hostile_faults(program, folder)
        opened = libre_office_faults(data, folder)
    if opened is None:
        print("skipped: LibreOffice Calc is not installed, so it does not open the workbook")
    faults += opened or []
    print("\n".join(faults) or f"{len(sheets)} sheets are as they should be")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
