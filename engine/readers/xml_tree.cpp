#include "engine/readers/xml_tree.h"

#include <algorithm>
#include <cstring>
#include <pugixml.hpp>
#include <utility>
#include <vector>

#include "engine/readers/locale_office.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kMaxBindings = 500;

/// Prefixes in scope, innermost last.
class Scope {
 public:
  explicit Scope(std::span<const XmlNamespace> table) : table_(table) {}

  void bind(std::string_view theirs, std::string_view uri, std::size_t depth) {
    if (bindings_.size() < kMaxBindings)  // honest parts have thirty
      bindings_.push_back({depth, theirs, known(uri)});
    agreed_ = {};
  }
  void leave(std::size_t depth) {
    while (!bindings_.empty() && bindings_.back().depth >= depth) {
      bindings_.pop_back();
      agreed_ = {};
    }
  }
  /// The name has the prefix on which the file and the table agreed last: neighbours mostly do.
  bool agrees(const char* name) const {
    std::size_t same = 0;
    while (same < agreed_.size() && name[same] == agreed_.data()[same]) ++same;
    return same > 0 && same == agreed_.size();
  }
  /// Our prefix for the file's; "" for a namespace that the table does not hold.
  std::string_view prefix(std::string_view theirs) {
    const auto binding = std::find_if(bindings_.rbegin(), bindings_.rend(),
                                      [&](const Binding& one) { return one.theirs == theirs; });
    return binding == bindings_.rend() ? std::string_view() : binding->ours;
  }
  /// `prefix` with its colon.
  void agree(std::string_view prefix) { agreed_ = prefix; }

 private:
  struct Binding {
    std::size_t depth;
    std::string_view theirs, ours;
  };
  std::string_view known(std::string_view uri) const {
    const auto found = std::ranges::find(table_, uri, &XmlNamespace::uri);
    return found == table_.end() ? std::string_view() : found->prefix;
  }
  std::span<const XmlNamespace> table_;
  std::vector<Binding> bindings_;
  std::string_view agreed_;
};

const char* behind_prefix(const char* name) {
  const char* const colon = std::strchr(name, ':');
  return colon == nullptr ? name : colon + 1;
}

/// Makes an item of every node of the parser's tree, in the order of the part, and gives names the
/// prefixes of the table.
class Builder : public pugi::xml_tree_walker {
 public:
  Builder(std::span<const XmlNamespace> table, std::size_t max_depth, XmlStore& store)
      : table_(table), scope_(table), max_depth_(max_depth), store_(store), path_(max_depth + 1) {}

  bool begin(pugi::xml_node& node) override { return add(node); }
  bool for_each(pugi::xml_node& node) override { return add(node); }
  /// The first item.
  const XmlItem* root() const { return path_.front(); }

 private:
  bool add(pugi::xml_node node) {
    const std::size_t deep = static_cast<std::size_t>(depth()) + 1;  // the root's is -1
    if (deep > max_depth_)
      return false;
    XmlItem& item = place(deep);
    const char* const name = node.name();
    item.text = *name == '\0';
    if (item.text) {
      say(item, node.value());
    } else {
      scope_.leave(deep);
      item.attributes = attributes(node, deep);
      say(item, table_.empty() ? behind_prefix(name) : known_name(name));
    }
    return true;
  }

  /// A new item behind the last one of this depth, else the first one in the last of the depth
  /// above.
  XmlItem& place(std::size_t deep) {
    XmlItem& item = store_.items.add();
    if (deep < open_) {
      path_[deep]->next = &item;
    } else if (deep > 0) {
      path_[deep - 1]->first = &item;
    }
    path_[deep] = &item;
    open_ = deep + 1;
    return item;
  }
  static void say(XmlItem& item, std::string_view words) {
    item.begin = words.data();
    item.size = static_cast<std::uint32_t>(words.size());
  }

  /// Declarations of namespaces are none, nor what belongs to a namespace that is not in the table.
  const XmlAttribute* attributes(pugi::xml_node element, std::size_t deep) {
    XmlAttribute* first = nullptr;
    XmlAttribute** end = &first;
    for (auto one = element.first_attribute(); one; one = one.next_attribute()) {
      const char* const name = one.name();
      if (*name != 'x' || !bind(name, one.value(), deep)) {
        *end = &store_.attributes.add();
        **end = {name, one.value(), nullptr};
        end = &(*end)->next;
      }
    }
    return table_.empty() ? first : known_attributes(first);
  }
  const XmlAttribute* known_attributes(XmlAttribute* first) {
    for (XmlAttribute** at = &first; *at != nullptr;) {
      (*at)->name = known_attribute((*at)->name);
      if (*(*at)->name == '\0')
        *at = (*at)->next;
      else
        at = &(*at)->next;
    }
    return first;
  }

  /// False where the attribute declares no namespace.
  bool bind(std::string_view name, std::string_view uri, std::size_t deep) {
    if (name != "xmlns" && !name.starts_with("xmlns:"))
      return false;
    scope_.bind(name.substr(std::min<std::size_t>(name.size(), 6)), uri, deep);
    return true;
  }

  const char* known_name(const char* name) {
    return scope_.agrees(name) ? name : renamed(name, ":");
  }
  const char* known_attribute(const char* name) {
    if (scope_.agrees(name) || behind_prefix(name) == name ||
        std::string_view(name).starts_with("xml:"))
      return name;
    return renamed(name, "");
  }
  /// `unknown` where the namespace is.
  const char* renamed(const char* name, const char* unknown) {
    const char* const local = behind_prefix(name);
    const std::string_view prefix(name, static_cast<std::size_t>(local - name));  // with its colon
    const std::string_view theirs = prefix.substr(0, prefix.find(':'));
    const std::string_view ours = scope_.prefix(theirs);
    if (ours.empty())
      return unknown;
    if (ours != theirs)
      return store_.names.insert(std::string(ours).append(":").append(local)).first->c_str();
    scope_.agree(prefix);
    return name;
  }

  std::span<const XmlNamespace> table_;
  Scope scope_;
  std::size_t max_depth_;
  XmlStore& store_;
  std::vector<XmlItem*> path_;  ///< the last item of each depth
  std::size_t open_ = 0;        ///< how many of them, down to the last item of all
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
