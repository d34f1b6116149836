#include "engine/cli/commands.h"

#include <algorithm>
#include <array>

#include "engine/cli/help.h"
#include "engine/cli/version.h"

namespace plumbline::cli {
namespace {

constexpr std::array<std::string_view, 12> kCheckFlags = {
    "--pack",   "--profile", "--reporter", "--as-of",   "--waivers", "--baseline",
    "--format", "--output",  "--fail-on",  "--explain", "--jobs",    "--ocr"};
constexpr std::array<std::string_view, 6> kShowFlags = {"--pack",  "--profile", "--reporter",
                                                        "--as-of", "--dump",    "--ocr"};
constexpr std::array<std::string_view, 2> kTextFlags = {"--ocr", "--annotate-places"};
constexpr std::array<std::string_view, 4> kTestFlags = {"--min-coverage", "--min-mutation",
                                                        "--format", "--jobs"};
constexpr std::array<std::string_view, 6> kDiffFlags = {"--on",       "--format", "--profile",
                                                        "--reporter", "--as-of",  "--jobs"};
constexpr std::array<std::string_view, 2> kDiffFormats = {"text", "json"};
constexpr std::array<std::string_view, 2> kTestFormats = {"text", "json"};
constexpr std::array<std::string_view, 2> kRuleShowFlags = {"--pack", "--origin"};
constexpr std::array<std::string_view, 1> kDocsFlags = {"--output"};
constexpr std::array<std::string_view, 9> kNewFlags = {"--title",    "--extends",  "--pack",
                                                       "--forbid",   "--right",    "--require",
                                                       "--severity", "--document", "--article"};
constexpr std::array<std::string_view, 2> kLintFlags = {"--format", "--watch"};
constexpr std::array<std::string_view, 1> kDoctorFlags = {"--format"};
constexpr std::array<std::string_view, 2> kDoctorFormats = {"text", "json"};
constexpr std::array<std::string_view, 3> kLintFormats = {"text", "json", "sarif"};

int run_version(const Arguments&, const Session& session) {
  return print(session, "plumbline " + std::string(version()) + "\n") ? kClean : kUsage;
}

int run_help(const Arguments&, const Session& session) {
  return print(session, help(session.language)) ? kClean : kUsage;
}

constexpr std::array kCommands = {
    Command{"check", "PATH...", Say::kHelpCheck, kCheckFlags, run_check},
    Command{"show", "FILE", Say::kHelpShow, kShowFlags, run_show},
    Command{"text", "FILE", Say::kHelpText, kTextFlags, run_text},
    Command{"rules lint", "PACK...", Say::kHelpRulesLint, kLintFlags, run_rules_lint, kLintFormats},
    Command{"rules test", "PACK...", Say::kHelpRulesTest, kTestFlags, run_rules_test, kTestFormats},
    Command{"rules list", "[PACK]", Say::kHelpRulesList, {}, run_rules_list},
    Command{"rules show", "RULE|PACK", Say::kHelpRulesShow, kRuleShowFlags, run_rules_show},
    Command{"rules docs", "[PACK]", Say::kHelpRulesDocs, kDocsFlags, run_rules_docs},
    Command{"rules diff", "OLD NEW", Say::kHelpRulesDiff, kDiffFlags, run_rules_diff, kDiffFormats},
    Command{"rules new", "pack FOLDER|rule ID", Say::kHelpRulesNew, kNewFlags, run_rules_new},
    Command{
        "rules export-words", "PACK FILE.xlsx", Say::kHelpExportWords, {}, run_rules_export_words},
    Command{
        "rules import-words", "PACK FILE.xlsx", Say::kHelpImportWords, {}, run_rules_import_words},
    Command{"doctor", "", Say::kHelpDoctor, kDoctorFlags, run_doctor, kDoctorFormats},
    Command{"version", "", Say::kHelpVersion, {}, run_version},
    Command{"help", "", Say::kHelpHelp, {}, run_help},
};

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

std::span<const std::string_view> formats_of(std::string_view command) {
  return std::ranges::find(kCommands, command, &Command::name)->formats;
}

std::optional<std::string> only_path(const Arguments& arguments, std::string_view command,
                                     const Session& session) {
  if (arguments.paths.size() == 1)
    return arguments.paths.front();
  DiagnosticSink sink;
  sink.add(arguments.paths.empty() ? wrong_use("P3005", session.words(Say::kNoPath))
                                   : wrong_use("P3006", session.words(Say::kOnePath, {command})));
  session.complain(sink);
  return std::nullopt;
}

}  // namespace plumbline::cli
