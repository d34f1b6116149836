#include "engine/checks/pairs.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/base/utf8_bytes.h"
#include "engine/checks/locale_traces.h"
#include "engine/checks/prose.h"
#include "engine/checks/scope.h"

namespace plumbline::checks {
namespace {

struct Pair {
  std::string_view open, close;
};
// Brackets as normalised text has them. ‘’ are not counted: ’ is also an apostrophe.
constexpr std::array<Pair, 6> kPairs = {Pair{"《", "》"}, Pair{"“", "”"},   Pair{"(", ")"},
                                        Pair{"〔", "〕"}, Pair{"【", "】"}, Pair{"〈", "〉"}};
constexpr std::string_view kRound = ")";
constexpr std::string_view kQuote = "“";

struct Mark {
  std::size_t pair = 0;
  bool opens = false;
  TextSpan at;
  std::size_t line = 0;  ///< paragraph number inside the scope
};

/// `1)` `（一)`-less `一)` `a)`: a list mark needs no opening bracket.
bool is_list_mark(std::string_view text, TextSpan bracket) {
  constexpr std::size_t kLongest = 4;  // code points: 1) 12) 十二)
  constexpr std::string_view kDigits = "0123456789", kHan = "一二三四五六七八九十";
  constexpr std::string_view kBreaks = "。;,:、!? ";
  const TextSpan left = before(text, bracket, kLongest);
  const std::string_view words = text.substr(left.begin, left.size());
  std::size_t at = words.size();
  const auto among = [&](std::string_view set, std::size_t from, std::size_t size) {
    return set.find(words.substr(from, size)) != std::string_view::npos;
  };
  while (at > 0) {
    std::size_t previous = at - 1;
    while (previous > 0 && continues_character(words[previous])) --previous;
    const std::size_t size = at - previous;
    const bool letter = size == 1 && std::isalpha(static_cast<unsigned char>(words[previous]));
    if (!letter && !among(kDigits, previous, size) && !among(kHan, previous, size))
      return at < words.size() && among(kBreaks, previous, size);
    at = previous;
  }
  return !words.empty() && (left.begin == 0 || text[left.begin - 1] == '\n');
}

/// The mark with the words it spoils: to the next comma or sentence end on its open side.
TextSpan words_around(std::string_view text, const Mark& mark) {
  constexpr std::size_t kReach = 40;  // code points
  constexpr std::string_view kAscii = ",;:!?\n";
  const auto stops = [&](std::size_t at) {
    return kAscii.find(text[at]) != std::string_view::npos || text.substr(at, 3) == "。";
  };
  if (mark.opens) {
    std::size_t end = mark.at.end;
    const std::size_t limit = after(text, mark.at, kReach).end;
    while (end < limit && !stops(end)) end = decode_utf8(text, end).end;
    return {mark.at.begin, end};
  }
  const TextSpan left = before(text, mark.at, kReach);
  std::size_t begin = left.begin;
  for (std::size_t at = left.begin; at < left.end; at = decode_utf8(text, at).end) {
    if (stops(at))
      begin = decode_utf8(text, at).end;
  }
  return {begin, mark.at.end};
}

/// Collects the marks without a partner, paragraph by paragraph. Each kind of pair is matched on
/// its own, so a lost 》 does not make the brackets around it look wrong.
class Matcher {
 public:
  explicit Matcher(std::string_view text) : text_(text) {}

  void read(TextSpan span) {
    for (std::size_t at = span.begin; at < span.end;) {
      if (text_[at] == '\n')
        ++line_;
      at = take_mark(at);
    }
    ++line_;
  }

  /// Unmatched marks in the order of the text.
  std::vector<Mark> finish() {
    for (std::size_t pair = 0; pair < kPairs.size(); ++pair) {
      for (const Mark& mark : open_[pair]) loose_.push_back(mark);
    }
    std::ranges::sort(loose_, {}, [](const Mark& mark) { return mark.at.begin; });
    return std::move(loose_);
  }

 private:
  std::size_t take_mark(std::size_t at) {
    for (std::size_t pair = 0; pair < kPairs.size(); ++pair) {
      if (text_.substr(at, kPairs[pair].open.size()) == kPairs[pair].open) {
        const std::size_t end = at + kPairs[pair].open.size();
        open_[pair].push_back({pair, true, {at, end}, line_});
        return end;
      }
      if (text_.substr(at, kPairs[pair].close.size()) == kPairs[pair].close) {
        const std::size_t end = at + kPairs[pair].close.size();
        close({pair, false, {at, end}, line_});
        return end;
      }
    }
    return decode_utf8(text_, at).end;
  }

  void close(const Mark& mark) {
    std::vector<Mark>& open = open_[mark.pair];
    if (!open.empty() && reaches(open.back(), mark))
      open.pop_back();
    else if (kPairs[mark.pair].close != kRound || !is_list_mark(text_, mark.at))
      loose_.push_back(mark);
  }

  /// Whether a pair may run from one paragraph into another: a quotation may run over several;
  /// anything else only over a break inside a sentence, which extraction may have made.
  bool reaches(const Mark& open, const Mark& close) const {
    constexpr std::size_t kLongestQuotation = 10, kWrapped = 3;  // paragraphs
    constexpr std::size_t kNear = 300;                           // bytes
    if (open.line == close.line)
      return true;
    if (kPairs[open.pair].open == kQuote && close.line - open.line <= kLongestQuotation)
      return true;
    return close.line - open.line <= kWrapped && close.at.begin - open.at.end < kNear &&
           !breaks_sentence(text_.substr(open.at.end, close.at.begin - open.at.end));
  }

  /// A line ends with its sentence.
  static bool breaks_sentence(std::string_view text) {
    for (std::size_t end = text.find('\n'); end != std::string_view::npos;
         end = text.find('\n', end + 1)) {
      if (ends_sentence(text.substr(0, end)))
        return true;
    }
    return false;
  }

  static bool ends_sentence(std::string_view text) {
    constexpr std::array<std::string_view, 6> kEnds = {"。", ";", ":", "!", "?", "…"};
    return std::ranges::any_of(kEnds, [&](std::string_view end) { return text.ends_with(end); });
  }

  std::string_view text_;
  std::array<std::vector<Mark>, kPairs.size()> open_;
  std::vector<Mark> loose_;
  std::size_t line_ = 0;
};

class Pairs : public Check {
 public:
  explicit Pairs(std::vector<std::string> scopes) : scopes_(std::move(scopes)) {}

  Verdict run(const Context& context) const override {
    const std::string_view text = context.document.text().view();
    Matcher matcher(text);
    for (const TextSpan span : spans_of(scopes_, context.document, context.elements))
      matcher.read(span);
    Verdict verdict;
    const Mark* last = nullptr;
    const std::vector<Mark> loose = matcher.finish();
    for (const Mark& mark : loose) {
      if (last != nullptr && belongs(text, *last, mark))
        verdict.hits.back().at.end = std::max(verdict.hits.back().at.end, mark.at.end);
      else
        verdict.hits.push_back(hit(text, mark, context));
      last = &mark;
    }
    return verdict;
  }

 private:
  /// “一句话“ is one fault with two marks.
  static bool belongs(std::string_view text, const Mark& first, const Mark& second) {
    constexpr std::size_t kNear = 120;  // bytes
    return first.pair == second.pair && second.at.begin - first.at.end < kNear &&
           !has_sentence_end(text.substr(first.at.end, second.at.begin - first.at.end));
  }

  static Hit hit(std::string_view text, const Mark& mark, const Context& context) {
    const Pair& pair = kPairs[mark.pair];
    Hit result;
    result.state = mark.opens ? "open" : "close";
    result.at = words_around(text, mark);
    result.values["mark"] = mark.opens ? pair.open : pair.close;
    result.values["partner"] = mark.opens ? pair.close : pair.open;
    if (context.trace != nullptr)
      context.trace->add(
          traces::unpaired(result.values["mark"], text.substr(result.at.begin, result.at.size())));
    return result;
  }

  std::vector<std::string> scopes_;
};

}  // namespace

std::unique_ptr<const Check> compile_pairs(const rules::Rule& rule, const rules::Pack&,
                                           DiagnosticSink&) {
  return std::make_unique<Pairs>(scopes_at(rule.body));
}

}  // namespace plumbline::checks
