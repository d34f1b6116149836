#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "engine/readers/failure.h"

namespace plumbline::readers {

/// An attribute of an XmlItem. Lengths are counted when somebody asks.
struct XmlAttribute {
  const char *name, *value;
  XmlAttribute* next;
};

/// An element or a piece of text of an XmlDocument. There may be millions: it is kept small.
struct XmlItem {
  const char* begin;   ///< of an element's name, of a text's characters
  std::uint32_t size;  ///< bytes
  bool text;
  XmlItem *first, *next;
  const XmlAttribute* attributes;

  std::string_view words() const { return {begin, size}; }
};

/// A node of an XmlDocument; a cheap handle that is valid as long as the document lives. The empty
/// node answers everything with nothing.
class XmlNode {
 public:
  XmlNode() = default;
  explicit XmlNode(const XmlItem* item) : item_(item) {}
  explicit operator bool() const { return item_ != nullptr; }
  bool operator==(const XmlNode&) const = default;

  /// Name in the document's table of namespaces ("w:p"); empty for text.
  std::string_view name() const {
    return item_ == nullptr || item_->text ? std::string_view() : item_->words();
  }
  bool is(std::string_view name) const { return this->name() == name; }
  /// "" where there is none.
  std::string_view attribute(std::string_view name) const;
  /// Characters directly inside this element.
  std::string text() const;
  /// Of a text itself; "" for an element.
  std::string_view characters() const {
    return item_ != nullptr && item_->text ? item_->words() : std::string_view();
  }

  /// First child, text included.
  XmlNode first() const { return XmlNode(item_ == nullptr ? nullptr : item_->first); }
  XmlNode next() const { return XmlNode(item_ == nullptr ? nullptr : item_->next); }
  XmlNode child(std::string_view name) const;
  /// child(a).child(b)…
  XmlNode path(std::initializer_list<std::string_view> names) const;
  const void* id() const { return item_; }

  class Children;
  Children children() const;  ///< elements and text, for range-for

 private:
  const XmlItem* item_ = nullptr;
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
  std::size_t max_depth = 256;  ///< elements around anything
};

/// An XML part, checked before it is parsed (encoding, no DTD, number of tags) and before anyone
/// can walk it (depth).
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

/// What must hold before a parser may see the part: no DTD, not too many tags. Linear.
Failure check_xml(std::string_view bytes, std::string_view part, const XmlLimits& limits);

}  // namespace plumbline::readers
