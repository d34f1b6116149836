#include "engine/checks/named_fact.h"

#include <optional>

namespace plumbline::checks {
namespace {

using document::Fact;
using document::Facts;

struct Row {
  std::string_view name;
  std::optional<Fact> Facts::*member;
};

constexpr Row kRows[] = {
    {"title", &Facts::title},         {"report_year", &Facts::report_year},
    {"issuer", &Facts::issuer},       {"document_number", &Facts::document_number},
    {"signer", &Facts::signer},       {"addressee", &Facts::addressee},
    {"signature", &Facts::signature},
};

}  // namespace

const Fact* named_fact(const Facts& facts, std::string_view name) {
  if (name == "date")
    return facts.date ? &facts.date->fact : nullptr;
  for (const Row& row : kRows) {
    if (row.name == name)
      return facts.*row.member ? &*(facts.*row.member) : nullptr;
  }
  return nullptr;
}

}  // namespace plumbline::checks
