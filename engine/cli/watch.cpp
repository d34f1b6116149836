#include "engine/cli/watch.h"

#include <filesystem>
#include <map>
#include <utility>

namespace plumbline::cli {
namespace {

namespace fs = std::filesystem;

/// Of each file: when it was written, and its size.
using Snapshot = std::map<std::string, std::pair<fs::file_time_type, std::uintmax_t>>;

Snapshot snapshot(const std::set<std::string>& folders) {
  Snapshot found;
  std::error_code error;
  for (const std::string& folder : folders) {
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied,
                                        error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
      std::error_code gone;
      const auto written = at->last_write_time(gone);
      const auto size = at->is_regular_file(gone) ? at->file_size(gone) : 0;
      found[at->path().string()] = {written, size};
    }
  }
  return found;
}

}  // namespace

void watch(const std::function<std::set<std::string>()>& work, const Session& session) {
  std::set<std::string> folders = work();
  Snapshot known = snapshot(folders);
  while (session.environment.wait && session.environment.wait()) {
    Snapshot now = snapshot(folders);
    if (now == known)
      continue;
    folders.merge(work());
    known = snapshot(folders);
  }
}

}  // namespace plumbline::cli
