#include <algorithm>
#include <set>

#include "engine/cli/commands.h"
#include "engine/cli/pack_words.h"
#include "engine/cli/packs.h"
#include "engine/craft/clauses.h"
#include "engine/rules/pack.h"

namespace plumbline::cli {
namespace {

using craft::BasisDocument;
using craft::Clause;
using rules::Pack;

std::string rule_line(const craft::ClauseRule& one) {
  if (one.rule == nullptr)
    return "    " + one.id + "  已停用\n";
  if (one.term != nullptr)
    return "    " + one.id + "  " + rules::string_at(*one.term, "right") + "\n";
  return "    " + one.id + "  " + points_words(one.rule->points) + "  " +
         severity_words(one.rule->severity) + "\n      " + one.rule->title + "\n";
}

std::string clause_words(const BasisDocument& document, const Clause& clause) {
  const std::string checked = checked_words(clause);
  std::string words = "  " + article_words(document.document, clause.article) +
                      (clause.words.empty() ? "" : "  " + clause.words) +
                      (checked.empty() ? "" : "〔" + checked + "〕") + "\n";
  for (const craft::ClauseRule& one : clause.rules) words += rule_line(one);
  if (!clause.unchecked.empty())
    words += "    未核对：" + clause.unchecked + "\n";
  return words;
}

/// Rules under no document at all.
std::string rest_words(const Pack& pack, const std::vector<BasisDocument>& documents) {
  std::set<const rules::Rule*> listed;
  for (const BasisDocument& document : documents) {
    for (const Clause& clause : document.clauses) {
      for (const craft::ClauseRule& one : clause.rules) listed.insert(one.rule);
    }
  }
  std::string words;
  for (const rules::Rule& rule : pack.rules) {
    if (!listed.contains(&rule))
      words += rule_line({rule.id, &rule, nullptr});
  }
  return words.empty() ? "" : "\n其他规则\n" + words;
}

std::string list_words(const Pack& pack) {
  const std::vector<BasisDocument> documents = craft::by_clause(pack);
  std::string words = pack_line(pack) + "\n";
  if (const craft::ClauseCount count = craft::count_clauses(documents);
      count.full + count.partly + count.no > 0)
    words += "条款：全部核对" + std::to_string(count.full) + "条，部分核对" +
             std::to_string(count.partly) + "条，程序不能核对" + std::to_string(count.no) + "条\n";
  for (const BasisDocument& document : documents) {
    words += "\n" + document.document.document + "  " + document.document.level + "\n";
    for (const Clause& clause : document.clauses) words += clause_words(document, clause);
  }
  words += rest_words(pack, documents);
  for (const rules::DisabledRule& rule : pack.disabled)
    words += "\n停用：" + rule.id + "  " + rule.title + "（" + rule.reason + "）\n";
  return words;
}

}  // namespace

int run_rules_list(const Arguments& arguments, const Session& session) {
  DiagnosticSink sink;
  if (arguments.paths.size() > 1)
    sink.add(wrong_use("P3006", session.words(Say::kOnePath, {"rules list"})));
  Packs packs;
  if (!sink.has_errors())
    packs = load_packs(arguments.paths, session, sink);
  session.complain(sink);
  if (sink.has_errors())
    return kUsage;
  return print(session, list_words(*packs.front())) ? kClean : kUsage;
}

}  // namespace plumbline::cli
