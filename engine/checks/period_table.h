#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/document.h"
#include "engine/pattern/pattern.h"
#include "engine/rules/pack.h"
#include "plumbline/diagnostic.h"

/// The table of `check: periods`.
namespace plumbline::checks {

enum class PeriodKind : std::uint8_t { kPeriod, kEvent, kYear, kNever };

struct Period {
  std::string label, published_text;
  pattern::Pattern match;
  std::optional<pattern::Pattern> needs;
  PeriodKind kind = PeriodKind::kPeriod;
  int from = 0, to = 9999;  ///< report years
  std::optional<document::Date> published;

  bool holds(int year) const { return from <= year && year <= to; }
};

/// The table that `name` names. Complains about what cannot be used and leaves it out.
std::vector<Period> read_periods(const rules::Node& name, const rules::Pack& pack,
                                 DiagnosticSink& sink);

}  // namespace plumbline::checks
