#include <array>
#include <span>

#include "engine/checks/answers.h"
#include "engine/checks/catalogue.h"
#include "engine/checks/check.h"
#include "engine/checks/dates.h"
#include "engine/checks/element.h"
#include "engine/checks/fact.h"
#include "engine/checks/future.h"
#include "engine/checks/headings.h"
#include "engine/checks/items.h"
#include "engine/checks/length.h"
#include "engine/checks/organs.h"
#include "engine/checks/pairs.h"
#include "engine/checks/percent.h"
#include "engine/checks/periods.h"
#include "engine/checks/personal.h"
#include "engine/checks/repeats.h"
#include "engine/checks/rows.h"
#include "engine/checks/sums.h"
#include "engine/checks/text.h"
#include "engine/checks/widths.h"
#include "engine/checks/years.h"

namespace plumbline::checks {

/// One row per check kind, in the order of docs/formats/pack.md.
std::span<const Kind> kinds() {
  static constexpr std::array kRows = {
      Kind{"element", compile_element},   Kind{"text", compile_text},
      Kind{"fact", compile_fact},         Kind{"years", compile_years},
      Kind{"organs", compile_organs},     Kind{"dates", compile_dates},
      Kind{"headings", compile_headings}, Kind{"length", compile_length},
      Kind{"items", compile_items},       Kind{"catalogue", compile_catalogue},
      Kind{"periods", compile_periods},   Kind{"pairs", compile_pairs},
      Kind{"repeats", compile_repeats},   Kind{"sums", compile_sums},
      Kind{"percent", compile_percent},   Kind{"future", compile_future},
      Kind{"personal", compile_personal}, Kind{"rows", compile_rows},
      Kind{"answers", compile_answers},   Kind{"widths", compile_widths},
  };
  return kRows;
}

}  // namespace plumbline::checks
