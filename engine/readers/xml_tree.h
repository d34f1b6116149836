#pragma once

#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/xml.h"

namespace plumbline::readers {

/// Grows without moving what it holds. Items are plain: all zero at first.
template <typename Item>
class XmlPool {
 public:
  Item& add() {
    if (free_ == 0) {
      chunks_.push_back(std::make_unique_for_overwrite<Item[]>(kChunk));
      free_ = kChunk;
    }
    return chunks_.back()[kChunk - free_--] = Item{};
  }

 private:
  static constexpr std::size_t kChunk = 256;
  std::vector<std::unique_ptr<Item[]>> chunks_;
  std::size_t free_ = 0;  ///< in the last chunk
};

struct XmlStore {
  XmlPool<XmlItem> items;
  XmlPool<XmlAttribute> attributes;
  std::set<std::string, std::less<>> names;  ///< that the part writes with another prefix
};

/// The items of one XML part. What they say stands in the part's bytes, which the tree keeps.
class XmlTree {
 public:
  XmlTree() = default;
  XmlTree(const XmlTree&) = delete;
  XmlTree& operator=(const XmlTree&) = delete;

  /// Once only. `bytes` are UTF-8 and have passed check_xml.
  Failure parse(std::string bytes, std::string_view part, std::span<const XmlNamespace> namespaces,
                const XmlLimits& limits);
  /// nullptr before parse() and after a failure.
  const XmlItem* root() const { return root_; }

 private:
  std::string bytes_;
  XmlStore store_;
  const XmlItem* root_ = nullptr;
};

/// Of the library that is built in.
std::string xml_library_version();

}  // namespace plumbline::readers
