#include "plumbline/message.h"

#include <doctest/doctest.h>

#include "engine/base/diagnostic.h"

using namespace plumbline;

namespace {

constexpr Form kNamed = form("", "called '{0}'", "名为“{0}”");
constexpr Form kTwo = form("P1", "{1} before {0}", "{0}在{1}之后");

}  // namespace

TEST_CASE("a message is worded in either language with its values in their places") {
  const Message message = {kTwo, {"乙", {kNamed, {"甲"}}}};
  CHECK(message.code() == "P1");
  CHECK(message.in(Language::kEnglish) == "called '甲' before 乙");
  CHECK(message.in(Language::kChinese) == "乙在名为“甲”之后");
}

TEST_CASE("plain words are the same in both languages and hold no values") {
  const Message message = "{0} 甲";
  CHECK(message.code() == "");
  CHECK(message.in(Language::kEnglish) == "{0} 甲");
  CHECK(message.in(Language::kChinese) == "{0} 甲");
  CHECK_FALSE(message.empty());
  CHECK(Message().empty());
  CHECK(Message().in(Language::kChinese) == "");
}

TEST_CASE("values are not searched for values and foreign braces stay") {
  const Form braces = {"", "{{0}} {a} {7} {", "{0}"};
  CHECK(Message(braces, {"{0}"}).in(Language::kEnglish) == "{{0}} {a} {7} {");
}

TEST_CASE("a form asks for the same values in both languages") {
  CHECK(is_sound({"P1", "a {0} {1}", "{1}{0}"}));
  CHECK(is_sound({"", "{report_year} {{0}}", "{{0}} {report_year}"}));
  CHECK_FALSE(is_sound({"P1", "a {0}", "甲"}));
  CHECK_FALSE(is_sound({"P1", "a", "甲{0}"}));
  CHECK_FALSE(is_sound({"P1", "a {0}", "{1}"}));
  CHECK_FALSE(is_sound({"P1", "", ""}));
  CHECK_FALSE(is_sound({"P1", "a", ""}));
}

TEST_CASE("a size is a number of mebibytes where it is a whole one") {
  CHECK(size_in_words(8u << 20).in(Language::kEnglish) == "8 MiB");
  CHECK(size_in_words(1000).in(Language::kEnglish) == "1000 bytes");
  CHECK(size_in_words((8u << 20) + 1).in(Language::kChinese) == "8388609字节");
}

TEST_CASE("code and place of a diagnostic are the same in every language") {
  Diagnostic diagnostic = diagnostic_of({kTwo, {"x", "y"}}, "a.yml", Level::kWarning);
  diagnostic.line = 2;
  CHECK(render_diagnostic(diagnostic, Language::kEnglish) == "a.yml:2: warning[P1]: y before x\n");
  CHECK(render_diagnostic(diagnostic, Language::kChinese) == "a.yml:2: warning[P1]: x在y之后\n");
}

TEST_CASE("diagnostics are handed over in the order of the files and each once") {
  DiagnosticSink found, sink;
  const auto add = [&](const char* path, int line, const char* value) {
    Diagnostic one = diagnostic_of({kNamed, {value}}, path);
    one.line = line;
    found.add(one);
  };
  add("b", 1, "x");
  add("a", 2, "y");
  add("a", 2, "x");
  add("a", 10, "x");
  add("a", 2, "y");
  hand_over(found, sink);
  std::string out;
  for (const Diagnostic& one : sink.all()) out += render_diagnostic(one, Language::kEnglish);
  CHECK(out ==
        "a:2: error: called 'x'\na:2: error: called 'y'\na:10: error: called 'x'\n"
        "b:1: error: called 'x'\n");
}
