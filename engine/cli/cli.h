#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/isolation/process.h"

namespace plumbline::cli {

/// Exit status (design §6). 2 outranks 3 outranks 1.
enum ExitStatus : int { kClean = 0, kFindings = 1, kUsage = 2, kNotChecked = 3 };

/// The process as the command line sees it, so that tests need none.
struct Environment {
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::string language;                ///< locale of the messages, "zh_CN.UTF-8"
  std::vector<std::string> pack_path;  ///< folders that hold packs, first wins
  isolation::WorkerProgram worker;     ///< reads what others' parsers read; empty = no processes
  std::istream* in = nullptr;          ///< a person who can be asked; null = nobody
  std::function<bool()> wait;  ///< between two looks at watched files; false or none = enough
  /// Where a process that is about to end leaves what takes long to take apart; null = nowhere.
  std::vector<std::shared_ptr<const void>>* left_behind = nullptr;
};

/// main() without the process. Never throws.
int run(std::span<const std::string_view> arguments, Environment& environment);

}  // namespace plumbline::cli
