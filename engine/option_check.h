#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/document.h"
#include "engine/rules/pack.h"
#include "plumbline/diagnostic.h"
#include "plumbline/engine.h"

namespace plumbline {

/// YYYY-MM-DD of a day that the calendar has, else nullopt.
std::optional<document::Date> parse_day(std::string_view iso);

/// Full ids of all rules, disabled ones too; sorted.
std::vector<std::string> rule_ids(std::span<const rules::Pack* const> packs);

/// Adds an error for each option that no loaded pack knows, with the nearest known word.
void check_options(const CheckOptions& options, std::span<const rules::Pack* const> packs,
                   DiagnosticSink& sink);

}  // namespace plumbline
