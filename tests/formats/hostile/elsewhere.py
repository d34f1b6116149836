"""The cases of the list that are no file, or that other tests hold: number → where, by which words."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
LAST = 74
UNIT = "tests/unit"
READER = f"{UNIT}/isolation/document_reader_test.cpp"
FILES = f"{UNIT}/io/file_test.cpp"

CASES = {
    34: [("tests/formats/hostile/corpus.py", "Apache POI")],
    54: [("tests/formats/hostile/corpus.py", "pdf.js")],
    65: [(READER, "a worker that ends badly is a typed outcome and the next document is read"),
         (READER, "a worker that uses up its time is stopped and the next document is read"),
         (READER, "an answer that is not as agreed is refused and the next document is read"),
         (READER, "noise on the standard streams goes nowhere")],
    66: [(READER, "what a reader never does is refused or ends the worker")],
    67: [("tests/batch/batch.py", "A thousand submissions, a hundred of them bad"),
         ("tests/batch/batch.py", "def report_faults"), ("tests/batch/batch.py", "def zombie_faults")],
    68: [("tests/batch/batch.py", "def resumed_faults"), ("tests/batch/batch.py", "def ended_faults"),
         ("tests/batch/batch.py", "for sign in (signal.SIGINT, signal.SIGKILL)")],
    69: [("tests/formats/hostile/straits.py", "def shortage_faults"),
         ("tests/formats/hostile/machines.py", "def full_folder_faults"),
         ("tests/formats/hostile/straits.py", "def output_faults"),
         (f"{UNIT}/io/atomic_write_test.cpp", "a full disk leaves the old file and no other"),
         (f"{UNIT}/cli/run_test.cpp", "an output that cannot be written outranks everything")],
    70: [(FILES, "what is no readable file is named for what it is"),
         (FILES, "a file without permission is refused as such"),
         (FILES, "a file whose size is not what was promised has changed"),
         (f"{UNIT}/io/folder_test.cpp", "what is neither file nor folder stays in the listing"),
         ("tests/formats/hostile/straits.py", "def no_file_faults"),
         ("tests/formats/hostile/straits.py", "def changing_faults")],
    71: [(f"{UNIT}/isolation/converter_test.cpp", "what a program leaves running"),
         (f"{UNIT}/isolation/converter_test.cpp", "a killed program leaves no process and no file"),
         (f"{UNIT}/readers_formats/program_test.cpp", "a program that misbehaves ends in a typed"),
         (f"{UNIT}/isolation/converter_test.cpp", "a flood of output is told"),
         (f"{UNIT}/readers_formats/legacy_test.cpp", "a conversion that ends badly is a typed outcome"),
         ("tests/formats/hostile/machines.py", "def converter_faults")],
    72: [(READER, "an old kernel without landlock and seccomp is worked with and told of"),
         ("tests/formats/hostile/machines.py", "def old_kernel_faults")],
    73: [("tests/formats/annotated_test.py", "Packages that are not as they should be")],
    74: [("tests/formats/workbook_test.py", "def hostile_faults"),
         (f"{UNIT}/output/html_test.cpp", "words stay words and what the eye would miss is shown"),
         (f"{UNIT}/output/html_test.cpp", "a cell holds no control character")],
}


def missing(numbers):
    """Complaints: numbers of the list that no case holds; places that do not say what is told here."""
    faults = [f"case {number} is nowhere" for number in range(1, LAST + 1)
              if number not in numbers and number not in CASES]
    for number, places in CASES.items():
        for file, words in places:
            if words not in (ROOT / file).read_text(encoding="utf-8"):
                faults.append(f"case {number}: {file} does not say: {words}")
    return faults
