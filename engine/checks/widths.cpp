#include "engine/checks/widths.h"

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/checks/locale_reasons.h"
#include "engine/checks/scope.h"

namespace plumbline::checks {
namespace {

constexpr char32_t kFirstWide = 0xFF01, kLastWide = 0xFF5E;  // the forms of '!' to '~'
constexpr char32_t kWider = kFirstWide - '!';

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

std::string narrowed(std::string_view raw) {
  std::string narrow;
  for (std::size_t at = 0; at < raw.size();) {
    const CodePoint next = decode_utf8(raw, at);
    const bool is_wide = next.value >= kFirstWide && next.value <= kLastWide;
    append_utf8(is_wide ? next.value - kWider : next.value, narrow);
    at = next.end;
  }
  return narrow;
}

/// Of a run with layout inside (a page break, blanks) nothing is said.
bool is_wide(const text::Text& text, TextSpan run) {
  const std::string_view raw = text.raw(text.to_raw(run));
  return raw != text.view(run) && narrowed(raw) == text.view(run);
}

class WidthsCheck : public Check {
 public:
  explicit WidthsCheck(const rules::Node& body) : scopes_(scopes_at(body)) {}

  Verdict run(const Context& context) const override {
    const auto spans = spans_of(scopes_, context.document, context.elements);
    if (spans.empty())
      return {Outcome::kNotApplicable, std::string(reasons::kNoScope), {}};
    Verdict verdict;
    for (const TextSpan span : spans) look_at(span, context.document.text(), verdict.hits);
    return verdict;
  }

 private:
  static void look_at(TextSpan span, const text::Text& text, std::vector<Hit>& hits) {
    const std::string_view view = text.view();
    for (std::size_t at = span.begin; at < span.end; ++at) {
      const std::size_t begin = at;
      while (at < span.end && is_letter_or_digit(view[at])) ++at;
      const TextSpan run{begin, at};
      if (run.empty() || !is_wide(text, run))
        continue;
      hits.push_back({.state = "found", .at = run, .edits = {{run, std::string(text.view(run))}}});
    }
  }

  std::vector<std::string> scopes_;
};

}  // namespace

std::unique_ptr<const Check> compile_widths(const rules::Rule& rule, const rules::Pack&,
                                            DiagnosticSink&) {
  return std::make_unique<WidthsCheck>(rule.body);
}

}  // namespace plumbline::checks
