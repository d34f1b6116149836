#include "engine/cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "engine/base/edit_distance.h"
#include "engine/cli/flags.h"
#include "engine/cli/session.h"

namespace plumbline::cli {
namespace {

using Words = std::vector<std::string>;

bool looks_like_flag(const std::string& word) {
  return word.size() > 1 && word[0] == '-';
}

std::string flag_of(const std::string& word) {
  return word.substr(0, word.find('='));
}

void add_flags(CLI::App& app, std::span<const std::string_view> accepted,
               std::map<std::string, Words, std::less<>>& values) {
  for (const std::string_view name : accepted) {
    const Flag& flag = flag_named(name);
    const std::string key(name);
    if (flag.value.empty()) {
      app.add_flag_callback(key == "--help" ? "-h,--help" : key,
                            [&values, key] { values[key] = {""}; });
      continue;
    }
    // Without allow_extra_args(false) a flag would swallow the paths behind its value.
    app.add_option_function<Words>(key, [&values, key](const Words& all) { values[key] = all; })
        ->allow_extra_args(false)
        ->take_all();
  }
}

Diagnostic spoken(const CLI::ParseError& error, Language language) {
  const std::string what = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
    return wrong_use("P3002", say(language, Say::kValueMissing, {what.substr(0, what.find(':'))}));
  return wrong_use("P3004", say(language, Say::kBadArguments, {what}));
}

/// What the parser left over: paths, and flags that nobody knows.
void sort_rest(const Words& rest, std::span<const std::string_view> accepted, Language language,
               Arguments& arguments, DiagnosticSink& sink) {
  bool only_paths = false;
  const Words names(accepted.begin(), accepted.end());
  for (const std::string& word : rest) {
    if (!only_paths && word == "--") {
      only_paths = true;
    } else if (!only_paths && looks_like_flag(word)) {
      const std::string flag = flag_of(word);
      sink.add(wrong_use(
          "P3001", say(language, Say::kUnknownFlag, {flag}) + suggestion(language, flag, names)));
    } else {
      arguments.paths.push_back(word);
    }
  }
}

/// `--output --format json` forgot a file name; it does not name the file "--format".
bool forgets_value(const Words& values) {
  return std::ranges::any_of(values,
                             [](const std::string& value) { return value.starts_with("--"); });
}

void check_values(const Arguments& arguments, Language language, DiagnosticSink& sink) {
  for (const auto& [name, values] : arguments.values) {
    if (forgets_value(values))
      sink.add(wrong_use("P3002", say(language, Say::kValueMissing, {name})));
    if (values.size() > 1 && !flag_named(name).repeatable)
      sink.add(wrong_use("P3003", say(language, Say::kFlagTwice, {name})));
  }
}

}  // namespace

std::string Arguments::value(std::string_view flag, std::string_view fallback) const {
  const auto found = values.find(flag);
  return found == values.end() ? std::string(fallback) : found->second.back();
}

std::vector<std::string> Arguments::all(std::string_view flag) const {
  const auto found = values.find(flag);
  return found == values.end() ? Words() : found->second;
}

std::string suggestion(Language language, std::string_view word,
                       std::span<const std::string> candidates) {
  const std::string meant = nearest(word, candidates);
  return meant.empty() ? meant : say(language, Say::kDidYouMean, {meant});
}

std::optional<Arguments> parse_arguments(std::span<const std::string_view> words,
                                         std::span<const std::string_view> accepted,
                                         Language language, DiagnosticSink& sink) {
  Arguments arguments;
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  add_flags(app, accepted, arguments.values);
  try {
    app.parse(Words(words.rbegin(), words.rend()));
  } catch (const CLI::ParseError& error) {
    sink.add(spoken(error, language));
    return std::nullopt;
  }
  sort_rest(app.remaining(), accepted, language, arguments, sink);
  check_values(arguments, language, sink);
  if (sink.has_errors())
    return std::nullopt;
  return arguments;
}

}  // namespace plumbline::cli
