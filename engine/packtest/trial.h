#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/assessment.h"
#include "engine/document/document.h"
#include "engine/elements/elements.h"
#include "engine/rules/pack.h"
#include "plumbline/engine.h"

namespace plumbline::packtest {

/// A text read and taken apart once, so that many rules, and rules with a part taken out, can be
/// tried on it. Immutable. The pack that it was prepared with must outlive it.
struct Prepared {
  bool read = false;
  std::string reason;  ///< why it could not be read, or what was lost
  document::Document document;
  std::vector<elements::Element> elements;
  std::string reporter;
  std::optional<document::Date> as_of;
  std::string profile;
};

/// Always taken for a document of the pack's kind: cases are fragments.
Prepared prepare(const rules::Pack& pack, std::string_view path, std::string_view bytes,
                 const CheckOptions& options);

/// What one rule says of a text.
struct Judgement {
  RuleResult result;
  std::vector<Finding> findings;
};
/// The same outcome and the same findings with the same words.
bool same(const Judgement& one, const Judgement& other);

/// The headings above a finding as read, outermost first, "一、主要做法>（一）执法"; or empty.
std::string headings_above(const Prepared& subject, const Finding& finding);

/// One rule compiled alone. Reentrant.
class Trial {
 public:
  /// `rule` may differ from what `pack` has; terms, tables and patterns are the pack's, which must
  /// outlive the trial. nullopt iff the rule does not compile.
  static std::optional<Trial> create(rules::Rule rule, const rules::Pack& pack,
                                     DiagnosticSink& sink);
  Judgement judge(const Prepared& subject) const { return judge(subject, subject.elements); }
  /// The same with other elements than those that were found.
  Judgement judge(const Prepared& subject, std::span<const elements::Element> elements) const;

 private:
  CompiledPack compiled_;
};

}  // namespace plumbline::packtest
