#include "engine/cli/commands.h"

#include <algorithm>
#include <array>

#include "engine/cli/help.h"
#include "engine/cli/version.h"

namespace plumbline::cli {
namespace {

constexpr std::array<std::string_view, 14> kCheckFlags = {
    "--pack",    "--profile", "--reporter", "--as-of",   "--waivers", "--baseline", "--roster",
    "--contact", "--format",  "--output",   "--fail-on", "--explain", "--jobs",     "--ocr"};
constexpr std::array<std::string_view, 11> kNoteFlags = {
    "--pack",    "--profile", "--reporter", "--as-of", "--waivers", "--baseline",
    "--contact", "--output",  "--fail-on",  "--jobs",  "--ocr"};
constexpr std::array<std::string_view, 8> kFixFlags = {"--pack",   "--profile", "--reporter",
                                                       "--as-of",  "--waivers", "--baseline",
                                                       "--output", "--write"};
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

int run_help(const Arguments& arguments, const Session& session);

constexpr std::array kCommands = {
    Command{"check",
            "PATH...",
            Say::kHelpCheck,
            Say::kExitCheck,
            kCheckFlags,
            run_check,
            {},
            "check report.docx\n"
            "check submissions/ --output xlsx=results.xlsx --output docx=returned/\n"
            "check report.txt --profile published --reporter department --as-of 2025-03-01"},
    Command{"note",
            "PATH...",
            Say::kHelpNote,
            Say::kExitCheck,
            kNoteFlags,
            run_note,
            {},
            "note report.docx --contact contact.yaml --output letter.docx\n"
            "note submissions/ --contact contact.yaml --output letters/"},
    Command{"fix",
            "PATH...",
            Say::kHelpFix,
            Say::kExitFix,
            kFixFlags,
            run_fix,
            {},
            "fix report.txt\n"
            "fix report.docx --output revised/\n"
            "fix report.md --write"},
    Command{"show",
            "FILE",
            Say::kHelpShow,
            Say::kExitShow,
            kShowFlags,
            run_show,
            {},
            "show report.docx"},
    Command{"text",
            "FILE",
            Say::kHelpText,
            Say::kExitShow,
            kTextFlags,
            run_text,
            {},
            "text report.pdf --annotate-places"},
    Command{"rules lint", "PACK...", Say::kHelpRulesLint, Say::kExitLint, kLintFlags,
            run_rules_lint, kLintFormats,
            "rules lint county\n"
            "rules lint county --watch"},
    Command{"rules test", "PACK...", Say::kHelpRulesTest, Say::kExitTest, kTestFlags,
            run_rules_test, kTestFormats,
            "rules test county\n"
            "rules test county --min-coverage 95 --min-mutation 95"},
    Command{"rules list",
            "[PACK]",
            Say::kHelpRulesList,
            Say::kExitPacks,
            {},
            run_rules_list,
            {},
            "rules list\n"
            "rules list county"},
    Command{"rules show",
            "RULE|PACK",
            Say::kHelpRulesShow,
            Say::kExitPacks,
            kRuleShowFlags,
            run_rules_show,
            {},
            "rules show date-deadline --pack county --origin\n"
            "rules show county"},
    Command{"rules docs",
            "[PACK]",
            Say::kHelpRulesDocs,
            Say::kExitPacks,
            kDocsFlags,
            run_rules_docs,
            {},
            "rules docs county --output county.html"},
    Command{"rules diff", "OLD NEW", Say::kHelpRulesDiff, Say::kExitDiff, kDiffFlags,
            run_rules_diff, kDiffFormats, "rules diff rule-of-law-report county --on submissions/"},
    Command{"rules new",
            "pack FOLDER|rule ID",
            Say::kHelpRulesNew,
            Say::kExitWrite,
            kNewFlags,
            run_rules_new,
            {},
            "rules new pack county\n"
            "rules new rule no-slogans --pack county"},
    Command{"rules export-words",
            "PACK FILE.xlsx",
            Say::kHelpExportWords,
            Say::kExitWrite,
            {},
            run_rules_export_words,
            {},
            "rules export-words county words.xlsx"},
    Command{"rules import-words",
            "PACK FILE.xlsx",
            Say::kHelpImportWords,
            Say::kExitWrite,
            {},
            run_rules_import_words,
            {},
            "rules import-words county words.xlsx"},
    Command{"doctor", "", Say::kHelpDoctor, Say::kExitPlain, kDoctorFlags, run_doctor,
            kDoctorFormats},
    Command{"version", "", Say::kHelpVersion, Say::kExitPlain, {}, run_version},
    Command{
        "help", "[COMMAND]", Say::kHelpHelp, Say::kExitPlain, {}, run_help, {}, "help rules test"},
};

int run_help(const Arguments& arguments, const Session& session) {
  std::string name;
  for (const std::string& word : arguments.paths) name += (name.empty() ? "" : " ") + word;
  const auto found = std::ranges::find(kCommands, name, &Command::name);
  if (name.empty() || found != kCommands.end())
    return print(session, name.empty() ? help(session.language) : help(session.language, *found))
               ? kClean
               : kUsage;
  if (const std::string group = help_of_group(session.language, name); !group.empty())
    return print(session, group) ? kClean : kUsage;
  DiagnosticSink sink;
  sink.add(wrong_use("P3014", session.words(Say::kUnknownCommand, {name}) +
                                  suggestion(session.language, name, command_names())));
  session.complain(sink);
  return kUsage;
}

}  // namespace

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const Command& command : kCommands) names.emplace_back(command.name);
  return names;
}

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
