#pragma once

#include <string>
#include <string_view>

#include "engine/cli/messages.h"

namespace plumbline::cli {

struct Command;

/// What `plumbline --help` prints.
std::string help(Language language);
/// What `plumbline COMMAND --help` prints.
std::string help(Language language, const Command& command);
/// The commands that begin with this word, "rules"; empty where there are none.
std::string help_of_group(Language language, std::string_view name);
/// docs/cli.md, from the same tables.
std::string reference();

}  // namespace plumbline::cli
