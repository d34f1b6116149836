#include "engine/base/diagnostic.h"

#include <doctest/doctest.h>

using namespace plumbline;

TEST_CASE("a diagnostic shows place and code and words and line and caret") {
  const Diagnostic diagnostic = {
      "P1103", Level::kError, "unknown key 'patern'", "rules/a.yml", 14, 5, 6, "    patern: x"};
  CHECK(render_diagnostic(diagnostic, Language::kEnglish) ==
        "rules/a.yml:14:5: error[P1103]: unknown key 'patern'\n"
        "    patern: x\n"
        "    ^~~~~~\n");
}

TEST_CASE("wide characters take two columns in the caret line") {
  const Diagnostic diagnostic = {"P1", Level::kWarning, "m", "a", 2, 4, 2, "标题: 法治 x"};
  CHECK(render_diagnostic(diagnostic, Language::kEnglish) ==
        "a:2:4: warning[P1]: m\n"
        "标题: 法治 x\n"
        "     ^~~\n");
}

TEST_CASE("what a diagnostic lacks is left out") {
  CHECK(render_diagnostic({"P2", Level::kNote, "m"}, Language::kEnglish) == "note[P2]: m\n");
  CHECK(render_diagnostic({"", Level::kError, "m", "f"}, Language::kEnglish) == "f: error: m\n");
  CHECK(render_diagnostic({"P3", Level::kError, "m", "f", 3, 9, 4, "abc"}, Language::kEnglish) ==
        "f:3:9: error[P3]: m\nabc\n   ^\n");
}
