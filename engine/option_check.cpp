#include "engine/option_check.h"

#include <charconv>
#include <set>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/edit_distance.h"
#include "engine/messages.h"
#include "engine/rules/pack_rules.h"

namespace plumbline {
namespace {

using Words = std::set<std::string, std::less<>>;

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.front() == '-')
    return std::nullopt;
  return value;
}

void require_known(std::string_view option, const std::string& value, const Words& known,
                   DiagnosticSink& sink) {
  if (value.empty() || known.contains(value))
    return;
  const std::vector<std::string> words(known.begin(), known.end());
  std::string listed;
  for (const std::string& word : known) listed += (listed.empty() ? "" : " ") + word;
  sink.add(diagnostic_of(
      {words::kUnknownValue, {value, std::string(option), did_you_mean(value, words), listed}}));
}

}  // namespace

std::optional<document::Date> parse_day(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-')
    return std::nullopt;
  const auto year = digits(iso.substr(0, 4));
  const auto month = digits(iso.substr(5, 2));
  const auto day = digits(iso.substr(8, 2));
  if (!year || !month || !day)
    return std::nullopt;
  const document::Date date{*year, *month, *day};
  return date.exists() ? std::optional(date) : std::nullopt;
}

std::vector<std::string> rule_ids(std::span<const rules::Pack* const> packs) {
  Words ids;
  for (const rules::Pack* pack : packs) {
    for (const rules::DisabledRule& rule : pack->disabled) ids.insert(rule.id);
    for (const rules::Rule& rule : pack->rules) {
      ids.insert(rule.id);
      for (const rules::Node* term : rules::named_terms(rule.body))
        ids.insert(rule.id + "." + rules::string_at(*term, "name"));
    }
  }
  return {ids.begin(), ids.end()};
}

void check_options(const CheckOptions& options, std::span<const rules::Pack* const> packs,
                   DiagnosticSink& sink) {
  Words profiles, reporters, rules;
  for (const rules::Pack* pack : packs) {
    for (const rules::Profile& profile : pack->profiles) profiles.insert(profile.id);
    for (const rules::Reporter& reporter : pack->reporters) reporters.insert(reporter.id);
    for (const rules::Rule& rule : pack->rules) rules.insert(rule.id);
  }
  // A pack without profiles or reporters treats them all alike.
  if (!profiles.empty())
    require_known("--profile", options.profile, profiles, sink);
  if (!reporters.empty())
    require_known("--reporter", options.reporter, reporters, sink);
  require_known("--explain", options.explain, rules, sink);
  if (!options.as_of.empty() && !parse_day(options.as_of))
    sink.add(diagnostic_of({words::kNoSuchDay, {options.as_of}}));
}

}  // namespace plumbline
