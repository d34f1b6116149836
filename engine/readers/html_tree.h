#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::readers {

/// Attributes that readers look at; most elements have none.
struct HtmlAttributes {
  std::string id, classes, style, href, name, content;
  std::string type, start, value;  ///< of lists and their items
  int columns = 1, rows = 1;       ///< that a cell covers
  bool reversed = false;           ///< a list that counts down
};

/// An element or a piece of text. Nodes stand in the order of the file; the subtree of node i is
/// [i, end).
struct HtmlNode {
  std::string_view tag;  ///< lower case; empty for text
  std::string text;      ///< of text nodes, as written, entities resolved
  std::size_t parent = 0, end = 0;
  std::size_t attributes = 0;  ///< for HtmlTree::attributes, 0 = none
  int line = 0;                ///< in the file, from 1
  bool hidden = false;
};

/// A web page as libxml2 reads it, bounded: elements deeper than kMaxDepth are flattened (their
/// text is kept), beyond kMaxNodes reading stops.
class HtmlTree {
 public:
  static constexpr std::size_t kMaxDepth = 400, kMaxNodes = 2'000'000;

  HtmlTree() = default;
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;
  HtmlTree(HtmlTree&&) = default;

  /// `utf8` must be valid.
  static HtmlTree parse(std::string_view utf8);

  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  /// A node that only seems hidden, and one that only seems to be shown.
  void show(std::size_t node) { nodes_[node].hidden = false; }
  void hide(std::size_t node) { nodes_[node].hidden = true; }
  const HtmlAttributes& attributes(const HtmlNode& node) const {
    return attributes_[node.attributes];
  }
  /// Comments, which some publishing systems put around the article: the words and the node that
  /// comes behind.
  struct Comment {
    std::string words;
    std::size_t node = 0;
  };
  const std::vector<Comment>& comments() const { return comments_; }
  bool flattened() const { return flattened_; }
  bool cut() const { return cut_; }  ///< there were more nodes than kMaxNodes

 private:
  friend class HtmlBuilder;
  std::set<std::string, std::less<>> tags_;
  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttributes> attributes_ = {{}};
  std::vector<Comment> comments_;
  bool flattened_ = false, cut_ = false;
};

/// An element that shows another file inside the page.
inline bool html_shows_file(std::string_view tag) {
  return tag == "embed" || tag == "iframe" || tag == "object";
}

/// Of the library that is loaded.
std::string html_library_version();

}  // namespace plumbline::readers
