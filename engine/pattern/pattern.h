#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/pattern/pair_index.h"
#include "plumbline/message.h"
#include "plumbline/span.h"

namespace plumbline::pattern {

struct Match {
  TextSpan span;
  std::vector<TextSpan> groups;  ///< groups[0] is the first group; an unset one is {npos, npos}
};

/// Why a pattern was refused. Offsets are code points into the pattern as the author wrote it.
struct PatternError {
  std::string code;  ///< stable, "P1301"
  Message message;   ///< lower case, with the remedy
  std::size_t offset = 0;
  std::size_t length = 0;
};

/// A text that many patterns search, with its index: what a pattern without its literals there
/// costs is next to nothing. Views, cheap to copy.
struct IndexedText {
  std::string_view text;
  const PairIndex* index = nullptr;  ///< of all of `text`; nullptr is right and slower
};

/// A compiled pattern over normalised text. Copyable handle to an immutable RE2; share it freely
/// between threads.
///
/// A pattern is written as people write: full-width marks in it （，：； stand for themselves in
/// either width, because the source is folded the way the text is (and escaped where the folded
/// mark is an operator). Always (?m); '.' never crosses a line.
///
/// Time is linear in the text for every pattern: matches are sought segment by segment (a line, cut
/// at a sentence end where it is longer than kMaxSegment code points), so a match never spans two
/// segments.
class Pattern {
 public:
  static constexpr std::size_t kMaxSegment = 2000;  ///< code points

  Pattern() = default;  ///< matches nothing

  /// nullopt and `error` filled where the pattern is refused: syntax, look-around, can match the
  /// empty text, too large a program.
  static std::optional<Pattern> compile(std::string_view source, PatternError& error);
  /// For patterns that are right by construction (tests, C++ typographic marks). Asserts.
  static Pattern literal_or_die(std::string_view source);

  explicit operator bool() const { return impl_ != nullptr; }
  const std::string& source() const;

  /// First match inside `within`; ^ and $ hold at line ends of the whole text.
  std::optional<Match> find(std::string_view text, TextSpan within) const;
  std::optional<Match> find(IndexedText text, TextSpan within) const;
  std::optional<Match> find(std::string_view text) const { return find(text, {0, text.size()}); }
  bool found_in(std::string_view text) const { return find(text).has_value(); }
  /// The whole of `text` is one match.
  bool matches(std::string_view text) const;
  /// Calls `visit` for each non-overlapping match in order until it returns false.
  void each(std::string_view text, TextSpan within,
            const std::function<bool(const Match&)>& visit) const;
  void each(IndexedText text, TextSpan within,
            const std::function<bool(const Match&)>& visit) const;

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;
};

}  // namespace plumbline::pattern
