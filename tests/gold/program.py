"""Runs plumbline and hands back its JSON reports, one per file."""

import json
import subprocess

CHUNK = 40  # files per process


class ProgramError(Exception):
    """The program did not end in a way that its contract knows."""


def run_once(program, files, options):
    """One process over `files`; the documents of its report, in the order of the files."""
    command = [str(program), "check", *options, "--format", "json", *map(str, files)]
    done = subprocess.run(command, capture_output=True, timeout=100, check=False)
    words = done.stderr.decode("utf-8", "replace").strip().splitlines()
    if done.returncode not in (0, 1, 3):
        raise ProgramError(f"exit status {done.returncode}: {' '.join(words)[:400]}")
    try:
        documents = json.loads(done.stdout.decode("utf-8"))["documents"]
    except (ValueError, KeyError, TypeError) as error:
        raise ProgramError(f"no report-v1 on standard output ({error})") from error
    by_path = {document["path"]: document for document in documents}
    lost = [str(file) for file in files if str(file) not in by_path]
    if lost:
        raise ProgramError(f"no document in the report for {lost[0]}")
    return [by_path[str(file)] for file in files]


def check(program, files, *options):
    """Documents in the order of `files`. Where a run over many fails, each is run alone, so that
    one crash is one miss; such a document has only `path`, `status` and `reason`."""
    documents = []
    files = list(files)
    for start in range(0, len(files), CHUNK):
        chunk = files[start:start + CHUNK]
        try:
            documents += run_once(program, chunk, options)
        except (ProgramError, subprocess.TimeoutExpired):
            documents += [_alone(program, file, options) for file in chunk]
    return documents


def _alone(program, file, options):
    try:
        return run_once(program, [file], options)[0]
    except (ProgramError, subprocess.TimeoutExpired) as error:
        return {"path": str(file), "status": "crashed", "reason": str(error), "facts": {},
                "elements": {}, "findings": [], "outline": [], "rules": []}


def fact(document, name):
    """Value of a fact, None where it is absent."""
    entry = (document.get("facts") or {}).get(name)
    return entry["value"] if isinstance(entry, dict) else entry


def rule_of(finding):
    """The rule of a finding without its sub-id."""
    return finding["rule"].split(".")[0]


def alarms(document):
    """Findings that reach a warning."""
    return [f for f in document["findings"] if f["severity"] in ("error", "warning")]
