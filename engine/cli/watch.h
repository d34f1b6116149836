#pragma once

#include <functional>
#include <set>
#include <string>

#include "engine/cli/session.h"

namespace plumbline::cli {

/// Runs `work` and then again whenever a file below one of the folders that it names appears, goes
/// or changes, until Environment::wait says that it is enough.
void watch(const std::function<std::set<std::string>()>& work, const Session& session);

}  // namespace plumbline::cli
