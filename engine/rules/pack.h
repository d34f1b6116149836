#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/vocabulary.h"
#include "engine/elements/elements.h"
#include "engine/elements/kind.h"
#include "engine/pattern/pattern.h"
#include "engine/rules/node.h"
#include "plumbline/diagnostic.h"
#include "plumbline/report.h"
#include "plumbline/result.h"

namespace plumbline::rules {

/// The loader's only door to files, so that tests need none. Paths use '/'.
class PackFiles {
 public:
  virtual ~PackFiles() = default;
  virtual Result<std::string> read(const std::string& path) const = 0;
  /// Files directly in a folder, sorted; empty where there is none.
  virtual std::vector<std::string> list(const std::string& folder) const = 0;
  /// The folder of a pack named in `extends`, looked for beside `from` and in the pack path.
  virtual std::optional<std::string> find_pack(const std::string& name,
                                               const std::string& from) const = 0;
};

/// One severity per state of a rule; "" is the state of a rule without states. nullopt = off.
using SeverityByState = std::map<std::string, std::optional<Severity>, std::less<>>;
using TextByState = std::map<std::string, std::string, std::less<>>;

/// A severity that is told before it holds (`announced:`).
struct Announcement {
  SeverityByState severity;
  int from = 0;  ///< report year
};

/// A rule as written: common keys parsed, the keys of its check kind left in `body`.
struct Rule {
  std::string id;
  std::string title;
  std::string kind;  ///< `check:`
  SeverityByState severity;
  std::optional<Announcement> announced;
  int points = 0;                                   ///< possible points; 0 = not scored
  std::map<std::string, int, std::less<>> partial;  ///< points earned in a state that is not a pass
  int deduct = 0;  ///< points a finding costs; 0 = a failure costs all
  std::vector<BasisReference> basis;
  TextByState message;
  TextByState advice;
  const Node* when = nullptr;    ///< applies only where this holds
  const Node* unless = nullptr;  ///< does not apply where this holds
  std::string blocked_by;        ///< element whose absence blocks it (counted there already)
  bool mask = false;             ///< quotes are masked (personal data)
  Node body;                     ///< the whole rule node
  /// RULE.NAME of the terms that `disable` takes out, and the rule node with them; null where none.
  std::vector<std::string> disabled_terms;
  std::shared_ptr<const Node> undisabled;
};

/// A change that a profile makes to rules (`profiles: published: rules: …`).
struct ProfileChange {
  std::string rule;  ///< id or full id
  SeverityByState severity;
  bool off = false;  ///< the rule is not applicable
  std::string reason;
};
struct Profile {
  std::string id, title;
  std::vector<ProfileChange> changes;
};

/// A kind of reporter and how it is inferred from the issuer's name; first match wins.
struct Reporter {
  std::string id, title;
  std::vector<pattern::Pattern> issuer;
};

struct Grade {
  std::string name;
  int from = 0;         ///< percent
  int max_errors = -1;  ///< a text with more errors does not reach it; -1 = any number
};
struct GateRule {
  std::string rule, cap, reason;
  std::vector<Outcome> on;
};

/// A CSV table that a pack names: header row and rows of cells. UTF-8.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  std::size_t column(std::string_view name) const;  ///< npos where it is not there
};

/// A rule that a pack takes out (`disable:`): not applicable, with its reason.
struct DisabledRule {
  std::string id, title, reason;
  Node body;
};

/// A loaded pack with everything it extends merged in. Immutable after load.
struct Pack {
  std::string id, version, title, sha256, folder;
  std::string effective_from, effective_until;  ///< YYYY-MM-DD, both included; empty = open
  bool any_kind = false;                        ///< `for: any`
  int kind_threshold = 0;
  std::vector<elements::KindEvidence> kind;
  document::Vocabulary vocabulary;
  std::vector<elements::Definition> elements;
  std::vector<Profile> profiles;
  std::vector<Reporter> reporters;
  std::vector<Rule> rules;
  std::vector<Grade> grades;  ///< best first
  std::vector<GateRule> gates;
  std::vector<DisabledRule> disabled;  ///< whole rules only; they are not in `rules`
  /// `basis:` document id to its title and level; `article` is empty.
  std::map<std::string, BasisReference, std::less<>> basis;
  /// The tables that rules name, read; the others are only looked at by lint.
  std::map<std::string, Table, std::less<>> tables;
  /// `terms:` named pattern fragments, usable as {name} in every pattern; nested ones are expanded.
  std::map<std::string, std::string, std::less<>> terms;
  /// Compiled while loading, by source with terms expanded; compile_pattern() takes them from here.
  std::map<std::string, pattern::Pattern, std::less<>> patterns;
  std::vector<const Node*> samples;  ///< `samples:` of this pack itself, not of those it extends
  std::vector<std::shared_ptr<const Node>> files;  ///< owners of what Rule::when points into

  const Profile* profile(std::string_view id) const;
  const Rule* rule(std::string_view id) const;
};

/// `basis:` of a rule or of one of its terms: a list of {document, article}, titles and levels
/// filled from the pack. The loader has made sure that every document is known.
std::vector<BasisReference> basis_at(const Node& node, const Pack& pack);
/// `severity:` of a rule or of one of its terms: one word ("" is its state) or one per state.
SeverityByState severity_at(const Node& node);
/// `message:`, `advice:`: one text ("" is its state) or one per state.
TextByState texts_at(const Node& node, std::string_view key);

/// Loads `folder`/pack.yaml and what it names and extends. Reports every mistake; nullptr iff the
/// sink has errors.
std::shared_ptr<const Pack> load_pack(const std::string& folder, const PackFiles& files,
                                      DiagnosticSink& sink);

}  // namespace plumbline::rules
