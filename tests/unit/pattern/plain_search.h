#pragma once

#include <re2/re2.h>

#include <string>
#include <string_view>

#include "engine/pattern/pattern.h"
#include "engine/pattern/segments.h"
#include "engine/pattern/source.h"

namespace plumbline::pattern {

/// What a pattern means: RE2 over every segment, nothing left out. "0-6 9-12(9-10)" are the bytes
/// of the matches with their groups.
inline std::string plain_matches(const RE2& re, std::string_view text) {
  std::string out;
  const std::size_t pieces = 1 + static_cast<std::size_t>(re.NumberOfCapturingGroups());
  std::vector<re2::StringPiece> found(pieces);
  const auto put = [&](const re2::StringPiece& one) {
    if (one.data() == nullptr)
      return std::string("-");
    const auto begin = static_cast<std::size_t>(one.data() - text.data());
    return std::to_string(begin) + "-" + std::to_string(begin + one.size());
  };
  Segments segments(text, {0, text.size()}, Pattern::kMaxSegment);
  for (TextSpan segment; segments.next(segment);) {
    while (segment.begin < segment.end &&
           re.Match({text.data(), text.size()}, segment.begin, segment.end, RE2::UNANCHORED,
                    found.data(), static_cast<int>(pieces))) {
      out += put(found[0]);
      for (std::size_t i = 1; i < pieces; ++i) out += "(" + put(found[i]) + ")";
      out += " ";
      segment.begin = static_cast<std::size_t>(found[0].data() - text.data()) + found[0].size();
    }
  }
  return out;
}

/// The same from a Pattern.
inline std::string gated_matches(const Pattern& pattern, IndexedText text) {
  std::string out;
  const auto put = [](TextSpan span) {
    return span.begin == std::string_view::npos
               ? std::string("-")
               : std::to_string(span.begin) + "-" + std::to_string(span.end);
  };
  pattern.each(text, {0, text.text.size()}, [&](const Match& match) {
    out += put(match.span);
    for (const TextSpan group : match.groups) out += "(" + put(group) + ")";
    out += " ";
    return true;
  });
  return out;
}

inline std::string re2_source(std::string_view author) {
  PatternError error;
  const std::optional<Source> source = fold_source(author, error);
  return source ? "(?m)" + source->folded : "[";
}

inline RE2::Options quiet() {
  RE2::Options options;
  options.set_log_errors(false);
  return options;
}

}  // namespace plumbline::pattern
