#include <doctest/doctest.h>

#include <map>
#include <string>

#include "engine/rules/lint.h"
#include "engine/rules/pack.h"
#include "tests/support/memory_pack_files.h"

using namespace plumbline;
using namespace plumbline::rules;

namespace {

const std::string kHead = "id: p\nversion: 1.0.0\ntitle: 包\nfor: any\n";
const std::string kSound = kHead + R"(basis: {law: {title: 《某规定》, level: A1}}
terms: {organ: '局|厅'}
rules:
  a:
    title: '甲'
    check: text
    severity: {found: warning}
    basis: [{document: law, article: 3(1)}]
    message: “{quote}”有误
    advice: "请改\n正"
    forbid:
      - {name: x, match: '{organ}错', allow: 没有局错}
    cases: {pass: [{text: 好}], fail: [{text: 局错, quote: 局错}]}
)";

struct Loaded {
  std::shared_ptr<const Pack> pack;
  DiagnosticSink sink;

  std::string codes() const {
    std::string all;
    for (const Diagnostic& one : sink.all()) all += (all.empty() ? "" : " ") + one.code;
    return all;
  }
};

Loaded loaded(std::map<std::string, std::string> files) {
  Loaded out;
  const testing::MemoryPackFiles memory(std::move(files));
  out.pack = load_pack("p", memory, out.sink);
  CHECK((out.pack == nullptr) == out.sink.has_errors());
  if (out.pack)
    lint_pack(*out.pack, memory, out.sink);
  return out;
}

Loaded loaded(const std::string& bytes) {
  return loaded({{"p/pack.yaml", bytes}});
}

std::string with_line_ends(const std::string& text, const std::string& end) {
  std::string out;
  for (const char c : text) out += c == '\n' ? end : std::string(1, c);
  return out;
}

std::string rule(int number) {
  const std::string id = "r" + std::to_string(number);
  return "  " + id + ": {title: t, check: text, severity: note, message: m, forbid: [" + id +
         "x]}\n";
}

}  // namespace

TEST_CASE("a pack cut at any byte is refused with a place or is a whole pack") {
  int refused = 0;
  for (std::size_t size = 0; size < kSound.size(); ++size) {
    CAPTURE(size);
    const Loaded cut = loaded(kSound.substr(0, size));
    refused += cut.pack == nullptr ? 1 : 0;
    for (const Diagnostic& one : cut.sink.all()) {
      CHECK(one.path == "p/pack.yaml");
      CHECK(one.code.size() == 5);
      CHECK_FALSE(one.message.empty());
    }
  }
  // Whole are: nothing but the head, with the sections that need no more.
  CHECK(refused > static_cast<int>(kSound.size() / 2));
  CHECK(loaded(kSound).codes() == "");
}

TEST_CASE("a byte order mark and windows line ends change nothing") {
  for (const std::string& bytes : {"\xEF\xBB\xBF" + kSound, with_line_ends(kSound, "\r\n"),
                                   "\xEF\xBB\xBF" + with_line_ends(kSound, "\r\n")}) {
    const Loaded same = loaded(bytes);
    CHECK(same.codes() == "");
    REQUIRE(same.pack);
    CHECK(same.pack->rules.front().advice.at("") == "请改\n正");
  }
}

TEST_CASE("other encodings and other blanks are refused by name") {
  CHECK(loaded("id: p\ntitle: \xB0\xFC\n").codes() == "P1008");        // GB18030
  CHECK(loaded(std::string("\xFF\xFEi\0d\0", 6)).codes() == "P1008");  // UTF-16
  CHECK(loaded(with_line_ends(kSound, "\r")).codes() == "P1009");      // old Mac
  CHECK(loaded(kHead + "rules:\n\ta: 1\n").codes() == "P1005");        // tab
  CHECK(loaded(kHead + "\u3000rules: {}\n").codes() != "");            // U+3000
}

TEST_CASE("fifty megabytes of yaml are refused without being read as yaml") {
  std::string bytes = kSound;
  while (bytes.size() < 50u << 20) bytes += bytes;
  CHECK(loaded(bytes).codes() == "P1010");
  CHECK(loaded(std::string(50u << 20, '[')).codes() == "P1010");
}

TEST_CASE("ten thousand rules load and are linted while too many values are refused") {
  constexpr int kRules = 10'000, kFiles = 10;
  std::map<std::string, std::string> files;
  std::string names;
  for (int file = 0; file < kFiles; ++file) {
    const std::string name = "r" + std::to_string(file) + ".yaml";
    names += (names.empty() ? "" : ", ") + name;
    std::string& bytes = files["p/" + name];
    bytes = "rules:\n";
    for (int i = 0; i < kRules / kFiles; ++i) bytes += rule(file * kRules / kFiles + i);
  }
  files["p/pack.yaml"] = kHead + "files: [" + names + "]\n";
  const Loaded many = loaded(files);
  REQUIRE(many.pack);
  CHECK(many.pack->rules.size() == kRules);
  CHECK(many.sink.all().size() >= kRules);  // no basis, no advice, no cases

  std::string one_file = kHead + "rules:\n";
  for (int i = 0; i < 3 * kRules; ++i) one_file += rule(i);
  CHECK(loaded(one_file).codes() == "P1010");
}

TEST_CASE("a pattern of a hundred kilobytes loads or is called too large") {
  std::string literal, alternatives = "甲0";
  while (literal.size() < 100'000) literal += "甲";
  for (int i = 1; alternatives.size() < 100'000; ++i) alternatives += "|甲" + std::to_string(i);
  const auto with = [](const std::string& pattern) {
    return loaded(kHead +
                  "rules:\n  a: {title: t, check: text, severity: note, message: m, forbid: ['" +
                  pattern + "']}\n");
  };
  for (const std::string& pattern : {literal, alternatives, std::string(100'000, '(')}) {
    const Loaded big = with(pattern);
    CAPTURE(big.codes());
    CHECK((big.pack != nullptr || big.codes() == "P1306" || big.codes() == "P1301"));
  }
}
