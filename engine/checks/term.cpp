#include "engine/checks/term.h"

#include <algorithm>

#include "engine/checks/scope.h"

namespace plumbline::checks {
namespace {

/// A term may be a bare pattern.
Patterns match_of(const rules::Node& term, const rules::Pack& pack, DiagnosticSink& sink) {
  return term.is_scalar() ? rules::compile_patterns(&term, pack, sink)
                          : patterns_at(term, "match", pack, sink);
}

}  // namespace

TermWords TermWords::read(const rules::Node& term, const rules::Rule& rule,
                          const rules::Pack& pack) {
  TermWords words;
  words.name = rules::string_at(term, "name");
  words.right = rules::string_at(term, "right");
  words.message = rules::string_at(term, "message");
  words.advice = rules::string_at(term, "advice");
  words.severity = severity_named(rules::string_at(term, "severity"));
  words.basis = rules::basis_at(term, pack);
  words.when = term.find("when");
  words.unless = term.find("unless");
  words.scopes = scopes_at(term.find("scope") != nullptr ? term : rule.body);
  return words;
}

Hit TermWords::hit(std::string state, TextSpan at) const {
  Hit hit;
  hit.name = name;
  hit.state = std::move(state);
  hit.at = at;
  hit.values["name"] = name;
  hit.values["right"] = right;
  hit.severity = severity;
  hit.message = message;
  hit.advice = advice;
  hit.basis = basis;
  return hit;
}

TextTerm TextTerm::read(const rules::Node& term, const rules::Rule& rule, const rules::Pack& pack,
                        DiagnosticSink& sink) {
  TextTerm result;
  result.words = TermWords::read(term, rule, pack);
  result.match = match_of(term, pack, sink);
  result.unless_before = patterns_at(term, "unless_before", pack, sink, Edge::kEndsHere);
  result.unless_after = patterns_at(term, "unless_after", pack, sink, Edge::kBeginsHere);
  result.allow = patterns_at(term, "allow", pack, sink);
  result.blank = rules::bool_at(term, "blank");
  result.fix = Repair::read(term.find("fix"), result.words.right);
  const std::vector<std::string> exempt = rules::strings_at(term, "exempt");
  result.exempt_quotes = std::ranges::find(exempt, "quotes") != exempt.end();
  result.exempt_titles = std::ranges::find(exempt, "titles") != exempt.end();
  result.at_least = rules::int_at(term, "at_least", 1);
  return result;
}

}  // namespace plumbline::checks
