#include "engine/fix/text_copy.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/readers/encoding.h"

namespace plumbline::fix {
namespace {

using namespace std::string_literals;

const std::string kText =
    "一、推进法制政府建设，办理案件9件。\r\n二、𠮷镇法制政府，\t共3处\n\n落款";

std::vector<Edit> edits_in(const std::string& text, const std::string& from,
                           const std::string& to) {
  std::vector<Edit> edits;
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + from.size()))
    edits.push_back({at, at + from.size(), to});
  return edits;
}

TEST_CASE("a copy has the encoding and mark and line ends of its file") {
  const struct {
    const char* encoding;
    std::string mark;
  } rows[] = {
      {"UTF-8", ""},
      {"UTF-8", "\xEF\xBB\xBF"},
      {"GB18030", ""},
      {"GB18030", "\x84\x31\x95\x33"},
      {"UTF-16LE", "\xFF\xFE"},
      {"UTF-16BE", "\xFE\xFF"},
      {"UTF-16LE", ""},
      {"UTF-32LE", "\xFF\xFE\0\0"s},
      {"UTF-32BE", "\0\0\xFE\xFF"s},
  };
  const std::vector<Edit> edits = edits_in(kText, "法制政府", "法治政府");
  REQUIRE(edits.size() == 2);
  for (const auto& row : rows) {
    CAPTURE(row.encoding);
    CAPTURE(row.mark.size());
    const std::string before = row.mark + readers::encode(kText, row.encoding).value();
    const std::string after =
        row.mark + readers::encode(edited(kText, edits), row.encoding).value();
    const std::optional<std::string> copy = text_copy(before, edits);
    REQUIRE(copy);
    CHECK(*copy == after);
    CHECK(*copy != before);
  }
}

TEST_CASE("longer and shorter words keep what stands behind them") {
  const std::string text = "甲[2025]第12号，乙\n";
  const std::vector<Edit> edits = {{3, 4, "〔"}, {8, 12, "〕"}};
  CHECK(text_copy(text, edits) == "甲〔2025〕12号，乙\n");
  const std::string gb = readers::encode(text, "GB18030").value();
  CHECK(text_copy(gb, edits) == readers::encode("甲〔2025〕12号，乙\n", "GB18030"));
}

TEST_CASE("what cannot be copied exactly is not copied") {
  CHECK_FALSE(text_copy("甲乙", std::vector<Edit>{{0, 3, "丙"}, {3, 9, "丁"}}));
  // A character that is broken is decoded as another one.
  const std::string broken = "法制政府" + std::string("\xE6\x94") + "建设，" + kText + kText;
  const std::string text = readers::decode(broken).text;
  CHECK(text_copy(broken, edits_in("法制政府", "制", "治")));
  CHECK_FALSE(text_copy(broken, edits_in(text, "镇法制", "镇法治")));
}

TEST_CASE("a character that is cut at the end of the file stays") {
  const std::string cut = "法制政府\xE6\x94";
  CHECK(text_copy(cut, edits_in("法制政府", "制", "治")) == "法治政府\xE6\x94");
}

}  // namespace
}  // namespace plumbline::fix
