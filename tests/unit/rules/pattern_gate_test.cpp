#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "engine/io/pack_files.h"
#include "engine/readers/reader.h"
#include "engine/rules/pack.h"
#include "engine/text/text.h"
#include "tests/unit/pattern/plain_search.h"

namespace plumbline::rules {
namespace {

const std::string kSource = PLUMBLINE_SOURCE_DIR;

std::string normalised(const std::string& sample) {
  std::ifstream in(kSource + "/samples/" + sample, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  return std::string(text::Text::build(readers::read(sample, bytes, {})).view());
}

// Words of patterns themselves in an order of their own: what a gate looks for stands there.
std::string words_of(const Pack& pack) {
  std::string out;
  for (const auto& [source, pattern] : pack.patterns) {
    for (const char c : source)
      out += static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ? std::string(1, c)
             : c == '|'                                                      ? "。"
                                                                             : "";
    out += "\n";
  }
  return out;
}

TEST_CASE("every pattern of the shipped pack finds in the samples what plain re2 finds") {
  DiagnosticSink sink;
  const auto pack = load_pack(kSource + "/rules/rule-of-law-report",
                              io::DiskPackFiles({kSource + "/rules"}), sink);
  REQUIRE(pack);
  const std::string texts[] = {normalised("01-clean-department.txt"),
                               normalised("07-many-faults.txt"), words_of(*pack)};
  REQUIRE(texts[0].size() > 1000);
  int matching = 0;
  for (const auto& [source, pattern] : pack->patterns) {
    CAPTURE(source);
    const RE2 re(pattern::re2_source(source), pattern::quiet());
    REQUIRE(re.ok());
    for (const std::string& text : texts) {
      const std::string expected = pattern::plain_matches(re, text);
      const pattern::PairIndex index(text);
      CHECK(pattern::gated_matches(pattern, {text}) == expected);
      CHECK(pattern::gated_matches(pattern, {text, &index}) == expected);
      matching += expected.empty() ? 0 : 1;
    }
  }
  CHECK(matching > 400);
}

}  // namespace
}  // namespace plumbline::rules
