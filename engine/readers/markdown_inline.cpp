#include "engine/readers/markdown_inline.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "engine/base/utf8.h"
#include "engine/base/utf8_bytes.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestMark = 1000;  // bytes between the ends of a link or of bold text

bool is_ascii_mark(char c) {
  return static_cast<unsigned char>(c) < 0x80 && c > ' ' &&
         !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
}

/// Blank or mark or nothing, the neighbours that CommonMark asks about; Chinese marks included.
bool is_word(char32_t c) {
  const bool ascii_word =
      (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return ascii_word || (c >= 0x3400 && c <= 0x9fff);
}

char32_t before(std::string_view text, std::size_t at) {
  if (at == 0)
    return U'\0';
  do --at;
  while (at > 0 && continues_character(text[at]));
  return decode_utf8(text, at).value;
}
char32_t after(std::string_view text, std::size_t at) {
  return at < text.size() ? decode_utf8(text, at).value : U'\0';
}

class Stripper {
 public:
  explicit Stripper(std::string_view text) : text_(text) {}

  Inline run() {
    pair_stars();
    while (at_ < text_.size()) {
      const std::size_t length = literal_ ? 0 : mark_length();
      if (length == 0) {
        literal_ = false;
        ++at_;
        continue;
      }
      leave_out(length);
    }
    leave_out(0);
    return std::move(result_);
  }

 private:
  void leave_out(std::size_t length) {
    if (kept_from_ < at_)
      result_.pieces.push_back({kept_from_, at_});
    at_ += length;
    kept_from_ = at_;
  }

  std::size_t mark_length() {
    switch (text_[at_]) {
      case '*':
        return star_length();
      case '`':
        return text_.find('`', at_ + 1) != kNone || ticks_open_ ? flip_ticks() : 0;
      case '\\':
        return at_ + 1 == text_.size() || is_ascii_mark(text_[at_ + 1]) ? escape_length() : 0;
      case '!':
        return picture_length();
      case '[':
        return link_of(at_) ? 1 : 0;
      case ']':
        return link_end_ == at_ ? link_tail_ - at_ : 0;
      case '<':
        return tag_length();
      case '&':
        return entity_length();
      default:
        return 0;
    }
  }

  std::size_t flip_ticks() {
    ticks_open_ = !ticks_open_;
    return 1;
  }

  /// The character behind the backslash is text, whatever it is.
  std::size_t escape_length() {
    literal_ = true;
    return 1;
  }

  // Which stars are marks is decided beforehand, for a pair needs both ends.
  void pair_stars() {
    std::optional<std::size_t> single, bold;
    for (std::size_t at = text_.find('*'); at != kNone; at = text_.find('*', at)) {
      const std::size_t end = std::min(text_.find_first_not_of('*', at), text_.size());
      if (end - at == 1)
        pair(single, at, end);
      else if (end - at <= 3)
        pair(bold, at, end);
      at = end;
    }
    std::sort(stars_.begin(), stars_.end());
  }

  void pair(std::optional<std::size_t>& open, std::size_t at, std::size_t end) {
    if (open && at - *open > kLongestMark)
      open.reset();
    if (open && (end - at == 1 ? closes_single(*open, at, end) : closes_bold(*open, at, end))) {
      stars_.push_back(*open);
      stars_.push_back(at);
      open.reset();
    } else if (is_word(after(text_, end)) || is_opening(after(text_, end))) {
      const bool inside_word = end - at == 1 && is_word(before(text_, at));
      open = inside_word ? std::nullopt : std::optional(at);
    }
  }

  static bool is_opening(char32_t c) {
    return std::u32string_view(U"“‘《〈（(〔「『【").find(c) != std::u32string_view::npos;
  }

  /// A ** that has a word before it, or a mark before it and no word behind it; at the beginning of
  /// a line people also write **…。** before a word. One character alone is a place left to fill
  /// in.
  bool closes_bold(std::size_t open, std::size_t at, std::size_t end) const {
    const std::string_view inside = text_.substr(open, at - open);
    const bool flanks = is_word(before(text_, at)) || !is_word(after(text_, end));
    const bool leads = text_.substr(0, open).find_first_not_of(" \t") == kNone;
    return before(text_, at) != U' ' && (flanks || leads) &&
           (count_code_points(inside) >= 4 || (leads && end == text_.size()));
  }

  /// Stricter, for a lone star more often stands for a number: no word may touch it from outside.
  bool closes_single(std::size_t open, std::size_t at, std::size_t end) const {
    return is_word(before(text_, at)) && !is_word(after(text_, end)) &&
           count_code_points(text_.substr(open, at - open)) >= 3;
  }

  std::size_t star_length() {
    if (next_star_ == stars_.size() || stars_[next_star_] != at_)
      return 0;
    ++next_star_;
    return std::min(text_.find_first_not_of('*', at_), text_.size()) - at_;
  }

  /// Whether [text](target) begins at `at`; remembers where its text ends.
  bool link_of(std::size_t at) {
    if (link_end_ != kNone && at < link_end_)
      return false;
    const std::string_view near = text_.substr(0, at + kLongestMark);
    const std::size_t middle = near.find("](", at);
    const std::size_t end = middle == kNone ? kNone : near.find(')', middle);
    if (end == kNone || text_.substr(at + 1, middle - at - 1).find('[') != kNone)
      return false;
    link_end_ = middle;
    link_tail_ = end + 1;
    return true;
  }

  std::size_t picture_length() {
    if (at_ + 1 >= text_.size() || text_[at_ + 1] != '[' || !link_of(at_ + 1))
      return 0;
    ++result_.pictures;
    const std::size_t length = link_tail_ - at_;
    link_end_ = kNone;
    return length;
  }

  std::size_t tag_length() {
    constexpr std::string_view kComment = "<!--";
    if (text_.substr(at_).starts_with(kComment)) {
      const std::size_t end = text_.find("-->", at_);
      ++result_.comments;
      return end == kNone ? text_.size() - at_ : end + 3 - at_;
    }
    const std::size_t name = at_ + (text_.substr(at_ + 1, 1) == "/" ? 2 : 1);
    const bool named = name < text_.size() && ((text_[name] >= 'a' && text_[name] <= 'z') ||
                                               (text_[name] >= 'A' && text_[name] <= 'Z'));
    const std::size_t end = named ? text_.find_first_of("<>", name) : kNone;
    return end != kNone && text_[end] == '>' ? end + 1 - at_ : 0;
  }

  std::size_t entity_length() const {
    constexpr std::array<std::string_view, 6> kBlanks{"&nbsp;",   "&emsp;", "&ensp;",
                                                      "&#12288;", "&#160;", "&#x3000;"};
    for (const std::string_view entity : kBlanks) {
      if (text_.substr(at_).starts_with(entity))
        return entity.size();
    }
    return 0;
  }

  std::string_view text_;
  Inline result_;
  std::size_t at_ = 0;
  std::size_t kept_from_ = 0;
  std::vector<std::size_t> stars_;  ///< where the * and ** stand that are marks
  std::size_t next_star_ = 0;
  bool ticks_open_ = false;
  bool literal_ = false;
  std::size_t link_end_ = kNone;   ///< the ] of the link that is open
  std::size_t link_tail_ = kNone;  ///< behind its )
};

}  // namespace

Inline strip_marks(std::string_view raw, RawSpan line) {
  Inline found = Stripper(raw.substr(line.begin, line.size())).run();
  for (RawSpan& piece : found.pieces) piece = {piece.begin + line.begin, piece.end + line.begin};
  return found;
}

}  // namespace plumbline::readers
