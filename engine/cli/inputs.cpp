#include "engine/cli/inputs.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/cli/session.h"
#include "engine/io/file.h"
#include "engine/io/folder.h"

namespace plumbline::cli {
namespace {

Input not_readable(std::string path, std::string reason) {
  auto report = std::make_shared<const DocumentReport>(
      unchecked(path, ReadOutcome::kUnreadable, std::move(reason)));
  return {std::move(path), std::move(report)};
}

void add_folder(const std::string& folder, Inputs& inputs) {
  const io::Listing listing = io::list_folder(folder);
  inputs.skipped += listing.skipped();
  std::vector<Input> found;
  for (const std::string& file : listing.files) found.push_back({file, nullptr, folder});
  for (const Diagnostic& problem : listing.problems)
    found.push_back(not_readable(problem.path, problem.message.in(Language::kChinese)));
  if (found.empty())
    found.push_back(not_readable(folder, say(Language::kChinese, Say::kFolderEmpty)));
  std::ranges::sort(found, {}, &Input::path);
  std::ranges::move(found, std::back_inserter(inputs.documents));
}

}  // namespace

Result<std::string> read_input(const Input& input, std::size_t max_bytes) {
  return input.folder.empty() ? io::read_file(input.path, max_bytes)
                              : io::read_file_below(input.folder, input.path, max_bytes);
}

DocumentReport unchecked(std::string path, ReadOutcome outcome, std::string reason) {
  DocumentReport report;
  report.path = std::move(path);
  report.read = outcome;
  report.reason = std::move(reason);
  return report;
}

Inputs gather_inputs(const std::vector<std::string>& paths) {
  Inputs inputs;
  std::set<std::string> given;
  for (const std::string& path : paths) {
    if (!given.insert(path).second)
      continue;
    if (io::kind_of(path) == io::PathKind::kFolder)
      add_folder(path, inputs);
    else
      inputs.documents.push_back({path, nullptr});
  }
  std::set<std::string> seen;
  std::erase_if(inputs.documents,
                [&](const Input& input) { return !seen.insert(input.path).second; });
  return inputs;
}

}  // namespace plumbline::cli
