#include "engine/cli/cli.h"

#include <algorithm>
#include <exception>
#include <optional>

#include "engine/cli/commands.h"
#include "engine/cli/flags.h"
#include "engine/cli/help.h"
#include "engine/cli/session.h"
#include "engine/io/file.h"

namespace plumbline::cli {
namespace {

using Words = std::span<const std::string_view>;

/// A command and the words behind it; null where the first word is none.
struct Choice {
  const Command* command = nullptr;
  Words rest;
};

Choice choose(Words words) {
  for (const Command& command : commands()) {
    const std::string first(words.empty() ? "" : words[0]);
    if (command.name == first)
      return {&command, words.subspan(1)};
    if (words.size() > 1 && command.name == first + " " + std::string(words[1]))
      return {&command, words.subspan(2)};
  }
  return {};
}

const Command& command_named(std::string_view name) {
  return *std::ranges::find(commands(), name, &Command::name);
}

/// A first word that is no command is a path to check, unless it is a misspelt command.
std::optional<Diagnostic> misspelt(Words words, const Session& session) {
  const std::string first(words.front());
  const bool is_word = std::ranges::all_of(first, [](char c) { return c >= 'a' && c <= 'z'; });
  const std::string hint = suggestion(session.language, first, command_names());
  if (!is_word || hint.empty() || io::kind_of(first) != io::PathKind::kNothing)
    return std::nullopt;
  return wrong_use("P3014", session.words(Say::kUnknownCommand, {first}) + hint);
}

/// `plumbline rules` and what is no command of that group: never a path, though a folder may be
/// called so.
std::optional<int> run_group(Words words, const Session& session) {
  const std::string group = help_of_group(session.language, words.front());
  if (group.empty())
    return std::nullopt;
  const std::string second(words.size() > 1 ? words[1] : "");
  if (second == "--help" || second == "-h")
    return print(session, group) ? kClean : kUsage;
  if (second.empty()) {
    session.environment.err << group;
    return kUsage;
  }
  const std::string name = std::string(words.front()) + " " + second;
  DiagnosticSink sink;
  sink.add(wrong_use("P3014", session.words(Say::kUnknownCommand, {name}) +
                                  suggestion(session.language, name, command_names())));
  session.complain(sink);
  return kUsage;
}

int run_command(const Choice& choice, const Session& about) {
  const Session session = {about.environment, about.language, choice.command->name};
  std::vector<std::string_view> accepted(choice.command->flags.begin(),
                                         choice.command->flags.end());
  accepted.push_back("--help");
  DiagnosticSink sink;
  const std::optional<Arguments> arguments =
      parse_arguments(choice.rest, accepted, session.language, sink);
  for (const std::string_view flag : choice.command->flags) {
    if (arguments && arguments->all(flag).size() > 1 &&
        !flag_of(choice.command->name, flag).repeatable)
      sink.add(wrong_use("P3003", session.words(Say::kFlagTwice, {flag})));
  }
  if (!arguments || sink.has_errors()) {
    session.complain(sink);
    return kUsage;
  }
  if (arguments->has("--help"))
    return print(session, help(session.language, *choice.command)) ? kClean : kUsage;
  return choice.command->run(*arguments, session);
}

int run_words(Words words, const Session& session) {
  if (words.empty()) {
    session.environment.err << help(session.language);
    return kUsage;
  }
  if (words.front() == "--help" || words.front() == "-h")
    return run_command({&command_named("help"), {}}, session);
  if (words.front() == "--version")
    return run_command({&command_named("version"), {}}, session);
  const Choice choice = choose(words);
  if (choice.command != nullptr)
    return run_command(choice, session);
  if (const std::optional<int> status = run_group(words, session))
    return *status;
  if (const std::optional<Diagnostic> mistake = misspelt(words, session)) {
    DiagnosticSink sink;
    sink.add(*mistake);
    session.complain(sink);
    return kUsage;
  }
  return run_command({&command_named("check"), words}, session);
}

}  // namespace

int run(std::span<const std::string_view> arguments, Environment& environment) {
  const Session session = {environment, language_of(environment.language)};
  try {
    return run_words(arguments, session);
  } catch (const std::exception& error) {
    session.complain({.code = "P3900", .message = session.words(Say::kInternal, {error.what()})});
  } catch (...) {
    session.complain({.code = "P3900", .message = session.words(Say::kInternal, {"?"})});
  }
  return kUsage;
}

}  // namespace plumbline::cli
