#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "tests/unit/text/sample.h"

namespace plumbline::text {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

/// Text files beside the source tree; empty where they are not there.
std::map<std::string, Text> shared_texts(const char* folder) {
  std::map<std::string, Text> texts;
  const fs::path root = fs::path(PLUMBLINE_SOURCE_DIR) / ".." / "shared" / folder;
  if (!fs::is_directory(root)) {
    MESSAGE("skipped: no " << folder);
    return texts;
  }
  for (const auto& entry : fs::directory_iterator(root)) {
    if (entry.path().extension() == ".txt")
      texts.emplace(entry.path().stem().string(), text_of(read_file(entry.path())));
  }
  return texts;
}

/// Counts of what reflow made of a text: paragraphs, uncertain breaks, joined paragraphs.
std::string shape(const Text& text) {
  int uncertain = 0, joined = 0;
  for (const Paragraph& paragraph : text.paragraphs()) {
    uncertain += paragraph.uncertain_break ? 1 : 0;
    joined += paragraph.first_block != paragraph.last_block ? 1 : 0;
  }
  return std::to_string(text.paragraphs().size()) + " paragraphs, " + std::to_string(joined) +
         " joined, " + std::to_string(uncertain) + " uncertain";
}

TEST_CASE("real reports flow as a careful reader reads them") {
  const auto texts = shared_texts("reports");
  const std::map<std::string, std::string> expected{
      {"000_c34488ce1657fdf8", "32 paragraphs, 14 joined, 0 uncertain"},
      {"001_92f6194caa16c662", "27 paragraphs, 2 joined, 0 uncertain"},
      {"002_7dd792b44b443a3f", ""},
      {"003_c2acbeb1ffed216f", ""},
      {"004_14f45f1c49fc9359", "21 paragraphs, 3 joined, 0 uncertain"}};
  for (const auto& [name, text] : texts) {
    CAPTURE(name);
    REQUIRE(expected.contains(name));
    if (expected.at(name).empty())
      CHECK(shape(text).find(", 0 joined, 0 uncertain") != std::string::npos);
    else
      CHECK(shape(text) == expected.at(name));
  }
}

TEST_CASE("made reports that flow already are left alone") {
  for (const auto& [name, text] : shared_texts("made-reports")) {
    CAPTURE(name);
    const bool wrapped = name == "c07" || name == "d01" || name == "d02" || name == "d09";
    const bool marked = name == "d05";
    const bool alone = shape(text).find(", 0 joined, 0 uncertain") != std::string::npos;
    if (!marked)
      CHECK(alone != wrapped);
  }
}

}  // namespace
}  // namespace plumbline::text
