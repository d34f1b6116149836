#include "engine/readers/markdown.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/readers/magic.h"
#include "engine/readers/markdown_inline.h"
#include "engine/readers/messages.h"
#include "engine/readers/plain_text.h"

namespace plumbline::readers {
namespace {

constexpr std::string_view kBlanks = " \t";

bool has_extension(std::string_view path, std::string_view extension) {
  if (path.size() < extension.size())
    return false;
  path.remove_prefix(path.size() - extension.size());
  return std::equal(path.begin(), path.end(), extension.begin(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

/// Number of leading #, 0 where the line is no heading.
int heading_level(std::string_view line) {
  constexpr std::size_t kDeepest = 6;
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level <= kDeepest && level < line.size() ? static_cast<int>(level) : 0;
}

bool consists_of(std::string_view line, char mark, std::size_t at_least) {
  std::size_t count = 0;
  for (const char c : line) {
    if (c != mark && c != ' ' && c != '\t')
      return false;
    count += c == mark ? 1U : 0U;
  }
  return count >= at_least;
}

bool is_rule(std::string_view line) {
  return consists_of(line, '-', 3) || consists_of(line, '*', 3) || consists_of(line, '_', 3);
}

bool is_table_delimiter(std::string_view line) {
  return line.find_first_not_of("|:- \t") == line.npos && line.find('-') != line.npos &&
         line.find('|') != line.npos;
}

/// Walks the lines that the plain-text reader cut and rewrites their blocks.
class Markdown {
 public:
  explicit Markdown(Extraction& extraction) : extraction_(extraction), raw_(extraction.raw) {}

  void run() {
    std::vector<Block> lines = std::move(extraction_.blocks);
    extraction_.blocks.clear();
    for (std::size_t i = front_matter_end(lines); i < lines.size(); ++i) add(lines[i]);
    add_losses();
  }

 private:
  std::string_view text_of(const Block& block) const {
    return raw_.substr(block.span.begin, block.span.size());
  }

  std::string_view text_from(const Block& block, std::size_t begin) const {
    begin = std::max(begin, block.span.begin);
    return raw_.substr(begin, block.span.end - begin);
  }

  /// Index behind the closing --- of what stands before the text; 0 where there is none.
  std::size_t front_matter_end(const std::vector<Block>& lines) {
    constexpr std::size_t kLongest = 60;  // lines
    if (lines.empty() || text_of(lines[0]) != "---")
      return 0;
    for (std::size_t i = 1; i < lines.size() && i < kLongest; ++i) {
      if (text_of(lines[i]) == "---" || text_of(lines[i]) == "...") {
        extraction_.losses.push_back({.kind = "front-matter",
                                      .what = std::string(messages::kFrontMatter),
                                      .location = {.line = 1}});
        return i + 1;
      }
    }
    return 0;
  }

  void add(Block line) {
    if (line.kind != BlockKind::kLine) {
      extraction_.blocks.push_back(line);
      return;
    }
    const RawSpan whole = line.span;
    trim(line.span);
    const std::size_t text_begin = line.span.begin;
    strip_prefix(line);
    if (line.span.begin == text_begin)
      line.span.begin = whole.begin;  // an indent tells where a paragraph begins
    const std::string_view text = text_from(line, text_begin);
    if (text.starts_with("```") || text.starts_with("~~~") || is_table_delimiter(text))
      return;
    if (is_rule(text) || consists_of(text, '=', 3)) {
      close_heading(text);
      line.span.end = line.span.begin;
      extraction_.blocks.push_back(line);
    } else if (text.starts_with('|') && text.size() > 1) {
      trim(line.span);
      add_row(line);
    } else {
      add_pieces(line);
    }
  }

  void trim(RawSpan& span) const {
    while (span.begin < span.end && kBlanks.find(raw_[span.begin]) != kBlanks.npos) ++span.begin;
    while (span.begin < span.end && kBlanks.find(raw_[span.end - 1]) != kBlanks.npos) --span.end;
  }

  void skip(RawSpan& span, std::size_t count) const {
    span.begin += count;
    while (span.begin < span.end && kBlanks.find(raw_[span.begin]) != kBlanks.npos) ++span.begin;
  }

  // Quotes, bullets and #, in any order and depth that is written.
  void strip_prefix(Block& line) const {
    for (bool found = true; found && !line.span.empty();) {
      const std::string_view text = text_of(line);
      const bool bullet = text.size() > 1 && std::string_view("-*+").find(text[0]) != text.npos &&
                          (text[1] == ' ' || text[1] == '\t') && !is_rule(text);
      found = text[0] == '>' || bullet;
      if (found)
        skip(line.span, 1);
    }
    const int level = heading_level(text_of(line));
    if (level == 0)
      return;
    line.heading_hint = level;
    skip(line.span, static_cast<std::size_t>(level));
    const std::string_view text = text_of(line);
    const std::size_t last = text.find_last_not_of("# \t");
    if (last != text.npos)
      line.span.end = line.span.begin + last + 1;
  }

  /// A line of = or - under a text makes it a heading.
  void close_heading(std::string_view rule) {
    constexpr std::size_t kLongest = 120;  // bytes; a longer line is a paragraph above a rule
    if (extraction_.blocks.empty() || (rule[0] != '=' && rule[0] != '-'))
      return;
    Block& above = extraction_.blocks.back();
    if (above.kind == BlockKind::kLine && !above.span.empty() && above.span.size() <= kLongest &&
        above.heading_hint == 0)
      above.heading_hint = rule[0] == '=' ? 1 : 2;
  }

  void add_row(const Block& line) {
    std::size_t begin = line.span.begin + 1;
    while (begin < line.span.end) {
      std::size_t end = begin;
      while (end < line.span.end && (raw_[end] != '|' || raw_[end - 1] == '\\')) ++end;
      Block cell = line;
      cell.kind = BlockKind::kCell;
      cell.span = {begin, end};
      trim(cell.span);
      add_cell(cell);
      begin = end + 1;
    }
  }

  /// A cell is one block, so only marks on its outside are left out.
  void add_cell(Block cell) {
    const Inline found = strip_marks(raw_, cell.span);
    if (found.pieces.empty())
      return;
    cell.span = {found.pieces.front().begin, found.pieces.back().end};
    extraction_.blocks.push_back(cell);
  }

  void add_pieces(const Block& line) {
    const Inline found = strip_marks(raw_, line.span);
    pictures_ += found.pictures;
    comments_ += found.comments;
    for (const RawSpan piece : found.pieces) {
      Block block = line;
      block.span = piece;
      extraction_.blocks.push_back(block);
    }
    if (found.pieces.empty()) {
      Block blank = line;
      blank.span.end = blank.span.begin;
      extraction_.blocks.push_back(blank);
    }
  }

  void add_losses() {
    if (pictures_ > 0)
      extraction_.losses.push_back(
          {.kind = "image", .what = messages::counted(messages::kPictures, pictures_)});
    if (comments_ > 0)
      extraction_.losses.push_back(
          {.kind = "comment", .what = messages::counted(messages::kComments, comments_)});
  }

  Extraction& extraction_;
  std::string_view raw_;
  int pictures_ = 0;
  int comments_ = 0;
};

}  // namespace

bool recognises_markdown(std::string_view path, std::string_view bytes) {
  if (!message_for_magic(bytes).empty())
    return false;
  if (has_extension(path, ".md") || has_extension(path, ".markdown"))
    return true;
  constexpr std::size_t kLooked = 64 << 10;
  constexpr int kEnough = 2;
  std::string_view rest = bytes.substr(0, kLooked);
  int headings = 0;
  while (!rest.empty() && headings < kEnough) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const int level = line.starts_with('#') ? heading_level(line) : 0;
    headings += level > 0 && line[static_cast<std::size_t>(level)] == ' ' ? 1 : 0;
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  return headings >= kEnough;
}

Extraction read_markdown(std::string_view bytes, const Limits& limits) {
  Extraction extraction = read_plain_text(bytes, limits);
  extraction.format = "md";
  Markdown(extraction).run();
  if (extraction.outcome == ReadOutcome::kOk && !extraction.losses.empty()) {
    extraction.outcome = ReadOutcome::kOkWithLosses;
    extraction.message = messages::kLeftOut;
  }
  return extraction;
}

}  // namespace plumbline::readers
