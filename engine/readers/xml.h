#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "engine/readers/failure.h"

namespace plumbline::readers {

/// A node of an XmlDocument; a cheap handle that is valid as long as the document lives. The empty
/// node answers everything with nothing.
class XmlNode {
 public:
  XmlNode() = default;
  explicit XmlNode(const void* node) : node_(node) {}
  explicit operator bool() const { return node_ != nullptr; }
  bool operator==(const XmlNode&) const = default;

  /// Name in the document's table of namespaces ("w:p"); empty for text.
  std::string_view name() const;
  bool is(std::string_view name) const;
  /// "" where there is none.
  std::string_view attribute(std::string_view name) const;
  /// Characters directly inside this element.
  std::string text() const;

  XmlNode first() const;  ///< first child, text included
  XmlNode next() const;
  XmlNode parent() const;
  XmlNode child(std::string_view name) const;
  /// child(a).child(b)…
  XmlNode path(std::initializer_list<std::string_view> names) const;
  const void* id() const { return node_; }

  class Children;
  Children children() const;  ///< elements and text, for range-for

 private:
  const void* node_ = nullptr;
};

class XmlNode::Children {
 public:
  class Iterator {
   public:
    explicit Iterator(XmlNode node) : node_(node) {}
    XmlNode operator*() const { return node_; }
    Iterator& operator++() {
      node_ = node_.next();
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    XmlNode node_;
  };
  explicit Children(XmlNode first) : first_(first) {}
  Iterator begin() const { return Iterator(first_); }
  Iterator end() const { return Iterator(XmlNode()); }

 private:
  XmlNode first_;
};

inline XmlNode::Children XmlNode::children() const {
  return Children(first());
}

/// A namespace and the prefix under which its names are known here, whatever the file calls it.
struct XmlNamespace {
  std::string_view uri;
  std::string_view prefix;
};

struct XmlLimits {
  std::size_t max_tags = 3'000'000;
  std::size_t max_depth = 256;  ///< elements inside each other
};

/// An XML part, checked before it is parsed: encoding, no DTD, depth, number of tags.
class XmlDocument {
 public:
  /// `part` names the part in messages. With an empty table names lose their prefix.
  XmlDocument(std::string bytes, std::string_view part, std::span<const XmlNamespace> namespaces,
              const XmlLimits& limits = {});
  /// A part that could not even be inflated.
  explicit XmlDocument(Failure failure);
  XmlDocument(XmlDocument&&) noexcept;
  XmlDocument& operator=(XmlDocument&&) noexcept;
  ~XmlDocument();

  const Failure& failure() const;
  XmlNode root() const;  ///< empty after a failure

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Linear pre-check of well-formed-enough XML. Exposed for the readers that parse text themselves.
Failure check_xml(std::string_view bytes, std::string_view part, const XmlLimits& limits);

/// Of the library that is built in.
std::string xml_library_version();

}  // namespace plumbline::readers
