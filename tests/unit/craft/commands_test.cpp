#include <filesystem>
#include <string>
#include <vector>

#include "doctest/doctest.h"
#include "engine/cli/cli.h"
#include "tests/support/golden.h"
#include "tests/unit/cli/process.h"

namespace plumbline::cli {
namespace {

namespace fs = std::filesystem;

/// A run whose whole transcript is tests/golden/craft/NAME.txt.
struct Row {
  std::string name;
  std::vector<std::string> arguments;
};

void prepare() {
  fs::copy(PLUMBLINE_SOURCE_DIR "/tests/golden/craft/packs", "packs",
           fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  fs::copy(PLUMBLINE_SOURCE_DIR "/tests/golden/craft/reports", "reports");
}

const std::vector<Row> kRows = {
    {"list", {"rules", "list", "base"}},
    {"list-extended", {"rules", "list", "packs/city"}},
    {"list-two", {"rules", "list", "base", "city"}},
    {"list-missing", {"rules", "list", "bsae"}},
    {"show", {"rules", "show", "slips", "--pack", "base"}},
    {"show-origin", {"rules", "show", "work-section", "--pack", "city", "--origin"}},
    {"show-term", {"rules", "show", "slips.a", "--pack", "city", "--origin"}},
    {"show-disabled", {"rules", "show", "slips.b", "--pack", "city", "--origin"}},
    {"show-pack", {"rules", "show", "packs/city", "--pack", "base", "--origin"}},
    {"show-unknown", {"rules", "show", "silps", "--pack", "base"}},
    {"show-alone", {"rules", "show", "--pack", "base"}},
    {"docs", {"rules", "docs", "city"}},
    {"diff", {"rules", "diff", "base", "packs/base-next"}},
    {"diff-same", {"rules", "diff", "base", "base"}},
    {"diff-extended", {"rules", "diff", "base", "city"}},
    {"diff-on", {"rules", "diff", "base", "packs/base-next", "--on", "reports", "--jobs", "2"}},
    {"diff-json",
     {"rules", "diff", "base", "base-next", "--on", "reports/a.txt", "--format", "json"}},
    {"diff-one", {"rules", "diff", "base"}},
    {"diff-on-nothing", {"rules", "diff", "base", "base-next", "--on", "gone"}},
    {"check-announced", {"check", "reports/a.txt", "--pack", "base-next"}},
    {"check-announced-in-force",
     {"check", "reports/c.txt", "--pack", "base-next", "--as-of", "2025-12-31"}},
    {"check-pack-in-force",
     {"check", "reports/a.txt", "--pack", "base-next", "--pack", "city", "--as-of", "2025-12-31"}},
    {"new-pack",
     {"rules", "new", "pack", "mine/county", "--title", "某县报告", "--extends", "base"}},
    {"new-pack-again", {"rules", "new", "pack", "mine/county", "--title", "某县报告"}},
    {"new-rule",
     {"rules", "new", "rule", "no-dots", "--pack", "mine/county", "--forbid", "1.5'倍'", "--right",
      "1.5倍", "--title", "倍数不加引号"}},
    {"new-rule-required",
     {"rules", "new", "rule", "hotline", "--pack", "mine/county", "--require", "热线", "--title",
      "写到热线", "--document", "law", "--article", "5", "--severity", "note"}},
    {"new-rule-twice",
     {"rules", "new", "rule", "hotline", "--pack", "mine/county", "--require", "x", "--title",
      "y"}},
    {"new-rule-unknown-document",
     {"rules", "new", "rule", "other", "--pack", "mine/county", "--require", "x", "--title", "y",
      "--document", "lwa"}},
    {"new-rule-too-strong",
     {"rules", "new", "rule", "other", "--pack", "mine/county", "--require", "x", "--title", "y",
      "--severity", "error"}},
    {"new-rule-case-fails",
     {"rules", "new", "rule", "other", "--pack", "mine/county", "--forbid", "工作", "--right",
      "工作任务", "--title", "y"}},
    {"new-nothing-given", {"rules", "new", "rule", "Some--Id"}},
    {"new-what", {"rules", "new", "thing", "x"}},
    {"new-lints", {"rules", "lint", "mine/county"}},
    {"new-tests", {"rules", "test", "mine/county"}},
    {"test", {"rules", "test", "base"}},
    {"test-disabled", {"rules", "test", "city"}},
    {"test-fails", {"rules", "test", "packs/faulty"}},
    {"test-fails-json", {"rules", "test", "packs/faulty", "--format", "json"}},
    {"test-below", {"rules", "test", "base", "city", "--min-coverage", "99"}},
    {"test-below-json", {"rules", "test", "base", "--min-coverage", "99", "--format", "json"}},
    {"test-unknown-format", {"rules", "test", "base", "--format", "jsno"}},
    {"test-alone", {"rules", "test"}},
    {"test-missing", {"rules", "test", "bsae"}},
    {"docs-in-no-folder", {"rules", "docs", "city", "--output", "gone/a.md"}},
    {"docs-over-a-pack", {"rules", "docs", "city", "--output", "packs/city/pack.yaml"}},
    {"docs-twice", {"rules", "docs", "city", "--output", "a.md", "--output", "a.html"}},
};

TEST_SUITE("craft.commands") {
  TEST_CASE("every command on packs says and returns what its golden says") {
    const Process process("craft");
    prepare();
    for (const Row& row : kRows) {
      CAPTURE(row.name);
      const std::string got = process.run(row.arguments).transcript;
      CHECK(got == golden("craft/" + row.name + ".txt", got));
    }
  }

  TEST_CASE("in english the results of cases are english") {
    Process process("test-english");
    prepare();
    process.language = "en_US.UTF-8";
    const std::string got = process.run({"rules", "test", "packs/faulty"}).transcript;
    CHECK(got == golden("craft/test-english.txt", got));
  }

  TEST_CASE("a new pack or rule is written whole or not at all") {
    const Process process("new");
    prepare();
    for (const Row& row : kRows) {
      if (row.name.starts_with("new-"))
        process.run(row.arguments);
    }
    const std::string got = process.get("mine/county/pack.yaml") + "---\n" +
                            process.get("mine/county/rules/no-dots.yaml") + "---\n" +
                            process.get("mine/county/rules/hotline.yaml");
    CHECK(got == golden("craft/new-files.txt", got));
    CHECK_FALSE(fs::exists("mine/county/rules/other.yaml"));
  }

  TEST_CASE("at a terminal a person is asked for what no flag says") {
    Process process("asked");
    prepare();
    process.answers = "某县报告\n";
    CHECK(process.run({"rules", "new", "pack", "county", "--extends", "base"}).status == kClean);
    process.answers = "做好做实\n\n不写套话\r\n";
    const auto run = process.run({"rules", "new", "rule", "no-slogan", "--pack", "county"});
    CHECK(run.transcript == golden("craft/asked.txt", run.transcript));
    CHECK(process.get("county/rules/no-slogan.yaml").find("title: '不写套话'") !=
          std::string::npos);
  }

  TEST_CASE("watching says again what lint says whenever a file of the pack changes") {
    Process process("watch");
    prepare();
    const std::string sound = process.get("packs/base/pack.yaml");
    int looks = 0;
    process.wait = [&] {
      ++looks;
      if (looks == 2)  // an extended pack counts too
        process.put("packs/base/pack.yaml", sound + "colour: red\n");
      if (looks == 4)
        process.put("packs/base/pack.yaml", sound);
      return looks < 6;
    };
    const auto run = process.run({"rules", "lint", "city", "--watch"});
    CHECK(looks == 6);
    CHECK(run.transcript == golden("craft/watch.txt", run.transcript));
  }

  TEST_CASE("the handbook is one page that loads nothing beside the same words in markdown") {
    const Process process("handbook");
    prepare();
    fs::create_directories("out");
    const auto run = process.run({"rules", "docs", "city", "--output", "out"});
    CHECK(run.status == kClean);
    CHECK(run.out == "");
    CHECK(process.get("out/city.md") == process.run({"rules", "docs", "city"}).out);
    const std::string page = process.get("out/city.html");
    CHECK(page == golden("craft/city.html", page));
    for (const char* word : {"http://", "https://", "src=", "url(", "<script", "@import"}) {
      CAPTURE(word);
      CHECK(page.find(word) == std::string::npos);
    }
    CHECK(page.find("default-src 'none'") != std::string::npos);
    CHECK(process.run({"rules", "docs", "city", "--output", "one.html"}).status == kClean);
    CHECK(process.get("one.html") == page);
  }
}

}  // namespace
}  // namespace plumbline::cli
