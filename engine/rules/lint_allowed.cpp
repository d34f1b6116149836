#include <optional>
#include <string>
#include <vector>

#include "engine/base/fold.h"
#include "engine/pattern/pattern.h"
#include "engine/rules/lint_parts.h"
#include "engine/rules/pattern_source.h"

namespace plumbline::rules {
namespace {

constexpr int kSampleYear = 2000;
constexpr std::string_view kOperators = ".[](){}*+?^$\\";

std::string folded(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) at = fold_unit(words, at, out).end;
  return out;
}

/// A pattern that is nothing but words, and alternatives of words; empty for every other.
std::vector<std::string> plain_words(std::string_view source) {
  if (source.find_first_of(kOperators) != std::string_view::npos)
    return {};
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin <= source.size();) {
    const std::size_t end = std::min(source.find('|', begin), source.size());
    words.push_back(folded(source.substr(begin, end - begin)));
    begin = end + 1;
  }
  return words;
}

/// Words that a term looks for and lets through wherever they stand.
class AllowedLint {
 public:
  explicit AllowedLint(const Linted& linted) : linted_(linted) {}

  void term(const Node& term) const {
    for (const Node* match : nodes_of(term.find("match"))) {
      for (const std::string& words : plain_words(match->scalar)) {
        for (const Node* allow : nodes_of(term.find("allow"))) {
          if (covers(*allow, words))
            linted_.warn(*allow, {words::kNeverCounts, {words}});
        }
      }
    }
  }

 private:
  bool covers(const Node& allow, const std::string& words) const {
    pattern::PatternError error;
    const auto pattern = pattern::Pattern::compile(
        assemble(allow.scalar, linted_.pack.terms, kSampleYear).text, error);
    return pattern && pattern->matches(words);
  }

  const Linted& linted_;
};

}  // namespace

void lint_allowed(const Linted& linted) {
  const AllowedLint lint(linted);
  for (const Rule& rule : linted.pack.rules) {
    for (const Node* node : rule_and_terms(rule)) lint.term(*node);
  }
}

}  // namespace plumbline::rules
