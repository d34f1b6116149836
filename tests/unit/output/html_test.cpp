#include <string>

#include "doctest/doctest.h"
#include "engine/output/html_source.h"
#include "engine/output/html_text.h"
#include "engine/output/workbook.h"
#include "engine/output/writer.h"
#include "sample_report.h"

namespace plumbline::output {
namespace {

Finding finding_at(std::size_t begin, std::size_t end, Severity severity) {
  Finding finding;
  finding.rule = "wording";
  finding.severity = severity;
  finding.raw_begin = begin;
  finding.raw_end = end;
  finding.absence = begin == end;
  return finding;
}

/// The view without attributes: what stands where.
std::string outline_of(const std::string& html) {
  std::string result;
  bool in_tag = false;
  bool in_attributes = false;
  for (const char c : html) {
    if (c == '<')
      in_tag = true, in_attributes = false;
    if (in_tag && c == ' ')
      in_attributes = true;
    if (c == '>')
      in_tag = in_attributes = false;
    if (!in_attributes && c != '\n')
      result += c;
  }
  return result;
}

TEST_SUITE("output.html") {
  TEST_CASE("words stay words and what the eye would miss is shown") {
    const struct {
      std::string in, out;
    } rows[] = {{"准绳 a\tb", "准绳 a\tb"},
                {"<script>'\"&", "&lt;script&gt;&#39;&quot;&amp;"},
                {"\u202e", "<span class=\"odd\">U+202E</span>"},
                {"\u200b", "<span class=\"odd\">U+200B</span>"},
                {std::string(1, '\0'), "<span class=\"odd\">U+0000</span>"},
                {"\x1b", "<span class=\"odd\">U+001B</span>"},
                {"\U000E0041", "<span class=\"odd\">U+E0041</span>"},
                {"\uFFFF", "<span class=\"odd\">U+FFFF</span>"},
                {"\xff", "\uFFFD"}};
    for (const auto& row : rows) {
      CAPTURE(row.in);
      CHECK(html_text(row.in) == row.out);
    }
    CHECK(html_value("a\"\u202e") == "a&quot;\uFFFD");
  }

  TEST_CASE("findings are marked at their bytes across lines and over each other") {
    const struct {
      std::vector<Finding> findings;
      const char* html;
    } rows[] = {
        {{}, "<p>abcd</p><p>efgh</p>"},
        {{finding_at(1, 3, Severity::kNote)}, "<p>a<a>1</a><mark>bc</mark>d</p><p>efgh</p>"},
        {{finding_at(2, 7, Severity::kNote)},
         "<p>ab<a>1</a><mark>cd</mark></p><p><mark>ef</mark>gh</p>"},
        {{finding_at(0, 3, Severity::kNote), finding_at(1, 2, Severity::kError)},
         "<p><a>1</a><mark>a</mark><a>2</a><mark>b</mark><mark>c</mark>d</p><p>efgh</p>"},
        {{finding_at(0, 0, Severity::kError)}, "<p><a>1</a>abcd</p><p>efgh</p>"},
        {{finding_at(99, 120, Severity::kError)}, "<p>abcd</p><p>efgh<a>1</a></p>"},
        {{finding_at(8, 500, Severity::kError)}, "<p>abcd</p><p>efg<a>1</a><mark>h</mark></p>"}};
    for (const auto& row : rows) {
      DocumentReport document;
      document.source.text = "abcd\nefgh";
      document.findings = row.findings;
      CHECK(outline_of(source_view(document, 1).html) == row.html);
    }
  }

  TEST_CASE("each finding knows the marks that are its own") {
    DocumentReport document;
    document.source.text = "abcd\nefgh";
    document.findings = {finding_at(0, 7, Severity::kNote), finding_at(1, 2, Severity::kError),
                         finding_at(3, 3, Severity::kError)};
    const SourceView view = source_view(document, 1);
    REQUIRE(view.ranges.size() == 3);
    CHECK((view.ranges[0].from == 0 && view.ranges[0].to == 5));
    CHECK((view.ranges[1].from == 1 && view.ranges[1].to == 2));
    CHECK((view.ranges[2].from == 0 && view.ranges[2].to == 0));
  }

  TEST_CASE("personal data is starred in the text shown") {
    DocumentReport document;
    document.source.text = "号110101197903150042。";
    document.source.masked = {{6, 18}, {19, 19}};
    CHECK(outline_of(source_view(document, 1).html) == "<p>号110************042。</p>");
  }

  TEST_CASE("a cell holds no control character and no escape of the format and is not too long") {
    const struct {
      std::string in, out;
    } rows[] = {{"=HYPERLINK(\"http://x\")", "=HYPERLINK(\"http://x\")"},
                {"a\x01\nb", "a  b"},
                {"_x0041_", "_x005F_x0041_"},
                {"_x004_ _x0041", "_x004_ _x0041"}};
    for (const auto& row : rows) CHECK(cell_words(row.in) == row.out);
    const std::string cut = cell_words(std::string(40000, 'a'));
    CHECK(cut.size() < 32800);
    CHECK(cut.ends_with("已截断）"));
    CHECK(cell_words(std::string(32000, 'a')).size() == 32000);
  }

  TEST_CASE("the same report gives the same workbook") {
    const Writer& writer = *writer_named("xlsx");
    const Result<std::string> one = writer.write(sample_report(), {});
    const Result<std::string> two = writer.write(sample_report(), {});
    REQUIRE(one.has_value());
    CHECK(one->starts_with("PK"));
    CHECK(*one == *two);
  }
}

}  // namespace
}  // namespace plumbline::output
