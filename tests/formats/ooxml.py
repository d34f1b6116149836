"""Is a Word file as the schema of WordprocessingML has it (ECMA-376 part 1)? Of the elements that
Plumbline writes: order of children, ids, relationships, types of parts."""

import io
import re
import zipfile
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

# Children in the order of the schema's sequences; what is not listed here may not stand there.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
           "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
           "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
           "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
           "rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
           "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
           "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
             "qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr",
    "docDefaults": "rPrDefault pPrDefault", "rPrDefault": "rPr", "pPrDefault": "pPr",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
              "pgBorders lnNumType pgNumType cols",
    "tbl": "tblPr tblGrid tr", "tblGrid": "gridCol", "tr": "tblPrEx trPr tc", "tc": "tcPr p",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
             "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
            "vAlign hideMark",
    "trPr": "cantSplit trHeight",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "settings": "zoom mirrorMargins defaultTabStop evenAndOddHeaders compat",
    "compat": "compatSetting", "styles": "docDefaults latentStyles style", "fonts": "font",
    "document": "body", "body": "p tbl sectPr", "p": "pPr r fldSimple", "r": "rPr t",
    "fldSimple": "r", "ftr": "p",
}
MIXED = {"body", "p"}  # choices, not sequences: any order but for what is first and last


def order_faults(name, root):
    for element in root.iter():
        tag = element.tag.removeprefix(W)
        allowed = ORDER.get(tag, "").split()
        children = [child.tag.removeprefix(W) for child in element]
        if strange := [child for child in children if child not in allowed]:
            yield f"{name}: {tag} holds {strange[:3]}"
        elif tag in MIXED:
            if any(child in ("pPr", "sectPr") for child in children[1:-1]):
                yield f"{name}: {tag} holds {children[:4]}…"
        elif sorted(children, key=allowed.index) != children:
            yield f"{name}: children of {tag} out of order: {children}"
        if tag == "tc" and children[-1] != "p":
            yield f"{name}: a cell ends without a paragraph"


def reference_faults(parts):
    root = ET.fromstring(parts["word/document.xml"])
    styles = [s.get(W + "styleId") for s in ET.fromstring(parts["word/styles.xml"]).iter(W + "style")]
    if len(set(styles)) != len(styles):
        yield "a style id stands twice"
    used = {s.get(W + "val") for s in root.iter(W + "pStyle")}
    if used - set(styles):
        yield f"styles that are not there: {used - set(styles)}"
    targets = {r.get("Id"): r.get("Target")
               for r in ET.fromstring(parts["word/_rels/document.xml.rels"])}
    ids = {value for element in root.iter() for key, value in element.attrib.items()
           if key.startswith(R)}
    for number in ids - targets.keys():
        yield f"relationship {number} is not there"
    for target in targets.values():
        if f"word/{target}" not in parts:
            yield f"part {target} is not there"
    types = {t.get("PartName") for t in ET.fromstring(parts["[Content_Types].xml"])
             if t.tag == TYPES + "Override"}
    bodies = {f"/{name}" for name in parts if name.endswith(".xml") and name.startswith("word/")}
    if types != bodies:
        yield f"types of parts: {types ^ bodies}"


def faults(data):
    """What is not as the schema has it, one line each."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    if next(iter(parts)) != "[Content_Types].xml":
        return ["the types of parts are not the first part"]
    found = list(reference_faults(parts))
    for name, xml in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            found += order_faults(name, ET.fromstring(xml))
        if re.search("[\u0000-\u0008\u202a-\u202e\u2066-\u2069\ufffe\uffff]", xml):
            found.append(f"{name}: a character that steers")
    return found
