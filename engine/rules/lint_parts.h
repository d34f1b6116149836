#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/rules/lint.h"
#include "engine/rules/messages_lint.h"
#include "engine/rules/node.h"
#include "engine/rules/schema.h"
#include "engine/rules/source_file.h"

/// The parts of lint_pack(), each a file: what they share and nothing else. Private to
/// engine/rules.
namespace plumbline::rules {

struct Linted {
  const Pack& pack;
  const PackFiles& files;
  const Schema& schema;
  DiagnosticSink& sink;

  void warn(const Node& node, Message message) const {
    sink.add(diagnostic_at(node, std::move(message), Level::kWarning));
  }
  void warn_inside(const Node& scalar, std::size_t offset, std::size_t length,
                   Message message) const {
    sink.add(diagnostic_inside(scalar, offset, length, std::move(message), Level::kWarning));
  }
};

void lint_rules(const Linted& linted);       // lint.cpp
void lint_uses(const Linted& linted);        // lint_uses.cpp
void lint_scoring(const Linted& linted);     // lint_scoring.cpp
void lint_patterns(const Linted& linted);    // lint_patterns.cpp
void lint_allowed(const Linted& linted);     // lint_allowed.cpp
void lint_overrides(const Linted& linted);   // lint_overrides.cpp
void lint_conditions(const Linted& linted);  // lint_conditions.cpp
void lint_texts(const Linted& linted);       // lint_texts.cpp
void lint_clauses(const Linted& linted);     // lint_clauses.cpp
void lint_fixes(const Linted& linted);       // lint_fixes.cpp

/// The rule and its terms: the maps that may carry `when`, `message` and so on of their own.
std::vector<const Node*> rule_and_terms(const Rule& rule);

}  // namespace plumbline::rules
