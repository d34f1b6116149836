#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cli/arguments.h"
#include "engine/cli/session.h"

namespace plumbline::cli {

/// One row per command in commands.cpp, one file per command.
struct Command {
  std::string_view name;      ///< "check", "rules lint"
  std::string_view operands;  ///< "PATH…" in the help
  Say help;
  Say exit_status;
  std::span<const std::string_view> flags;  ///< without --help, which all have
  int (*run)(const Arguments& arguments, const Session& session);
  /// What --format takes; empty = the formats of reports.
  std::span<const std::string_view> formats = {};
  std::string_view examples = {};  ///< one per line, without the name of the program
};
std::span<const Command> commands();
std::vector<std::string> command_names();
/// What --format takes for a command of the table.
std::span<const std::string_view> formats_of(std::string_view command);

int run_check(const Arguments& arguments, const Session& session);
int run_note(const Arguments& arguments, const Session& session);
int run_fix(const Arguments& arguments, const Session& session);
int run_show(const Arguments& arguments, const Session& session);
int run_doctor(const Arguments& arguments, const Session& session);
int run_text(const Arguments& arguments, const Session& session);
int run_rules_lint(const Arguments& arguments, const Session& session);
int run_rules_new(const Arguments& arguments, const Session& session);
int run_rules_export_words(const Arguments& arguments, const Session& session);
int run_rules_import_words(const Arguments& arguments, const Session& session);
int run_rules_diff(const Arguments& arguments, const Session& session);
int run_rules_list(const Arguments& arguments, const Session& session);
int run_rules_show(const Arguments& arguments, const Session& session);
int run_rules_docs(const Arguments& arguments, const Session& session);
int run_rules_test(const Arguments& arguments, const Session& session);

/// The command's one path; nullopt after a complaint where there is none or more than one.
std::optional<std::string> only_path(const Arguments& arguments, std::string_view command,
                                     const Session& session);

}  // namespace plumbline::cli
