#include <doctest/doctest.h>

#include <random>
#include <string>

#include "engine/base/utf8.h"
#include "tests/unit/text/sample.h"

namespace plumbline::text {
namespace {

bool begins_code_point(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
}

/// A span on code point borders inside one paragraph.
TextSpan random_span(const Text& text, std::mt19937& random) {
  const auto paragraphs = text.paragraphs();
  const Paragraph& paragraph = paragraphs[random() % paragraphs.size()];
  std::size_t begin = paragraph.span.begin + random() % paragraph.span.size();
  std::size_t end = begin + random() % (paragraph.span.end - begin + 1);
  while (!begins_code_point(text.view(), begin)) --begin;
  while (!begins_code_point(text.view(), end)) ++end;
  return {begin, end};
}

std::string trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text);
}

void check_properties(const Text& text, bool has_furniture) {
  std::mt19937 random(7);
  for (int i = 0; i < 3000; ++i) {
    const TextSpan span = random_span(text, random);
    const RawSpan raw = text.to_raw(span);
    REQUIRE(raw.begin <= raw.end);
    REQUIRE(raw.end <= text.raw().size());
    REQUIRE(begins_code_point(text.raw(), raw.begin));
    REQUIRE(begins_code_point(text.raw(), raw.end));
    if (!has_furniture)
      REQUIRE(fold(text.raw(raw)) == trimmed(text.view(span)));
    REQUIRE(fold(text.display(span)) == trimmed(text.view(span)));
    const TextSpan inner{span.begin + (span.size() > 6 ? 3 : 0), span.end};
    if (begins_code_point(text.view(), inner.begin))
      REQUIRE(raw.contains(text.to_raw(inner)));
  }
}

TEST_CASE("random spans lead back to what was read") {
  const std::string report(sample_report());
  check_properties(text_of(report), false);
  check_properties(text_of(hard_wrapped(report, 26, "　　", "\n")), false);
  check_properties(text_of(hard_wrapped(report, 35, "", "\r\n")), false);
  check_properties(text_of("２０２５年 度 （Ａ　ｂ c）\u200B⺠生㎡ e\u0301x 12 345\n"), false);
}

TEST_CASE("the way back is monotonic") {
  const Text text = text_of(hard_wrapped(sample_report(), 30, "", "\n\n"));
  std::size_t last = 0;
  for (std::size_t at = 0; at < text.view().size(); ++at) {
    const RawSpan raw = text.to_raw({at, at + 1});
    REQUIRE(raw.begin >= last);
    last = raw.begin;
  }
}

TEST_CASE("a span leads to exact bytes") {
  const Text text = text_of("　　共 １２ 件，其中\n");
  const auto raw_of = [&](std::string_view words) {
    const std::size_t at = text.view().find(words);
    return std::string(text.raw(text.to_raw({at, at + words.size()})));
  };
  CHECK(text.view() == "共12件,其中");
  CHECK(raw_of("12") == "１２");
  CHECK(raw_of("2") == "２");
  CHECK(raw_of("共12件") == "共 １２ 件");
  CHECK(raw_of("件,") == "件，");
  CHECK(raw_of("共12件,其中") == "共 １２ 件，其中");
}

TEST_CASE("part of a character that folded to several leads to the whole of it") {
  const Text text = text_of("甲⑴乙");
  CHECK(text.view() == "甲(1)乙");
  CHECK(text.raw(text.to_raw({4, 5})) == "⑴");
  CHECK(text.raw(text.to_raw({0, 4})) == "甲⑴");
}

TEST_CASE("empty spans and spans of separators lead to places") {
  const Text text = text_of("甲\n\n乙");
  CHECK(text.view() == "甲\n乙");
  CHECK(text.to_raw({0, 0}) == RawSpan{0, 0});
  CHECK(text.to_raw({7, 7}) == RawSpan{8, 8});
  CHECK(text.to_raw({3, 4}).empty());
  CHECK(text_of("甲ab cd").to_raw({5, 6}) == RawSpan{6, 6});  // only the blank
  CHECK(text.raw(text.to_raw({0, 4})) == "甲");
  CHECK(text.raw(text.to_raw({3, 7})) == "乙");
  CHECK(Text::build({}).to_raw({0, 0}) == RawSpan{0, 0});
}

}  // namespace
}  // namespace plumbline::text
