#include <algorithm>
#include <set>
#include <string>

#include "engine/base/code_points.h"
#include "engine/base/edit_distance.h"
#include "engine/rules/lint_parts.h"

namespace plumbline::rules {
namespace {

constexpr std::string_view kYear = "report_year";

bool is_name(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
         c == '-' || c == '+';
}

/// {report_year+1} is {report_year}.
std::string without_offset(std::string_view name) {
  if (name.starts_with(kYear) && name.size() > kYear.size() &&
      (name[kYear.size()] == '+' || name[kYear.size()] == '-'))
    return std::string(kYear);
  return std::string(name);
}

class TextLint {
 public:
  explicit TextLint(const Linted& linted)
      : linted_(linted), anywhere_(linted.schema.words("values-any")) {}

  void rule(const Rule& rule) {
    known_ = linted_.schema.words("values-" + rule.kind);
    known_.insert(known_.end(), anywhere_.begin(), anywhere_.end());
    DiagnosticSink ignored;
    std::vector<Use> uses;
    linted_.schema.validate(rule.body, "rule", rule.id, ignored, uses);
    std::set<const Node*> seen;
    for (const Use& use : uses) {
      if (use.definition == "message" && use.node != nullptr && seen.insert(use.node).second)
        text(rule, *use.node);
    }
    states(rule);
    cases(rule);
  }

 private:
  void text(const Rule& rule, const Node& node) {
    if (node.scalar.ends_with('\n'))
      linted_.warn(node, {words::kEndsWithLineEnd, {rule.id}});
    const std::string_view words = node.scalar;
    for (std::size_t open = words.find('{'); open != std::string_view::npos;
         open = words.find('{', open + 1)) {
      std::size_t close = open + 1;
      while (close < words.size() && is_name(words[close])) ++close;
      if (close == open + 1 || close == words.size() || words[close] != '}')
        continue;
      const std::string name(words.substr(open + 1, close - open - 1));
      if (std::ranges::find(known_, without_offset(name)) == known_.end())
        linted_.warn_inside(node, utf8::length(words.substr(0, open)), utf8::length(name) + 2,
                            {words::kNoValue, {rule.id, name, did_you_mean(name, known_)}});
    }
  }

  /// A state with a severity needs a message, and a message a state with a severity.
  void states(const Rule& rule) {
    const Node* severity = rule.body.find("severity");
    if (severity == nullptr || !severity->is_map())
      return;
    const Node* message = rule.body.find("message");
    for (const Node::Entry& entry : severity->entries) {
      if (message != nullptr && message->is_map() && message->find(entry.key) == nullptr)
        linted_.warn(entry.value, {words::kNoMessage, {rule.id, entry.key}});
    }
    for (const std::string_view key : {"message", "advice", "partial"}) {
      const Node* texts = rule.body.find(key);
      for (std::size_t i = 0; texts != nullptr && i < texts->entries.size(); ++i) {
        const Node::Entry& entry = texts->entries[i];
        if (severity->find(entry.key) == nullptr && !profile_knows(rule, entry.key))
          linted_.warn(entry.value, {words::kNeverSaid, {rule.id, entry.key}});
      }
    }
  }

  bool profile_knows(const Rule& rule, const std::string& state) const {
    for (const Profile& profile : linted_.pack.profiles) {
      for (const ProfileChange& change : profile.changes) {
        if (change.rule == rule.id && change.severity.contains(state))
          return true;
      }
    }
    return false;
  }

  /// A failing case that asks for a state or a term that the rule does not have.
  void cases(const Rule& rule) {
    const std::vector<std::string> states = linted_.schema.words("states-" + rule.kind);
    std::vector<std::string> names;
    for (const Node* term : rule_and_terms(rule)) {
      if (const std::string name = string_at(*term, "name"); !name.empty())
        names.push_back(name);
    }
    const Node* all = rule.body.find("cases");
    for (const Node* one : nodes_of(all == nullptr ? nullptr : all->find("fail"))) {
      known_word(rule, one->find("state"), words::kNoState, states);
      known_word(rule, one->find("name"), words::kNoTerm, names);
    }
  }

  void known_word(const Rule& rule, const Node* word, const Form& unknown,
                  const std::vector<std::string>& known) {
    if (word != nullptr && std::ranges::find(known, word->scalar) == known.end() &&
        !is_disabled(rule.id + "." + word->scalar))
      linted_.warn(*word, {unknown, {rule.id, word->scalar, did_you_mean(word->scalar, known)}});
  }

  /// The cases of a term stay with the pack that has it.
  bool is_disabled(const std::string& full_id) const {
    return std::ranges::any_of(linted_.pack.files, [&](const auto& file) {
      const Node* disabled = file->find("disable");
      return disabled != nullptr && disabled->find(full_id) != nullptr;
    });
  }

  const Linted& linted_;
  std::vector<std::string> anywhere_, known_;
};

}  // namespace

void lint_texts(const Linted& linted) {
  TextLint lint(linted);
  for (const Rule& rule : linted.pack.rules) lint.rule(rule);
}

}  // namespace plumbline::rules
