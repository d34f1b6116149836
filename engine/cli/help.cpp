#include "engine/cli/help.h"

#include <algorithm>

#include "engine/cli/commands.h"
#include "engine/cli/flags.h"
#include "engine/output/columns.h"
#include "engine/output/writer.h"

namespace plumbline::cli {
namespace {

constexpr std::size_t kNameColumn = 26;  // terminal columns

std::string heading(Language language, Say title) {
  return "\n" + say(language, title) + (language == Language::kChinese ? "：" : ":") + "\n";
}

std::string row(const std::string& name, const std::string& words) {
  return "  " + output::padded(name, kNameColumn) + " " + words + "\n";
}

std::string with_value(const Flag& flag) {
  return std::string(flag.name) + (flag.value.empty() ? "" : " ") + std::string(flag.value);
}

std::string flag_words(Language language, const Flag& flag) {
  return say(language, flag.help) + (flag.repeatable ? say(language, Say::kRepeatable) : "");
}

std::string usage_line(const Command& command) {
  std::string line = "plumbline " + std::string(command.name);
  if (!command.operands.empty())
    line += " " + std::string(command.operands);
  return line;
}

std::string listed(std::span<const std::string_view> names) {
  std::string words;
  for (const std::string_view name : names) words += (words.empty() ? "" : " ") + std::string(name);
  return words;
}

std::string indented(std::string text) {
  std::string words = "  ";
  for (const char c : text) words += c == '\n' ? "\n  " : std::string(1, c);
  return words + "\n";
}

std::string_view summary_of(const output::Writer& writer, Language language) {
  return language == Language::kEnglish ? writer.summary_en : writer.summary_zh;
}

bool takes(const Command& command, std::string_view flag) {
  return std::ranges::find(command.flags, flag) != command.flags.end();
}

std::string format_rows(Language language, const Command* command = nullptr) {
  std::string words = heading(language, Say::kFormats);
  if (command != nullptr && !command->formats.empty())
    return words + indented(listed(command->formats));
  for (const output::Writer& writer : output::writers())
    words += row(std::string(writer.name), std::string(summary_of(writer, language)));
  return words;
}

std::string exit_status(Language language) {
  return heading(language, Say::kExitStatus) + indented(say(language, Say::kExitStatusText));
}

std::string reference_flags(const Command& command) {
  constexpr Language kLanguage = Language::kEnglish;
  std::string words = "\n| option | |\n| --- | --- |\n";
  for (const std::string_view name : command.flags) {
    const Flag& flag = flag_named(name);
    words += "| `" + with_value(flag) + "` | " + flag_words(kLanguage, flag) + " |\n";
  }
  if (!command.formats.empty())
    words += "\nFORMAT is one of `" + listed(command.formats) + "`.\n";
  return words;
}

}  // namespace

std::string help(Language language) {
  std::string words = say(language, Say::kIntroduction) + "\n" + heading(language, Say::kCommands);
  for (const Command& command : commands())
    words += row(usage_line(command).substr(std::string_view("plumbline ").size()),
                 say(language, command.help));
  words += heading(language, Say::kOptions);
  for (const Flag& flag : flags()) words += row(with_value(flag), flag_words(language, flag));
  return words + format_rows(language) + exit_status(language);
}

std::string help(Language language, const Command& command) {
  std::string words = heading(language, Say::kUsage).substr(1) + "  " + usage_line(command) +
                      "\n\n" + say(language, command.help) + "\n" +
                      heading(language, Say::kOptions);
  for (const std::string_view name : command.flags)
    words += row(with_value(flag_named(name)), flag_words(language, flag_named(name)));
  words += row("--help", say(language, Say::kHelpFlag));
  if (takes(command, "--format"))
    words += format_rows(language, &command);
  return words + exit_status(language);
}

std::string reference() {
  constexpr Language kLanguage = Language::kEnglish;
  std::string words =
      "# The command line\n\nWritten by the program from its own tables; a test compares. " +
      say(kLanguage, Say::kIntroduction) +
      "\nHelp and complaints are Chinese, or English where `LANG` begins with `en`; reports are "
      "Chinese always.\n";
  for (const Command& command : commands()) {
    words += "\n## plumbline " + std::string(command.name) + "\n\n`" + usage_line(command) +
             "`: " + say(kLanguage, command.help) + ".\n";
    if (!command.flags.empty())
      words += reference_flags(command);
  }
  words += "\n## Formats\n\n| format | |\n| --- | --- |\n";
  for (const output::Writer& writer : output::writers())
    words += "| `" + std::string(writer.name) + "` | " + std::string(writer.summary_en) + " |\n";
  return words + "\n## Exit status\n\n```\n" + say(kLanguage, Say::kExitStatusText) + "\n```\n";
}

}  // namespace plumbline::cli
