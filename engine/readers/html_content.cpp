#include "engine/readers/html_content.h"

#include <algorithm>

namespace plumbline::readers {
namespace {

/// Parts of an article, however much of it they hold.
constexpr std::string_view kParts[] = {"blockquote", "dl", "h1", "h2", "h3",  "h4", "h5",
                                       "h6",         "li", "ol", "p",  "pre", "ul"};

/// `selector` is "#id" or ".class".
bool selects(std::string_view selector, const HtmlAttributes& node) {
  const std::string_view name = selector.substr(1);
  if (selector.front() == '#') {
    return node.id == name;
  }
  const std::string padded = ' ' + node.classes + ' ';
  return !node.classes.empty() && padded.find(' ' + std::string(name) + ' ') != std::string::npos;
}

/// Sums over the lines before each node, so that a range costs two look-ups.
class Sums {
 public:
  Sums(std::size_t nodes, std::span<const HtmlLine> lines) : text_(nodes + 1), stops_(nodes + 1) {
    for (const HtmlLine& line : lines) {
      text_[line.node + 1] += line.text.size();
      stops_[line.node + 1] += count_stops(line.text);
    }
    for (std::size_t i = 1; i <= nodes; ++i) {
      text_[i] += text_[i - 1];
      stops_[i] += stops_[i - 1];
    }
  }
  std::size_t text(HtmlRange range) const { return text_[range.end] - text_[range.begin]; }
  std::size_t stops(HtmlRange range) const { return stops_[range.end] - stops_[range.begin]; }

 private:
  std::vector<std::size_t> text_, stops_;
};

HtmlRange known_container(const HtmlTree& tree, const Sums& sums, const WebPageWords& words) {
  const std::vector<HtmlNode>& nodes = tree.nodes();
  const std::size_t all = sums.text({0, nodes.size()});
  for (const std::string& selector : words.containers) {
    HtmlRange best;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const HtmlRange range{i, nodes[i].end};
      if (nodes[i].attributes != 0 && selects(selector, tree.attributes(nodes[i])) &&
          sums.text(range) > sums.text(best)) {
        best = range;
      }
    }
    if (sums.text(best) * 5 >= all && best.end > 0) {
      return best;
    }
  }
  return {};
}

/// Between the comments that a publishing system put around the article.
HtmlRange marked(const HtmlTree& tree, const Sums& sums, const WebPageWords& words) {
  const std::vector<HtmlTree::Comment>& comments = tree.comments();
  HtmlRange best;
  for (std::size_t i = 0; i < comments.size(); ++i) {
    for (const WebPageWords::Marker& marker : words.markers) {
      if (comments[i].words.find(marker.begin) == std::string::npos) {
        continue;
      }
      const auto end = std::find_if(
          comments.begin() + static_cast<std::ptrdiff_t>(i), comments.end(),
          [&](const auto& later) { return later.words.find(marker.end) != std::string::npos; });
      const HtmlRange range{comments[i].node, end == comments.end() ? comments[i].node : end->node};
      if (sums.text(range) > sums.text(best)) {
        best = range;
      }
    }
  }
  return sums.text(best) * 5 >= sums.text({0, tree.nodes().size()}) ? best : HtmlRange();
}

/// Goes down as long as one child holds nine in ten of the ends of sentences.
HtmlRange by_sentences(const HtmlTree& tree, const Sums& sums) {
  const std::vector<HtmlNode>& nodes = tree.nodes();
  HtmlRange range{0, nodes.size()};
  for (std::size_t i = 0; i < range.end;) {
    const HtmlRange child{i, nodes[i].end};
    const bool part = nodes[i].tag.empty() || std::ranges::binary_search(kParts, nodes[i].tag);
    if (!part && sums.stops(child) > 0 && sums.stops(child) * 10 >= sums.stops(range) * 9) {
      range = child;
      ++i;
    } else {
      i = child.end;
    }
  }
  return range;
}

}  // namespace

HtmlRange find_content(const HtmlTree& tree, std::span<const HtmlLine> lines,
                       const WebPageWords& words) {
  const HtmlRange all{0, tree.nodes().size()};
  const Sums sums(tree.nodes().size(), lines);
  HtmlRange range = known_container(tree, sums, words);
  if (range.end == 0) {
    range = marked(tree, sums, words);
  }
  if (range.end == 0 || sums.stops(range) * 2 < sums.stops(all)) {
    range = by_sentences(tree, sums);
  }
  const bool enough = sums.stops(range) > 1 && sums.stops(range) * 2 >= sums.stops(all);
  return enough ? range : all;
}

void show_faded(HtmlTree& tree, const WebPageWords& words) {
  for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
    const HtmlNode& node = tree.nodes()[i];
    if (node.hidden && std::ranges::any_of(words.faded, [&](const std::string& selector) {
          return selects(selector, tree.attributes(node));
        })) {
      tree.show(i);
    }
  }
}

}  // namespace plumbline::readers
