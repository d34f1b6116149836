#include "engine/rules/pack_references.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "engine/base/code_points.h"
#include "engine/base/edit_distance.h"
#include "engine/base/in_parallel.h"
#include "engine/rules/fact_pattern.h"
#include "engine/rules/messages_pack.h"
#include "engine/rules/source_file.h"

namespace plumbline::rules {
namespace {

constexpr std::string_view kElementScope = "element:";

/// A kind of reference: the schema's definition, what it is called and where the names stand.
struct Row {
  std::string_view definition;
  Form what;
  std::string_view section;
};
constexpr std::array<Row, 6> kRows = {{{"ref-element", words::kElement, "elements"},
                                       {"element-scope", words::kElement, "elements"},
                                       {"ref-document", words::kDocument, "basis"},
                                       {"ref-table", words::kTable, "tables"},
                                       {"ref-profile", words::kProfile, "profiles"},
                                       {"ref-reporter", words::kReporter, "reporters"}}};

void complain(const Use& use, Message message, DiagnosticSink& sink) {
  if (use.node != nullptr)
    sink.add(diagnostic_at(*use.node, std::move(message)));
  else
    sink.add(diagnostic_at(*use.file, use.at, static_cast<int>(utf8::length(use.text)),
                           std::move(message)));
}

class Resolver {
 public:
  Resolver(const PackSources& sources, const RuleDrafts& drafts, const Pack& pack,
           DiagnosticSink& sink)
      : drafts_(drafts), sink_(sink) {
    for (const Row& row : kRows) {
      std::set<std::string>& names = names_[row.section];
      for (const Item& item : sources.items(row.section)) names.insert(item.entry->key);
    }
    for (const Grade& grade : pack.grades) names_["grades"].insert(grade.name);
  }

  void resolve(const Use& use) {
    if (use.definition == "ref-rule")
      return rule(use);
    if (use.definition == "ref-grade")
      return name(use, use.text, {"", words::kGrade, "grades"});
    for (const Row& row : kRows) {
      if (row.definition == use.definition)
        name(use, use.text.substr(row.definition == "element-scope" ? kElementScope.size() : 0),
             row);
    }
  }

 private:
  void rule(const Use& use) {
    if (!drafts_.knows(use.text))
      complain(use, {words::kUnknownRule, {use.text, drafts_.hint(use.text)}}, sink_);
  }

  void name(const Use& use, const std::string& wanted, const Row& row) {
    const std::set<std::string>& names = names_[row.section];
    if (names.contains(wanted))
      return;
    const std::vector<std::string> words(names.begin(), names.end());
    complain(use,
             {words::kUnknownName,
              {row.what, wanted, std::string(row.section), did_you_mean(wanted, words)}},
             sink_);
  }

  const RuleDrafts& drafts_;
  DiagnosticSink& sink_;
  std::map<std::string_view, std::set<std::string>> names_;  // by section
};

bool is_pattern(const Use& use) {
  return use.definition == "pattern" || use.definition == "fixed-pattern";
}

/// Patterns that one thread compiles in one go.
struct Share {
  std::vector<const Use*> uses;
  DiagnosticSink sink;
  std::vector<pattern::Pattern> found;
};

void compile_share(Share& share, const Pack& pack) {
  for (const Use* use : share.uses) {
    std::optional<pattern::Pattern> found;
    if (use->definition == "fixed-pattern")
      found = compile_fixed_pattern(*use->node, pack, share.sink);
    else if (const auto pattern = compile_pattern(*use->node, pack, share.sink))
      found = pattern->needs_year() ? std::nullopt : pattern->for_year(0);
    if (found)
      share.found.push_back(*std::move(found));
  }
}

/// The most costly part of loading a pack, so all cores take part.
void compile_all(const std::vector<Use>& uses, Pack& pack, DiagnosticSink& sink) {
  constexpr std::size_t kShare = 32;
  std::vector<Share> shares;
  for (const Use& use : uses) {
    if (!is_pattern(use) || use.node == nullptr)
      continue;
    if (shares.empty() || shares.back().uses.size() == kShare)
      shares.emplace_back();
    shares.back().uses.push_back(&use);
  }
  in_parallel(shares.size(), [&](std::size_t i) { compile_share(shares[i], pack); });
  for (const Share& share : shares) {
    for (const Diagnostic& one : share.sink.all()) sink.add(one);
    for (const pattern::Pattern& one : share.found) pack.patterns.emplace(one.source(), one);
  }
}

}  // namespace

void resolve_references(const std::vector<Use>& uses, const PackSources& sources,
                        const RuleDrafts& drafts, Pack& pack, DiagnosticSink& sink) {
  Resolver resolver(sources, drafts, pack, sink);
  for (const Use& use : uses) resolver.resolve(use);
  compile_all(uses, pack, sink);
}

std::vector<std::string> tables_in_use(const std::vector<Use>& uses) {
  std::set<std::string> names;
  for (const Use& use : uses) {
    if (use.definition == "ref-table")
      names.insert(use.text);
  }
  return {names.begin(), names.end()};
}

}  // namespace plumbline::rules
