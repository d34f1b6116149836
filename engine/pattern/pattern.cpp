#include "engine/pattern/pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "engine/pattern/segments.h"
#include "engine/pattern/source.h"

namespace plumbline::pattern {
namespace {

constexpr std::string_view kMultiLine = "(?m)";
constexpr int kMaxInstructions = 5000;
constexpr std::size_t kUnset = std::string_view::npos;

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

RE2::Options options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(8 << 20);
  return options;
}

std::string message_for(const RE2& re) {
  switch (re.error_code()) {
    case RE2::ErrorMissingParen:
      return "this ( is never closed";
    case RE2::ErrorUnexpectedParen:
      return "this ) closes nothing: escape it, or write the full-width mark";
    case RE2::ErrorMissingBracket:
      return "this [ is never closed";
    case RE2::ErrorTrailingBackslash:
      return "a pattern cannot end in a lone backslash";
    case RE2::ErrorRepeatArgument:
      return "there is nothing to repeat here: escape the mark if it is meant itself";
    case RE2::ErrorPatternTooLarge:
      return "the pattern is too large: use * or + for large counts, or split it";
    default:
      return re.error();
  }
}

/// Where RE2's complaint stands in the author's text. RE2 quotes the offending piece; for brackets
/// it quotes all of the pattern, and the folding has the place.
void place_error(const RE2& re, const Source& source, PatternError& error) {
  error.length = 1;
  const std::optional<std::size_t> bracket =
      re.error_code() == RE2::ErrorMissingParen      ? source.open_group
      : re.error_code() == RE2::ErrorUnexpectedParen ? source.stray_close
      : re.error_code() == RE2::ErrorMissingBracket  ? source.open_class
                                                     : std::nullopt;
  if (bracket) {
    error.offset = *bracket;
    return;
  }
  const std::string& quoted = re.error_arg();
  const std::size_t at = quoted.empty() ? std::string::npos : source.folded.find(quoted);
  if (at == std::string::npos) {
    error.length = source.code_points;
    return;
  }
  error.offset = source.origin[at];
  error.length = source.origin[at + quoted.size() - 1] + 1 - error.offset;
}

/// Whether an empty match exists anywhere: an empty match depends only on what stands on its sides.
bool can_match_empty(const RE2& re) {
  constexpr std::array<std::string_view, 4> kSides{"", "\n", "a", ","};
  for (const std::string_view before : kSides) {
    for (const std::string_view after : kSides) {
      const std::string text = std::string(before).append(after);
      if (re.Match(piece(text), before.size(), before.size(), RE2::ANCHOR_BOTH, nullptr, 0))
        return true;
    }
  }
  return false;
}

}  // namespace

struct Pattern::Impl {
  Impl(std::string_view author, const std::string& folded)
      : source(author),
        re(std::string(kMultiLine) + folded, options()),
        pieces(re.ok() ? 1 + static_cast<std::size_t>(re.NumberOfCapturingGroups()) : 0) {}

  /// Leftmost match in bytes [begin, end) of `text`; sides are judged by the whole of `text`.
  bool match(std::string_view text, TextSpan where, std::vector<re2::StringPiece>& found) const {
    return re.Match(piece(text), where.begin, where.end, RE2::UNANCHORED, found.data(),
                    static_cast<int>(found.size()));
  }

  std::string source;
  RE2 re;
  std::size_t pieces;  ///< of a match: the whole and its groups
};

namespace {

TextSpan span_of(const re2::StringPiece& found, std::string_view text) {
  if (found.data() == nullptr)
    return {kUnset, kUnset};
  const auto begin = static_cast<std::size_t>(found.data() - text.data());
  return {begin, begin + found.size()};
}

Match match_of(const std::vector<re2::StringPiece>& found, std::string_view text) {
  Match match{.span = span_of(found[0], text), .groups = {}};
  match.groups.reserve(found.size() - 1);
  for (std::size_t i = 1; i < found.size(); ++i) match.groups.push_back(span_of(found[i], text));
  return match;
}

bool fill(PatternError& error, std::string code, std::string message, std::size_t length) {
  error = {std::move(code), std::move(message), 0, length};
  return false;
}

bool acceptable(const RE2& re, const Source& source, PatternError& error) {
  if (!re.ok()) {
    const bool large = re.error_code() == RE2::ErrorPatternTooLarge;
    fill(error, large ? "P1306" : "P1301", message_for(re), source.code_points);
    place_error(re, source, error);
    return false;
  }
  if (re.ProgramSize() > kMaxInstructions)
    return fill(error, "P1306",
                "the pattern is too large: use * or + for large counts, or split it",
                source.code_points);
  if (can_match_empty(re))
    return fill(error, "P1304",
                "the pattern can match the empty text, so it would match everywhere: make some "
                "part of it required",
                source.code_points);
  return true;
}

}  // namespace

std::optional<Pattern> Pattern::compile(std::string_view source, PatternError& error) {
  const std::optional<Source> folded = fold_source(source, error);
  if (!folded)
    return std::nullopt;
  auto impl = std::make_shared<Impl>(source, folded->folded);
  if (!acceptable(impl->re, *folded, error))
    return std::nullopt;
  Pattern pattern;
  pattern.impl_ = std::move(impl);
  return pattern;
}

Pattern Pattern::literal_or_die(std::string_view source) {
  PatternError error;
  std::optional<Pattern> pattern = compile(source, error);
  if (!pattern) {
    std::fprintf(stderr, "pattern '%.*s' at %zu: %s\n", static_cast<int>(source.size()),
                 source.data(), error.offset, error.message.c_str());
    std::abort();
  }
  return *std::move(pattern);
}

const std::string& Pattern::source() const {
  static const std::string kNone;
  return impl_ ? impl_->source : kNone;
}

std::optional<Match> Pattern::find(std::string_view text, TextSpan within) const {
  std::optional<Match> first;
  each(text, within, [&first](const Match& match) {
    first = match;
    return false;
  });
  return first;
}

bool Pattern::matches(std::string_view text) const {
  return impl_ && impl_->re.Match(piece(text), 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0);
}

void Pattern::each(std::string_view text, TextSpan within,
                   const std::function<bool(const Match&)>& visit) const {
  within.end = std::min(within.end, text.size());
  if (!impl_ || within.begin >= within.end)
    return;
  // A match in a segment is one in the whole stretch too, so this pass rules out most patterns at
  // once, and no segment before its match can hold one.
  std::vector<re2::StringPiece> found(1);
  if (!impl_->match(text, within, found))
    return;
  const std::size_t nothing_before = span_of(found[0], text).begin;
  found.resize(impl_->pieces);
  Segments segments(text, within, kMaxSegment);
  for (TextSpan segment; segments.next(segment);) {
    if (segment.end <= nothing_before)
      continue;
    while (segment.begin < segment.end && impl_->match(text, segment, found)) {
      const Match match = match_of(found, text);
      if (!visit(match))
        return;
      segment.begin = match.span.end;
    }
  }
}

}  // namespace plumbline::pattern
