#include "engine/elements/kind.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/document/vocabulary.h"
#include "engine/readers/reader.h"

namespace plumbline::elements {
namespace {

const std::vector<KindEvidence>& evidence() {
  static const std::vector<KindEvidence> all = {
      {"headings", pattern::Pattern::literal_or_die("举措"), 4, 1, "各级标题未见举措"},
      {"body", pattern::Pattern::literal_or_die("法治"), 3, 2, "正文少见法治"},
      {"body", pattern::Pattern::literal_or_die("本人"), -9, 2, "以本人自述"},
      {"front", pattern::Pattern::literal_or_die("巡礼"), -5, 1, "另有标题"},
  };
  return all;
}

KindVerdict judged(const std::string& text) {
  const auto document = document::Document::build(
      text::Text::build(readers::read("a.txt", text, {})), document::Vocabulary{});
  return judge_kind(document, evidence(), 7);
}

TEST_SUITE("elements.kind") {
  TEST_CASE("evidence that reaches the threshold makes the kind") {
    const KindVerdict verdict = judged("一、主要举措\n推进法治建设，宣传法治。\n");
    CHECK(verdict.is_kind);
    CHECK(verdict.weight == 7);
    CHECK(verdict.reason.empty());
  }

  TEST_CASE("too few matches are no evidence and the reason names what is missed") {
    const KindVerdict verdict = judged("一、主要举措\n推进法治建设。\n");
    CHECK_FALSE(verdict.is_kind);
    CHECK(verdict.reason == "正文少见法治");
  }

  TEST_CASE("what speaks against it outweighs and is the only reason given") {
    const KindVerdict verdict = judged("一、主要举措\n本人宣传法治，本人推进法治。\n");
    CHECK_FALSE(verdict.is_kind);
    CHECK(verdict.weight == -2);
    CHECK(verdict.reason == "以本人自述");
  }

  TEST_CASE("a line above the running text speaks as the title that was not found") {
    const std::string text = "2025年，全局宣传法治，推进法治。\n一、主要举措\n看巡礼活动。\n";
    CHECK(judged(text).is_kind);
    const KindVerdict verdict = judged("法治巡礼\n" + text);
    CHECK_FALSE(verdict.is_kind);
    CHECK(verdict.reason == "另有标题");
  }

  TEST_CASE("an empty text is of no kind") {
    const KindVerdict verdict = judged("");
    CHECK_FALSE(verdict.is_kind);
    CHECK(verdict.reason == "各级标题未见举措；正文少见法治");
  }
}

}  // namespace
}  // namespace plumbline::elements
