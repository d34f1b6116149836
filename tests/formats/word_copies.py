"""Reads an annotated copy: comments with the words between their marks, raw records of the archive."""

import io
import struct
import xml.etree.ElementTree as ET
import zipfile

SPACES = ("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
          "{http://purl.oclc.org/ooxml/wordprocessingml/main}")


def local(name):
    for space in SPACES:
        if name.startswith(space):
            return name[len(space):]
    return ""


def value(element, name):
    return next((v for k, v in element.attrib.items() if local(k) == name), None)


def raw_records(data):
    """Name → bytes of the local record, up to the next one; in the order of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
        ends = [entry.header_offset for entry in entries[1:]] + [archive.start_dir]
        return {e.filename: data[e.header_offset:end] for e, end in zip(entries, ends)}


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def is_subsequence(inner, outer):
    """Nothing but insertions: the bytes of `inner` stand in `outer` in their order."""
    at = 0
    for byte in inner:
        at = outer.find(byte, at) + 1
        if at == 0:
            return False
    return True


def comments(data, name="word/comments.xml"):
    """Id → lines, in the order of the part; fails on an id that stands twice."""
    found = {}
    for comment in ET.fromstring(part(data, name)):
        assert value(comment, "id") not in found, "a comment id stands twice"
        found[value(comment, "id")] = [
            "".join(t.text or "" for t in p.iter() if local(t.tag) == "t")
            for p in comment if local(p.tag) == "p"]
    return found


def marked_words(data):
    """Id → words between its marks; fails where a mark is missing, doubled or in the wrong order."""
    words, open_ids, closed, referred = {}, set(), set(), set()

    def walk(element):
        name = local(element.tag)
        number = value(element, "id")
        if name == "commentRangeStart":
            assert number not in words, f"{number} starts twice"
            words[number] = ""
            open_ids.add(number)
        elif name == "commentRangeEnd":
            open_ids.remove(number)
            closed.add(number)
        elif name == "commentReference":
            assert number in closed and number not in referred, f"{number} is referred to amiss"
            referred.add(number)
        elif name == "t":
            for one in open_ids:
                words[one] += element.text or ""
        elif element.tag.endswith("}Fallback"):
            return
        for child in element:
            walk(child)

    walk(ET.fromstring(part(data, "word/document.xml")))
    assert not open_ids and closed == referred == set(words), "a comment lacks a mark"
    return words
