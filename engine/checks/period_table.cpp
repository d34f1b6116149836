#include "engine/checks/period_table.h"

#include <array>
#include <charconv>

#include "engine/checks/messages.h"
#include "engine/checks/table_columns.h"

namespace plumbline::checks {
namespace {

struct KindRow {
  std::string_view name;
  PeriodKind kind;
};
constexpr std::array kKinds = {
    KindRow{"period", PeriodKind::kPeriod}, KindRow{"event", PeriodKind::kEvent},
    KindRow{"year", PeriodKind::kYear}, KindRow{"never", PeriodKind::kNever}};

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    return std::nullopt;
  return value;
}

std::optional<document::Date> day(std::string_view text) {
  constexpr std::size_t kLength = 10;  // YYYY-MM-DD
  if (text.size() != kLength)
    return std::nullopt;
  const auto year = number(text.substr(0, 4)), month = number(text.substr(5, 2)),
             of_month = number(text.substr(8, 2));
  if (!year || !month || !of_month)
    return std::nullopt;
  const document::Date date{*year, *month, *of_month};
  return date.exists() ? std::optional(date) : std::nullopt;
}

/// Reads one row; every mistake goes to the sink.
class Row {
 public:
  Row(const rules::Table& table, std::size_t index, const rules::Node& name, DiagnosticSink& sink)
      : table_(table), index_(index), name_(name), sink_(sink) {}

  std::optional<Period> read() {
    Period period;
    period.label = cell("label");
    period.published_text = cell("published");
    if (auto match = pattern("match"))
      period.match = *std::move(match);
    if (!cell("needs").empty())
      period.needs = pattern("needs");
    period.from = year("from", period.from);
    period.to = year("to", period.to);
    period.published = day(period.published_text);
    if (!period.published && !period.published_text.empty())
      complain({words::kNotADay, {"published"}});
    read_kind(period);
    return good_ ? std::optional(std::move(period)) : std::nullopt;
  }

 private:
  std::string cell(std::string_view column) const {
    return std::string(checks::cell(table_, index_, column));
  }

  void complain(Message message) {
    good_ = false;
    complain_of_row(name_, index_, std::move(message), sink_);
  }

  std::optional<pattern::Pattern> pattern(std::string_view column) {
    pattern::PatternError error;
    auto result = pattern::Pattern::compile(cell(column), error);
    if (!result)
      complain({words::kBadPattern, {std::string(column), error.message}});
    return result;
  }

  int year(std::string_view column, int otherwise) {
    const std::string text = cell(column);
    if (text.empty())
      return otherwise;
    const auto value = number(text);
    if (!value)
      complain({words::kNotAYear, {std::string(column)}});
    return value.value_or(otherwise);
  }

  void read_kind(Period& period) {
    for (const KindRow& row : kKinds) {
      if (row.name == cell("kind")) {
        period.kind = row.kind;
        return;
      }
    }
    complain({words::kNotAKind, {"kind"}});
  }

  const rules::Table& table_;
  std::size_t index_;
  const rules::Node& name_;
  DiagnosticSink& sink_;
  bool good_ = true;
};

}  // namespace

std::vector<Period> read_periods(const rules::Node& name, const rules::Pack& pack,
                                 DiagnosticSink& sink) {
  std::vector<Period> periods;
  const rules::Table* table =
      table_with(name, pack, {"label", "kind", "match", "from", "to"}, sink);
  for (std::size_t i = 0; table != nullptr && i < table->rows.size(); ++i) {
    if (auto period = Row(*table, i, name, sink).read())
      periods.push_back(*std::move(period));
  }
  return periods;
}

}  // namespace plumbline::checks
