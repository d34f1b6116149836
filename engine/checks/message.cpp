#include "engine/checks/message.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "engine/base/quotes.h"

namespace plumbline::checks {
namespace {

using document::Facts;

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_name(char c) {
  return is_alphanumeric(c) || c == '_' || c == '-' || c == '+';
}

/// 2025-03-01 as people write it; other words as they are.
std::string day_in_words(std::string value) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (value.size() != kForm.size())
    return value;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const bool digit = value[i] >= '0' && value[i] <= '9';
    if (kForm[i] == 'd' ? !digit : value[i] != '-')
      return value;
  }
  const auto number = [&](std::size_t begin, std::size_t size) {
    int result = 0;
    std::from_chars(value.data() + begin, value.data() + begin + size, result);
    return std::to_string(result);
  };
  return number(0, 4) + "年" + number(5, 2) + "月" + number(8, 2) + "日";
}

struct WideRow {
  char narrow;
  std::string_view wide;
};
constexpr std::array kWide = {WideRow{'(', "（"}, WideRow{')', "）"}, WideRow{',', "，"},
                              WideRow{':', "："}, WideRow{';', "；"}, WideRow{'!', "！"},
                              WideRow{'?', "？"}};

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// Marks of normalised words in the width that Chinese text has: beside any letter that is not
/// Latin, or alone.
std::string with_wide_marks(std::string_view value) {
  const bool latin = value.size() > 1 && std::ranges::all_of(value, is_ascii);
  std::string result;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto row = std::ranges::find(kWide, value[i], &WideRow::narrow);
    const bool inside_number = i > 0 && i + 1 < value.size() && is_alphanumeric(value[i - 1]) &&
                               is_alphanumeric(value[i + 1]);
    if (row == kWide.end() || latin || inside_number)
      result += value[i];
    else
      result += row->wide;
  }
  return result;
}

struct FactRow {
  std::string_view name;
  std::optional<document::Fact> Facts::*fact;
};
constexpr std::array kFacts = {
    FactRow{"issuer", &Facts::issuer},       FactRow{"signature", &Facts::signature},
    FactRow{"title", &Facts::title},         FactRow{"document_number", &Facts::document_number},
    FactRow{"addressee", &Facts::addressee}, FactRow{"signer", &Facts::signer},
};

std::optional<std::string> year_value(std::string_view name, const Facts& facts) {
  constexpr std::string_view kYear = "report_year";
  if (!name.starts_with(kYear) || facts.year() == 0)
    return std::nullopt;
  name.remove_prefix(kYear.size());
  if (name.starts_with('+'))
    name.remove_prefix(1);
  int offset = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), offset);
  if (!name.empty() && (error != std::errc() || end != name.data() + name.size()))
    return std::nullopt;
  return std::to_string(facts.year() + offset);
}

std::optional<std::string> fact_value(std::string_view name, const Facts& facts) {
  if (name == "date")
    return facts.date ? std::optional(day_in_words(facts.date->fact.value)) : std::nullopt;
  for (const FactRow& row : kFacts) {
    if (row.name == name)
      return facts.*row.fact ? std::optional((facts.*row.fact)->value) : std::nullopt;
  }
  return year_value(name, facts);
}

std::optional<std::string> value_of(std::string_view name, const Context& context,
                                    const Values& values) {
  if (const auto found = values.find(name); found != values.end())
    return name == "quote" ? found->second : with_wide_marks(day_in_words(found->second));
  return fact_value(name, context.document.facts());
}

/// Calls `plain` for the text between placeholders and `name` for each placeholder.
template <typename Plain, typename Name>
void walk(std::string_view text, Plain plain, Name name) {
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    plain(text.substr(0, open));
    if (open == std::string_view::npos)
      return;
    text.remove_prefix(open + 1);
    const auto end = std::ranges::find_if_not(text, is_name);
    const auto length = static_cast<std::size_t>(end - text.begin());
    if (length == 0 || end == text.end() || *end != '}') {
      plain("{");
      continue;
    }
    name(text.substr(0, length));
    text.remove_prefix(length + 1);
  }
}

}  // namespace

std::string fill(std::string_view text, const Context& context, const Values& values) {
  constexpr std::string_view kOpen = "“", kClose = "”";
  std::string result;
  bool quoted = false;  // between “ and ”
  walk(
      text,
      [&](std::string_view plain) {
        result += plain;
        const std::size_t open = plain.rfind(kOpen), close = plain.rfind(kClose);
        if (open != std::string_view::npos || close != std::string_view::npos)
          quoted =
              close == std::string_view::npos || (open != std::string_view::npos && open > close);
      },
      [&](std::string_view name) {
        const auto value = value_of(name, context, values);
        if (!value)
          result += "{" + std::string(name) + "}";
        else
          result += quoted ? inside_quotes(*value) : *value;
      });
  return result;
}

std::vector<std::string> placeholders(std::string_view text) {
  std::vector<std::string> names;
  walk(
      text, [](std::string_view) {}, [&](std::string_view name) { names.emplace_back(name); });
  return names;
}

}  // namespace plumbline::checks
