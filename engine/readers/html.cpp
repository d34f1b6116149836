#include "engine/readers/html.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/base/utf8.h"
#include "engine/readers/encoding.h"
#include "engine/readers/failure.h"
#include "engine/readers/html_content.h"
#include "engine/readers/html_lines.h"
#include "engine/readers/html_title.h"
#include "engine/readers/html_tree.h"
#include "engine/readers/html_unseen.h"
#include "engine/readers/locale_office.h"
#include "engine/readers/web_pages.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kShortLine = 60;   // code points, longest line that is furniture
constexpr std::size_t kShellText = 100;  // code points, most that a page without an article has

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// The page ends inside a comment or a script: what the rest held is not known.
bool ends_inside(std::string_view html) {
  const auto opens_last = [&](std::string_view open, std::string_view close) {
    const std::size_t at = html.rfind(open);
    return at != std::string_view::npos && html.find(close, at) == std::string_view::npos;
  };
  return opens_last("<!--", "-->") || opens_last("<script", "</script") ||
         opens_last("<style", "</style");
}

std::vector<HtmlLine> shown_lines(HtmlTree& tree, const WebPageWords& words) {
  show_faded(tree, words);
  return html_lines(tree);
}

class HtmlReading {
 public:
  explicit HtmlReading(std::string_view utf8)
      : unclosed_(ends_inside(utf8)),
        words_(parse_web_page_words(kWebPageData)),
        tree_(HtmlTree::parse(utf8)),
        unseen_(hide_unseen(tree_)),
        lines_(shown_lines(tree_, words_)) {
    extraction_.format = "html";
  }

  Extraction run() {
    content_ = find_content(tree_, lines_, words_);
    choose_lines();
    trim_edges();
    if (std::optional<Failure> failure = why_no_article()) {
      return failed("html", *std::move(failure));
    }
    for (const Chosen& chosen : chosen_) {
      write(chosen);
    }
    note_losses();
    return std::move(extraction_);
  }

 private:
  /// A line of the result: one of the page, with the value that stands beside a label.
  struct Chosen {
    const HtmlLine* line = nullptr;
    std::string text;
    bool inside = false;  ///< of the article
  };

  void choose_lines() {
    const HtmlTitle title = find_html_title(tree_, lines_, content_);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const HtmlLine& line = lines_[i];
      if (content_.holds(line.node)) {
        chosen_.push_back({&line, line.text, true});
      } else if (std::ranges::binary_search(title.lines, i)) {
        chosen_.push_back({&line, line.text, false});
      } else if (begins_with_label(line.text)) {
        chosen_.push_back({&line, labelled(i), false});
      } else {
        ++left_out_;
      }
    }
    if (!title.told.empty()) {
      head_line_.line = title.told_at;
      chosen_.insert(chosen_.begin(), Chosen{&head_line_, title.told, false});
    }
  }

  /// A label that fills its cell takes the cell beside it.
  std::string labelled(std::size_t& i) const {
    const HtmlLine& line = lines_[i];
    const bool whole = std::ranges::any_of(words_.labels, [&](const std::string& label) {
      const std::string squeezed = without_blanks(line.text);
      return squeezed == label || squeezed == label + "：" || squeezed == label + ":";
    });
    if (!whole || i + 1 >= lines_.size() || lines_[i + 1].row != line.row ||
        lines_[i + 1].cell == line.cell || begins_with_label(lines_[i + 1].text)) {
      return line.text;
    }
    const bool colon = line.text.ends_with("：") || line.text.ends_with(':');
    ++i;
    return line.text + (colon ? "" : "：") + lines_[i].text;
  }

  bool begins_with_label(std::string_view text) const {
    const std::string squeezed = without_blanks(text.substr(0, 300));
    return std::ranges::any_of(words_.labels, [&](const std::string& label) {
      return squeezed.starts_with(label) &&
             (squeezed.size() == label.size() || squeezed.substr(label.size()).starts_with("：") ||
              squeezed[label.size()] == ':');
    });
  }

  bool is_furniture(const Chosen& chosen) const {
    return chosen.inside && count_code_points(chosen.text) <= kShortLine &&
           std::ranges::any_of(
               words_.trim, [&](const std::string& word) { return contains(chosen.text, word); });
  }

  /// Takes furniture off the top and the end of the article, never out of its middle.
  void trim_edges() {
    constexpr std::size_t kEdge = 12;  // lines
    std::vector<bool> drop(chosen_.size(), false);
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      const bool edge = i < kEdge || i + kEdge >= chosen_.size();
      drop[i] = edge && is_furniture(chosen_[i]);
    }
    std::vector<Chosen> kept;
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      if (drop[i]) {
        note("web-furniture", chosen_[i].text, chosen_[i].line->line);
      } else {
        kept.push_back(std::move(chosen_[i]));
      }
    }
    chosen_ = std::move(kept);
  }

  void note(std::string_view kind, std::string what, int line) {
    Loss loss;
    loss.kind = kind;
    loss.what = std::move(what);
    loss.location.line = line;
    extraction_.losses.push_back(std::move(loss));
  }

  std::vector<std::string> attachments() const {
    std::vector<std::string> names;
    for (const HtmlNode& node : tree_.nodes()) {
      if ((node.tag != "a" && !html_shows_file(node.tag)) || node.hidden) {
        continue;
      }
      const std::string& href = tree_.attributes(node).href;
      const std::string whole = lower_ascii(href),
                        path = whole.substr(0, whole.find_first_of("?#"));
      const bool document = std::ranges::any_of(words_.attachments, [&](const std::string& ending) {
        return path.ends_with(ending) || (html_shows_file(node.tag) && whole.ends_with(ending));
      });
      if (document) {
        names.push_back(link_name(node));
      }
    }
    return names;
  }

  std::string link_name(const HtmlNode& node) const {
    std::string text;
    const auto index = static_cast<std::size_t>(&node - tree_.nodes().data());
    for (std::size_t i = index; i < node.end; ++i) {
      text += tree_.nodes()[i].text;
    }
    text = without_blanks(text);
    const std::string& href = tree_.attributes(node).href;
    return text.empty() ? href.substr(href.rfind('/') + 1) : text;
  }

  /// A shell without an article: log-in pages, pages that scripts fill, bodies in attachments.
  std::optional<Failure> why_no_article() const {
    std::size_t size = 0;
    bool sentence = false;
    for (const Chosen& chosen : chosen_) {
      size += chosen.inside ? count_code_points(chosen.text) : 0;
      sentence = sentence || (chosen.inside && contains(chosen.text, "。"));
    }
    if (sentence || size > kShellText) {
      return std::nullopt;
    }
    const std::vector<std::string> names = attachments();
    if (!names.empty()) {
      return Failure{ReadOutcome::kEmpty, locale::body_in_attachments(names)};
    }
    return Failure{ReadOutcome::kEmpty, std::string(locale::kEmptyPage)};
  }

  /// A cell of a table with several columns, unless it holds most of the article.
  bool is_cell(const Chosen& chosen) {
    if (chosen.line->cell == 0 || !chosen.inside) {
      return false;
    }
    if (cells_in_row_.empty()) {
      measure_cells();
    }
    return cells_in_row_[chosen.line->row].size() > 1 &&
           cell_size_[chosen.line->cell] * 2 < article_size_;
  }

  void measure_cells() {
    for (const Chosen& chosen : chosen_) {
      cells_in_row_[chosen.line->row][chosen.line->cell] = true;
      cell_size_[chosen.line->cell] += chosen.text.size();
      article_size_ += chosen.text.size();
    }
  }

  void write(const Chosen& chosen) {
    Block block;
    block.kind = is_cell(chosen) ? BlockKind::kCell : BlockKind::kParagraph;
    block.span.begin = extraction_.raw.size();
    extraction_.raw += chosen.text;
    block.span.end = extraction_.raw.size();
    extraction_.raw += '\n';
    block.line = chosen.line->line;
    block.heading_hint = chosen.line->heading;
    if (block.kind == BlockKind::kCell) {
      block.row = chosen.line->table_row;
      block.column = chosen.line->table_column;
    }
    block.centred = chosen.line->centred;
    block.label = static_cast<int>(chosen.line->number);
    extraction_.blocks.push_back(block);
  }

  /// What the page's head says of it: evidence, no text.
  void note_metadata() {
    for (const HtmlNode& node : tree_.nodes()) {
      const HtmlAttributes& own = tree_.attributes(node);
      if (node.tag == "meta" && !own.content.empty() &&
          std::ranges::find(words_.metadata, lower_ascii(own.name)) != words_.metadata.end()) {
        note("web-metadata", own.name + ": " + own.content, node.line);
      }
    }
  }

  void note_losses() {
    if (left_out_ > 0) {
      note("navigation", locale::navigation(left_out_), 0);
    }
    if (tree_.flattened()) {
      note("depth", std::string(locale::kFlattened), 0);
    }
    for (auto& [kind, what] : unseen_words(tree_, unseen_, content_.begin, content_.end)) {
      note(kind, std::move(what), 0);
    }
    note_metadata();
    if (unclosed_) {
      note("cut", std::string(locale::kPageUnclosed), 0);
      extraction_.losses.back().text_missing = true;
    }
    if (tree_.cut()) {
      note("cut", std::string(locale::kPageCut), 0);
      extraction_.losses.back().text_missing = true;
    }
    extraction_.outcome =
        extraction_.losses.empty() ? ReadOutcome::kOk : ReadOutcome::kOkWithLosses;
  }

  bool unclosed_ = false;
  WebPageWords words_;
  HtmlTree tree_;
  HtmlUnseen unseen_;
  std::vector<HtmlLine> lines_;
  HtmlRange content_;
  HtmlLine head_line_;  ///< of a title that only the page's head tells
  std::vector<Chosen> chosen_;
  std::map<std::size_t, std::map<std::size_t, bool>> cells_in_row_;
  std::map<std::size_t, std::size_t> cell_size_;
  std::size_t article_size_ = 0, left_out_ = 0;
  Extraction extraction_;
};

}  // namespace

bool recognises_html(std::string_view path, std::string_view bytes) {
  std::string head;
  for (const char c : bytes.substr(0, 4096)) {
    head += c == '\0' ? std::string() : std::string(1, lower_ascii(c));
  }
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFE\xFF");
  if (first == std::string::npos || head[first] != '<' || lower_ascii(path).ends_with(".md")) {
    return false;
  }
  constexpr std::string_view kMarks[] = {"<!doctype html", "<html", "<head", "<body",
                                         "<div",           "<p>",   "<p ",   "<table",
                                         "<meta",          "<span"};
  return std::ranges::any_of(kMarks, [&](std::string_view mark) { return contains(head, mark); });
}

Extraction read_html(std::string_view bytes, const Limits&) {
  Decoded decoded = decode(bytes);
  if (decoded.outcome != ReadOutcome::kOk && decoded.outcome != ReadOutcome::kOkWithLosses) {
    return failed("html", {decoded.outcome, decoded.message});
  }
  Extraction extraction = HtmlReading(decoded.text).run();
  if (!decoded.losses.empty() && !extraction.blocks.empty()) {
    extraction.losses.insert(extraction.losses.begin(), decoded.losses.begin(),
                             decoded.losses.end());
    extraction.outcome = ReadOutcome::kOkWithLosses;
    extraction.message = decoded.message;
  }
  return extraction;
}

}  // namespace plumbline::readers
