#include "engine/readers/xml.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <pugixml.hpp>
#include <utility>
#include <vector>

#include "engine/base/code_points.h"
#include "engine/readers/encoding.h"
#include "engine/readers/locale_office.h"

namespace plumbline::readers {
namespace {

pugi::xml_node node_of(const void* node) {
  return pugi::xml_node(static_cast<pugi::xml_node_struct*>(const_cast<void*>(node)));
}
XmlNode wrap(pugi::xml_node node) {
  return XmlNode(node.internal_object());
}

constexpr std::size_t kMaxBindings = 500;

/// Prefixes in scope, innermost last.
class Scope {
 public:
  explicit Scope(std::span<const XmlNamespace> table) : table_(table) {}

  void bind(std::string_view theirs, std::string_view uri, std::size_t depth) {
    if (bindings_.size() < kMaxBindings)  // honest parts have thirty
      bindings_.push_back({depth, std::string(theirs), known(uri)});
    forget();
  }
  void leave(std::size_t depth) {
    while (!bindings_.empty() && bindings_.back().depth >= depth) {
      bindings_.pop_back();
      forget();
    }
  }
  /// Our prefix for the file's; "" for a namespace that the table does not hold.
  std::string_view prefix(std::string_view theirs) {
    if (asked_ && *asked_ == theirs)
      return answer_;
    const auto binding = std::find_if(bindings_.rbegin(), bindings_.rend(),
                                      [&](const Binding& one) { return one.theirs == theirs; });
    asked_ = theirs;
    answer_ = binding == bindings_.rend() ? std::string_view() : binding->ours;
    return answer_;
  }

 private:
  struct Binding {
    std::size_t depth;
    std::string theirs;
    std::string_view ours;
  };
  void forget() { asked_.reset(); }
  std::string_view known(std::string_view uri) const {
    const auto found = std::ranges::find(table_, uri, &XmlNamespace::uri);
    return found == table_.end() ? std::string_view() : found->prefix;
  }
  std::span<const XmlNamespace> table_;
  std::vector<Binding> bindings_;
  std::optional<std::string> asked_;  ///< last: neighbours mostly share their prefix
  std::string_view answer_;
};

/// Without counting the characters of `text` first.
bool equal(const char* text, std::string_view name) {
  return std::strncmp(text, name.data(), name.size()) == 0 && text[name.size()] == '\0';
}

struct Name {
  std::string_view prefix, local;
};
Name split(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? Name{{}, name}
                                         : Name{name.substr(0, colon), name.substr(colon + 1)};
}

std::string joined(std::string_view prefix, std::string_view local) {
  std::string name(prefix);
  return name.append(":").append(local);
}

/// Renames elements and their attributes to the table's prefixes; names of unknown namespaces get
/// an empty prefix, so they can never be mistaken for known ones.
class Renamer {
 public:
  explicit Renamer(std::span<const XmlNamespace> table) : scope_(table) {}

  void rename(pugi::xml_node element, std::size_t depth) {
    attributes_.clear();
    for (auto one = element.first_attribute(); one; one = one.next_attribute()) {
      const std::string_view name = one.name();
      if (name == "xmlns") {
        scope_.bind("", one.value(), depth);
      } else if (name.starts_with("xmlns:")) {
        scope_.bind(name.substr(6), one.value(), depth);
      } else {
        attributes_.push_back({one, split(name)});
      }
    }
    const Name name = split(element.name());
    const std::string_view prefix = scope_.prefix(name.prefix);
    if (prefix != name.prefix || prefix.empty()) {
      element.set_name(joined(prefix, name.local).c_str());
    }
    for (auto& [attribute, its] : attributes_) {
      rename(attribute, its);
    }
  }
  void leave(std::size_t depth) { scope_.leave(depth); }

 private:
  void rename(pugi::xml_attribute attribute, const Name& its) {
    if (its.prefix.empty() || its.prefix == "xml") {
      return;
    }
    const std::string_view ours = scope_.prefix(its.prefix);
    if (ours != its.prefix) {
      attribute.set_name(joined(ours, its.local).c_str());
    }
  }

  Scope scope_;
  std::vector<std::pair<pugi::xml_attribute, Name>> attributes_;
};

void strip_prefixes(pugi::xml_node element) {
  const Name name = split(element.name());
  if (!name.prefix.empty()) {
    element.set_name(std::string(name.local).c_str());
  }
}

/// Walks all elements without recursion.
void rename_all(pugi::xml_node root, std::span<const XmlNamespace> table) {
  Renamer renamer(table);
  std::size_t depth = 0;
  for (pugi::xml_node node = root; node;) {
    if (node.type() == pugi::node_element) {
      if (table.empty()) {
        strip_prefixes(node);
      } else {
        renamer.rename(node, depth);
      }
    }
    if (node.first_child()) {
      node = node.first_child();
      ++depth;
      continue;
    }
    renamer.leave(depth);
    while (node && node != root && !node.next_sibling()) {
      node = node.parent();
      renamer.leave(--depth);
    }
    node = node == root ? pugi::xml_node() : node.next_sibling();
  }
}

Failure corrupt(std::string_view part, std::string_view what) {
  return {ReadOutcome::kCorrupt, locale::damaged(part, what)};
}

bool declares_other_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, std::min<std::size_t>(bytes.find("?>"), 200));
  const std::size_t at = head.find("encoding=");
  if (!head.starts_with("<?xml") || at == std::string_view::npos) {
    return false;
  }
  std::string name(head.substr(std::min(at + 10, head.size()), 5));
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  return !name.empty() && !name.starts_with("UTF") && !name.starts_with("US-AS");
}

/// Makes UTF-8 of the part, whatever of the permitted encodings it has.
Failure to_utf8(std::string& bytes, std::string_view part) {
  const std::string_view view = bytes;
  if (view.starts_with("\xEF\xBB\xBF")) {
    bytes.erase(0, 3);
  } else if (view.starts_with("\xFF\xFE") || view.starts_with("\xFE\xFF")) {
    Decoded decoded = decode(view);
    if (decoded.outcome != ReadOutcome::kOk) {
      return corrupt(part, locale::kXmlUtf16);
    }
    bytes = std::move(decoded.text);
  }
  if (bytes.find('\0') != std::string::npos) {
    return corrupt(part, locale::kXmlNul);
  }
  if (utf8::first_invalid(bytes)) {
    return corrupt(
        part, declares_other_encoding(bytes) ? locale::kXmlOtherEncoding : locale::kXmlNotUtf8);
  }
  return {};
}

}  // namespace

bool XmlNode::is(std::string_view name) const {
  return equal(node_of(node_).name(), name);
}
std::string_view XmlNode::name() const {
  return node_of(node_).name();
}
std::string_view XmlNode::attribute(std::string_view name) const {
  for (auto one = node_of(node_).first_attribute(); one; one = one.next_attribute()) {
    if (equal(one.name(), name)) {
      return one.value();
    }
  }
  return {};
}
std::string XmlNode::text() const {
  std::string text;
  for (const pugi::xml_node child : node_of(node_).children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      text += child.value();
    }
  }
  return text;
}
XmlNode XmlNode::first() const {
  return wrap(node_of(node_).first_child());
}
XmlNode XmlNode::next() const {
  return wrap(node_of(node_).next_sibling());
}
XmlNode XmlNode::parent() const {
  return wrap(node_of(node_).parent());
}
XmlNode XmlNode::child(std::string_view name) const {
  for (auto one = node_of(node_).first_child(); one; one = one.next_sibling()) {
    if (equal(one.name(), name)) {
      return wrap(one);
    }
  }
  return {};
}
XmlNode XmlNode::path(std::initializer_list<std::string_view> names) const {
  XmlNode node = *this;
  for (const std::string_view name : names) {
    node = node.child(name);
  }
  return node;
}

struct XmlDocument::Impl {
  std::string bytes;
  Failure failure;
  pugi::xml_document tree;
};

XmlDocument::XmlDocument(std::string bytes, std::string_view part,
                         std::span<const XmlNamespace> namespaces, const XmlLimits& limits)
    : impl_(std::make_unique<Impl>()) {
  impl_->bytes = std::move(bytes);
  impl_->failure = to_utf8(impl_->bytes, part);
  if (!impl_->failure) {
    impl_->failure = check_xml(impl_->bytes, part, limits);
  }
  if (impl_->failure) {
    return;
  }
  const unsigned options = pugi::parse_default | pugi::parse_ws_pcdata_single;
  const pugi::xml_parse_result result = impl_->tree.load_buffer_inplace(
      impl_->bytes.data(), impl_->bytes.size(), options, pugi::encoding_utf8);
  if (!result || !impl_->tree.document_element()) {
    impl_->failure = corrupt(part, locale::kXmlCut);
    return;
  }
  rename_all(impl_->tree.document_element(), namespaces);
}

XmlDocument::XmlDocument(Failure failure) : impl_(std::make_unique<Impl>()) {
  impl_->failure = std::move(failure);
}

XmlDocument::XmlDocument(XmlDocument&&) noexcept = default;
XmlDocument& XmlDocument::operator=(XmlDocument&&) noexcept = default;
XmlDocument::~XmlDocument() = default;

const Failure& XmlDocument::failure() const {
  return impl_->failure;
}
XmlNode XmlDocument::root() const {
  return impl_->failure ? XmlNode() : wrap(impl_->tree.document_element());
}

std::string xml_library_version() {
  constexpr long kVersion = PUGIXML_VERSION;  // 1130 for 1.13
  return std::to_string(kVersion / 1000) + "." + std::to_string(kVersion / 10 % 100);
}

}  // namespace plumbline::readers
