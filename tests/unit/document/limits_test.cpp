#include <doctest/doctest.h>

#include <string>

#include "tests/unit/document/pack_words.h"

using namespace plumbline::document;

TEST_CASE("a hundred thousand headings keep their parents and sections") {
  constexpr std::size_t kCount = 100000;
  std::string text = "一、工作情况\n";
  for (std::size_t i = 0; i < kCount; ++i) text += "（一）落实责任\n";
  const Document document = document_of(text);
  REQUIRE(document.outline().size() == kCount + 1);
  CHECK(document.outline().back().parent == 0);
  CHECK(document.outline()[0].section.end == document.outline().back().section.end);
  CHECK(document.heading_at(document.outline()[500].text.begin) == 500);
}

TEST_CASE("headings that go down and up without end stay bounded in depth") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "一、甲乙\n（一）甲乙\n1.甲乙\n（1）甲乙\n①甲乙\n";
  const Document document = document_of(text);
  REQUIRE(document.outline().size() == 15000);
  CHECK(document.outline().back().level == 5);
  CHECK(document.locate(document.outline()[4].text).section == "一、>（一）>1.>（1）>①");
}

TEST_CASE("a line of a million characters is one paragraph of the body") {
  std::string text = "一、工作情况\n";
  for (int i = 0; i < 250000; ++i) text += "依法行政";
  const Document document = document_of(text);
  REQUIRE(document.outline().size() == 1);
  CHECK(document.roles().size() == 2);
  CHECK(document.dump() == "h1[一、]{p}");
}

TEST_CASE("empty and blank texts have no facts and no structure") {
  for (const char* text : {"", "\n", "  \n\n\t\n"}) {
    const Document document = document_of(text);
    CHECK(document.dump() == "");
    CHECK_FALSE(document.facts().title);
    CHECK_FALSE(document.facts().report_year);
    CHECK(document.body().empty());
    CHECK(document.heading_at(0) == kNone);
  }
}
