#include <algorithm>
#include <set>
#include <string>

#include "engine/base/code_points.h"
#include "engine/rules/lint_parts.h"

namespace plumbline::rules {
namespace {

class UseLint {
 public:
  explicit UseLint(const Linted& linted) : linted_(linted) {
    for (const auto& file : linted.pack.files) gather(*file);
  }

  void file(const Node& file) {
    unused(file, "terms", [](const std::string& name) { return "{" + name + "}"; });
    unused(file, "basis", [](const std::string& name) { return name; });
    unused(file, "tables", [](const std::string& name) { return name; });
    elements(file);
  }

 private:
  void gather(const Node& node) {  // as deep as yaml_reader allows
    for (const Node& item : node.items) gather(item);
    for (const Node::Entry& entry : node.entries) {
      thematic_ = thematic_ || entry.key == "thematic_sections" || entry.key == "thematic_share";
      if (entry.key == "clauses") {
        for (const Node::Entry& document : entry.value.entries) scalars_.insert(document.key);
      }
      gather(entry.value);
    }
    if (!node.is_scalar())
      return;
    scalars_.insert(node.scalar);
    for (std::size_t open = node.scalar.find('{'); open != std::string::npos;
         open = node.scalar.find('{', open + 1)) {
      const std::size_t close = node.scalar.find('}', open);
      if (close != std::string::npos)
        scalars_.insert(node.scalar.substr(open, close - open + 1));
    }
  }

  void warn(const Node::Entry& entry, Message message) const {
    linted_.sink.add(diagnostic_at(*entry.value.file, entry.at,
                                   static_cast<int>(utf8::length(entry.key)), std::move(message),
                                   Level::kWarning));
  }

  template <typename Spelt>
  void unused(const Node& file, std::string_view section, Spelt spelt) const {
    const Node* found = file.find(section);
    for (std::size_t i = 0; found != nullptr && i < found->entries.size(); ++i) {
      const Node::Entry& entry = found->entries[i];
      if (!scalars_.contains(spelt(entry.key)))
        warn(entry, {words::kUnused, {entry.key, std::string(section)}});
    }
  }

  /// An element is of use where a rule or another element names it, where a report lists it as an
  /// item, and where it takes its headings from an element that lives on what is left over.
  void elements(const Node& file) const {
    const Node* found = file.find("elements");
    for (std::size_t i = 0; found != nullptr && i < found->entries.size(); ++i) {
      const Node::Entry& entry = found->entries[i];
      const bool listed = entry.value.find("item") != nullptr || thematic_;
      if (!listed && !scalars_.contains(entry.key) && !scalars_.contains("element:" + entry.key))
        warn(entry, {words::kUnusedElement, {entry.key}});
    }
  }

  const Linted& linted_;
  std::set<std::string, std::less<>> scalars_;  ///< of the pack, and every {name} inside one
  bool thematic_ = false;
};

}  // namespace

void lint_uses(const Linted& linted) {
  UseLint lint(linted);
  for (const auto& file : linted.pack.files) lint.file(*file);
}

}  // namespace plumbline::rules
