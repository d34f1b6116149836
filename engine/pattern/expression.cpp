#include "engine/pattern/expression.h"

#include <re2/re2.h>

#include <array>
#include <mutex>
#include <stdexcept>
#include <utility>
#include <vector>

#include "engine/pattern/matcher.h"
#include "engine/pattern/messages.h"
#include "engine/pattern/program.h"

namespace plumbline::pattern {
namespace {

const std::string kMultiLine = "(?m)";
constexpr std::size_t kLongest = 64 << 10;  // bytes in which a program keeps account of its ways
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

Message message_for(const RE2& re) {
  switch (re.error_code()) {
    case RE2::ErrorMissingParen:
      return words::kParenOpen;
    case RE2::ErrorUnexpectedParen:
      return words::kParenStray;
    case RE2::ErrorMissingBracket:
      return words::kBracketOpen;
    case RE2::ErrorTrailingBackslash:
      return words::kLoneBackslash;
    case RE2::ErrorRepeatArgument:
      return words::kNothingToRepeat;
    case RE2::ErrorPatternTooLarge:
      return words::kTooLarge;
    case RE2::ErrorBadEscape:
      return {words::kBadEscape, {re.error_arg()}};
    case RE2::ErrorBadCharClass:
      return {words::kBadClass, {re.error_arg()}};
    case RE2::ErrorBadCharRange:
      return {words::kBadRange, {re.error_arg()}};
    case RE2::ErrorRepeatSize:
      return {words::kBadCount, {re.error_arg()}};
    case RE2::ErrorRepeatOp:
      return {words::kBadRepeat, {re.error_arg()}};
    case RE2::ErrorBadPerlOp:
      return {words::kBadGroup, {re.error_arg()}};
    case RE2::ErrorBadNamedCapture:
      return {words::kBadName, {re.error_arg()}};
    default:
      return {words::kRefused, {re.error()}};
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

bool fill(PatternError& error, const Message& message, std::size_t length) {
  error = {std::string(message.code()), message, 0, length};
  return false;
}

TextSpan span_of(const re2::StringPiece& found, std::string_view text) {
  if (found.data() == nullptr)
    return {kUnset, kUnset};
  const auto begin = static_cast<std::size_t>(found.data() - text.data());
  return {begin, begin + found.size()};
}

std::optional<Match> search(const RE2& re, std::string_view text, TextSpan where) {
  std::vector<re2::StringPiece> found(1 + static_cast<std::size_t>(re.NumberOfCapturingGroups()));
  if (!re.Match(piece(text), where.begin, where.end, RE2::UNANCHORED, found.data(),
                static_cast<int>(found.size())))
    return std::nullopt;
  Match match{.span = span_of(found[0], text), .groups = {}};
  for (std::size_t i = 1; i < found.size(); ++i) match.groups.push_back(span_of(found[i], text));
  return match;
}

}  // namespace

/// Each of the two is made once, when it is asked for.
struct Expression::Compiled {
  /// Null where RE2 shall search.
  const Program* program() {
    std::call_once(program_once, [this] {
      if (is_sound)
        own_program = Program::compile(folded);
    });
    return own_program ? &*own_program : nullptr;
  }
  const RE2& judge() {
    std::call_once(
        re_once, [this] { own_re = std::make_unique<const RE2>(kMultiLine + folded, options()); });
    return *own_re;
  }
  const RE2& searcher() {
    if (!judge().ok())
      throw std::logic_error("pattern: RE2 refuses " + folded);
    return judge();
  }

  std::string folded;
  bool is_sound = false;
  std::once_flag program_once, re_once;
  std::optional<Program> own_program;
  std::unique_ptr<const RE2> own_re;
};

Expression::Expression(std::string folded, bool is_sound)
    : compiled_(std::make_unique<Compiled>()) {
  compiled_->folded = std::move(folded);
  compiled_->is_sound = is_sound;
}
Expression::~Expression() = default;

bool Expression::accept(const Source& source, PatternError& error) const {
  const RE2& re = compiled_->judge();
  if (!re.ok()) {
    fill(error, message_for(re), source.code_points);
    place_error(re, source, error);
    return false;
  }
  if (re.ProgramSize() > static_cast<int>(kMostInstructions))
    return fill(error, words::kTooLarge, source.code_points);
  if (can_match_empty(re))
    return fill(error, words::kMatchesEmpty, source.code_points);
  return true;
}

bool Expression::each(std::string_view text, TextSpan where,
                      const std::function<bool(const Match&)>& visit) const {
  std::optional<Matcher> matcher;
  if (const Program* program = compiled_->program())
    matcher.emplace(*program, text, where);
  while (where.begin < where.end) {
    const std::optional<Match> match =
        matcher ? matcher->next() : search(compiled_->searcher(), text, where);
    if (!match)
      return true;
    if (!visit(*match))
      return false;
    where.begin = match->span.end;
  }
  return true;
}

bool Expression::matches(std::string_view text) const {
  const Program* program = compiled_->program();
  if (program != nullptr && text.size() <= kLongest)
    return Matcher(*program, text, {0, text.size()}).matches();
  return compiled_->searcher().Match(piece(text), 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0);
}

}  // namespace plumbline::pattern
