#include <algorithm>

#include "engine/base/diagnostic.h"
#include "engine/cli/commands.h"
#include "engine/cli/packs.h"
#include "engine/rules/pack.h"

namespace plumbline::cli {
namespace {

/// What the loader and the compiler say is the result of this command: it goes to standard output.
std::string lint_words(const DiagnosticSink& sink, const Session& session) {
  std::string words;
  for (const Diagnostic& diagnostic : sink.all()) words += render_diagnostic(diagnostic);
  const auto errors = std::ranges::count(sink.all(), Level::kError, &Diagnostic::level);
  const auto others = static_cast<std::ptrdiff_t>(sink.all().size()) - errors;
  if (!sink.all().empty())
    words +=
        session.words(Say::kLintFaults, {std::to_string(errors), std::to_string(others)}) + "\n";
  return words;
}

}  // namespace

int run_rules_lint(const Arguments& arguments, const Session& session) {
  const std::optional<std::string> name = only_path(arguments, "rules lint", session);
  if (!name)
    return kUsage;
  DiagnosticSink sink;
  const Packs packs = load_packs({*name}, session, sink);
  if (!sink.has_errors())
    Engine::create(packs, sink);
  std::string words = lint_words(sink, session);
  if (sink.all().empty()) {
    const rules::Pack& pack = *packs.front();
    words =
        session.words(Say::kLintClean, {pack.id, pack.version, std::to_string(pack.rules.size())}) +
        "\n";
  }
  return print(session, words) && !sink.has_errors() ? kClean : kUsage;
}

}  // namespace plumbline::cli
