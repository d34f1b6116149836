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
}

const std::vector<Row> kRows = {
    {"list", {"rules", "list", "base"}},
    {"list-extended", {"rules", "list", "packs/city"}},
    {"list-two", {"rules", "list", "base", "city"}},
    {"list-missing", {"rules", "list", "bsae"}},
    {"show", {"rules", "show", "slips", "--pack", "base"}},
    {"show-origin", {"rules", "show", "work-section", "--pack", "city", "--origin"}},
    {"show-term", {"rules", "show", "slips.a", "--pack", "city", "--origin"}},
    {"show-pack", {"rules", "show", "packs/city", "--pack", "base", "--origin"}},
    {"show-unknown", {"rules", "show", "silps", "--pack", "base"}},
    {"show-alone", {"rules", "show", "--pack", "base"}},
    {"docs", {"rules", "docs", "city"}},
    {"docs-in-no-folder", {"rules", "docs", "city", "--output", "gone/a.md"}},
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
