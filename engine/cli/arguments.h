#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cli/messages.h"
#include "plumbline/diagnostic.h"

namespace plumbline::cli {

/// The words behind a command, sorted into flags and the rest. Strings only: nothing is looked up.
struct Arguments {
  std::map<std::string, std::vector<std::string>, std::less<>> values;  ///< by flag name
  std::vector<std::string> paths;

  bool has(std::string_view flag) const { return values.contains(flag); }
  /// The value of a flag that is given once; `fallback` where it is not given.
  std::string value(std::string_view flag, std::string_view fallback = "") const;
  std::vector<std::string> all(std::string_view flag) const;
};

/// Knows `accepted` flags, everything behind "--" is a path. Reports every mistake, names the
/// nearest flag; nullopt iff there was one.
std::optional<Arguments> parse_arguments(std::span<const std::string_view> words,
                                         std::span<const std::string_view> accepted,
                                         Language language, DiagnosticSink& sink);

/// "；是不是 X？" for the nearest candidate, empty where none is near.
std::string suggestion(Language language, std::string_view word,
                       std::span<const std::string> candidates);

}  // namespace plumbline::cli
