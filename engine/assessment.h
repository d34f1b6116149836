#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/checks/check.h"
#include "engine/document/document.h"
#include "engine/elements/elements.h"
#include "engine/masking.h"
#include "engine/rules/pack.h"
#include "plumbline/engine.h"
#include "plumbline/report.h"

namespace plumbline {

/// A pack with its rules compiled; checks[i] answers pack->rules[i]. Immutable, shared by threads.
struct CompiledPack {
  std::shared_ptr<const rules::Pack> pack;
  std::vector<std::unique_ptr<const checks::Check>> checks;
};

/// One document of the pack's kind, ready to be judged.
struct Subject {
  const document::Document& document;
  std::span<const elements::Element> elements;
  std::string reporter;  ///< empty = unknown
  std::optional<document::Date> as_of;
};

/// The pack's first kind of reporter that fits the issuer's name; empty where none does.
std::string infer_reporter(const rules::Pack& pack, const document::Document& document);

struct Assessment {
  std::vector<RuleResult> rules;
  std::vector<Finding> findings;  ///< in the order of the text
  std::vector<std::string> explanation;
  Score score;
  Masking masking;  ///< personal data
};

/// Runs every rule. A rule that throws is a rule-error; the others go on.
Assessment assess(const CompiledPack& compiled, const Subject& subject,
                  const CheckOptions& options);

/// Personal data alone, for a text that is not assessed.
Masking personal_data(const CompiledPack& compiled, const Subject& subject,
                      const CheckOptions& options);

}  // namespace plumbline
