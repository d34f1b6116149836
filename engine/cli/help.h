#pragma once

#include <string>

#include "engine/cli/messages.h"

namespace plumbline::cli {

struct Command;

/// What `plumbline --help` prints.
std::string help(Language language);
/// What `plumbline COMMAND --help` prints.
std::string help(Language language, const Command& command);
/// docs/cli.md, from the same tables.
std::string reference();

}  // namespace plumbline::cli
