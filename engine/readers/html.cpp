#include "engine/readers/html.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/readers/encoding.h"
#include "engine/readers/failure.h"
#include "engine/readers/html_content.h"
#include "engine/readers/html_lines.h"
#include "engine/readers/html_tree.h"
#include "engine/readers/html_unseen.h"
#include "engine/readers/locale_office.h"
#include "engine/readers/web_pages.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kShortLine = 60;   // code points, longest line that is furniture
constexpr std::size_t kShellText = 100;  // code points, most that a page without an article has
constexpr std::size_t kShortestTitle = 6;

std::string without_blanks(std::string_view text) {
  std::string squeezed;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (c.value != ' ' && c.value != 0xA0 && c.value != 0x3000) {
      squeezed += text.substr(at, c.end - at);
    }
    at = c.end;
  }
  return squeezed;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) { return lower(c); });
  return result;
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
    find_titles();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const HtmlLine& line = lines_[i];
      if (content_.holds(line.node)) {
        chosen_.push_back({&line, line.text, true});
      } else if (is_title(line)) {
        chosen_.push_back({&line, line.text, false});
      } else if (begins_with_label(line.text)) {
        chosen_.push_back({&line, labelled(i), false});
      } else {
        ++left_out_;
      }
    }
    if (title_line_ == nullptr && !article_title_.empty() && !title_inside()) {
      chosen_.insert(chosen_.begin(), Chosen{&meta_line_, article_title_, false});
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

  /// The page's own title: what the article is called in <title> or in the meta element of the
  /// specification for government sites.
  void find_titles() {
    std::string shared_as;
    for (std::size_t i = 0; i < tree_.nodes().size(); ++i) {
      const HtmlNode& node = tree_.nodes()[i];
      if (node.tag == "meta" && lower(tree_.attributes(node).name) == "articletitle" &&
          article_title_.empty()) {
        article_title_ = tree_.attributes(node).content;
        meta_line_.line = node.line;
      } else if (node.tag == "title" && i + 1 < node.end && page_title_.empty()) {
        page_title_ = without_blanks(tree_.nodes()[i + 1].text);
      } else if (node.tag == "meta" && tree_.attributes(node).name == "og:title") {
        shared_as = without_blanks(tree_.attributes(node).content);
      }
    }
    page_title_ = page_title_.empty() ? shared_as : page_title_;
    std::size_t longest = kShortestTitle * 3 - 1;
    for (const HtmlLine& line : lines_) {
      const std::string text = without_blanks(line.text);
      if (line.node < content_.begin && text.size() > longest && is_named(text) &&
          (line.heading > 0 || page_title_.starts_with(text) ||
           text == without_blanks(article_title_))) {
        title_line_ = &line;
        longest = text.size();
      }
    }
    if (title_line_ != nullptr && title_inside()) {
      title_line_ = nullptr;
    }
  }

  bool is_named(std::string_view squeezed) const {
    return contains(page_title_, squeezed) || contains(without_blanks(article_title_), squeezed);
  }

  /// The title's line, or another one of the heading that it stands in.
  bool is_title(const HtmlLine& line) const {
    if (title_line_ == nullptr || &line == title_line_) {
      return &line == title_line_;
    }
    return line.heading > 0 && line.heading == title_line_->heading &&
           std::abs(&line - title_line_) <= 2 && is_named(without_blanks(line.text));
  }

  /// The first lines of the article say the title already.
  bool title_inside() const {
    const std::string title =
        without_blanks(title_line_ != nullptr ? title_line_->text : article_title_);
    std::string head;
    for (const HtmlLine& line : lines_) {
      if (content_.holds(line.node) && head.size() < 600) {
        head += without_blanks(line.text);
      }
    }
    return contains(head, title);
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
      const std::string whole = lower(href), path = whole.substr(0, whole.find_first_of("?#"));
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
    extraction_.blocks.push_back(block);
  }

  /// What the page's head says of it: evidence, no text.
  void note_metadata() {
    for (const HtmlNode& node : tree_.nodes()) {
      const HtmlAttributes& own = tree_.attributes(node);
      if (node.tag == "meta" && !own.content.empty() &&
          std::ranges::find(words_.metadata, lower(own.name)) != words_.metadata.end()) {
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
  std::string page_title_, article_title_;
  const HtmlLine* title_line_ = nullptr;
  HtmlLine meta_line_;
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
    head += c == '\0' ? std::string() : std::string(1, lower(c));
  }
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFE\xFF");
  if (first == std::string::npos || head[first] != '<' || lower(path).ends_with(".md")) {
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
