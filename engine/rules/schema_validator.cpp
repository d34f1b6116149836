#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "engine/base/code_points.h"
#include "engine/base/edit_distance.h"
#include "engine/rules/messages_form.h"
#include "engine/rules/schema.h"
#include "engine/rules/schema_part.h"
#include "engine/rules/schema_words.h"
#include "engine/rules/source_file.h"

namespace plumbline::rules {
namespace {

using Part = Schema::Part;

// $ref in a circle that consumes no node would not end.
constexpr int kDeepest = 300;

/// One validation. Reports where there is a sink; without one it only answers.
class Validator {
 public:
  Validator(DiagnosticSink* sink, std::vector<Use>* uses) : sink_(sink), uses_(uses) {}

  bool check(const Node& node, const Part& part, const std::string& name) {
    if (++depth_ > kDeepest) {
      --depth_;
      return false;
    }
    const bool good = part.target != nullptr ? reference(node, part, name)
                                             : kind(node, part, name) && content(node, part, name);
    --depth_;
    return good;
  }

 private:
  static bool accepts(const Node& node, const Part& part) {
    return Validator(nullptr, nullptr).check(node, part, "");
  }

  bool report(const Node& node, Message message) {
    if (sink_ != nullptr &&
        seen_.emplace(node.at.line, node.at.column, std::string(message.code())).second)
      sink_->add(diagnostic_at(node, std::move(message)));
    return false;
  }

  static Message of(const std::string& name) {
    return name.empty() ? Message() : Message(words::kOf, {name});
  }
  static Message inside(const std::string& name) {
    return name.empty() ? Message(words::kInFile) : Message(words::kIn, {name});
  }
  static std::string joined(const std::string& name, const std::string& key) {
    return name.empty() ? key : name + "." + key;
  }

  bool reference(const Node& node, const Part& part, const std::string& name) {
    if (!check(node, *part.target, name))
      return false;
    if (uses_ != nullptr && node.is_scalar())
      uses_->push_back({part.ref, node.scalar, node.at, key_ ? nullptr : &node, node.file});
    return true;
  }

  bool kind(const Node& node, const Part& part, const std::string& name) {
    const bool fits = part.types.empty() ||
                      std::any_of(part.types.begin(), part.types.end(),
                                  [&](const std::string& type) { return type_fits(type, node); });
    return fits || (sink_ != nullptr && report(node, type_mismatch(of(name), part, node)));
  }

  bool content(const Node& node, const Part& part, const std::string& name) {
    bool good = constant(node, part, name);
    if (node.is_scalar())
      good = scalar(node, part, name) && good;
    if (node.is_sequence())
      good = sequence(node, part, name) && good;
    if (node.is_map())
      good = missing_keys(node, part, name) && good;
    // The parts of a check kind know its own keys, so they speak before the union of all.
    for (const Part* one : part.all_of) good = check(node, *one, name) && good;
    if (part.condition != nullptr && part.consequence != nullptr && accepts(node, *part.condition))
      good = check(node, *part.consequence, name) && good;
    if (!part.any_of.empty())
      good = any(node, part.any_of, name) && good;
    if (!part.one_of.empty())
      good = one(node, part.one_of, name) && good;
    return !node.is_map() ? good : entries(node, part, name) && good;
  }

  bool constant(const Node& node, const Part& part, const std::string& name) {
    if (part.constants.empty() || is_constant(part, node))
      return true;
    if (sink_ == nullptr)
      return false;
    const std::vector<std::string> words = allowed_words(part);
    return key_ ? unknown_key(node, words, name) : not_allowed(node, words, name);
  }

  bool not_allowed(const Node& node, const std::vector<std::string>& allowed,
                   const std::string& name) {
    return report(
        node, {words::kNotAllowed,
               {of(name), described(node), did_you_mean(node.scalar, allowed), listed(allowed)}});
  }

  bool unknown_key(const Node& key, const std::vector<std::string>& known,
                   const std::string& name) {
    return report(key,
                  {words::kUnknownKey,
                   {key.scalar, inside(name), did_you_mean(key.scalar, known), listed(known)}});
  }

  bool scalar(const Node& node, const Part& part, const std::string& name) {
    if (scalar_type(node) != ScalarType::kString)
      return number(node, part, name);
    if (part.min_length && utf8::length(node.scalar) < static_cast<std::size_t>(*part.min_length))
      return report(node, {words::kTextEmpty, {of(name)}});
    if (part.pattern &&
        (node.scalar.find('\n') != std::string::npos || !part.pattern.found_in(node.scalar)))
      return report(node,
                    {words::kWrongForm,
                     {of(name), key_ ? Message(words::kThisKey, {node.scalar}) : described(node),
                      form_asked(part.pattern_source)}});
    return true;
  }

  bool number(const Node& node, const Part& part, const std::string& name) {
    if (scalar_type(node) != ScalarType::kInteger)
      return true;
    const int value = std::stoi(node.scalar);
    if (part.minimum && value < *part.minimum)
      return report(node, {words::kBelow, {of(name), node.scalar, std::to_string(*part.minimum)}});
    if (part.maximum && value > *part.maximum)
      return report(node, {words::kAbove, {of(name), node.scalar, std::to_string(*part.maximum)}});
    return true;
  }

  bool sequence(const Node& node, const Part& part, const std::string& name) {
    bool good = true;
    if (part.min_items && node.items.size() < static_cast<std::size_t>(*part.min_items))
      good = report(
          node, *part.min_items == 1
                    ? Message(words::kOneItemAtLeast, {of(name)})
                    : Message(words::kItemsAtLeast, {of(name), std::to_string(*part.min_items)}));
    for (std::size_t i = 0; part.items != nullptr && i < node.items.size(); ++i)
      good = check(node.items[i], *part.items,
                   sink_ != nullptr ? name + "[" + std::to_string(i + 1) + "]" : name) &&
             good;
    return good;
  }

  bool missing_keys(const Node& node, const Part& part, const std::string& name) {
    const auto is_missing = [&](const std::string& key) { return node.find(key) == nullptr; };
    if (std::ranges::none_of(part.required, is_missing))
      return true;
    if (sink_ == nullptr)
      return false;
    std::string missing;
    for (const std::string& key : part.required) {
      if (is_missing(key))
        missing += (missing.empty() ? "'" : ", '") + key + "'";
    }
    return report(node, {words::kMissingKey, {missing, inside(name)}});
  }

  bool entries(const Node& node, const Part& part, const std::string& name) {
    bool good = true;
    for (const Node::Entry& entry : node.entries) {
      const std::string path = sink_ != nullptr ? joined(name, entry.key) : std::string();
      if (part.names != nullptr)
        good = check_key(node, entry, *part.names, name) && good;
      if (const Part* property = part.property(entry.key))
        good = check(entry.value, *property, path) && good;
      else if (part.additional != nullptr)
        good = check(entry.value, *part.additional, path) && good;
      else if (part.closed)
        good = unknown_key(key_node(node, entry), keys_of(part), name);
    }
    return good;
  }

  static std::vector<std::string> keys_of(const Part& part) {
    std::vector<std::string> keys;
    for (const auto& [key, property] : part.properties) keys.push_back(key);
    return keys;
  }

  static Node key_node(const Node& map, const Node::Entry& entry) {
    Node key;
    key.kind = Node::Kind::kScalar;
    key.scalar = entry.key;
    key.quoted = true;
    key.at = entry.at;
    key.file = entry.value.file ? entry.value.file : map.file;
    return key;
  }

  bool check_key(const Node& map, const Node::Entry& entry, const Part& names,
                 const std::string& name) {
    const Node key = key_node(map, entry);
    if (sink_ != nullptr) {
      const std::vector<std::string> words = allowed_words(names);
      if (!words.empty() && !accepts(key, names))
        return unknown_key(key, words, name);
    }
    key_ = true;
    const bool good = check(key, names, name);
    key_ = false;
    return good;
  }

  static bool kind_fits(const Part& part, const Node& node, int depth = 0) {
    if (part.target != nullptr)
      return depth < kDeepest && kind_fits(*part.target, node, depth + 1);
    const auto fits = [&](const Part* one) { return kind_fits(*one, node, depth + 1); };
    if (!part.types.empty())
      return std::any_of(part.types.begin(), part.types.end(),
                         [&](const std::string& type) { return type_fits(type, node); });
    if (!part.constants.empty())
      return node.is_scalar();
    return part.any_of.empty() || std::any_of(part.any_of.begin(), part.any_of.end(), fits);
  }

  bool any(const Node& node, const std::vector<const Part*>& branches, const std::string& name) {
    for (const Part* branch : branches) {
      if (accepts(node, *branch))
        return check(node, *branch, name);
    }
    return sink_ != nullptr && explain(node, branches, name);
  }

  bool one(const Node& node, const std::vector<const Part*>& branches, const std::string& name) {
    const auto count = std::count_if(branches.begin(), branches.end(),
                                     [&](const Part* branch) { return accepts(node, *branch); });
    if (count <= 1)
      return any(node, branches, name);
    return report(node, {words::kOnlyOneOf, {required_keys(branches), inside(name)}});
  }

  static std::string required_keys(const std::vector<const Part*>& branches) {
    std::string out;
    for (const Part* branch : branches) {
      for (const std::string& key : branch->required)
        out += (out.empty() ? "'" : ", '") + key + "'";
    }
    return out;
  }

  /// No branch accepts the node: says what the one that was meant wants, or lists what is allowed.
  bool explain(const Node& node, const std::vector<const Part*>& branches,
               const std::string& name) {
    std::vector<const Part*> meant;
    std::vector<std::string> words;
    for (const Part* branch : branches) {
      if (kind_fits(*branch, node))
        meant.push_back(branch);
      const std::vector<std::string> more = allowed_words(*branch);
      words.insert(words.end(), more.begin(), more.end());
    }
    if (node.is_map() && !required_keys(branches).empty() && meant.size() == branches.size())
      return report(node, {words::kMissingOneOf, {required_keys(branches), inside(name)}});
    if (meant.size() == 1)
      return check(node, *meant.front(), name);
    if (node.is_scalar() && !words.empty())
      return not_allowed(node, words, name);
    Part expected;
    for (const Part* branch : branches) gather_types(*branch, expected, 0);
    return report(node, type_mismatch(of(name), expected, node));
  }

  static void gather_types(const Part& part, Part& into, int depth) {
    if (part.target != nullptr && depth < kDeepest)
      return gather_types(*part.target, into, depth + 1);
    std::vector<std::string> types = part.types;
    if (types.empty() && !part.constants.empty())
      types = {"string"};
    for (const std::string& type : types) {
      if (std::find(into.types.begin(), into.types.end(), type) == into.types.end())
        into.types.push_back(type);
    }
    for (const Part* one : part.any_of) gather_types(*one, into, depth + 1);
  }

  DiagnosticSink* sink_;
  std::vector<Use>* uses_;
  std::set<std::tuple<int, int, std::string>> seen_;  // a key is wrong once
  bool key_ = false;                                  // the node is a key
  int depth_ = 0;
};

}  // namespace

void Schema::validate(const Node& node, std::string_view definition, const std::string& name,
                      DiagnosticSink& sink, std::vector<Use>& uses) const {
  const Part* part = parts_->find(definition);
  if (part == nullptr)
    return;
  // What is right needs no words, and mostly all is right.
  std::vector<Use> found;
  if (!Validator(nullptr, &found).check(node, *part, "")) {
    found.clear();
    Validator(&sink, &found).check(node, *part, name);
  }
  std::ranges::move(found, std::back_inserter(uses));
}

bool Schema::accepts(const Node& node, std::string_view definition) const {
  const Part* part = parts_->find(definition);
  return part != nullptr && Validator(nullptr, nullptr).check(node, *part, "");
}

}  // namespace plumbline::rules
