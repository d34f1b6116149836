#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/cli/messages.h"

namespace plumbline::cli {

/// A flag is one row: the parser, the help and docs/cli.md all read it.
struct Flag {
  std::string_view name;   ///< "--profile"
  std::string_view value;  ///< "NAME" in the help; empty = a switch
  Say help;
  bool repeatable = false;
};
std::span<const Flag> flags();
const Flag& flag_named(std::string_view name);  ///< must be one of flags()
/// The same with the words that it has in one command.
const Flag& flag_of(std::string_view command, std::string_view name);

}  // namespace plumbline::cli
