#include <set>

#include "doctest/doctest.h"
#include "engine/cli/commands.h"
#include "engine/cli/flags.h"
#include "engine/cli/help.h"
#include "tests/support/golden.h"

namespace plumbline::cli {
namespace {

TEST_SUITE("cli.docs") {
  TEST_CASE("the page on the command line is what the tables say") {
    // From tests/golden to docs: the same way of rewriting.
    const std::string got = reference();
    CHECK(got == golden("../../docs/cli.md", got));
  }

  TEST_CASE("every flag and command has its words in both languages and no name stands twice") {
    std::set<std::string_view> names;
    for (const Flag& flag : flags()) {
      CAPTURE(flag.name);
      CHECK(names.insert(flag.name).second);
      CHECK_FALSE(chinese(flag.help).empty());
      CHECK_FALSE(english(flag.help).empty());
    }
    for (const Command& command : commands()) {
      CAPTURE(command.name);
      CHECK(names.insert(command.name).second);
      CHECK_FALSE(chinese(command.help).empty());
      CHECK_FALSE(english(command.help).empty());
      for (const std::string_view flag : command.flags) CHECK(names.contains(flag));
      CHECK_FALSE(chinese(command.exit_status).empty());
      CHECK_FALSE(english(command.exit_status).empty());
    }
  }

  TEST_CASE("all that is said is said in both languages with the same values") {
    for (int i = 0; i <= static_cast<int>(Say::kHelpFlag); ++i) {
      CAPTURE(i);
      const auto what = static_cast<Say>(i);
      CAPTURE(english(what));
      CHECK(is_sound({"", english(what), chinese(what)}));
    }
  }

  TEST_CASE("lc-all outranks lc-messages and lang and what is empty does not count") {
    CHECK(locale_of("a", "b", "c") == "a");
    CHECK(locale_of(nullptr, "b", "c") == "b");
    CHECK(locale_of("", "", "c") == "c");
    CHECK(locale_of(nullptr, nullptr, nullptr) == "");
  }

  TEST_CASE("words fill their holes and keep foreign braces") {
    CHECK(say(Language::kEnglish, Say::kProgress, {"3", "12"}) == "checking 3/12");
    CHECK(say(Language::kChinese, Say::kInternal, {"{0}"}) == "程序内部出错：{0}");
    CHECK(say(Language::kEnglish, Say::kUnknownFlag) == "unknown option {0}");
  }

  TEST_CASE("only english locales speak english") {
    CHECK(language_of("en_GB.UTF-8") == Language::kEnglish);
    for (const char* lang : {"", "C", "C.UTF-8", "POSIX", "zh_CN.GB18030", "de_DE"})
      CHECK(language_of(lang) == Language::kChinese);
  }
}

}  // namespace
}  // namespace plumbline::cli
