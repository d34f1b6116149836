"""Counts what was right and remembers every miss as one readable line."""

import unicodedata


def squeeze(text):
    """Width and white space do not matter when words are compared."""
    return "".join(unicodedata.normalize("NFKC", str(text)).split())


class Tally:
    """Figures of one corpus against their bars."""

    def __init__(self, name):
        self.name = name
        self.figures = {}  # label: [right, all, bar in percent or None]
        self.misses = []

    def count(self, label, right, bar=None, miss=""):
        figure = self.figures.setdefault(label, [0, 0, bar])
        figure[0] += bool(right)
        figure[1] += 1
        if not right:
            self.misses.append(f"{label}: {miss}")
        return right

    def compare(self, label, where, expected, got, bar=None):
        return self.count(label, expected == got, bar,
                          f"{where}: expected {show(expected)}, got {show(got)}")

    def limit(self, label, amount, allowed):
        """A figure that must not be passed: false alarms."""
        self.figures[label] = [amount, None, allowed]

    def failed(self):
        """Labels below their bar."""
        low = []
        for label, (right, total, bar) in self.figures.items():
            if total is None:
                low += [label] if right > bar else []
            elif bar is not None and right * 100 < bar * total:
                low.append(label)
        return low

    def print(self, verbose):
        for miss in self.misses if verbose else self.misses[:60]:
            print(f"  {miss}")
        if not verbose and len(self.misses) > 60:
            print(f"  … and {len(self.misses) - 60} more (-v shows all)")
        low = self.failed()
        for label, (right, total, bar) in self.figures.items():
            mark = "LOW " if label in low else "    "
            if total is None:
                print(f"{mark}{self.name}: {label} {right:g} (at most {bar:g})")
            else:
                share = 100 * right / total if total else 100
                want = "" if bar is None else f" (at least {bar}%)"
                print(f"{mark}{self.name}: {label} {right}/{total} = {share:.1f}%{want}")


def show(value):
    return "nothing" if value is None else f"“{value}”" if isinstance(value, str) else str(value)
