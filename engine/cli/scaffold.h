#pragma once

#include <optional>
#include <string>

#include "engine/rules/pack.h"

namespace plumbline::cli {

/// pack.yaml of a pack that extends another one and has no rules yet.
std::string pack_yaml(const std::string& id, const std::string& title, const std::string& extends);

/// What `rules new rule` knows of the rule to be: plain words, no patterns.
struct RulePlan {
  std::string id, title;
  std::string forbid;   ///< words that must not stand; or
  std::string require;  ///< words that must stand
  std::string right;    ///< what to write instead of `forbid`; may be empty
  std::string severity = "warning";
  std::string document;  ///< id in `basis`; empty = the office's own requirement, level A4
  std::string article;
};

/// A file with one rule, with a passing and a failing case; its basis where it rests on the
/// office's own requirement, its clause where the document has clauses in `pack`.
std::string rule_yaml(const RulePlan& plan, const rules::Pack& pack);

/// pack.yaml with one more entry in `files`; comments, order and line ends stay. nullopt where
/// `files` has a form that cannot be added to.
std::optional<std::string> with_file(const std::string& pack_yaml, const std::string& name);

}  // namespace plumbline::cli
