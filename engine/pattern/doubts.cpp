#include "engine/pattern/doubts.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <utility>

#include "engine/base/code_points.h"
#include "engine/base/fold.h"
#include "engine/base/utf8.h"
#include "engine/pattern/escape.h"
#include "engine/pattern/messages.h"
#include "engine/pattern/pattern.h"

namespace plumbline::pattern {
namespace {

constexpr char32_t kFirstIdeographic = 0x2e80;  // radicals, then marks and characters of Chinese
constexpr std::size_t kLongestBeginning = 200;  // bytes
constexpr std::u32string_view kMayBeAbsent = U"?*{";

std::string folded(std::u32string_view points) {
  std::string text, out;
  for (const char32_t point : points) append_utf8(point, text);
  for (std::size_t at = 0; at < text.size();) at = fold_unit(text, at, out).end;
  return out;
}

bool is_ideographic(char32_t point) {
  return point >= kFirstIdeographic;
}

/// One branch of an alternation: where it stands, and its words where it is nothing but words.
struct Branch {
  std::size_t begin = 0, end = 0;
  bool literal = true;
};

struct Group {
  std::vector<Branch> branches;
  bool begins = true;  ///< nothing of the pattern stands before it
};

class Scanner {
 public:
  explicit Scanner(std::string_view author) : points_(utf8::decode(author)) {}

  std::vector<Doubt> run() {
    groups_.push_back({{{0, 0, true}}});
    while (at_ < points_.size()) step();
    close_branch();
    compare(groups_.front(), points_.size());
    std::ranges::stable_sort(found_, {}, &Doubt::offset);
    return std::move(found_);
  }

 private:
  char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < points_.size() ? points_[at_ + ahead] : U'\0';
  }
  void doubt(const Message& message, std::size_t offset, std::size_t length) {
    found_.push_back({std::string(message.code()), message, offset, length});
  }
  Branch& branch() { return groups_.back().branches.back(); }

  void step() {
    const char32_t before = std::exchange(before_, U'\0');
    const bool begun = begins_;
    switch (peek()) {
      case U'\\':
        return escape(before);
      case U'[':
        return character_class(before);
      case U'(':
        return open_group();
      case U')':
        return close_group();
      case U'|':
        return next_branch();
      case U'^':
        return caret();
      case U'$':
        return dollar();
      case U' ':
        blank(before, at_, 1);
        break;
      case U'?':
      case U'*':
      case U'{':
        begins_ = begins_before_;  // what stands before it may be absent
        branch().literal = false;
        ++at_;
        return;
      default:
        break;
    }
    const bool is_operator = kOperators.find(peek()) != std::u32string_view::npos;
    if (is_operator)
      branch().literal = false;
    before_ = is_operator ? U'\0' : peek();
    begins_before_ = begun;
    begins_ = false;
    ++at_;
  }

  void escape(char32_t before) {
    const char32_t next = peek(1);
    const Escape one = read_escape(points_, at_);
    ascii_only(next);
    if (next == U's' || one.point == U' ')
      blank(before, at_, one.length);
    else
      never_there(one);
    branch().literal = false;
    if (next == U'A' && !begins_)
      begin_inside_line("\\A", 2);
    if (next == U'z' && !ends_branch(peek(2)))
      end_inside_line("\\z", 2);
    begins_before_ = begins_;
    begins_ = begins_ && next == U'A';
    before_ = one.point;
    at_ += one.length;
  }

  /// An escape hides from the folding of patterns what it means.
  void never_there(const Escape& one) {
    if (one.point == U'\0')
      return;
    const std::string form = folded(std::u32string_view(&one.point, 1));
    std::string plain;
    append_utf8(one.point, plain);
    if (form == plain)
      return;
    const bool is_blank = form.empty() || form == " ";
    doubt({words::kNeverThere,
           {is_blank ? Message(words::kLeaveItOut) : Message(words::kHoldsInstead, {form})}},
          at_, one.length);
  }

  void ascii_only(char32_t letter) {
    if (letter == U'b' || letter == U'B')
      doubt(words::kAsciiBorder, at_, 2);
    if (letter == U'w' || letter == U'W')
      doubt(words::kAsciiLetters, at_, 2);
  }

  /// A blank that takes the characters [begin, begin + length) of the pattern, which is read up to
  /// there or behind it. `before` is the character that surely stands before it, or 0.
  void blank(char32_t before, std::size_t begin, std::size_t length) {
    const auto behind = [&](std::size_t ahead) {
      const std::size_t at = begin + length + ahead;
      return at < points_.size() ? points_[at] : U'\0';
    };
    const std::size_t next = may_be_absent(behind(0)) ? 1 : 0;
    if (before == U' ' || parts_no_words(before) ||
        (parts_no_words(behind(next)) && !may_be_absent(behind(next + 1))))
      doubt(words::kNoBlank, begin, length);
  }

  static bool may_be_absent(char32_t mark) {
    return mark != U'\0' && kMayBeAbsent.find(mark) != std::u32string_view::npos;
  }

  /// No blank stands beside it in normalised text.
  static bool parts_no_words(char32_t point) {
    if (is_ideographic(point))
      return true;
    const bool is_word = (point >= U'0' && point <= U'9') || (point >= U'A' && point <= U'Z') ||
                         (point >= U'a' && point <= U'z');
    return point > U' ' && point < 0x80 && !is_word &&
           kOperators.find(point) == std::u32string_view::npos;
  }

  void begin_inside_line(const char* anchor, std::size_t length) {
    doubt({words::kInsideLine, {anchor}}, at_, length);
  }
  void end_inside_line(const char* anchor, std::size_t length) {
    doubt({words::kInsideLineEnd, {anchor}}, at_, length);
  }

  static bool ends_branch(char32_t next) {
    return next == U'\0' || next == U')' || next == U'|' || next == U'$';
  }

  void caret() {
    if (!begins_)
      begin_inside_line("^", 1);
    branch().literal = false;
    ++at_;
  }

  void dollar() {
    if (!ends_branch(peek(1)))
      end_inside_line("$", 1);
    branch().literal = false;
    begins_ = false;
    ++at_;
  }

  void character_class(char32_t before) {
    const std::size_t begin = at_;
    std::vector<std::pair<std::string, std::size_t>> seen;
    at_ += peek(1) == U'^' ? 2u : 1u;
    for (const std::size_t first = at_; at_ < points_.size() && (peek() != U']' || at_ == first);)
      member(seen);
    ++at_;
    const std::u32string_view members =
        std::u32string_view(points_).substr(begin + 1, std::max(at_, begin + 2) - begin - 2);
    if (members == U" " || members == U"\\s")
      blank(before, begin, at_ - begin);
    branch().literal = false;
    begins_before_ = std::exchange(begins_, false);
    if (at_ > points_.size())
      at_ = std::max(points_.size(), begin);
  }

  void member(std::vector<std::pair<std::string, std::size_t>>& seen) {
    if (peek() == U'\\') {
      ascii_only(peek(1) == U'b' ? U'\0' : peek(1));
      const Escape one = read_escape(points_, at_);
      const bool mark = peek(1) < 0x80 && kOperators.find(peek(1)) != std::u32string_view::npos;
      if (mark)
        return single(seen, std::u32string_view(points_).substr(at_ + 1, 1), 2);
      const bool is_range =
          at_ > 0 && (points_[at_ - 1] == U'-' ||
                      (at_ + one.length < points_.size() && points_[at_ + one.length] == U'-'));
      if (!is_range)
        never_there(one);
      at_ += one.length;
      return;
    }
    if (peek() == U'[' && peek(1) == U':') {
      at_ = std::min(points_.find(U":]", at_), points_.size()) + 2;
      return;
    }
    if (peek(1) == U'-' && peek(2) != U']' && peek(2) != U'\0') {
      at_ += 3;  // a range
      return;
    }
    single(seen, std::u32string_view(points_).substr(at_, 1), 1);
  }

  void single(std::vector<std::pair<std::string, std::size_t>>& seen, std::u32string_view point,
              std::size_t length) {
    const std::string form = folded(point);
    const auto twin = std::ranges::find(seen, form, &std::pair<std::string, std::size_t>::first);
    if (twin != seen.end())
      doubt(words::kWidthTwins, at_, length);
    seen.emplace_back(form, at_);
    at_ += length;
  }

  void open_group() {
    branch().literal = false;
    ++at_;
    if (peek() == U'?') {
      const std::size_t named = peek(1) == U'P' ? points_.find(U'>', at_) : std::u32string::npos;
      const std::size_t colon = points_.find_first_of(U":)", at_);
      at_ = std::min(named == std::u32string::npos ? colon : named, points_.size());
      ++at_;
      if (points_[at_ - 1] == U')')
        return;  // flags alone stand nowhere
    }
    groups_.push_back({{{at_, at_, true}}, begins_});
  }

  void close_group() {
    close_branch();
    ++at_;
    begins_ = false;
    if (groups_.size() == 1)
      return;
    const Group group = std::move(groups_.back());
    groups_.pop_back();
    begins_before_ = group.begins;
    compare(group, at_);
  }

  void close_branch() { branch().end = std::min(at_, points_.size()); }

  void next_branch() {
    close_branch();
    ++at_;
    groups_.back().branches.push_back({at_, at_, true});
    begins_ = groups_.back().begins;
  }

  std::u32string_view words(const Branch& one) const {
    return std::u32string_view(points_).substr(one.begin, one.end - one.begin);
  }

  /// Nothing but closing brackets follows: what the group takes, the match takes.
  bool ends_pattern(std::size_t behind) const {
    return points_.find_first_not_of(U')', behind) == std::u32string::npos;
  }

  void compare(const Group& group, std::size_t behind) {
    std::set<std::string, std::less<>> seen, literals;
    for (const Branch& one : group.branches) {
      const std::string form = folded(words(one));
      const std::size_t length = one.end - one.begin;
      if (!seen.insert(form).second)
        doubt(words::kTwice, one.begin, length);
      else if (const std::string taker =
                   one.literal && ends_pattern(behind) ? beginning_in(literals, form) : "";
               !taker.empty())
        doubt({words::kNeverTaken, {taker}}, one.begin, length);
      if (one.literal)
        literals.insert(form);
    }
  }

  static std::string beginning_in(const std::set<std::string, std::less<>>& literals,
                                  std::string_view form) {
    for (std::size_t size = 1; size < std::min(form.size(), kLongestBeginning); ++size) {
      if (const auto found = literals.find(form.substr(0, size)); found != literals.end())
        return *found;
    }
    return "";
  }

  const std::u32string points_;
  std::size_t at_ = 0;
  bool begins_ = true;         ///< this place may be the beginning of the match
  bool begins_before_ = true;  ///< the same of the place before what was read last
  char32_t before_ = U'\0';    ///< the character that surely stands before this place, or 0
  std::vector<Group> groups_;
  std::vector<Doubt> found_;
};

/// One-character texts that have nothing in common; with the pattern's own characters they tell a
/// pattern that matches anything from one that names what it does not want.
bool matches_anything(std::string_view author) {
  PatternError error;
  const auto pattern = Pattern::compile(author, error);
  if (!pattern)
    return false;
  constexpr std::array<std::string_view, 6> kProbes = {"一", "年", "a", "Z", "7", ","};
  for (const std::string_view probe : kProbes) {
    if (!pattern->found_in(probe))
      return false;
  }
  for (const char32_t point : utf8::decode(author)) {
    std::string own;
    append_utf8(point, own);
    std::string form;
    fold_unit(own, 0, form);
    if (!form.empty() && form != " " && !pattern->found_in(form))
      return false;
  }
  return true;
}

}  // namespace

std::vector<Doubt> doubts_about(std::string_view author) {
  std::vector<Doubt> found = Scanner(author).run();
  if (matches_anything(author))
    found.insert(found.begin(), {std::string(words::kMatchesAnything.code), words::kMatchesAnything,
                                 0, utf8::length(author)});
  return found;
}

}  // namespace plumbline::pattern
