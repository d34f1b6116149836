#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "engine/checks/check.h"

namespace plumbline::checks {

using Tables = std::map<std::string, std::string>;  ///< name to CSV text

/// What the engine would know besides the text.
struct Setting {
  std::string profile = "submitted";
  std::string reporter;
  std::optional<document::Date> as_of;
};

/// One rule written in YAML, compiled as the engine does it: pack, rule, check. The pack knows the
/// elements `problems` (不足), `plan` (安排) and `measures` (举措), the reporters town and bureau,
/// the term {organ} and the tables given. Documents are built with the words of the shipped pack.
class RuleRunner {
 public:
  /// Keys of the rule without indentation; title, message and severity are added where they lack.
  explicit RuleRunner(const std::string& rule, const Tables& tables = {});

  /// "found:words; missing:" in the order of the hits, or the outcome and its reason.
  std::string run(const std::string& text, const Setting& setting = {}) const;
  /// The verdict of `when` and `unless`: "yes", "no: reason", "unknown: reason".
  std::string applies(const std::string& text, const Setting& setting = {}) const;
  /// One value of the first hit, "" where there is none.
  std::string value(const std::string& text, const std::string& name,
                    const Setting& setting = {}) const;
  /// The rule's message filled for the first hit.
  std::string message(const std::string& text, const Setting& setting = {}) const;
  /// Lines of --explain.
  std::string trace(const std::string& text, const Setting& setting = {}) const;

 private:
  template <typename Use>
  auto with(const std::string& text, const Setting& setting, Use use) const;

  std::shared_ptr<const rules::Pack> pack_;
  std::unique_ptr<const Check> check_;
};

/// What compiling the rule complains of, "code message" by line; the pack itself must load.
std::string complaints_of(const std::string& rule, const Tables& tables = {});

struct Row {
  const char* text;
  const char* expected;
};
void check_rows(const RuleRunner& rule, std::span<const Row> rows, const Setting& setting = {});

}  // namespace plumbline::checks
