#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/same_numbers.h"
#include "engine/rules/fact_pattern.h"
#include "engine/rules/lint_parts.h"

namespace plumbline::rules {
namespace {

constexpr int kSampleYear = 2024;

class FixLint {
 public:
  explicit FixLint(const Linted& linted) : linted_(linted) {
    for (const Rule& rule : linted.pack.rules) {
      for (const Node* term : nodes_of(rule.body.find("forbid"))) {
        if (term->find("when") == nullptr && term->find("unless") == nullptr)
          add_patterns(*term);
      }
    }
  }

  void rule(const Rule& rule) {
    for (const Node* term : nodes_of(rule.body.find("require"))) {
      if (const Node* fix = term->find("fix"))
        linted_.warn(*fix, words::kFixUnderRequire);
    }
    if (const Node* fix = rule.body.find("fix"))
      words(*fix);
    for (const Node* term : nodes_of(rule.body.find("forbid"))) {
      if (const Node* fix = term->find("fix"))
        term_fix(*term, *fix);
    }
  }

 private:
  /// A pattern that was refused has been told of by the loader.
  std::vector<pattern::Pattern> patterns_of(const Node& term) const {
    DiagnosticSink ignored;
    std::vector<pattern::Pattern> patterns;
    for (const FactPattern& pattern :
         compile_patterns(term.is_map() ? term.find("match") : &term, linted_.pack, ignored)) {
      if (const auto dated = pattern.for_year(kSampleYear))
        patterns.push_back(*dated);
    }
    return patterns;
  }

  void add_patterns(const Node& term) {
    for (pattern::Pattern& pattern : patterns_of(term)) forbidden_.push_back(std::move(pattern));
  }

  void term_fix(const Node& term, const Node& fix) {
    if (fix.is_map())
      return words(fix, patterns_of(term));
    const Node* right = term.find("right");
    if (right == nullptr)
      return linted_.warn(fix, words::kFixWithoutRight);
    finding(*right, right->scalar, patterns_of(term));
  }

  void words(const Node& fix, const std::vector<pattern::Pattern>& own = {}) {
    if (fix.entries.empty() && fix.is_map())
      linted_.warn(fix, words::kFixNothing);
    for (const Node::Entry& entry : fix.entries) {
      if (!same_numbers(entry.key, entry.value.scalar))
        linted_.warn(entry.value, {words::kFixNumber, {entry.key, entry.value.scalar}});
      finding(entry.value, entry.value.scalar, own);
    }
  }

  /// What is put in is looked at by itself: conditions and guards are left to the cases.
  void finding(const Node& place, const std::string& right,
               const std::vector<pattern::Pattern>& own) {
    for (const std::vector<pattern::Pattern>* patterns : {&own, &std::as_const(forbidden_)}) {
      for (const pattern::Pattern& pattern : *patterns) {
        if (pattern.found_in(right))
          return linted_.warn(place, {words::kFixIsFinding, {right, pattern.source()}});
      }
    }
  }

  const Linted& linted_;
  std::vector<pattern::Pattern> forbidden_;
};

}  // namespace

void lint_fixes(const Linted& linted) {
  FixLint lint(linted);
  for (const Rule& rule : linted.pack.rules) lint.rule(rule);
}

}  // namespace plumbline::rules
