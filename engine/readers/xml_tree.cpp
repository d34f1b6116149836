#include "engine/readers/xml_tree.h"

#include <algorithm>
#include <optional>
#include <pugixml.hpp>
#include <utility>
#include <vector>

#include "engine/readers/locale_office.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kMaxBindings = 500;

/// A name of the file: our prefix for its namespace, and what follows.
struct Name {
  std::string_view ours;  ///< "" for a namespace that the table does not hold
  std::string_view local;
  bool same = false;  ///< the file has the same prefix
};

/// Prefixes in scope, innermost last.
class Scope {
 public:
  explicit Scope(std::span<const XmlNamespace> table) : table_(table) {}

  void bind(std::string_view theirs, std::string_view uri, std::size_t depth) {
    if (bindings_.size() < kMaxBindings)  // honest parts have thirty
      bindings_.push_back({depth, theirs, known(uri)});
    asked_ = {};
  }
  void leave(std::size_t depth) {
    while (!bindings_.empty() && bindings_.back().depth >= depth) {
      bindings_.pop_back();
      asked_ = {};
    }
  }
  Name split(std::string_view name) {
    if (asked_.empty() || !name.starts_with(asked_))
      ask(name.substr(0, name.find(':') + 1));
    return {answer_.ours, name.substr(asked_.size()), answer_.same};
  }

 private:
  struct Binding {
    std::size_t depth;
    std::string_view theirs, ours;
  };
  /// `prefix` with its colon, or nothing.
  void ask(std::string_view prefix) {
    asked_ = prefix;
    const std::string_view theirs = prefix.substr(0, prefix.empty() ? 0 : prefix.size() - 1);
    const auto binding = std::find_if(bindings_.rbegin(), bindings_.rend(),
                                      [&](const Binding& one) { return one.theirs == theirs; });
    const std::string_view ours = binding == bindings_.rend() ? std::string_view() : binding->ours;
    answer_ = {ours, {}, ours == theirs};
  }
  std::string_view known(std::string_view uri) const {
    const auto found = std::ranges::find(table_, uri, &XmlNamespace::uri);
    return found == table_.end() ? std::string_view() : found->prefix;
  }
  std::span<const XmlNamespace> table_;
  std::vector<Binding> bindings_;
  std::string_view asked_;  ///< last, with its colon: neighbours mostly share their prefix
  Name answer_;
};

std::string_view behind_prefix(std::string_view name) {
  return name.substr(name.find(':') + 1);
}

/// Makes an item of every node of the parser's tree, in the order of the part, and gives names the
/// prefixes of the table.
class Builder : public pugi::xml_tree_walker {
 public:
  Builder(std::span<const XmlNamespace> table, std::size_t max_depth, XmlStore& store)
      : table_(table), scope_(table), max_depth_(max_depth), store_(store) {}

  bool begin(pugi::xml_node& node) override { return add(node); }
  bool for_each(pugi::xml_node& node) override { return add(node); }
  /// The first item.
  const XmlItem* root() const { return last_.front(); }

 private:
  bool add(pugi::xml_node node) {
    const auto deep = static_cast<std::size_t>(depth() + 1);  // the root has depth -1
    if (deep > max_depth_)
      return false;
    XmlItem& item = place(deep);
    if (node.type() == pugi::node_element) {
      scope_.leave(deep);
      item.attributes = attributes(node, deep);
      item.words = table_.empty() ? behind_prefix(node.name()) : known_name(node.name());
    } else {
      item.words = node.value();
      item.text = true;
    }
    return true;
  }

  /// A new item behind the last one of this depth, else the first one in the last of the depth
  /// above.
  XmlItem& place(std::size_t deep) {
    XmlItem& item = store_.items.add();
    if (last_.size() > deep) {
      item.parent = last_[deep]->parent;
      last_[deep]->next = &item;
      last_.resize(deep);
    } else if (deep > 0) {
      item.parent = last_.back();
      last_.back()->first = &item;
    }
    last_.push_back(&item);
    return item;
  }

  /// Declarations of namespaces are none, nor what belongs to a namespace that is not in the table.
  const XmlAttribute* attributes(pugi::xml_node element, std::size_t deep) {
    found_.clear();
    for (auto one = element.first_attribute(); one; one = one.next_attribute()) {
      const std::string_view name = one.name();
      if (!name.starts_with("xmlns") || !bind(name.substr(5), one.value(), deep))
        found_.push_back({name, one.value()});
    }
    const XmlAttribute* first = nullptr;
    for (auto one = found_.rbegin(); one != found_.rend(); ++one) {
      const std::string_view name = table_.empty() ? one->name : known_attribute(one->name);
      if (!name.empty()) {
        XmlAttribute& attribute = store_.attributes.add();
        attribute = {name, one->value, first};
        first = &attribute;
      }
    }
    return first;
  }

  /// `behind` what follows "xmlns"; false where that was only the begin of another name.
  bool bind(std::string_view behind, std::string_view uri, std::size_t deep) {
    if (!behind.empty() && behind.front() != ':')
      return false;
    scope_.bind(behind.substr(behind.empty() ? 0 : 1), uri, deep);
    return true;
  }

  std::string_view known_name(std::string_view name) {
    const Name its = scope_.split(name);
    return its.ours.empty() ? ":" : its.same ? name : joined(its);
  }
  std::string_view known_attribute(std::string_view name) {
    if (name.find(':') == std::string_view::npos || name.starts_with("xml:"))
      return name;
    const Name its = scope_.split(name);
    return its.ours.empty() ? "" : its.same ? name : joined(its);
  }
  std::string_view joined(const Name& name) {
    return *store_.names.insert(std::string(name.ours).append(":").append(name.local)).first;
  }

  std::span<const XmlNamespace> table_;
  Scope scope_;
  std::size_t max_depth_;
  XmlStore& store_;
  std::vector<XmlItem*> last_;  ///< the last item of each depth down to the present one
  std::vector<XmlAttribute> found_;
};

}  // namespace

Failure XmlTree::parse(std::string bytes, std::string_view part,
                       std::span<const XmlNamespace> namespaces, const XmlLimits& limits) {
  bytes_ = std::move(bytes);
  pugi::xml_document tree;
  const unsigned options = pugi::parse_default | pugi::parse_ws_pcdata_single;
  const pugi::xml_parse_result result =
      tree.load_buffer_inplace(bytes_.data(), bytes_.size(), options, pugi::encoding_utf8);
  if (!result || !tree.document_element())
    return {ReadOutcome::kCorrupt, locale::damaged(part, locale::kXmlCut)};
  Builder builder(namespaces, limits.max_depth, store_);
  if (!tree.document_element().traverse(builder))
    return {ReadOutcome::kLimitExceeded, locale::too_deep(part)};
  root_ = builder.root();
  return {};
}

std::string xml_library_version() {
  constexpr long kVersion = PUGIXML_VERSION;  // 1130 for 1.13
  return std::to_string(kVersion / 1000) + "." + std::to_string(kVersion / 10 % 100);
}

}  // namespace plumbline::readers
