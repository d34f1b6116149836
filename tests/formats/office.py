"""LibreOffice as a person uses it: accept or reject all changes of a Word file, save it as text."""

import shutil
import subprocess
from pathlib import Path

MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
    script:language="StarBasic">
Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim document As Object, helper As Object
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  Dim filter(1) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "Text (encoded)"
  filter(1).Name = "FilterOptions"
  filter(1).Value = "UTF8,LF,,,"
  document.storeToURL(target, filter())
  document.close(True)
End Sub
</script:module>
"""


def is_there():
    return shutil.which("soffice") is not None


def start(folder, *words):
    return subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless",
                           *words], capture_output=True, timeout=100, check=False)


def settled(folder, data, command):
    """The lines of the Word file once AcceptAllTrackedChanges or RejectAllTrackedChanges was done."""
    folder = Path(folder)
    module = folder / "office/user/basic/Standard/Module1.xba"
    if not module.exists():  # the first start makes the profile and an empty module
        start(folder, "macro:///Standard.Module1.Main()")
    module.parent.mkdir(parents=True, exist_ok=True)
    module.write_text(MODULE, encoding="utf-8")
    source, target = folder / "settle.docx", folder / f"{command}.txt"
    source.write_bytes(data)
    target.unlink(missing_ok=True)
    start(folder, f"macro:///Standard.Module1.Settle(file://{source},file://{target},{command})")
    return target.read_text(encoding="utf-8-sig").splitlines() if target.exists() else []
