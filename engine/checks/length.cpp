#include "engine/checks/length.h"

#include <string>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/checks/locale_reasons.h"
#include "engine/checks/scope.h"

namespace plumbline::checks {
namespace {

std::size_t length_of(const std::vector<TextSpan>& spans, const document::Document& document) {
  std::size_t length = 0;
  for (const TextSpan span : spans) length += count_code_points(document.text().view(span));
  return length;
}

class LengthCheck : public Check {
 public:
  explicit LengthCheck(const rules::Node& body)
      : scopes_(scopes_at(body)),
        min_(rules::int_at(body, "min")),
        max_(rules::int_at(body, "max")),
        min_percent_(rules::int_at(body, "min_percent")),
        max_percent_(rules::int_at(body, "max_percent")) {}

  Verdict run(const Context& context) const override {
    const auto spans = spans_of(scopes_, context.document, context.elements);
    if (spans.empty())
      return {Outcome::kNotApplicable, std::string(reasons::kNoScope), {}};
    const auto length = static_cast<long long>(length_of(spans, context.document));
    const auto whole = static_cast<long long>(
        length_of(spans_of("whole", context.document, context.elements), context.document));
    const long long percent = whole > 0 ? 100 * length / whole : 0;
    Hit hit{.state = state(length, percent), .anchor = {spans.front().begin, spans.front().begin}};
    hit.values["length"] = std::to_string(length);
    hit.values["percent"] = std::to_string(percent);
    Verdict verdict;
    if (!hit.state.empty())
      verdict.hits.push_back(std::move(hit));
    return verdict;
  }

 private:
  std::string state(long long length, long long percent) const {
    if (length < min_ || percent < min_percent_)
      return "short";
    if ((max_ > 0 && length > max_) || (max_percent_ > 0 && percent > max_percent_))
      return "long";
    return {};
  }

  std::vector<std::string> scopes_;
  long long min_, max_, min_percent_, max_percent_;
};

}  // namespace

std::unique_ptr<const Check> compile_length(const rules::Rule& rule, const rules::Pack&,
                                            DiagnosticSink&) {
  return std::make_unique<LengthCheck>(rule.body);
}

}  // namespace plumbline::checks
