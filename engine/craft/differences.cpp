#include "engine/craft/differences.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "engine/rules/node.h"

namespace plumbline::craft {
namespace {

using rules::Node;
using rules::Pack;
using rules::Rule;
using Kind = Difference::Kind;

constexpr std::array<std::string_view, 4> kWordKeys = {"title", "message", "message_near",
                                                       "advice"};
constexpr std::array<std::string_view, 3> kConditionKeys = {"when", "unless", "blocked_by"};
constexpr std::array<std::string_view, 6> kOwnKeys = {"name",  "severity", "points",
                                                      "basis", "cases",    "announced"};
constexpr std::array<std::string_view, 2> kTermLists = {"forbid", "require"};
constexpr std::array<std::string_view, 6> kSections = {"elements",  "terms",    "vocabulary",
                                                       "reporters", "profiles", "scoring"};

template <typename Names>
bool among(const Names& names, std::string_view key) {
  return std::ranges::find(names, key) != names.end();
}

bool same(const Node& left, const Node& right) {  // as deep as yaml_reader allows
  if (left.kind != right.kind || left.scalar != right.scalar ||
      left.items.size() != right.items.size() || left.entries.size() != right.entries.size())
    return false;
  for (std::size_t i = 0; i < left.items.size(); ++i) {
    if (!same(left.items[i], right.items[i]))
      return false;
  }
  return std::ranges::all_of(left.entries, [&](const Node::Entry& entry) {
    const Node* other = right.find(entry.key);
    return other != nullptr && same(entry.value, *other);
  });
}

bool same(const Node* left, const Node* right) {
  return left == nullptr || right == nullptr ? left == right : same(*left, *right);
}

std::string basis_words(const Node& node, const Pack& pack) {
  std::string words;
  for (const BasisReference& basis : rules::basis_at(node, pack))
    words += (words.empty() ? "" : "; ") + basis.document +
             (basis.article.empty() ? "" : " " + basis.article);
  return words;
}

/// A rank to compare: off, note, warning, error.
int rank(const std::optional<Severity>& severity) {
  return severity ? 1 + static_cast<int>(*severity) : 0;
}

std::string severity_words(const std::string& state, const std::optional<Severity>& severity) {
  return (state.empty() ? "" : state + " ") +
         (severity ? std::string(name_of(*severity)) : std::string("off"));
}

class Comparer {
 public:
  Comparer(const Pack& before, const Pack& after) : before_(before), after_(after) {}

  std::vector<Difference> run() {
    for (const Rule& old : before_.rules) {
      if (after_.rule(old.id) == nullptr)
        add(Kind::kRemoved, old.id, old.title, reason_of(old.id));
    }
    for (const Rule& fresh : after_.rules) {
      if (const Rule* old = before_.rule(fresh.id))
        rule(*old, fresh);
      else
        add(Kind::kAdded, fresh.id, "", fresh.title);
    }
    for (const std::string_view section : kSections) entries(section);
    tables();
    return std::move(found_);
  }

 private:
  void add(Kind kind, std::string id, std::string before, std::string after) {
    found_.push_back({kind, std::move(id), std::move(before), std::move(after)});
  }

  /// Why the new pack has no such rule: `retired:` or `disable:`.
  std::string reason_of(const std::string& id) const {
    for (const auto& file : after_.files) {
      for (const std::string_view section : {"retired", "disable"}) {
        const Node* found = file->find(section);
        if (const Node* reason = found == nullptr ? nullptr : found->find(id))
          return reason->scalar;
      }
    }
    return "";
  }

  void rule(const Rule& old, const Rule& fresh) {
    if (old.points != fresh.points)
      add(Kind::kPoints, fresh.id, std::to_string(old.points), std::to_string(fresh.points));
    node(fresh.id, old.body, fresh.body);
    for (const std::string_view list : kTermLists)
      terms(fresh.id, old.body.find(list), fresh.body.find(list), std::string(list));
  }

  void node(const std::string& id, const Node& old, const Node& fresh) {
    severities(id, rules::severity_at(old), rules::severity_at(fresh));
    if (const std::string was = basis_words(old, before_), is = basis_words(fresh, after_);
        was != is)
      add(Kind::kBasis, id, was, is);
    announced(id, old.find("announced"), fresh.find("announced"));
    std::set<std::string> keys;
    for (const Node* one : {&old, &fresh}) {
      for (const Node::Entry& entry : one->entries) keys.insert(entry.key);
    }
    for (const std::string& key : keys) {
      if (among(kOwnKeys, key) || among(kTermLists, key) || same(old.find(key), fresh.find(key)))
        continue;
      add(among(kWordKeys, key)        ? Kind::kWords
          : among(kConditionKeys, key) ? Kind::kCondition
                                       : Kind::kChecking,
          id, "", key);
    }
  }

  void announced(const std::string& id, const Node* old, const Node* fresh) {
    const auto words = [](const Node* node) {
      std::string all;
      if (node == nullptr)
        return all;
      for (const auto& [state, severity] : rules::severity_at(*node))
        all += severity_words(state, severity) + ", ";
      return all + "from " + rules::string_at(*node, "from");
    };
    if (words(old) == words(fresh))
      return;
    add(Kind::kAnnounced, id, words(old), words(fresh));
    Difference& added = found_.back();
    if (old != nullptr) {
      added.severity_before = rules::severity_at(*old);
      added.from_before = rules::string_at(*old, "from");
    }
    if (fresh != nullptr) {
      added.severity_after = rules::severity_at(*fresh);
      added.from_after = rules::string_at(*fresh, "from");
    }
  }

  void severities(const std::string& id, rules::SeverityByState old, rules::SeverityByState fresh) {
    for (const auto& [state, severity] : old) fresh.try_emplace(state, std::nullopt);
    for (const auto& [state, severity] : fresh) {
      const auto found = old.find(state);
      const std::optional<Severity> was = found == old.end() ? std::nullopt : found->second;
      if (rank(was) == rank(severity))
        continue;
      add(rank(was) < rank(severity) ? Kind::kStronger : Kind::kWeaker, id,
          severity_words(state, was), severity_words(state, severity));
      found_.back().severity_before[state] = was;
      found_.back().severity_after[state] = severity;
    }
  }

  static std::map<std::string, const Node*> named(const Node* list) {
    std::map<std::string, const Node*> terms;
    for (const Node* term : rules::nodes_of(list)) {
      if (const std::string name = rules::string_at(*term, "name"); !name.empty())
        terms[name] = term;
    }
    return terms;
  }

  static std::vector<const Node*> nameless(const Node* list) {
    std::vector<const Node*> terms = rules::nodes_of(list);
    std::erase_if(terms, [](const Node* term) { return !rules::string_at(*term, "name").empty(); });
    return terms;
  }

  void terms(const std::string& rule, const Node* old, const Node* fresh, const std::string& list) {
    const auto was = named(old), is = named(fresh);
    for (const auto& [name, term] : was) {
      if (!is.contains(name))
        add(Kind::kRemoved, rule + "." + name, rules::string_at(*term, "right"),
            reason_of(rule + "." + name));
    }
    for (const auto& [name, term] : is) {
      const auto before = was.find(name);
      if (before == was.end())
        add(Kind::kAdded, rule + "." + name, "", rules::string_at(*term, "right"));
      else
        node(rule + "." + name, *before->second, *term);
    }
    if (!std::ranges::equal(nameless(old), nameless(fresh),
                            [](const Node* left, const Node* right) { return same(left, right); }))
      add(Kind::kChecking, rule, "", list);
  }

  std::map<std::string, const Node*> section_of(const Pack& pack, std::string_view section) const {
    std::map<std::string, const Node*> all;
    for (const auto& file : pack.files) {
      const Node* found = file->find(section);
      for (std::size_t i = 0; found != nullptr && i < found->entries.size(); ++i)
        all[found->entries[i].key] = &found->entries[i].value;
    }
    return all;
  }

  void entries(std::string_view section) {
    const auto was = section_of(before_, section), is = section_of(after_, section);
    const auto id = [&](const std::string& key) { return std::string(section) + "." + key; };
    for (const auto& [key, node] : was) {
      if (!is.contains(key))
        add(Kind::kRemoved, id(key), rules::string_at(*node, "label"), "");
    }
    for (const auto& [key, node] : is) {
      const auto before = was.find(key);
      if (before == was.end())
        add(Kind::kAdded, id(key), "", rules::string_at(*node, "label"));
      else if (!same(*before->second, *node))
        add(Kind::kChecking, id(key), "", "");
    }
  }

  void tables() {
    for (const auto& [name, table] : after_.tables) {
      const auto before = before_.tables.find(name);
      if (before != before_.tables.end() &&
          (before->second.columns != table.columns || before->second.rows != table.rows))
        add(Kind::kChecking, "tables." + name, "", "");
    }
  }

  const Pack& before_;
  const Pack& after_;
  std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> differences(const Pack& before, const Pack& after) {
  return Comparer(before, after).run();
}

}  // namespace plumbline::craft
