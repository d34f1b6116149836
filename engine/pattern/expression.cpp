#include "engine/pattern/expression.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>
#include <vector>

namespace plumbline::pattern {
namespace {

constexpr std::string_view kMultiLine = "(?m)";
constexpr std::size_t kUnset = std::string_view::npos;

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

RE2::Options options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(2 << 20);
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

bool fill(PatternError& error, std::string code, std::string message, std::size_t length) {
  error = {std::move(code), std::move(message), 0, length};
  return false;
}

std::size_t code_points(const re2::StringPiece& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
  }));
}

TextSpan span_of(const re2::StringPiece& found, std::string_view text) {
  if (found.data() == nullptr)
    return {kUnset, kUnset};
  const auto begin = static_cast<std::size_t>(found.data() - text.data());
  return {begin, begin + found.size()};
}

}  // namespace

struct Expression::Compiled {
  explicit Compiled(const std::string& folded)
      : re(std::string(kMultiLine) + folded, options()),
        pieces(re.ok() ? 1 + static_cast<std::size_t>(re.NumberOfCapturingGroups()) : 0) {}

  RE2 re;
  std::size_t pieces;  ///< of a match: the whole and its groups
};

Expression::Expression(Prepared prepared) : prepared_(std::move(prepared)) {}
Expression::~Expression() = default;

const Expression::Compiled& Expression::compiled() const {
  std::call_once(once_, [this] {
    compiled_ = std::make_unique<const Compiled>(prepared_.pattern);
    is_compiled_.store(true, std::memory_order_relaxed);
  });
  return *compiled_;
}

bool Expression::accept(const Source& source, PatternError& error) const {
  const RE2& re = compiled().re;
  if (!re.ok()) {
    const bool large = re.error_code() == RE2::ErrorPatternTooLarge;
    fill(error, large ? "P1306" : "P1301", message_for(re), source.code_points);
    place_error(re, source, error);
    return false;
  }
  if (re.ProgramSize() > static_cast<int>(kMostInstructions))
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

std::size_t Expression::first(std::string_view text, TextSpan where) const {
  re2::StringPiece found;
  const RE2& re = compiled().re;
  if (!re.ok())
    throw std::logic_error("pattern: RE2 refuses " + prepared_.pattern);
  const bool is_found = re.Match(piece(text), where.begin, where.end, RE2::UNANCHORED, &found, 1);
  return is_found ? span_of(found, text).begin : kUnset;
}

bool Expression::search(std::string_view text, TextSpan where, Match& match) const {
  const Compiled& own = compiled();
  if (!own.re.ok())
    throw std::logic_error("pattern: RE2 refuses " + prepared_.pattern);
  const RE2::Anchor anchor = prepared_.at_line_begin ? RE2::ANCHOR_START : RE2::UNANCHORED;
  if (prepared_.at_line_begin && where.begin > 0 && text[where.begin - 1] != '\n')
    return false;
  std::vector<re2::StringPiece> found(own.pieces);
  if (!own.re.Match(piece(text), where.begin, where.end, anchor, found.data(),
                    static_cast<int>(found.size())))
    return false;
  const std::size_t first_group = prepared_.is_head_ours ? 2 : 1;
  if (prepared_.has_head && code_points(found[1]) > prepared_.longest_head)
    return false;
  match = {.span = span_of(found[0], text), .groups = {}};
  match.groups.reserve(found.size() - first_group);
  for (std::size_t i = first_group; i < found.size(); ++i)
    match.groups.push_back(span_of(found[i], text));
  return true;
}

bool Expression::matches(std::string_view text) const {
  const RE2& re = compiled().re;
  if (!re.ok())
    throw std::logic_error("pattern: RE2 refuses " + prepared_.pattern);
  std::array<re2::StringPiece, 2> found;
  const int wanted = prepared_.has_head ? 2 : 0;
  return re.Match(piece(text), 0, text.size(), RE2::ANCHOR_BOTH, found.data(), wanted) &&
         code_points(found[1]) <= prepared_.longest_head;
}

}  // namespace plumbline::pattern
