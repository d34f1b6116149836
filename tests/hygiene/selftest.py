#!/usr/bin/env python3
"""Every hygiene check must catch what is planted for it, and leave its look-alike alone."""

import tempfile
import unittest
from pathlib import Path

import check_layers
import check_sources

# file, text, words of the violation; None where the text is right.
LAYER_ROWS = [
    ("engine/pattern/a.cpp", '#include "engine/document/document.h"', "pattern may include base"),
    ("engine/output/a.cpp", '#include "engine/rules/pack.h"', "output may include base"),
    ("engine/output/a.cpp", '#include "plumbline/engine.h"', "output may include base"),
    ("engine/io/a.cpp", '#include "engine/rules/node.h"', "io may include"),
    ("engine/io/a.cpp", '#include "engine/rules/pack.h"', None),
    ("engine/cli/a.cpp", '#include "engine/checks/check.h"', "cli may include"),
    ("engine/cli/a.cpp", '#include "plumbline/engine.h"', None),
    ("engine/checks/a.cpp", '#include "engine/text/text.h"', None),
    ("engine/engine.cpp", '#include "engine/score/score.h"', None),
    ("engine/engine.cpp", '#include "engine/cli/cli.h"', "engine may include"),
    ("engine/base/a.cpp", '#include "plumbline/report.h"', None),
    ("engine/base/a.cpp", '#include "report.h"', "begin with engine/ or plumbline/"),
    ("engine/new/a.cpp", '#include "plumbline/report.h"', "no row in the layer table"),
    ("engine/rules/loader.cpp", "#include <yaml-cpp/yaml.h>", "only in engine/rules/yaml_reader"),
    ("engine/rules/yaml_reader.cpp", "#include <yaml-cpp/yaml.h>", None),
    ("engine/pattern/pattern.h", "#include <re2/re2.h>", "no third party in a header"),
    ("engine/checks/a.cpp", "#include <re2/re2.h>", "only in engine/pattern"),
    ("engine/text/a.cpp", "#include <unicode/uchar.h>", None),
    ("engine/base/fold.cpp", "#include <unicode/uchar.h>", None),
    ("engine/base/csv.cpp", "#include <unicode/uchar.h>", "only in engine/base/fold.cpp"),
    ("engine/cli/a.cpp", "#include <nlohmann/json.hpp>", "only in engine/output"),
    ("engine/rules/schema_check.cpp", "#include <nlohmann/json.hpp>", None),
    ("engine/text/a.cpp", "#include <boost/any.hpp>", "without a row in the quarantine"),
    ("engine/text/a.cpp", "#include <string_view>", None),
    ("engine/text/a.cpp", "// #include of nothing\n#include <vector>", None),
]

SOURCE_ROWS = [
    ("engine/checks/a.cpp", 'auto a = "第一责任人";', "Chinese words"),
    ("engine/checks/a.cpp", 'auto a = R"(存在的不足)";', "Chinese words"),
    ("engine/checks/a.cpp", 'auto a = u8"明年";', "Chinese words"),
    ("engine/checks/a.cpp", 'auto a = "一、（十二）〔2025〕年月日《》“”：；—";', None),
    ("engine/checks/a.cpp", "int a = 1;  // 第一责任人", None),
    ("engine/checks/a.cpp", "/* \"第一责任人\" */ char q = '\"'; int b;", None),
    ("engine/output/a.cpp", 'auto a = "必改";', None),
    ("engine/readers/messages.h", '#pragma once\nauto a = "文件打不开";', None),
    ("engine/readers/txt.cpp", 'auto a = "文件打不开";', "Chinese words"),
    ("engine/text/a.cpp", "std::cout << 1;", "std::cout in the engine library"),
    ("engine/text/a.cpp", "auto t = std::chrono::system_clock::now();", "_clock::now"),
    ("engine/text/a.cpp", 'auto a = "std::cout";  // getenv(', None),
    ("engine/text/a.h", "int a;", "without #pragma once"),
    ("engine/text/a.h", "#pragma once\nusing namespace std;", "using namespace"),
    ("engine/text/a.cpp", "// TO" "DO: more", "left-over"),
    ("engine/text/a.cpp", "int a;\n" * 401, "401 lines"),
    ("engine/text/a.cpp", "int a;\n" * 400, None),
    ("tests/unit/a/a_test.cpp", 'TEST_CASE("Upper; case") {}', "test name"),
    ("tests/unit/a/a_test.cpp", 'TEST_CASE("a run-in heading ends before its mark") {}', None),
    ("tests/unit/a/a_test.cpp", 'TEST_CASE("a" * doctest::skip()) {}', "switched off"),
    ("utils/a.txt", "", "top-level folder"),
]


class Planted(unittest.TestCase):
    def check(self, module, rows):
        for path, text, words in rows:
            with self.subTest(path=path, text=text[:60]), tempfile.TemporaryDirectory() as root:
                file = Path(root, path)
                file.parent.mkdir(parents=True)
                file.write_text(text, encoding="utf-8")
                found = module.violations(root)
                if words is None:
                    self.assertEqual(found, [])
                else:
                    self.assertEqual(len(found), 1, found)
                    self.assertIn(words, found[0])
                    self.assertTrue(found[0].startswith(path.split("/")[0]), found[0])

    def test_layers(self):
        self.check(check_layers, LAYER_ROWS)

    def test_sources(self):
        self.check(check_sources, SOURCE_ROWS)


if __name__ == "__main__":
    unittest.main()
