#include "engine/readers/html_title.h"

#include <algorithm>
#include <cstdlib>

#include "engine/base/ascii.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kShortest = 18;  // bytes: six characters
constexpr std::size_t kHead = 600;     // bytes of an article that may say its title

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

class TitleSearch {
 public:
  TitleSearch(const HtmlTree& tree, std::span<const HtmlLine> lines, const HtmlRange& content)
      : tree_(tree), lines_(lines), content_(content) {}

  HtmlTitle run() {
    read_head();
    const HtmlLine* named = named_line();
    const bool told = named != nullptr || !article_title_.empty();
    const HtmlLine* line = told ? named : greatest_heading();
    HtmlTitle title;
    if (line != nullptr && !article_says(line->text)) {
      for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (belongs(lines_[i], *line, told)) {
          title.lines.push_back(i);
        }
      }
    } else if (!article_title_.empty() && !article_says(article_title_)) {
      title.told = article_title_;
      title.told_at = told_at_;
    }
    return title;
  }

 private:
  void read_head() {
    std::string shared_as;
    const std::vector<HtmlNode>& nodes = tree_.nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const HtmlAttributes& own = tree_.attributes(nodes[i]);
      const bool is_meta = nodes[i].tag == "meta";
      if (is_meta && lower_ascii(own.name) == "articletitle" && article_title_.empty()) {
        article_title_ = own.content;
        article_name_ = without_blanks(article_title_);
        told_at_ = nodes[i].line;
      } else if (nodes[i].tag == "title" && i + 1 < nodes[i].end && page_title_.empty()) {
        page_title_ = without_blanks(nodes[i + 1].text);
      } else if (is_meta && own.name == "og:title") {
        shared_as = without_blanks(own.content);
      }
    }
    page_title_ = page_title_.empty() ? shared_as : page_title_;
  }

  bool is_named(std::string_view squeezed) const {
    return contains(page_title_, squeezed) || contains(article_name_, squeezed);
  }

  /// Those above the article: lines stand in the order of their nodes.
  std::span<const HtmlLine> lines_in_front() const {
    const auto end = std::ranges::lower_bound(lines_, content_.begin, {}, &HtmlLine::node);
    return lines_.first(static_cast<std::size_t>(end - lines_.begin()));
  }

  /// The longest line that the page is named after.
  const HtmlLine* named_line() const {
    const HtmlLine* found = nullptr;
    std::size_t longest = kShortest - 1;
    for (const HtmlLine& line : lines_in_front()) {
      const std::string text = without_blanks(line.text);
      if (text.size() > longest && is_named(text) &&
          (line.heading > 0 || page_title_.starts_with(text) || text == article_name_)) {
        found = &line;
        longest = text.size();
      }
    }
    return found;
  }

  /// Of a page that bears another name, or none: the last of its greatest headings that leads
  /// nowhere.
  const HtmlLine* greatest_heading() const {
    constexpr int kLeast = 3;
    const HtmlLine* found = nullptr;
    for (const HtmlLine& line : lines_in_front()) {
      const bool great = line.heading > 0 && line.heading <= (found ? found->heading : kLeast);
      if (great && without_blanks(line.text).size() >= kShortest && !is_linked(line.node)) {
        found = &line;
      }
    }
    return found;
  }

  bool is_linked(std::size_t node) const {
    while (node > 0 && tree_.nodes()[node].tag != "a") {
      node = tree_.nodes()[node].parent;
    }
    return node > 0;
  }

  /// The title's line, or another one of the heading that it stands in.
  bool belongs(const HtmlLine& line, const HtmlLine& title, bool named) const {
    return &line == &title ||
           (line.heading > 0 && line.heading == title.heading && std::abs(&line - &title) <= 2 &&
            (named ? is_named(without_blanks(line.text)) : in_one_heading(line, title)));
  }

  bool in_one_heading(const HtmlLine& line, const HtmlLine& title) const {
    return heading_around(line.node) == heading_around(title.node);
  }

  std::size_t heading_around(std::size_t node) const {
    const std::vector<HtmlNode>& nodes = tree_.nodes();
    while (node > 0 && !(nodes[node].tag.size() == 2 && nodes[node].tag[0] == 'h')) {
      node = nodes[node].parent;
    }
    return node;
  }

  /// The first lines of the article say the title already.
  bool article_says(std::string_view title) const {
    std::string head;
    for (const HtmlLine& line : lines_) {
      if (content_.holds(line.node) && head.size() < kHead) {
        head += without_blanks(line.text);
      }
    }
    return contains(head, without_blanks(title));
  }

  const HtmlTree& tree_;
  std::span<const HtmlLine> lines_;
  const HtmlRange& content_;
  std::string page_title_, article_title_;
  std::string article_name_;  ///< its title without blanks
  int told_at_ = 0;
};

}  // namespace

HtmlTitle find_html_title(const HtmlTree& tree, std::span<const HtmlLine> lines,
                          const HtmlRange& content) {
  return TitleSearch(tree, lines, content).run();
}

}  // namespace plumbline::readers
