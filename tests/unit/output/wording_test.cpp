#include "engine/output/wording.h"

#include "doctest/doctest.h"
#include "sample_report.h"

namespace plumbline::output {
namespace {

TEST_SUITE("output.wording") {
  TEST_CASE("a place is named in the terms of its format") {
    const struct {
      Location place;
      const char* words;
    } rows[] = {{{}, ""},
                {{.line = 12, .column = 3}, "第12行"},
                {{.line = 12, .page = 3}, "第3页第12行"},
                {{.paragraph = 14, .section = "一、>（二）"}, "第14段，一、>（二）"},
                {{.section = "一、"}, "一、"}};
    for (const auto& row : rows) CHECK(place_words(row.place) == row.words);
  }

  TEST_CASE("only articles of national documents are spelled out") {
    const struct {
      BasisReference basis;
      const char* words;
    } rows[] = {{{"《甲》", "25(3)", "A1"}, "《甲》第25条第（3）项"},
                {{"《甲》", "25", "A1"}, "《甲》第25条"},
                {{"《甲》", "", "A1"}, "《甲》"},
                {{"《甲》", "附件二", "A1"}, "《甲》附件二"},
                {{"GB/T 9704", "7.3.5", "A2"}, "GB/T 9704 7.3.5"}};
    for (const auto& row : rows) CHECK(basis_words(row.basis) == row.words);
  }

  TEST_CASE("what is waived does not count") {
    const Summary counts = count_findings(sample_report().documents[0]);
    CHECK(counts.errors == 1);
    CHECK(counts.warnings == 2);
    CHECK(counts.notes == 0);
  }
}

}  // namespace
}  // namespace plumbline::output
