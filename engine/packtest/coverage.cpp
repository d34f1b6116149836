#include "engine/packtest/coverage.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/packtest/rule_patterns.h"
#include "engine/readers/reader.h"
#include "engine/text/text.h"

namespace plumbline::packtest {
namespace {

/// A case of the rule with what its patterns run on.
struct Seen {
  const CaseResult* result = nullptr;
  text::Text text;
  int report_year = 0;
};

bool fired(const CaseResult& result, const std::string& rule_or_term) {
  return std::ranges::any_of(result.findings, [&](const Finding& finding) {
    return finding.rule == rule_or_term || finding.rule.starts_with(rule_or_term + ".");
  });
}

class Measurer {
 public:
  Measurer(const rules::Pack& pack, std::span<const CaseResult> results)
      : pack_(pack), results_(results) {}

  Coverage run() {
    for (const rules::Rule& rule : pack_.rules) measure(rule);
    return std::move(coverage_);
  }

 private:
  void measure(const rules::Rule& rule) {
    look_at(rule.id);
    by_findings(Branch::Kind::kRule, rule.id, rule.body);
    for (const std::string_view list : {"forbid", "require"}) {
      for (const rules::Node* term : rules::nodes_of(rule.body.find(list))) {
        if (const std::string name = rules::string_at(*term, "name"); !name.empty())
          by_findings(Branch::Kind::kTerm, rule.id + "." + name, *term);
      }
    }
    for (const RulePattern& pattern : patterns_of(rule)) by_text(rule, pattern);
  }

  void look_at(const std::string& rule) {
    seen_.clear();
    for (const CaseResult& result : results_) {
      if (result.test.rule != rule)
        continue;
      const CheckOptions& options = result.test.options;
      seen_.push_back(
          {&result,
           text::Text::build(readers::read(result.test.document, result.test.bytes,
                                           {.max_input_bytes = options.max_input_bytes})),
           result.report_year});
    }
  }

  void by_findings(Branch::Kind kind, const std::string& name, const rules::Node& at) {
    Branch branch = placed(kind, name, at);
    for (const Seen& seen : seen_)
      (fired(*seen.result, name) ? branch.fired : branch.spared) = true;
    coverage_.branches.push_back(std::move(branch));
  }

  /// A pattern has fired where its term did, too; a guard where the pattern it guards was met.
  void by_text(const rules::Rule& rule, const RulePattern& pattern) {
    const std::string owner = pattern.name.empty() ? rule.id : rule.id + "." + pattern.name;
    Branch branch = placed(pattern.guard ? Branch::Kind::kGuard : Branch::Kind::kPattern,
                           owner + " " + pattern.key, *pattern.scalar);
    for (const Seen& seen : seen_) {
      const bool found = met(pattern, pack_, seen.text.view(), seen.report_year);
      (found ? branch.fired : branch.spared) = true;
    }
    coverage_.branches.push_back(std::move(branch));
  }

  static Branch placed(Branch::Kind kind, std::string name, const rules::Node& at) {
    return {.kind = kind,
            .name = std::move(name),
            .path = at.file ? at.file->path : "",
            .line = at.at.line,
            .column = at.at.column};
  }

  const rules::Pack& pack_;
  std::span<const CaseResult> results_;
  std::vector<Seen> seen_;
  Coverage coverage_;
};

}  // namespace

int Coverage::done() const {
  int count = 0;
  for (const Branch& branch : branches) count += (branch.fired ? 1 : 0) + (branch.spared ? 1 : 0);
  return count;
}

int Coverage::all() const {
  return 2 * static_cast<int>(branches.size());
}

int Coverage::percent() const {
  return branches.empty() ? 100 : done() * 100 / all();
}

Coverage measure(const rules::Pack& pack, std::span<const CaseResult> results) {
  return Measurer(pack, results).run();
}

}  // namespace plumbline::packtest
