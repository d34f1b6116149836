#include "process.h"

#include <fstream>
#include <sstream>

#include "engine/cli/cli.h"
#include "tests/support/golden.h"

namespace plumbline::cli {

namespace fs = std::filesystem;

Process::Process(const std::string& name)
    : folder_(fs::path(PLUMBLINE_BINARY_DIR) / "test-cli" / name), before_(fs::current_path()) {
  fs::remove_all(folder_);
  fs::create_directories(folder_);
  fs::current_path(folder_);
  put("packs/rule-of-law-report/pack.yaml", "id: rule-of-law-report\n");
  put("packs/wording/pack.yaml", "id: wording\n");
}

Process::~Process() {
  fs::current_path(before_);
  fs::remove_all(folder_);
}

void Process::put(const std::string& path, const std::string& bytes) const {
  const fs::path file(path);
  if (file.has_parent_path())
    fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string Process::get(const std::string& path) const {
  return read_whole(path);
}

Process::Outcome Process::run(const std::vector<std::string>& arguments) const {
  std::ostringstream out;
  std::ostringstream err;
  std::istringstream in(answers);
  Environment environment = {.out = out,
                             .err = err,
                             .out_is_terminal = terminal,
                             .err_is_terminal = terminal,
                             .language = language,
                             .pack_path = {"packs"},
                             .in = answers.empty() ? nullptr : &in,
                             .wait = wait,
                             .left_behind = left_behind};
  const std::vector<std::string_view> words(arguments.begin(), arguments.end());
  Outcome outcome;
  outcome.status = cli::run(words, environment);
  outcome.out = out.str();
  outcome.err = err.str();
  outcome.transcript = "$ plumbline";
  for (const std::string& word : arguments) outcome.transcript += " " + word;
  outcome.transcript += "\nstatus " + std::to_string(outcome.status) + "\n-- stdout\n" +
                        outcome.out + "-- stderr\n" + outcome.err;
  return outcome;
}

}  // namespace plumbline::cli
