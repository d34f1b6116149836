#include "engine/checks/repeats.h"

#include <string>
#include <unordered_map>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/checks/locale_traces.h"
#include "engine/checks/prose.h"
#include "engine/checks/scope.h"

namespace plumbline::checks {
namespace {

using document::Document;
using document::Role;

/// One sentence of running text. `words` is what counts: no blanks, no punctuation.
struct Sentence {
  TextSpan at;
  std::string words;
  std::size_t length = 0;             ///< code points of words
  bool begins = false, ends = false;  ///< its paragraph
};

constexpr char32_t kFirstHan = 0x3400;
constexpr char32_t kFullStop = 0x3002, kLastCjkMark = 0x303f;

bool counts(char32_t c) {
  if (c < 0x80)
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return c >= kFirstHan && !(c >= kFullStop && c <= kLastCjkMark);
}

Sentence sentence_at(std::string_view text, TextSpan span) {
  Sentence result{span, {}, 0, false, false};
  for (std::size_t at = span.begin; at < span.end;) {
    const CodePoint here = decode_utf8(text, at);
    if (counts(here.value)) {
      result.words += text.substr(at, here.end - at);
      ++result.length;
    }
    at = here.end;
  }
  return result;
}

/// An item of a list that is no more than one sentence: its words are text, not a heading's.
bool is_sentence(std::string_view text, std::size_t words_end, TextSpan paragraph) {
  constexpr std::string_view kStop = "。";
  return text.substr(words_end, paragraph.end - words_end) == kStop;
}

/// Running text only, run-in headings cut off: the same words under two headings are a repeat.
std::vector<Sentence> running_text(const Document& document) {
  const auto paragraphs = document.text().paragraphs();
  std::vector<std::size_t> begins(paragraphs.size());
  std::vector<bool> runs(paragraphs.size());
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    begins[i] = paragraphs[i].span.begin;
    runs[i] = document.role(i) == Role::kBody || document.role(i) == Role::kPreamble;
  }
  for (const document::Heading& heading : document.outline()) {
    const TextSpan paragraph = paragraphs[heading.paragraph].span;
    if (heading.text.end > paragraph.end)
      continue;
    const bool sentence = is_sentence(document.text().view(), heading.text.end, paragraph);
    runs[heading.paragraph] = runs[heading.paragraph] || sentence;
    if (sentence || heading.run_in)
      begins[heading.paragraph] =
          std::max(begins[heading.paragraph], sentence ? heading.text.begin : heading.text.end);
  }
  std::vector<Sentence> result;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (!runs[i])
      continue;
    const std::size_t first = result.size();
    for (const TextSpan span :
         sentences(document.text().view(), {begins[i], paragraphs[i].span.end})) {
      Sentence sentence = sentence_at(document.text().view(), span);
      if (sentence.length > 0)
        result.push_back(std::move(sentence));
    }
    if (result.size() > first) {
      result[first].begins = true;
      result.back().ends = true;
    }
  }
  return result;
}

class Repeats : public Check {
 public:
  Repeats(std::size_t at_least, std::size_t run) : at_least_(at_least), run_(run) {}

  Verdict run(const Context& context) const override {
    const std::vector<Sentence> all = running_text(context.document);
    std::unordered_map<std::string_view, std::size_t> first;
    Verdict verdict;
    for (std::size_t i = 0; i < all.size();) {
      const auto [found, fresh] = first.emplace(all[i].words, i);
      const std::size_t size = fresh ? 0 : common(all, found->second, i);
      if (size > 0 && is_repeat(all, found->second, i, size)) {
        verdict.hits.push_back(hit(all, found->second, i, size, context));
        i += size;
      } else {
        ++i;
      }
    }
    return verdict;
  }

 private:
  /// Sentences that are the same from `earlier` and from `later` on.
  static std::size_t common(const std::vector<Sentence>& all, std::size_t earlier,
                            std::size_t later) {
    constexpr std::size_t kLongest = 200;  // keeps a text of one repeated sentence linear
    std::size_t size = 0;
    while (size < kLongest && earlier + size < later && later + size < all.size() &&
           all[earlier + size].words == all[later + size].words)
      ++size;
    return size;
  }

  bool is_repeat(const std::vector<Sentence>& all, std::size_t earlier, std::size_t later,
                 std::size_t size) const {
    std::size_t length = 0;
    for (std::size_t i = 0; i < size; ++i) length += all[later + i].length;
    const auto is_paragraph = [&](std::size_t from) {
      return all[from].begins && all[from + size - 1].ends;
    };
    const bool at_once = earlier + size == later;  // pasted twice in a row
    if (at_once || (is_paragraph(earlier) && is_paragraph(later)))
      return length >= at_least_;
    return size > 1 && length >= run_;
  }

  static Hit hit(const std::vector<Sentence>& all, std::size_t earlier, std::size_t later,
                 std::size_t size, const Context& context) {
    constexpr std::size_t kOpening = 12;  // code points shown of the first place
    Hit result;
    result.state = "found";
    result.at = {all[later].at.begin, all[later + size - 1].at.end};
    const std::string_view text = context.document.text().view();
    const std::size_t begin = all[earlier].at.begin;
    const TextSpan opening = after(text, {begin, begin}, kOpening);
    result.values["first"] = text.substr(opening.begin, opening.size());
    if (context.trace != nullptr)
      context.trace->add(
          traces::repeated(size, text.substr(all[later].at.begin, all[later].at.size())));
    return result;
  }

  std::size_t at_least_, run_;
};

}  // namespace

std::unique_ptr<const Check> compile_repeats(const rules::Rule& rule, const rules::Pack&,
                                             DiagnosticSink&) {
  constexpr int kParagraph = 30, kRun = 80;
  return std::make_unique<Repeats>(
      static_cast<std::size_t>(rules::int_at(rule.body, "at_least", kParagraph)),
      static_cast<std::size_t>(rules::int_at(rule.body, "run", kRun)));
}

}  // namespace plumbline::checks
