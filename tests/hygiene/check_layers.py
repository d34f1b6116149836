#!/usr/bin/env python3
"""Who may include whom: the layer table of ARCHITECTURE.md and the quarantine of third parties.

Usage: check_layers.py [ROOT]. Prints one line per violation, exit status 1 if there is one.
"""

import fnmatch
import sys
from pathlib import Path

import sources

# Module: what its files may include besides themselves. A name is a module; a path is one header.
LAYERS = {
    "base": [],
    "io": ["base", "engine/rules/pack.h"],
    "pattern": ["base"],
    "readers": ["base"],
    "isolation": ["base", "readers"],
    "text": ["base", "readers"],
    "document": ["base", "pattern", "text"],
    "elements": ["base", "pattern", "text", "document"],
    "rules": ["base", "pattern", "document", "elements"],
    "checks": ["base", "pattern", "text", "document", "elements", "rules"],
    "score": ["base", "rules"],
    "waivers": ["base", "rules"],
    "roster": ["base", "rules"],
    "contact": ["base", "rules"],
    "docx": ["base", "readers"],
    "fix": ["base", "readers", "docx"],
    "output": ["base", "docx"],
    # The facade: files directly in engine/.
    "engine": ["base", "pattern", "readers", "text", "document", "elements", "rules", "checks",
               "score"],
    # The craft of packs: their cases, their coverage, their handbook.
    "packtest": ["base", "pattern", "readers", "text", "document", "elements", "rules", "checks",
                 "engine"],
    # What people do with packs besides checking: list, compare, write.
    "craft": ["base", "pattern", "readers", "rules", "engine", "packtest"],
    "cli": ["base", "engine", "io", "isolation", "output", "packtest", "craft",
            "waivers", "fix", "contact", "roster", "engine/rules/pack.h",
            "engine/rules/lint.h"],
}

# Include prefix: the only files that may name it. No header may, whatever stands here.
QUARANTINE = {
    "yaml-cpp/": ["engine/rules/yaml_reader.cpp"],
    "yaml.h": ["engine/rules/quick_yaml.cpp"],
    "re2/": ["engine/pattern/*.cpp"],
    "unicode/": ["engine/base/fold.cpp", "engine/text/*.cpp", "engine/readers/*.cpp",
                 "engine/pattern/*.cpp"],
    "zip.h": ["engine/docx/package.cpp"],
    "zlib.h": ["engine/readers/zip.cpp"],
    "libxml/": ["engine/readers/html_tree.cpp"],
    "pugixml.hpp": ["engine/readers/xml_tree.cpp"],
    "nlohmann/": ["engine/output/*.cpp", "engine/rules/schema*.cpp",
                  "engine/waivers/baseline.cpp", "engine/craft/*_json.cpp"],
    "xlsxwriter.h": ["engine/output/workbook.cpp"],
    "CLI/": ["engine/cli/*.cpp"],
    # The operating system is a third party too.
    "sys/": ["engine/io/*.cpp", "engine/cli/*.cpp", "engine/readers/program*.cpp",
             "engine/isolation/*.cpp", "engine/output/workbook.cpp"],
    "unistd.h": ["engine/io/*.cpp", "engine/cli/*.cpp", "engine/readers/program*.cpp",
                 "engine/isolation/*.cpp", "engine/output/workbook.cpp"],
    "fcntl.h": ["engine/io/*.cpp", "engine/cli/*.cpp", "engine/readers/program*.cpp",
                "engine/isolation/*.cpp"],
    "poll.h": ["engine/readers/program*.cpp", "engine/isolation/*.cpp"],
    "linux/": ["engine/isolation/system_calls.cpp"],
    "malloc.h": ["engine/isolation/worker.cpp", "engine/cli/main.cpp"],
    "spawn.h": ["engine/isolation/process.cpp"],
    "sched.h": ["engine/readers/program*.cpp"],
    "signal.h": ["engine/readers/program*.cpp", "engine/isolation/*.cpp"],
}


def module_of(path):
    """Module of a path relative to the root: engine/text/text.h is text, engine/engine.cpp engine."""
    parts = Path(path).parts
    if parts[:3] == ("engine", "include", "plumbline"):
        return "engine" if parts[3] == "engine.h" else "base"
    return parts[1] if len(parts) > 2 else "engine"


def target_module(include):
    """Module that an include in quotes reaches into, None for what is not ours."""
    if include.startswith("plumbline/"):
        return "engine" if include == "plumbline/engine.h" else "base"
    return module_of(include) if include.startswith("engine/") else None


def own_include_error(path, include):
    own, target = module_of(path), target_module(include)
    if target is None:
        return f'"{include}": includes in quotes begin with engine/ or plumbline/'
    if own not in LAYERS:
        return f"module {own} has no row in the layer table"
    allowed = LAYERS[own]
    if target == own or target in allowed or include in allowed:
        return None
    return f'"{include}": {own} may include {", ".join(allowed) or "nothing but itself"}'


def third_party_error(path, include):
    if "/" not in include and "." not in include:
        return None  # the standard library
    for prefix, places in QUARANTINE.items():
        if include.startswith(prefix):
            if Path(path).suffix == ".h":
                return f"<{include}>: no third party in a header"
            if not any(fnmatch.fnmatch(path, place) for place in places):
                return f"<{include}>: only in {', '.join(places)}"
            return None
    return f"<{include}>: a third party without a row in the quarantine table"


def violations(root):
    """One line of text per violation, sorted by place."""
    found = []
    for file in sources.engine_sources(root):
        path = file.relative_to(root).as_posix()
        for line, angled, include in sources.includes(file.read_text(encoding="utf-8")):
            error = (third_party_error if angled else own_include_error)(path, include)
            if error:
                found.append(f"{path}:{line}: {error}")
    return found


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2]).resolve()
    found = violations(root)
    print("\n".join(found) or "layers: every include stays in its layer")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
