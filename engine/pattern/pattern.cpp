#include "engine/pattern/pattern.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "engine/base/utf8_bytes.h"
#include "engine/pattern/expression.h"
#include "engine/pattern/occurrences.h"
#include "engine/pattern/segments.h"
#include "engine/pattern/shape.h"
#include "engine/pattern/source.h"

namespace plumbline::pattern {

namespace {

// Estimates stay above what RE2 comes to, for large patterns by a third.
constexpr std::size_t kMostEstimated = Expression::kMostInstructions * 4 / 3;

}  // namespace

struct Pattern::Impl {
  Impl(std::string_view author, std::string folded, bool is_sound)
      : source(author), expression(std::move(folded), is_sound) {}

  /// False where no match can lie in `text`, told at a glance.
  bool possible_in(std::string_view text) const {
    return required.empty() || Occurrences(text, 0, required).next(0) != std::string_view::npos;
  }

  /// No match that holds its first literal at `place` begins before it.
  std::size_t first_begin(std::string_view text, std::size_t least, std::size_t place) const {
    if (place - std::min(place, least) <= reach)
      return least;
    std::size_t begin = place - reach;
    while (begin > least && continues_character(text[begin])) --begin;
    return begin;
  }

  std::string source;
  Expression expression;
  std::vector<Needle> required;  ///< every match holds one of them; empty = none is known
  std::size_t reach = kEndless;  ///< bytes from the begin of a match to the first of them
};

std::optional<Pattern> Pattern::compile(std::string_view source, PatternError& error) {
  const std::optional<Source> folded = fold_source(source, error);
  if (!folded)
    return std::nullopt;
  const std::optional<Shape> shape = shape_of(folded->folded, kMostEstimated);
  const bool is_sound = shape && shape->is_sound;
  auto impl = std::make_shared<Impl>(source, folded->folded, is_sound);
  if (!is_sound && !impl->expression.accept(*folded, error))
    return std::nullopt;
  if (shape) {
    for (const std::string& literal : shape->required) impl->required.emplace_back(literal);
    impl->reach = shape->reach;
  }
  Pattern pattern;
  pattern.impl_ = std::move(impl);
  return pattern;
}

Pattern Pattern::literal_or_die(std::string_view source) {
  PatternError error;
  std::optional<Pattern> pattern = compile(source, error);
  if (!pattern) {
    std::fprintf(stderr, "pattern '%.*s' at %zu: %s\n", static_cast<int>(source.size()),
                 source.data(), error.offset, error.message.in(Language::kEnglish).c_str());
    std::abort();
  }
  return *std::move(pattern);
}

const std::string& Pattern::source() const {
  static const std::string kNone;
  return impl_ ? impl_->source : kNone;
}

std::optional<Match> Pattern::find(std::string_view text, TextSpan within) const {
  return find(IndexedText{text}, within);
}

std::optional<Match> Pattern::find(IndexedText text, TextSpan within) const {
  std::optional<Match> first;
  each(text, within, [&first](const Match& match) {
    first = match;
    return false;
  });
  return first;
}

bool Pattern::matches(std::string_view text) const {
  return impl_ && impl_->possible_in(text) && impl_->expression.matches(text);
}

void Pattern::each(std::string_view text, TextSpan within,
                   const std::function<bool(const Match&)>& visit) const {
  each(IndexedText{text}, within, visit);
}

void Pattern::each(IndexedText text, TextSpan within,
                   const std::function<bool(const Match&)>& visit) const {
  const std::string_view all = text.text;
  within.end = std::min(within.end, all.size());
  if (!impl_ || within.begin >= within.end)
    return;
  Segments segments(all, within, kMaxSegment);
  TextSpan segment;
  const auto each_in = [&](TextSpan where) { return impl_->expression.each(all, where, visit); };
  if (impl_->required.empty()) {
    while (segments.next(segment) && each_in(segment)) {
    }
    return;
  }
  Occurrences places(all.substr(0, within.end), within.begin, impl_->required, text.index);
  for (std::size_t place = places.next(within.begin);
       place != std::string_view::npos && segments.next(segment, place);
       place = places.next(segment.end)) {
    if (!each_in({impl_->first_begin(all, segment.begin, place), segment.end}))
      return;
  }
}

}  // namespace plumbline::pattern
