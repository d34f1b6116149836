"""P8: what twice the text costs. Adversarial texts behind a report that is of the right kind, so that
every rule runs; about 2 means linear time."""

# What one line is made of, over and over.
UNITS = ["一、", "《", "（", "12", "％", "第", "“", "件", "。", "7", "一", "）", "1）", "”", "》", "：",
         "其中1件、", "2024年", "3月前", "《甲〈乙〉", "法治", "138", "a", " ", "1.", "（一）", "“甲”", "Q一"]


def line_of(unit):
    return lambda size: (unit * (size // len(unit) + 1))[:size]


# name, text of a size, size (characters or paragraphs) of the larger text.
SHAPES = [(f"one line of {unit}", line_of(unit), 1_000_000) for unit in UNITS] + [
    ("headings", lambda size: "".join(f"（{n}）检查门店\n" for n in range(size)), 100_000),
    ("nested headings",
     lambda size: "".join(f"{'一二三四五六七八九'[n % 9]}、甲\n（一）乙\n1.丙\n" for n in range(size // 3)),
     100_000),
    ("short paragraphs", lambda size: "".join(f"检查门店{n}家。\n" for n in range(size)), 200_000),
    ("equal paragraphs", lambda size: "检查门店三家。\n" * size, 200_000),
    ("blank lines", lambda size: "\n" * size, 1_000_000),
    ("unclosed quotations", lambda size: "“检查\n" * size, 200_000),
]


def measure(run, folder, report, runs, only=""):
    """Yields name, seconds of half the size, seconds of the size, their ratio, peak MiB."""
    base = min(run(write(folder, report, ""))[0] for _ in range(max(runs, 3)))
    for name, text_of, size in SHAPES:
        if only not in name:
            continue
        half, whole = [write(folder, report, text_of(each)) for each in (size // 2, size)]
        halves = [run(half) for _ in range(runs)]
        wholes = [run(whole) for _ in range(runs)]
        first, second = min(one[0] for one in halves), min(one[0] for one in wholes)
        # The report in front costs the same in both.
        ratio = (second - base) / max(first - base, 0.02)
        yield name, first, second, ratio, max(one[1] for one in wholes)


def write(folder, report, text):
    path = folder / f"{len(text)}.txt"
    path.write_text(report + text, encoding="utf-8")
    return path
