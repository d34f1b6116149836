#!/usr/bin/env python3
"""The measuring tools themselves: what they must count as right and as wrong."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import corpora
import metamorphic
import mutations
from mutation_table import MUTATIONS
from tally import Tally
from wrapping import columns, wrap

TEXT = mutations.SAMPLE.read_text(encoding="utf-8")


def finding(rule, quote, severity="error"):
    return {"rule": rule, "severity": severity, "quote": quote, "message": "", "location": {}}


class Planted(unittest.TestCase):
    def judge(self, findings, planted):
        tally = Tally("t")
        tally.limit("false alarms", 0, 0)
        corpora.judge_findings(tally, "a", {"findings": findings}, planted)
        right, total, _ = tally.figures.get("planted found", [0, 0, 95])
        return right, total, tally.figures["false alarms"][0]

    def test_answers(self):
        planted = [{"rule": "wording", "quote": "习近平 法制\n思想", "what": ""}]
        rows = [
            ([finding("wording.W-01", "法制思想")], (1, 1, 0)),
            ([finding("wording.W-01", "深入学习习近平法制思想")], (1, 1, 0)),
            ([finding("law-title", "法制思想")], (0, 1, 1)),
            ([finding("wording.W-01", "截止")], (0, 1, 1)),
            ([finding("wording.W-01", "法制思想"), finding("wording", "其它")], (1, 1, 1)),
            ([finding("wording.W-01", "法制思想"), finding("wording", "其它", "note")], (1, 1, 0)),
            ([], (0, 1, 0)),
        ]
        for findings, expected in rows:
            with self.subTest(findings=findings):
                self.assertEqual(self.judge(findings, planted), expected)

    def test_masked_quotes(self):
        for masked, same in (("138******78", True), ("139******78", False)):
            self.assertEqual(corpora.same_words(masked, "电话13812345678"), same)

    def test_absence(self):
        planted = [{"rule": "date-present", "quote": None, "what": ""}]
        self.assertEqual(self.judge([finding("date-present", "")], planted), (1, 1, 0))
        self.assertEqual(self.judge([finding("date-present", "")], []), (0, 0, 1))


class Bars(unittest.TestCase):
    def test_below_and_at_the_bar(self):
        for right, expected in ((98, []), (97, ["facts"])):
            tally = Tally("t")
            for i in range(100):
                tally.count("facts", i < right, 98)
            self.assertEqual(tally.failed(), expected)

    def test_limit(self):
        for amount, expected in ((1, []), (1.1, ["alarms"])):
            tally = Tally("t")
            tally.limit("alarms", amount, 1)
            self.assertEqual(tally.failed(), expected)


class Dresses(unittest.TestCase):
    def test_wrapping_loses_nothing(self):
        for width in (20, 26, 40):
            wrapped = wrap(TEXT, width, "\n\n")
            self.assertEqual("".join(wrapped.split()), "".join(TEXT.split()))
            self.assertTrue(all(columns(line) <= 2 * width + 4 for line in wrapped.splitlines()))

    def test_every_dress_is_another_file(self):
        made = [change(TEXT).encode(encoding) for _, change, encoding in metamorphic.DRESSES.values()]
        self.assertEqual(len(set(made)), len(made))

    def test_difference_names_what_changed(self):
        self.assertEqual(metamorphic.difference(["a", "a", "b"], ["a", "c"]),
                         ["    lost  a", "    lost  b", "    added c"])


class Mutations(unittest.TestCase):
    def test_each_changes_the_text_in_its_own_way(self):
        changed = [row.change(TEXT) for row in MUTATIONS if not row.name.startswith("nothing")]
        self.assertNotIn(TEXT, changed)
        self.assertEqual(len({row.name for row in MUTATIONS}), len(MUTATIONS))

    def test_judgement(self):
        row = next(row for row in MUTATIONS if row.name == "no date")
        for findings, complaints in (([finding("date-present", "")], 0), ([], 1),
                                     ([finding("date-present", ""), finding("wording.X", "a")], 1),
                                     ([finding("date-present", ""), finding("wording.X", "a", "note")], 0)):
            document = {"status": "checked", "findings": findings}
            self.assertEqual(len(mutations.judge(row.name, row.must, row.may, document)), complaints)


if __name__ == "__main__":
    unittest.main()
