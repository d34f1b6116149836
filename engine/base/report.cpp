#include "plumbline/report.h"

#include <array>
#include <cstddef>

namespace plumbline {
namespace {

template <typename Enum, std::size_t N>
std::string_view named(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

constexpr std::array<std::string_view, 3> kSeverities = {"note", "warning", "error"};
constexpr std::array<std::string_view, 9> kOutcomes = {
    "pass",        "partial", "fail",       "not-applicable", "needs-review",
    "not-checked", "blocked", "rule-error", "waived"};
constexpr std::array<std::string_view, 3> kStatuses = {"checked", "other-kind", "not-checked"};
constexpr std::array<std::string_view, 13> kReadOutcomes = {"ok",
                                                            "ok-with-losses",
                                                            "empty",
                                                            "scanned",
                                                            "text-unreliable",
                                                            "needs-password",
                                                            "unsupported-type",
                                                            "corrupt",
                                                            "limit-exceeded",
                                                            "timeout",
                                                            "out-of-memory",
                                                            "crashed",
                                                            "unreadable"};

}  // namespace

std::string_view name_of(Severity severity) {
  return named(kSeverities, severity);
}
std::string_view name_of(Outcome outcome) {
  return named(kOutcomes, outcome);
}
std::string_view name_of(DocumentStatus status) {
  return named(kStatuses, status);
}
std::string_view name_of(ReadOutcome outcome) {
  return named(kReadOutcomes, outcome);
}

std::optional<Severity> severity_named(std::string_view name) {
  for (std::size_t i = 0; i < kSeverities.size(); ++i) {
    if (kSeverities[i] == name)
      return static_cast<Severity>(i);
  }
  return std::nullopt;
}

}  // namespace plumbline
