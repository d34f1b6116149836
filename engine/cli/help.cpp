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

/// A name that does not fit its column has its words on the next line.
std::string row(const std::string& name, const std::string& words) {
  const bool fits = name.size() < kNameColumn;
  return "  " +
         (fits ? output::padded(name, kNameColumn)
               : name + "\n  " + std::string(kNameColumn, ' ')) +
         " " + words + "\n";
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

std::string indented(std::string_view text) {
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

std::string format_rows(Language language, const Command& command) {
  std::string words = heading(language, Say::kFormats);
  if (!command.formats.empty())
    return words + indented(listed(command.formats));
  for (const output::Writer& writer : output::writers())
    words += row(std::string(writer.name), std::string(summary_of(writer, language)));
  return words;
}

std::string exit_status(Language language, const Command& command) {
  return heading(language, Say::kExitStatus) + indented(say(language, command.exit_status));
}

std::string example_lines(const Command& command) {
  std::string lines;
  for (std::size_t begin = 0; begin < command.examples.size();) {
    const std::size_t end = std::min(command.examples.find('\n', begin), command.examples.size());
    lines += (lines.empty() ? "plumbline " : "\nplumbline ") +
             std::string(command.examples.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string command_rows(Language language, std::string_view beginning) {
  std::string words;
  for (const Command& command : commands()) {
    if (command.name.starts_with(beginning))
      words += row(usage_line(command).substr(std::string_view("plumbline ").size()),
                   say(language, command.help));
  }
  return words;
}

std::string reference_flags(const Command& command) {
  constexpr Language kLanguage = Language::kEnglish;
  std::string words = "\n| option | |\n| --- | --- |\n";
  for (const std::string_view name : command.flags) {
    const Flag& flag = flag_of(command.name, name);
    words += "| `" + with_value(flag) + "` | " + flag_words(kLanguage, flag) + " |\n";
  }
  if (!command.formats.empty())
    words += "\nFORMAT is one of `" + listed(command.formats) + "`.\n";
  return words;
}

}  // namespace

std::string help(Language language) {
  return say(language, Say::kIntroduction) + "\n" + heading(language, Say::kCommands) +
         command_rows(language, "") + "\n" + say(language, Say::kHelpEach) + "\n";
}

std::string help_of_group(Language language, std::string_view name) {
  const std::string rows = command_rows(language, std::string(name) + " ");
  return rows.empty() ? ""
                      : heading(language, Say::kCommands).substr(1) + rows + "\n" +
                            say(language, Say::kHelpEach) + "\n";
}

std::string help(Language language, const Command& command) {
  std::string words = heading(language, Say::kUsage).substr(1) + "  " + usage_line(command) +
                      "\n\n" + say(language, command.help) + "\n" +
                      heading(language, Say::kOptions);
  for (const std::string_view name : command.flags) {
    const Flag& flag = flag_of(command.name, name);
    words += row(with_value(flag), flag_words(language, flag));
  }
  words += row("--help", say(language, Say::kHelpFlag));
  if (takes(command, "--format"))
    words += format_rows(language, command);
  if (!command.examples.empty())
    words += heading(language, Say::kExamples) + indented(example_lines(command));
  return words + exit_status(language, command);
}

std::string reference() {
  constexpr Language kLanguage = Language::kEnglish;
  std::string words =
      "# The command line\n\nWritten by the program from its own tables; a test compares. " +
      say(kLanguage, Say::kIntroduction) +
      "\nHelp and complaints, those about packs too, are Chinese, or English where the locale "
      "begins "
      "with `en`: `LC_ALL`, `LC_MESSAGES` or `LANG`, the first that is set. Codes and places are "
      "the "
      "same in both. Reports are Chinese always; what is for programs (json, sarif …) does not "
      "depend "
      "on the locale.\n";
  for (const Command& command : commands()) {
    words += "\n## plumbline " + std::string(command.name) + "\n\n`" + usage_line(command) +
             "`: " + say(kLanguage, command.help) + ".\n";
    if (!command.flags.empty())
      words += reference_flags(command);
    if (!command.examples.empty())
      words += "\n```\n" + example_lines(command) + "\n```\n";
    words += "\nExit status:\n\n```\n" + say(kLanguage, command.exit_status) + "\n```\n";
  }
  words += "\n## Formats\n\n| format | |\n| --- | --- |\n";
  for (const output::Writer& writer : output::writers())
    words += "| `" + std::string(writer.name) + "` | " + std::string(writer.summary_en) + " |\n";
  return words;
}

}  // namespace plumbline::cli
