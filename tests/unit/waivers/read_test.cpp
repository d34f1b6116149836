#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/waivers/waivers.h"
#include "tests/support/golden.h"

namespace plumbline::waivers {
namespace {

const std::vector<std::string> kRules = {"date-deadline", "wording", "wording.W-01",
                                         "wording.W-02"};

struct Reading {
  WaiverFile file;
  std::string said, said_in_chinese;
  bool refused = false;
};

Reading read(const std::string& bytes) {
  DiagnosticSink sink;
  Reading reading;
  reading.file = read_waivers("waivers.yaml", bytes, kRules, sink);
  for (const Diagnostic& one : sink.all()) {
    reading.said += render_diagnostic(one, Language::kEnglish);
    reading.said_in_chinese += render_diagnostic(one, Language::kChinese);
  }
  reading.refused = sink.has_errors();
  return reading;
}

/// A file with one wrong thing; what is said of it stands in tests/golden/waivers/NAME.txt.
struct Bad {
  std::string name, bytes;
};

const std::string kGood =
    "waivers:\n"
    "  - rule: date-deadline\n"
    "    unit: 柳溪县水利局\n"
    "    fingerprint: ['0123456789abcdef', 'fedcba9876543210']\n"
    "    reason: 因机构改革同意延期\n"
    "    approver: 县委依法治县办\n"
    "    until: 2026-12-31\n";

std::string with(const std::string& from, const std::string& to) {
  std::string bytes = kGood;
  return bytes.replace(bytes.find(from), from.size(), to);
}

const std::vector<Bad> kBad = {
    {"unknown-rule", with("date-deadline", "date-deadlin")},
    {"unknown-sub-id", with("date-deadline", "wording.W-03")},
    {"no-such-day", with("2026-12-31", "2026-02-30")},
    {"day-in-words", with("2026-12-31", "2026年底")},
    {"unknown-key", with("approver", "aprover")},
    {"no-reason", with("    reason: 因机构改革同意延期\n", "")},
    {"blank-reason", with("因机构改革同意延期", "' '")},
    {"neither-unit-nor-file", with("    unit: 柳溪县水利局\n", "")},
    {"short-fingerprint", with("'0123456789abcdef'", "'0123'")},
    {"no-list", "waivers: wording\n"},
    {"other-top", "rules: {}\n"},
    {"empty", ""},
    {"gb18030", "waivers: []  # \xc1\xf8\xcf\xaa\n"},
    {"tabs", "waivers:\n\t- rule: wording\n"},
    {"cut", kGood.substr(0, kGood.find("fedcba"))},
    {"several",
     "waivers:\n"
     "  - {rule: wordin, unit: 甲局, reason: 甲, approver: 乙}\n"
     "  - {rule: wording, file: a.txt, reason: 甲, approver: 乙, until: '2025-13-01'}\n"},
};

TEST_SUITE("waivers.read") {
  TEST_CASE("a good file gives every field and its place") {
    const Reading reading = read("\xEF\xBB\xBF" + kGood);
    CHECK(reading.said == "");
    REQUIRE(reading.file.waivers.size() == 1);
    const Waiver& waiver = reading.file.waivers[0];
    CHECK(waiver.rule == "date-deadline");
    CHECK(waiver.unit == "柳溪县水利局");
    CHECK(waiver.file == "");
    CHECK(waiver.fingerprints == std::vector<std::string>{"0123456789abcdef", "fedcba9876543210"});
    CHECK(waiver.reason == "因机构改革同意延期");
    CHECK(waiver.approver == "县委依法治县办");
    CHECK(waiver.until == "2026-12-31");
    CHECK(waiver.at.line == 2);
    CHECK(waiver.at.column == 11);
  }

  TEST_CASE("one fingerprint and a file and a sub-id and an empty list are fine") {
    CHECK(read("waivers: []\n").said == "");
    CHECK(read("waivers:\n  - {rule: wording.W-02, file: a/b.docx, fingerprint: "
               "'0123456789abcdef', reason: 甲, approver: 乙}\n")
              .said == "");
    CHECK(
        read("waivers:\n  - {rule: date-deadline.any, file: b, reason: 甲, approver: 乙}\n").said ==
        "");
  }

  TEST_CASE("every mistake is refused in the words of its golden") {
    for (const Bad& bad : kBad) {
      CAPTURE(bad.name);
      const Reading reading = read(bad.bytes);
      CHECK(reading.refused);
      CHECK(reading.file.waivers.empty());
      CHECK(reading.said == golden("waivers/" + bad.name + ".txt", reading.said));
      CHECK(reading.said_in_chinese ==
            golden("waivers/" + bad.name + ".zh.txt", reading.said_in_chinese));
    }
  }

  TEST_CASE("a file cut at any byte is read or refused and never half used") {
    for (std::size_t size = 0; size <= kGood.size(); ++size) {
      const Reading reading = read(kGood.substr(0, size));
      CHECK(reading.refused == reading.file.waivers.empty());
    }
  }
}

}  // namespace
}  // namespace plumbline::waivers
