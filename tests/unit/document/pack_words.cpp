#include "tests/unit/document/pack_words.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string_view>
#include <utility>

#include "engine/readers/reader.h"
#include "engine/rules/node.h"
#include "engine/rules/pattern_source.h"
#include "engine/rules/yaml_reader.h"

namespace plumbline::document {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The file's own terms beside those that it is given.
rules::Terms terms_of(const rules::Node& file, rules::Terms terms) {
  if (const rules::Node* written = file.find("terms")) {
    for (const rules::Node::Entry& entry : written->entries) terms[entry.key] = entry.value.scalar;
  }
  constexpr int kDeepest = 5;
  for (int i = 0; i < kDeepest; ++i) {
    const rules::Terms before = terms;
    for (auto& [name, text] : terms) text = rules::assemble(text, before, std::nullopt).text;
  }
  return terms;
}

pattern::Pattern compiled(const std::string& source, const rules::Terms& terms) {
  pattern::PatternError error;
  const auto pattern =
      pattern::Pattern::compile(rules::assemble(source, terms, std::nullopt).text, error);
  INFO(source, ": ", error.message.in(Language::kEnglish));
  REQUIRE(pattern);
  return *pattern;
}

rules::Terms add_words(const std::string& name, rules::Terms given, Vocabulary& words) {
  DiagnosticSink sink;
  const std::string path = std::string(PLUMBLINE_SOURCE_DIR) + "/rules/" + name;
  const auto file = rules::read_yaml(path, read_file(path), sink);
  REQUIRE(file);
  const rules::Terms terms = terms_of(*file, std::move(given));
  const rules::Node& lists = *file->find("vocabulary");
  for (const VocabularyRow& row : vocabulary_rows()) {
    for (const std::string& source : rules::strings_at(lists, row.name))
      (words.*row.list).push_back(compiled(source, terms));
  }
  return terms;
}

Vocabulary load() {
  Vocabulary words;
  rules::Terms terms = add_words("document-words/pack.yaml", {}, words);
  terms = add_words("official-document/pack.yaml", std::move(terms), words);
  add_words("rule-of-law-report/document.yaml", std::move(terms), words);
  return words;
}

}  // namespace

const Vocabulary& pack_words() {
  static const Vocabulary words = load();
  return words;
}

std::string sample(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> kParts[] = {
      {"@T", "石桥镇2024年法治政府建设年度报告\n"},
      {"@P", "2024年，我局认真落实各项部署，法治建设取得进展。\n"},
      {"@W", "一、主要工作\n开展普法。\n"},
      {"@S", "石桥镇人民政府\n2025年1月3日\n"},
  };
  for (const auto& [name, words] : kParts) {
    for (std::size_t at = 0; (at = text.find(name)) != std::string::npos;)
      text.replace(at, name.size(), words);
  }
  return text;
}

Document document_of(const std::string& text) {
  return Document::build(text::Text::build(readers::read("a.txt", text, {})), pack_words());
}

}  // namespace plumbline::document
