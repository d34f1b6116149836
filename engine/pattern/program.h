#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/pattern/character_class.h"

namespace plumbline::pattern {

/// A set of code points.
class CodeSet {
 public:
  explicit CodeSet(const CharacterClass& one);
  bool contains(char32_t code_point) const {
    return code_point < kAscii ? ascii_[code_point] : contains_beyond(code_point);
  }
  std::span<const CodeRange> ranges() const { return ranges_; }

 private:
  static constexpr char32_t kAscii = 128;
  bool contains_beyond(char32_t code_point) const;

  std::bitset<kAscii> ascii_;
  std::vector<CodeRange> ranges_;  ///< sorted, apart
};

/// A step of a program. What x, y, least and most mean is said with each code.
struct Step {
  enum class Code : std::uint8_t {
    kText,       ///< bytes x to y of the pattern
    kSet,        ///< one character of set x
    kRun,        ///< least to most characters of set x
    kLineBegin,  ///< ^
    kLineEnd,    ///< $
    kWordEdge,   ///< \b
    kNoWordEdge,
    kSave,    ///< the place is slot x of the match
    kJump,    ///< go on at x
    kChoice,  ///< go on at one of the y targets from number x on, the first that leads to a match
    kDone,
  };
  Code code = Code::kDone;
  bool is_lazy = false;  ///< kRun: the fewest first
  std::uint32_t x = 0, y = 0;
  std::uint16_t least = 0, most = 0;
  std::uint32_t branch = 0;  ///< kRun, kChoice: their number among those
};

/// A pattern for search by characters (matcher.h). RE2 compiles a pattern to bytes of UTF-8 and
/// copies a class for each of its counts, which costs a one-off check more than all else; here a
/// counted class is one step. What a pattern matches is what it matches in RE2.
class Program {
 public:
  /// nullopt where RE2 shall search: what is not surely understood (syntax.h), an endless
  /// repetition of what may be empty, a program too large.
  static std::optional<Program> compile(std::string_view folded);

  const Step& operator[](std::uint32_t at) const { return steps_[at]; }
  std::uint32_t target(std::uint32_t at) const { return targets_[at]; }
  const CodeSet& set(std::uint32_t at) const { return sets_[at]; }
  std::string_view text(const Step& step) const {
    return std::string_view(pattern_).substr(step.x, step.y - step.x);
  }
  std::uint32_t branches() const { return branches_; }
  std::uint32_t groups() const { return groups_; }
  /// Every match begins with ^.
  bool is_at_line_begin() const { return at_line_begin_; }
  /// False where no match begins with this character.
  bool may_begin_with(char32_t code_point) const {
    return any_begin_ || begins_[code_point % kBegins];
  }

 private:
  friend class ProgramWriter;
  static constexpr std::size_t kBegins = 1024;

  void note_begins();
  bool note_begin(std::uint32_t at, std::vector<std::uint32_t>& open);
  bool note_set(const CodeSet& set);

  std::string pattern_;
  std::vector<Step> steps_;
  std::vector<std::uint32_t> targets_;
  std::vector<CodeSet> sets_;
  std::uint32_t branches_ = 0;
  std::uint32_t groups_ = 0;
  bool at_line_begin_ = false;
  bool any_begin_ = false;
  std::bitset<kBegins> begins_;  ///< by the remainder of the code point
};

}  // namespace plumbline::pattern
