#include <algorithm>

#include "engine/cli/commands.h"
#include "engine/cli/packs.h"
#include "engine/craft/origin.h"
#include "engine/output/columns.h"
#include "engine/rules/pack.h"

namespace plumbline::cli {
namespace {

using craft::EffectiveValue;

constexpr std::size_t kKeyColumn = 28;  // terminal columns

std::string lines(const std::string& title, const std::vector<EffectiveValue>& values,
                  bool origin) {
  std::string words = title + "\n";
  for (const EffectiveValue& one : values) {
    words += "  " + output::padded(one.key, kKeyColumn) + " " + output::printable(one.value);
    if (origin && !one.path.empty())
      words += "  ← " + output::printable(one.path) + ":" + std::to_string(one.line);
    words += "\n";
  }
  return words;
}

/// An id has no dot but the one before NAME and is no folder.
std::vector<std::string> ids_of(const Packs& packs) {
  std::vector<std::string> ids;
  for (const auto& pack : packs) {
    for (const rules::Rule& rule : pack->rules) ids.push_back(rule.id);
  }
  return ids;
}

std::string rule_words(const Packs& packs, const std::string& id, bool origin) {
  for (const auto& pack : packs) {
    const std::vector<EffectiveValue> values = craft::effective_rule(*pack, id);
    if (!values.empty())
      return lines(id + "（" + pack->id + " " + pack->version + "）", values, origin);
  }
  return "";
}

}  // namespace

int run_rules_show(const Arguments& arguments, const Session& session) {
  const std::optional<std::string> name = only_path(arguments, "rules show", session);
  if (!name)
    return kUsage;
  DiagnosticSink sink;
  const Packs packs = load_packs(arguments.all("--pack"), session, sink);
  const bool origin = arguments.has("--origin");
  std::string words = sink.has_errors() ? "" : rule_words(packs, *name, origin);
  if (words.empty() && !sink.has_errors()) {
    DiagnosticSink missing;
    const Packs named = load_packs({*name}, session, missing);
    for (const auto& pack : named)
      words += lines(pack->id + " " + pack->version, craft::effective_pack(*pack), origin);
    const bool unknown = missing.has_errors() && missing.all().front().code == "P3010";
    if (unknown)
      sink.add(wrong_use("P3015", session.words(Say::kUnknownRule, {*name}) +
                                      suggestion(session.language, *name, ids_of(packs))));
    for (std::size_t i = 0; !unknown && i < missing.all().size(); ++i) sink.add(missing.all()[i]);
  }
  session.complain(sink);
  if (sink.has_errors())
    return kUsage;
  return print(session, words) ? kClean : kUsage;
}

}  // namespace plumbline::cli
