#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rules/node.h"
#include "plumbline/diagnostic.h"
#include "plumbline/report.h"

/// Findings that somebody with the right to do so has let pass. A waiver hides nothing: the finding
/// stays, marked, with reason and approver, and the score does not change.
namespace plumbline::waivers {

/// One entry of a waivers file: what it lets pass, and on whose word.
struct Waiver {
  std::string rule;                       ///< id or full id; an id covers all its sub-ids
  std::string unit;                       ///< issuer; empty = any
  std::string file;                       ///< path, or its last parts; empty = any
  std::vector<std::string> fingerprints;  ///< empty = every finding of the rule
  std::string reason, approver;
  std::string until;  ///< last day, YYYY-MM-DD; empty = without end
  rules::Position at;
};

struct WaiverFile {
  std::vector<Waiver> waivers;
  std::shared_ptr<const rules::SourceFile> source;
};

/// Reads waivers.yaml. Reports every mistake with its place: the form (schemas/waivers-v1), days
/// that no calendar has, rules that are not among `rule_ids` (full ids of the loaded packs). Empty
/// iff the sink has errors or the file lists none.
WaiverFile read_waivers(std::string path, std::string_view bytes,
                        std::span<const std::string> rule_ids, DiagnosticSink& sink);

/// What became of a waiver in one run.
enum class Use {
  kUsed,
  kUnused,     ///< no finding that it would let pass
  kExpired,    ///< its last day is before the day of the check; it lets nothing pass
  kUndecided,  ///< it has a last day, and nobody said which day it is; it lets nothing pass
};

/// Marks what the waivers let pass; a rule all of whose errors and warnings are waived comes to
/// `waived`. The first waiver that fits a finding is the one used. uses[i] answers waivers[i].
/// `as_of` is YYYY-MM-DD or empty; a waiver holds on its last day.
std::vector<Use> apply_waivers(std::span<const Waiver> waivers, std::string_view as_of,
                               std::vector<DocumentReport>& documents);

/// Gives `waived` to every rule all of whose errors and warnings are waived, and says why.
void settle_rules(DocumentReport& document);

/// schemas/waivers-v1.schema.json as it was when the program was built.
std::string_view waivers_schema_json();

}  // namespace plumbline::waivers
