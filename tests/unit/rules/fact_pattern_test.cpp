#include "engine/rules/fact_pattern.h"

#include <doctest/doctest.h>

#include <latch>
#include <string>
#include <thread>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/rules/pack.h"
#include "engine/rules/pattern_source.h"
#include "engine/rules/yaml_reader.h"

using namespace plumbline;
using namespace plumbline::rules;

namespace {

Pack pack_with_terms() {
  Pack pack;
  pack.terms = {{"year", R"((?:19|20)\d\d)"}, {"bad", "(?:a"}, {"next", "{report_year+1}年"}};
  return pack;
}

std::string refused(std::string_view yaml) {
  DiagnosticSink sink;
  const auto node = read_yaml("a.yaml", yaml, sink);
  REQUIRE(node);
  CHECK(!compile_pattern(*node->find("p"), pack_with_terms(), sink));
  std::string out;
  for (const Diagnostic& diagnostic : sink.all())
    out += render_diagnostic(diagnostic, Language::kEnglish);
  return out;
}

std::optional<FactPattern> compile(std::string_view source) {
  DiagnosticSink sink;
  Node node;
  node.kind = Node::Kind::kScalar;
  node.quoted = true;
  node.scalar = source;
  return compile_pattern(node, pack_with_terms(), sink);
}

}  // namespace

TEST_CASE("terms and years are put in and what only looks like a name is not") {
  const Terms terms = pack_with_terms().terms;
  const struct {
    std::string_view source, text;
  } rows[] = {
      {"{year}年", R"((?:(?:19|20)\d\d)年)"},
      {"{report_year}-{report_year+1}-{report_year-12}", "2024-2025-2012"},
      {"{next}", "(?:2025年)"},
      {R"(a{2,3}\p{Han}\x{4e00}\{year}[^{x}]{4})", R"(a{2,3}\p{Han}\x{4e00}\{year}[^{x}]{4})"},
      {"[]{]{year}", R"([]{](?:(?:19|20)\d\d))"},
      {"法", "法"}};
  for (const auto& row : rows) {
    CAPTURE(row.source);
    const Assembled assembled = assemble(row.source, terms, 2024);
    CHECK(assembled.text == row.text);
    CHECK(assembled.errors.empty());
  }
}

TEST_CASE("a pattern follows the report year") {
  const auto pattern = compile("{report_year+1}年");
  REQUIRE(pattern);
  CHECK(pattern->needs_year());
  CHECK(!pattern->for_year(0));
  CHECK(pattern->for_year(2023)->found_in("到2024年"));
  CHECK(!pattern->for_year(2024)->found_in("到2024年"));
  CHECK(compile("{next}")->for_year(2023)->found_in("2024年"));
}

TEST_CASE("a pattern without facts needs no year") {
  const auto pattern = compile("{year}年");
  REQUIRE(pattern);
  CHECK(!pattern->needs_year());
  CHECK(pattern->for_year(0)->found_in("2024年"));
  CHECK(!pattern->for_year(0)->found_in("2124年"));
  CHECK(pattern->source() == R"((?:(?:19|20)\d\d)年)");
}

TEST_CASE("mistakes in names and patterns are shown inside the scalar") {
  CHECK(refused("p: 在{yaer}年{issuer}\n") ==
        "a.yaml:1:5: error[P1321]: unknown term {yaer}; did you mean 'year'? (a literal brace is "
        "written \\{)\np: 在{yaer}年{issuer}\n     ^~~~~~\n"
        "a.yaml:1:12: error[P1323]: {issuer} may stand in messages only, not in a pattern\n"
        "p: 在{yaer}年{issuer}\n             ^~~~~~~~\n");
  CHECK(refused("p: 'it''s [{year}]'\n") ==
        "a.yaml:1:12: error[P1324]: {year} inside [ ] means its letters; write it outside\n"
        "p: 'it''s [{year}]'\n           ^~~~~~\n");
  CHECK(refused("p: 法{bad}\n").starts_with("a.yaml:1:5: error[P1301]: "));
  CHECK(refused("p: 法{bad}\n").find("(in term 'bad')\np: 法{bad}\n     ^~~~~\n") !=
        std::string::npos);
  CHECK(refused("p: '法(?=治)'\n").starts_with("a.yaml:1:6: error[P1302]: "));
}

TEST_CASE("a fact may not stand where no report year is known") {
  DiagnosticSink sink;
  const auto node = read_yaml("a.yaml", "p: '{report_year}年'\n", sink);
  REQUIRE(node);
  CHECK(!compile_fixed_pattern(*node->find("p"), pack_with_terms(), sink));
  REQUIRE(sink.all().size() == 1);
  CHECK(sink.all()[0].code == "P1325");
}

TEST_CASE("threads that first ask for a year get the same pattern") {
  const auto pattern = compile("{report_year+1}年");
  REQUIRE(pattern);
  constexpr std::ptrdiff_t kThreads = 4;
  std::latch start(kThreads);
  std::vector<std::string> found(kThreads);
  {
    std::vector<std::jthread> threads;
    for (std::string& one : found) {
      threads.emplace_back([&start, &one, &pattern] {
        start.arrive_and_wait();
        for (int year = 2001; year < 2011; ++year) {
          const auto match = pattern->for_year(year)->find("2004年 2008年 2009年", {0, 30});
          one += match ? std::to_string(match->span.begin) + " " : "- ";
        }
      });
    }
  }
  CHECK(found == std::vector<std::string>(kThreads, "- - 0 - - - 8 16 - - "));
}
