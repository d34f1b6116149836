#include <algorithm>
#include <set>

#include "engine/base/diagnostic.h"
#include "engine/cli/commands.h"
#include "engine/cli/options.h"
#include "engine/cli/packs.h"
#include "engine/cli/version.h"
#include "engine/cli/watch.h"
#include "engine/io/pack_files.h"
#include "engine/output/columns.h"
#include "engine/output/diagnostics.h"
#include "engine/rules/lint.h"
#include "engine/rules/pack.h"

namespace plumbline::cli {
namespace {

/// What the loader, the compiler and lint say of some packs: the result of this command, which goes
/// to standard output.
struct Linted {
  DiagnosticSink sink;
  Packs packs;                    ///< those that load
  std::set<std::string> folders;  ///< that hold their files

  void add(const std::string& name, const Session& session) {
    DiagnosticSink found;
    if (const auto folder = pack_folder(name, session))
      folders.insert(*folder);
    const Packs loaded = load_packs({name}, session, found);
    if (!found.has_errors())
      Engine::create(loaded, found);
    if (!found.has_errors()) {
      rules::lint_pack(*loaded.front(), io::DiskPackFiles(session.environment.pack_path), found);
      packs.push_back(loaded.front());
      for (const auto& file : loaded.front()->files)
        folders.insert(file->file->path.substr(0, file->file->path.rfind('/')));
    }
    for (const Diagnostic& diagnostic : found.all()) sink.add(diagnostic);
  }
};

/// A pack may hold what steers a terminal.
std::string rendered(Diagnostic diagnostic, Language language) {
  diagnostic.message = output::printable(diagnostic.message.in(language));
  diagnostic.path = output::printable(diagnostic.path);
  return render_diagnostic(diagnostic, language);
}

std::string text(const Linted& linted, const Session& session) {
  std::string words;
  for (const Diagnostic& diagnostic : linted.sink.all())
    words += rendered(diagnostic, session.language);
  const auto errors = std::ranges::count(linted.sink.all(), Level::kError, &Diagnostic::level);
  const auto others = static_cast<std::ptrdiff_t>(linted.sink.all().size()) - errors;
  if (!linted.sink.all().empty())
    return words +
           session.words(Say::kLintFaults, {std::to_string(errors), std::to_string(others)}) + "\n";
  for (const auto& pack : linted.packs)
    words += session.words(Say::kLintClean,
                           {pack->id, pack->version, std::to_string(pack->rules.size())}) +
             "\n";
  return words;
}

std::string report(const Linted& linted, std::string_view format, const Session& session) {
  if (format == "sarif")
    return output::diagnostics_sarif(linted.sink.all(), version());
  if (format == "text")
    return text(linted, session);
  std::vector<PackInfo> infos;
  for (const auto& pack : linted.packs)
    infos.push_back({pack->id, pack->version, pack->sha256, pack->title});
  return output::diagnostics_json(linted.sink.all(), infos, version());
}

}  // namespace

int run_rules_lint(const Arguments& arguments, const Session& session) {
  DiagnosticSink wrong;
  if (arguments.paths.empty())
    wrong.add(wrong_use("P3005", session.words(Say::kNoPack)));
  const std::string format = format_among(arguments, formats_of("rules lint"), session, wrong);
  session.complain(wrong);
  if (wrong.has_errors())
    return kUsage;
  int status = kClean;
  const auto work = [&] {
    Linted linted;
    for (const std::string& name : arguments.paths) linted.add(name, session);
    const bool said = print(session, report(linted, format, session));
    status = !said || linted.sink.has_errors() ? kUsage
             : linted.sink.all().empty()       ? kClean
                                               : kFindings;
    return linted.folders;
  };
  if (arguments.has("--watch"))
    watch(work, session);
  else
    work();
  return status;
}

}  // namespace plumbline::cli
