#include "engine/rules/quick_yaml.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rules/source_file.h"
#include "engine/rules/yaml_reader.h"

namespace plumbline::rules {
namespace {

std::string at(Position position) {
  return "@" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

void dump(const Node& node, std::string& out) {
  out += std::to_string(static_cast<int>(node.kind)) + at(node.at);
  if (node.is_scalar())
    out += (node.quoted ? "'" : "=") + node.scalar + ";";
  out += node.file ? "" : " no file ";
  for (const Node& item : node.items) dump(item, out += "-");
  for (const Node::Entry& entry : node.entries)
    dump(entry.value, out += "{" + entry.key + at(entry.at) + ":");
}

std::optional<std::string> quick(std::string_view text, const YamlLimits& limits = {}) {
  DiagnosticSink sink;
  const auto file = read_source("a.yaml", text, sink);
  if (!file)
    return std::nullopt;
  const std::optional<Node> root = read_quick_yaml(file, limits);
  if (!root)
    return std::nullopt;
  std::string out;
  dump(*root, out);
  return out;
}

std::string by_library(std::string_view text, const YamlLimits& limits = {}) {
  DiagnosticSink sink;
  const auto root = read_yaml_by_library("a.yaml", text, sink, limits);
  std::string out;
  if (root)
    dump(*root, out);
  for (const Diagnostic& one : sink.all())
    out += one.code + " " + one.message.in(Language::kEnglish) + "\n";
  return out;
}

std::vector<std::string> shipped_files() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(PLUMBLINE_SOURCE_DIR "/rules")) {
    if (entry.path().extension() == ".yaml")
      paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  std::vector<std::string> texts;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return texts;
}

TEST_CASE("files are read as yaml-cpp reads them") {
  const std::string_view cases[] = {
      "a: 1\n",
      "a: 1",
      "标题: 法治 政府\n'b c': [x, 'y''z', {d: \"e\", f: [g]}]  # why\n",
      "a:\n- x\n- y\nb:\n    - 'z'\n",
      "a:\n  - b: 1\n    c:\n    - d\n  - e: {}\n",
      "a:\n  - b: 1\n    c: 2\n\n  # between\n  - b: 3\n",
      "a:\n  -\n    b: 1\n",
      "a:\nb:\n  c:\nd: e # f\n",
      "a: |\n  x\n\n    y # no comment\n  z  \n\n\nb: |-\n  - x: 1\n",
      "a: x#y\nb: x:y\nc: a, b]\nd: it's\ne: (?:甲|乙)\\d+[^。]{0,3}\n",
      "  a: 1\n  b: 2\n",
      "\n# c\na: 'x' # d\n# e",
      "a: '{b}: c'\n\"d\": '#'\n",
      "a: { b: c , d: [ e , f ] }\n",
      "a: [b:c, -1]\nd: -2\n",
      "a: \"b\\n\\\\\\\"c\"\n",
      "a: {b: c#d, e: 'f'}\n",
  };
  for (const std::string_view text : cases) {
    CAPTURE(text);
    const auto read = quick(text);
    REQUIRE(read);
    CHECK(*read == by_library(text));
  }
}

TEST_CASE("what a pack must not hold is left to yaml-cpp to explain") {
  const std::string_view cases[] = {
      "a: [b\n",      "a: 'b\n",           "a: b\n c: d\n", "a: b: c\n",   "a: *b\n",
      "a: &b c\n",    "a: !b c\n",         "a: !!str c\n",  "a: @b\n",     "a: %b\n",
      "a: 1\na: 2\n", "{a: 1, a: 2}",      "- \n",          "---\na: 1\n", "a:\tb: c\n",
      "? [a]\n: b",   "a: 1\n---\nb: 2\n", "a: x\u2028y\n"};
  for (const std::string_view text : cases) {
    CAPTURE(text);
    CHECK_FALSE(quick(text));
  }
}

TEST_CASE("limits hold") {
  std::string deep = "a: ";
  for (int i = 0; i < 100; ++i) deep += "[";
  deep += "b" + std::string(100, ']');
  CHECK_FALSE(quick(deep));
  CHECK(quick("a: [b, c]\n", {.nodes = 5}));
  CHECK_FALSE(quick("a: [b, c]\n", {.nodes = 4}));
}

TEST_CASE("every file of the shipped packs is read quickly and as yaml-cpp reads it") {
  const std::vector<std::string> texts = shipped_files();
  REQUIRE(texts.size() > 20);
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 80));
    const auto read = quick(text);
    REQUIRE(read);
    CHECK(*read == by_library(text));
  }
}

TEST_CASE("whatever is read quickly is read as yaml-cpp reads it") {
  std::mt19937 random(3);
  const auto below = [&random](std::size_t bound) { return random() % bound; };
  constexpr std::string_view kPieces[] = {
      "a",    "b: ",  ": ",     ":",           "- ",  "-",   "'",    "\"", "[",   "]",  "{",
      "}",    ", ",   ",",      "#",           " #",  " ",   "  ",   "\n", "\n",  "|",  "|-",
      "?",    "法",   "~",      "\\",          "!",   "&",   "*",    ">",  "%",   "@",  "''",
      "\n  ", "\n- ", "\n  - ", "k: |-\n    ", "...", "---", "null", "-1", "b:c", "\\n"};
  int read = 0;
  for (int round = 0; round < 80000; ++round) {
    std::string text =
        below(2) == 0 ? "a: 1\nb:\n  - c: d\n    e: [f, 'g']\n  - h\ni: |-\n  j\n  k\n" : "";
    for (std::size_t edits = 1 + below(6); edits > 0; --edits) {
      const std::size_t place = below(text.size() + 1);
      const std::size_t cut = below(4) == 0 ? below(6) : 0;
      text.replace(place, std::min(cut, text.size() - place), kPieces[below(std::size(kPieces))]);
    }
    const auto found = quick(text);
    if (!found)
      continue;
    ++read;
    CAPTURE(text);
    const std::string library = by_library(text);
    // yaml-cpp knows no '?' inside words of [] and {}, which YAML allows.
    if (text.find('?') == std::string::npos || !library.starts_with("P1003"))
      CHECK(*found == library);
  }
  CHECK(read > 3000);
}

}  // namespace
}  // namespace plumbline::rules
