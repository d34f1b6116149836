#include "engine/checks/prose.h"

#include <algorithm>
#include <optional>

#include "engine/base/utf8.h"
#include "engine/base/utf8_bytes.h"

namespace plumbline::checks {
namespace {

constexpr std::string_view kOpenQuote = "“", kCloseQuote = "”";
constexpr std::string_view kOpenTitle = "《", kCloseTitle = "》";
constexpr std::string_view kOpenInner = "〈", kCloseInner = "〉";
constexpr std::size_t kLongestTitle = 100;  // code points
// Normalised text has half-width ! ? ; and keeps 。
constexpr std::string_view kFullStop = "。", kShortEnds = "!?;\n";

bool is_boundary(std::string_view text, std::size_t at) {
  return at >= text.size() || !continues_character(text[at]);
}

/// Length of the sentence mark at `at`, 0 where there is none.
std::size_t sentence_end(std::string_view text, std::size_t at) {
  if (kShortEnds.find(text[at]) != std::string_view::npos)
    return 1;
  return text[at] == kFullStop[0] && text.substr(at, kFullStop.size()) == kFullStop
             ? kFullStop.size()
             : 0;
}

}  // namespace

TextSpan sentence_around(std::string_view text, TextSpan span, std::size_t reach) {
  TextSpan result = span;
  const std::size_t first = span.begin > reach ? span.begin - reach : 0;
  while (result.begin > first) {
    std::size_t previous = result.begin - 1;
    while (!is_boundary(text, previous)) --previous;
    if (sentence_end(text, previous) != 0)
      break;
    result.begin = previous;
  }
  const std::size_t last = std::min(text.size(), span.end + reach);
  while (result.end < last) {
    const std::size_t mark = sentence_end(text, result.end);
    if (mark != 0) {
      result.end += text[result.end] == '\n' ? 0 : mark;
      break;
    }
    result.end = decode_utf8(text, result.end).end;
  }
  return result;
}

bool has_sentence_end(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (sentence_end(text, at) != 0)
      return true;
  }
  return false;
}

TextSpan before(std::string_view text, TextSpan span, std::size_t code_points) {
  std::size_t begin = span.begin;
  for (; code_points > 0 && begin > 0 && text[begin - 1] != '\n'; --code_points) {
    --begin;
    while (!is_boundary(text, begin)) --begin;
  }
  return {begin, span.begin};
}

TextSpan after(std::string_view text, TextSpan span, std::size_t code_points) {
  std::size_t end = span.end;
  for (; code_points > 0 && end < text.size() && text[end] != '\n'; --code_points)
    end = decode_utf8(text, end).end;
  return {span.end, end};
}

std::vector<TextSpan> sentences(std::string_view text, TextSpan within) {
  std::vector<TextSpan> result;
  std::size_t begin = within.begin;
  const auto close = [&](std::size_t end, std::size_t next) {
    if (begin < end)
      result.push_back({begin, end});
    begin = next;
  };
  for (std::size_t at = within.begin; at < within.end;) {
    const std::size_t mark = sentence_end(text, at);
    const std::size_t next = mark != 0 ? at + mark : decode_utf8(text, at).end;
    if (mark != 0)
      close(text[at] == '\n' ? at : next, next);
    at = next;
  }
  close(within.end, within.end);
  return result;
}

std::vector<TextSpan> quotations(std::string_view text) {
  std::vector<TextSpan> result;
  std::optional<std::size_t> open;
  for (std::size_t at = 0; at < text.size(); at = decode_utf8(text, at).end) {
    if (text[at] == '\n') {
      open.reset();
    } else if (text.substr(at, kOpenQuote.size()) == kOpenQuote) {
      open = at;  // a quotation that is opened again before it is closed was not closed
    } else if (open && text.substr(at, kCloseQuote.size()) == kCloseQuote) {
      result.push_back({*open, at + kCloseQuote.size()});
      open.reset();
    }
  }
  return result;
}

std::vector<TextSpan> titles(std::string_view text) {
  std::vector<TextSpan> result;
  std::optional<std::size_t> open;
  const auto at_mark = [&](std::size_t at, std::string_view mark) {
    return text.substr(at, mark.size()) == mark;
  };
  for (std::size_t at = 0; at < text.size(); at = decode_utf8(text, at).end) {
    if (text[at] == '\n') {
      open.reset();
    } else if (at_mark(at, kOpenTitle) || at_mark(at, kOpenInner)) {
      open = at;
    } else if (open && (at_mark(at, kCloseTitle) || at_mark(at, kCloseInner))) {
      const TextSpan span{*open, at + kCloseTitle.size()};
      if (count_code_points(text.substr(span.begin, span.size())) <= kLongestTitle)
        result.push_back(span);
      open.reset();
    }
  }
  return result;
}

bool inside(const std::vector<TextSpan>& spans, TextSpan span) {
  const auto next = std::ranges::upper_bound(spans, span.begin, {}, &TextSpan::begin);
  return next != spans.begin() && std::prev(next)->contains(span);
}

}  // namespace plumbline::checks
