#include "engine/checks/message.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace plumbline::checks {
namespace {

using document::Facts;

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_name(char c) {
  return is_alphanumeric(c) || c == '_' || c == '-' || c == '+';
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
    return facts.date ? std::optional(facts.date->fact.value) : std::nullopt;
  for (const FactRow& row : kFacts) {
    if (row.name == name)
      return facts.*row.fact ? std::optional((facts.*row.fact)->value) : std::nullopt;
  }
  return year_value(name, facts);
}

std::optional<std::string> value_of(std::string_view name, const Context& context,
                                    const Values& values) {
  if (const auto found = values.find(name); found != values.end())
    return found->second;
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
  std::string result;
  walk(
      text, [&](std::string_view plain) { result += plain; },
      [&](std::string_view name) {
        const auto value = value_of(name, context, values);
        result += value ? *value : "{" + std::string(name) + "}";
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
