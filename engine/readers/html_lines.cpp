#include "engine/readers/html_lines.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/readers/html_lists.h"

namespace plumbline::readers {
namespace {

constexpr std::string_view kBlocks[] = {
    "address", "article", "aside", "blockquote", "body",     "br",     "caption", "center",
    "dd",      "div",     "dl",    "dt",         "fieldset", "figure", "footer",  "form",
    "h1",      "h2",      "h3",    "h4",         "h5",       "h6",     "header",  "hr",
    "li",      "main",    "nav",   "ol",         "p",        "pre",    "section", "table",
    "tbody",   "td",      "tfoot", "th",         "thead",    "title",  "tr",      "ul"};
constexpr std::string_view kNever[] = {"button", "head",     "iframe",  "input",  "noscript",
                                       "object", "option",   "script",  "select", "style",
                                       "svg",    "template", "textarea"};

bool is_block(std::string_view tag) {
  return std::ranges::binary_search(kBlocks, tag);
}

/// An element that is open, with what its lines inherit.
struct Open {
  std::size_t end = 0;
  std::size_t row = 0, cell = 0;
  std::size_t table = 0;  ///< place in the list of tables, 0 = none
  int table_row = 0, table_column = 0;
  int heading = 0;
  bool centred = false, block = false, preserved = false;
};

/// Rows and columns of a table, those under merged cells too.
class HtmlGrid {
 public:
  int row() const { return row_; }
  void begin_row() {
    ++row_;
    column_ = 1;
  }
  /// The column of the next cell, which covers so many columns and rows.
  int take(int columns, int rows) {
    row_ = std::max(row_, 1);
    while (column_ <= last_row_.size() && last_row_[column_ - 1] >= row_) {
      ++column_;
    }
    const std::size_t own = column_;
    column_ += static_cast<std::size_t>(columns);
    if (rows > 1 && own <= kWidest) {
      const std::size_t end = std::min(column_ - 1, kWidest);
      last_row_.resize(std::max(last_row_.size(), end));
      std::fill(last_row_.begin() + static_cast<std::ptrdiff_t>(own - 1),
                last_row_.begin() + static_cast<std::ptrdiff_t>(end), row_ + rows - 1);
    }
    return static_cast<int>(own);
  }

 private:
  static constexpr std::size_t kWidest = 200;  // wider tables have no cells over several rows
  int row_ = 0;
  std::size_t column_ = 1;
  std::vector<int> last_row_;  ///< that a cell from above covers, by column
};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

class Collector {
 public:
  explicit Collector(const HtmlTree& tree)
      : tree_(tree), nodes_(tree.nodes()), numbers_(html_list_numbers(tree)) {}

  std::vector<HtmlLine> run() {
    for (std::size_t i = 0; i < nodes_.size();) {
      leave(i);
      const HtmlNode& node = nodes_[i];
      if (node.hidden || (!node.tag.empty() && is_never_text(node))) {
        i = node.end;
        continue;
      }
      if (node.tag.empty()) {
        add_text(i);
      } else {
        enter(i);
      }
      ++i;
    }
    leave(nodes_.size());
    flush();
    return std::move(lines_);
  }

 private:
  void enter(std::size_t i) {
    const HtmlNode& node = nodes_[i];
    Open open = open_.empty() ? Open() : open_.back();
    open.end = node.end;
    open.block = is_block(node.tag);
    if (open.block) {
      flush();
      const std::string& style = tree_.attributes(node).style;
      open.heading = node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] != 'r'
                         ? node.tag[1] - '0'
                         : open.heading;
      open.centred =
          (open.centred || node.tag == "center" || style.find("center") != std::string::npos) &&
          style.find("left") == std::string::npos && style.find("justify") == std::string::npos;
      open.row = node.tag == "tr" ? i : node.tag == "table" ? 0 : open.row;
      open.cell = node.tag == "td" || node.tag == "th" ? i : node.tag == "table" ? 0 : open.cell;
      open.preserved = open.preserved || node.tag == "pre";
      place(node, open);
      item_ = numbers_.contains(i) ? i : item_;
    }
    open_.push_back(open);
  }

  /// Which cell of its table begins here.
  void place(const HtmlNode& node, Open& open) {
    if (node.tag == "table") {
      tables_.emplace_back();
      open.table = tables_.size() - 1;
      open.table_row = open.table_column = 0;
    } else if (open.table > 0 && node.tag == "tr") {
      tables_[open.table].begin_row();
    } else if (open.table > 0 && (node.tag == "td" || node.tag == "th")) {
      HtmlGrid& grid = tables_[open.table];
      const HtmlAttributes& own = tree_.attributes(node);
      open.table_column = grid.take(own.columns, own.rows);
      open.table_row = grid.row();
    }
  }

  void leave(std::size_t i) {
    while (!open_.empty() && open_.back().end <= i) {
      if (open_.back().block) {
        flush();
      }
      open_.pop_back();
    }
  }

  void add_text(std::size_t i) {
    const bool preserved = !open_.empty() && open_.back().preserved;
    for (const char c : nodes_[i].text) {
      if (preserved && c == '\n') {
        flush();
      } else if (is_blank(c)) {
        blank_ = !line_.text.empty();
      } else {
        if (line_.text.empty()) {
          begin(i);
        }
        line_.text.append(blank_ ? " " : "");
        blank_ = false;
        line_.text += c;
      }
    }
  }

  void begin(std::size_t i) {
    line_.node = i;
    line_.line = nodes_[i].line;
    if (!open_.empty()) {
      const Open& open = open_.back();
      line_.heading = open.heading;
      line_.centred = open.centred;
      line_.row = open.row;
      line_.cell = open.cell;
      line_.table_row = open.table_row;
      line_.table_column = open.table_column;
    }
  }

  void flush() {
    blank_ = false;
    HtmlLine line = std::exchange(line_, {});
    write_number(line);
    const std::string text = std::exchange(line.text, {});
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = next_paragraph(text, begin);
      HtmlLine part = line;
      part.text = text.substr(begin, end - begin);
      keep(std::move(part));
      line.number = 0;  // in front of the first part only
      begin = end;
    }
  }

  /// The number of a list's item stands in front of its first line. Where that line begins with a
  /// number of its own the page's style sheet, which is not read, shows only one of them.
  void write_number(HtmlLine& line) {
    if (item_ == 0 || line.text.empty()) {
      return;
    }
    const std::size_t item = std::exchange(item_, 0);
    if (line.node < nodes_[item].end && !begins_with_number(line.text)) {
      const std::string& number = numbers_.at(item);
      line.text.insert(0, number);
      line.number = number.size();
    }
  }

  static bool begins_with_number(std::string_view text) {
    constexpr std::size_t kLongest = 12;  // bytes: three characters in front of the mark
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string_view mark = text.substr(digits, 3);
    return text.starts_with('(') || text.starts_with("（") ||
           text.substr(0, kLongest).find("、") != text.npos ||
           (digits > 0 &&
            (mark.starts_with('.') || mark.starts_with(')') || mark == "．" || mark == "）"));
  }

  void keep(HtmlLine line) {
    std::string_view rest = line.text;
    constexpr std::string_view kSpaces[] = {" ", "\u3000", "\u00A0", "\u200B", "\uFEFF"};
    while (!rest.empty()) {
      const auto* space = std::ranges::find_if(
          kSpaces, [&](std::string_view candidate) { return rest.starts_with(candidate); });
      if (space == std::end(kSpaces)) {
        lines_.push_back(std::move(line));
        return;
      }
      rest.remove_prefix(space->size());
    }
  }

  /// Where two ideographic blanks follow the end of a sentence, behind `begin`; else the end.
  static std::size_t next_paragraph(std::string_view text, std::size_t begin) {
    constexpr std::string_view kTwo = "\u3000\u3000";
    for (std::size_t at = text.find(kTwo, begin + 1); at != std::string_view::npos;
         at = text.find(kTwo, at + kTwo.size())) {
      const std::string_view before = text.substr(begin, at - begin);
      for (const std::string_view end : {"。", "！", "？", "；", "：", "”"}) {
        if (before.ends_with(end)) {
          return at;
        }
      }
    }
    return text.size();
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  std::vector<Open> open_;
  std::vector<HtmlGrid> tables_ = {{}};
  std::map<std::size_t, std::string> numbers_;
  std::size_t item_ = 0;  ///< whose number waits for its first line, 0 = none
  HtmlLine line_;
  bool blank_ = false;
  std::vector<HtmlLine> lines_;
};

}  // namespace

std::size_t count_stops(std::string_view text) {
  constexpr std::string_view kStop = "。";
  std::size_t count = 0;
  for (std::size_t at = text.find(kStop); at != std::string_view::npos;
       at = text.find(kStop, at + kStop.size())) {
    ++count;
  }
  return count;
}

std::string without_blanks(std::string_view utf8) {
  std::string squeezed;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = decode_utf8(utf8, at);
    if (c.value != ' ' && c.value != 0xA0 && c.value != 0x3000) {
      squeezed += utf8.substr(at, c.end - at);
    }
    at = c.end;
  }
  return squeezed;
}

bool is_never_text(const HtmlNode& node) {
  return std::ranges::binary_search(kNever, node.tag);
}

std::vector<HtmlLine> html_lines(const HtmlTree& tree) {
  return Collector(tree).run();
}

}  // namespace plumbline::readers
