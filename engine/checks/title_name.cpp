#include "engine/checks/title_name.h"

#include <array>
#include <charconv>

namespace plumbline::checks {
namespace {

constexpr std::string_view kYear = "年";
constexpr std::size_t kYearDigits = 4;

std::optional<int> year_at(std::string_view& text) {
  if (text.size() < kYearDigits)
    return std::nullopt;
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + kYearDigits, year);
  if (error != std::errc() || end != text.data() + kYearDigits)
    return std::nullopt;
  text.remove_prefix(kYearDigits);
  return year;
}

bool drop(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix))
    return false;
  text.remove_prefix(prefix.size());
  return true;
}

/// One or two of the signs that people put between two years.
bool drop_dash(std::string_view& text) {
  constexpr std::array<std::string_view, 7> kDashes = {"—", "-", "–", "―", "~", "−", "至"};
  bool any = false;
  for (int i = 0; i < 2; ++i) {
    for (const std::string_view dash : kDashes) any = drop(text, dash) || any;
  }
  return any;
}

void read_years(TitleName& name) {
  std::string_view rest = name.remark;
  const std::optional<int> from = year_at(rest);
  if (!from)
    return;
  drop(rest, kYear);
  const bool dash = drop_dash(rest);
  const std::optional<int> to = year_at(rest);
  if (!to)
    return;
  drop(rest, kYear);
  if (!rest.empty())
    return;
  name.lost_dash = !dash;
  name.years = YearRange{*from, *to};
}

}  // namespace

TitleName title_name(std::string_view title, std::string_view state) {
  if (!state.empty() && title.size() > state.size())
    drop(title, state);
  TitleName name;
  if (title.ends_with(kYear) && title.substr(0, title.size() - kYear.size()).ends_with(")")) {
    name.tail = kYear;
    title.remove_suffix(kYear.size());
  }
  const std::size_t open = title.ends_with(")") ? title.rfind('(') : std::string_view::npos;
  name.base = title.substr(0, open);
  if (open != std::string_view::npos)
    name.remark = title.substr(open + 1, title.size() - open - 2);
  read_years(name);
  return name;
}

}  // namespace plumbline::checks
