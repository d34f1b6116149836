#include "engine/pattern/character_class.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/base/utf8_bytes.h"
#include "engine/pattern/han.h"

namespace plumbline::pattern {
namespace {

// Instructions of RE2 20220601 over UTF-8, rounded up; tests/unit/pattern/shape_test.cpp holds them
// against real programs.
constexpr std::size_t kOfAll = 12;        // every character
constexpr std::size_t kOfHan = 26;        // kHan
constexpr std::size_t kOfRange = 14;      // a range more or less
constexpr std::size_t kMostMembers = 16;  // that are worth spelling out
constexpr std::size_t kMostRead = 200;    // so that the search among them costs nothing

/// A single character more.
constexpr std::array<std::size_t, 5> kOfMember = {0, 2, 3, 3, 4};  // by bytes
/// A single character less. Characters that begin with the same two bytes share a part of the
/// program, which the first of them pays.
constexpr std::array<std::size_t, 5> kOfGap = {0, 2, 7, 3, 16};
constexpr std::size_t kOfFirstGap = 7;

constexpr char32_t kLast = 0x10ffff;
constexpr CodeRange kDigits[] = {{'0', '9'}};
constexpr CodeRange kWord[] = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
constexpr CodeRange kBlanks[] = {{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}};
constexpr CodeRange kNoDigits[] = {{0, '0' - 1}, {'9' + 1, kLast}};
constexpr CodeRange kNoWord[] = {
    {0, '0' - 1}, {'9' + 1, 'A' - 1}, {'Z' + 1, '_' - 1}, {'_' + 1, 'a' - 1}, {'z' + 1, kLast}};
constexpr CodeRange kNoBlanks[] = {
    {0, '\t' - 1}, {'\n' + 1, '\f' - 1}, {'\r' + 1, ' ' - 1}, {' ' + 1, kLast}};

struct Named {
  std::string_view escape;
  std::size_t instructions;
  std::span<const CodeRange> ranges;
};
constexpr std::array<Named, 6> kNamed = {{{"\\d", 4, kDigits},
                                          {"\\w", 6, kWord},
                                          {"\\s", 6, kBlanks},
                                          {"\\D", kOfAll + 4, kNoDigits},
                                          {"\\W", kOfAll + 6, kNoWord},
                                          {"\\S", kOfAll + 6, kNoBlanks}}};

std::optional<Named> named_at(std::string_view pattern, std::size_t at) {
  for (const Named& one : kNamed) {
    if (pattern.substr(at).starts_with(one.escape))
      return one;
  }
  return std::nullopt;
}

class ClassReader {
 public:
  ClassReader(std::string_view pattern, std::size_t at) : text_(pattern), at_(at + 1) {
    out_.ranges.reserve(kMostMembers);
    literals_.reserve(kMostMembers);
  }

  std::optional<CharacterClass> read() {
    out_.is_negated = take("^");
    const std::size_t first = at_;
    while (at_ < text_.size() && (text_[at_] != ']' || at_ == first)) {
      if (!item())
        return std::nullopt;
    }
    if (at_ >= text_.size())
      return std::nullopt;
    out_.end = at_ + 1;
    out_.instructions += out_.is_negated ? kOfAll : 0;
    if (!out_.is_negated && listed_ && literals_.size() <= kMostMembers)
      out_.members = std::move(literals_);
    return std::move(out_);
  }

 private:
  bool take(std::string_view word) {
    const bool is_here = text_.substr(at_).starts_with(word);
    at_ += is_here ? word.size() : 0;
    return is_here;
  }

  bool item() {
    if (text_[at_] == '\\') {
      if (const auto named = named_at(text_, at_)) {
        at_ += named->escape.size();
        add(named->instructions, named->ranges);
        listed_ = false;
        return true;
      }
    }
    if (text_.substr(at_).starts_with(kHan))
      return han();
    if (text_.substr(at_).starts_with("[:") || (text_[at_] == '-' && !stands_alone()))
      return false;
    return character_or_range();
  }

  /// What it comes to together is known better than by the sum.
  bool han() {
    const std::size_t end = at_ + kHan.size(), before = out_.instructions;
    while (at_ < end && character_or_range()) {
    }
    out_.instructions = before + kOfHan;
    listed_ = false;
    return at_ == end;
  }

  bool character_or_range() {
    const std::string_view low = character();
    if (low.empty())
      return false;
    if (at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] != ']')
      return range(low);
    out_.instructions += out_.is_negated ? kOfGap[low.size()] + (is_first(low) ? kOfFirstGap : 0)
                                         : kOfMember[low.size()];
    out_.ranges.push_back({decode_utf8(low, 0).value, decode_utf8(low, 0).value});
    literals_.emplace_back(low);
    return literals_.size() <= kMostRead;
  }

  void add(std::size_t instructions, std::span<const CodeRange> ranges) {
    out_.instructions += instructions;
    out_.ranges.insert(out_.ranges.end(), ranges.begin(), ranges.end());
  }

  /// A hyphen that is meant itself: at the beginning or at the end.
  bool stands_alone() const {
    const char before = text_[at_ - 1];
    return before == '[' || before == '^' || text_.substr(at_ + 1, 1) == "]";
  }

  /// No earlier member begins with the same two bytes.
  bool is_first(std::string_view member) const {
    return member.size() == 3 && std::ranges::none_of(literals_, [&](const std::string& other) {
             return other.size() == member.size() && other.compare(0, 2, member.substr(0, 2)) == 0;
           });
  }

  bool range(std::string_view low) {
    ++at_;
    const std::string_view high = text_[at_] == '-' ? std::string_view() : character();
    // UTF-8 sorts as its code points do.
    if (high.empty() || high < low)
      return false;
    const CodeRange members[] = {{decode_utf8(low, 0).value, decode_utf8(high, 0).value}};
    add(kOfRange, members);
    listed_ = false;
    return true;
  }

  /// One character, taken out of its escape; empty where it is something else.
  std::string_view character() {
    if (text_[at_] == '\\') {
      const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
      if (next == 'n' || next == 't' || next == 'r') {
        at_ += 2;
        return next == 'n' ? "\n" : next == 't' ? "\t" : "\r";
      }
      if (std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~").find(next) ==
          std::string_view::npos)
        return {};
      at_ += 2;
      return text_.substr(at_ - 1, 1);
    }
    const std::size_t begin = at_;
    at_ += character_bytes(text_, begin);
    return text_.substr(begin, at_ - begin);
  }

  std::string_view text_;
  std::size_t at_;
  bool listed_ = true;  ///< every member is in `literals_`
  Literals literals_;
  CharacterClass out_;
};

}  // namespace

std::optional<CharacterClass> read_class(std::string_view pattern, std::size_t at) {
  return ClassReader(pattern, at).read();
}

std::optional<CharacterClass> read_escaped_class(std::string_view pattern, std::size_t at) {
  const auto named = named_at(pattern, at);
  if (!named)
    return std::nullopt;
  return CharacterClass{at + named->escape.size(),
                        named->instructions,
                        {},
                        {named->ranges.begin(), named->ranges.end()}};
}

CharacterClass any_character() {
  return {0, kOfAll, {}, {{'\n', '\n'}}, true};
}

}  // namespace plumbline::pattern
