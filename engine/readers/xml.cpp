#include "engine/readers/xml.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "engine/base/code_points.h"
#include "engine/readers/encoding.h"
#include "engine/readers/locale_office.h"
#include "engine/readers/xml_tree.h"

namespace plumbline::readers {
namespace {

/// Without counting the characters of `text` first.
bool equal(const char* text, std::string_view name) {
  return std::strncmp(text, name.data(), name.size()) == 0 && text[name.size()] == '\0';
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

std::string_view XmlNode::attribute(std::string_view name) const {
  const XmlAttribute* one = item_ == nullptr ? nullptr : item_->attributes;
  while (one != nullptr && !equal(one->name, name)) {
    one = one->next;
  }
  return one == nullptr ? std::string_view() : one->value;
}
std::string XmlNode::text() const {
  std::string text;
  for (const XmlNode child : children()) {
    text += child.characters();
  }
  return text;
}
XmlNode XmlNode::child(std::string_view name) const {
  XmlNode node = first();
  while (node && !node.is(name)) {
    node = node.next();
  }
  return node;
}
XmlNode XmlNode::path(std::initializer_list<std::string_view> names) const {
  XmlNode node = *this;
  for (const std::string_view name : names) {
    node = node.child(name);
  }
  return node;
}

struct XmlDocument::Impl {
  Failure failure;
  XmlTree tree;
};

XmlDocument::XmlDocument(std::string bytes, std::string_view part,
                         std::span<const XmlNamespace> namespaces, const XmlLimits& limits)
    : impl_(std::make_unique<Impl>()) {
  Failure& failure = impl_->failure = to_utf8(bytes, part);
  if (!failure) {
    failure = check_xml(bytes, part, limits);
  }
  if (!failure) {
    failure = impl_->tree.parse(std::move(bytes), part, namespaces, limits);
  }
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
  return XmlNode(impl_->tree.root());
}

}  // namespace plumbline::readers
