#include "engine/packtest/element_coverage.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/in_parallel.h"
#include "engine/packtest/mutation.h"
#include "engine/packtest/trial.h"
#include "engine/rules/source_file.h"

namespace plumbline::packtest {
namespace {

using elements::Definition;
using rules::Node;

struct ListRow {
  std::string_view key;
  std::vector<pattern::Pattern> Definition::*list;
};
constexpr std::array kLists = {
    ListRow{"heading", &Definition::heading}, ListRow{"not_heading", &Definition::not_heading},
    ListRow{"lead", &Definition::lead},       ListRow{"passage", &Definition::passage},
    ListRow{"mention", &Definition::mention}, ListRow{"near", &Definition::near},
};

/// One pattern of one element.
struct Place {
  std::size_t element = 0;
  std::vector<pattern::Pattern> Definition::*list = nullptr;
  std::size_t index = 0;
};

/// A case of a rule that looks at elements.
struct Subject {
  const CaseResult* result = nullptr;
  const Trial* trial = nullptr;
};

class Measurer {
 public:
  Measurer(const rules::Pack& pack, std::span<const CaseResult> results) : pack_(pack) {
    std::vector<std::string> ids;
    for (const Definition& definition : pack.elements) ids.push_back(definition.id);
    for (const std::string& rule : rules_that_name(pack, ids)) {
      DiagnosticSink sink;  // the rule has been compiled before
      trials_[rule] = Trial::create(*pack.rule(rule), pack, sink);
    }
    for (const CaseResult& result : results) {
      const auto trial = trials_.find(result.test.rule);
      const bool whole = result.test.name.empty() || result.test.expected == Outcome::kFail;
      if (trial != trials_.end() && trial->second && whole && !result.skipped() &&
          result.judgement.result.outcome != Outcome::kNeedsReview)
        subjects_.push_back({&result, &*trial->second});
    }
  }

  std::vector<Branch> run(std::size_t jobs) {
    if (trials_.empty())
      return {};
    for (const auto& file : pack_.files) {
      const Node* elements = file->find("elements");
      for (std::size_t i = 0; elements != nullptr && i < elements->entries.size(); ++i)
        enlist(elements->entries[i]);
    }
    in_parallel(places_.size(), jobs, [&](std::size_t i) { measure(places_[i], branches_[i]); });
    return std::move(branches_);
  }

 private:
  void enlist(const Node::Entry& entry) {
    const auto found = std::ranges::find(pack_.elements, entry.key, &Definition::id);
    if (found == pack_.elements.end())
      return;
    const auto element = static_cast<std::size_t>(found - pack_.elements.begin());
    for (const ListRow& row : kLists) {
      const std::vector<const Node*> nodes = rules::nodes_of(entry.value.find(row.key));
      for (std::size_t i = 0; i < nodes.size(); ++i) {
        std::string name = "element:" + entry.key + " " + std::string(row.key);
        if (nodes.size() > 1)
          name += "[" + std::to_string(i + 1) + "]";
        places_.push_back({element, row.list, i});
        branches_.push_back({.kind = BranchKind::kPattern,
                             .rule = "element:" + entry.key,
                             .name = std::move(name),
                             .path = nodes[i]->file ? nodes[i]->file->path : "",
                             .line = nodes[i]->at.line,
                             .column = nodes[i]->at.column});
      }
    }
  }

  void measure(const Place& place, Branch& answer) const {
    std::vector<Definition> without = pack_.elements;
    std::vector<pattern::Pattern>& list = without[place.element].*place.list;
    const pattern::Pattern gone = list[place.index];
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(place.index));
    // A heading is read without its mark: what asks for a beginning or an end is always tried.
    const bool anchored = gone.source().find_first_of("^$") != std::string::npos;
    for (const Subject& subject : subjects_) {
      const document::Document& document = subject.result->subject->document;
      const bool may = anchored || gone.found_in(document.text().view());
      const bool differs =
          may && !same(subject.result->judgement,
                       subject.trial->judge(*subject.result->subject,
                                            elements::recognise(document, without)));
      (differs ? answer.fired : answer.spared) = true;
      if (answer.fired && answer.spared)
        return;
    }
  }

  const rules::Pack& pack_;
  std::map<std::string, std::optional<Trial>> trials_;
  std::vector<Subject> subjects_;
  std::vector<Place> places_;
  std::vector<Branch> branches_;
};

}  // namespace

std::vector<Branch> measure_elements(const rules::Pack& pack, std::span<const CaseResult> results,
                                     std::size_t jobs) {
  return Measurer(pack, results).run(jobs);
}

}  // namespace plumbline::packtest
