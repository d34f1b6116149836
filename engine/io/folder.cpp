#include "engine/io/folder.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/base/diagnostic.h"
#include "engine/base/junk_name.h"
#include "engine/io/file.h"
#include "engine/io/messages.h"
#include "engine/io/system_fault.h"

namespace plumbline::io {
namespace {

namespace fs = std::filesystem;

void sort_entry(const fs::directory_entry& entry, Listing& listing,
                std::vector<std::string>& folders) {
  const std::string name = entry.path().filename().string();
  std::error_code error;
  if (is_junk(name)) {
    ++listing.junk;
  } else if (name.starts_with('.')) {
    ++listing.hidden;
  } else if (entry.is_symlink(error)) {
    ++listing.links;
  } else if (entry.is_directory(error)) {
    folders.push_back(entry.path().string());
  } else {
    listing.files.push_back(entry.path().string());
  }
}

void list_one(const std::string& folder, Listing& listing, std::vector<std::string>& folders) {
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  while (!error && entry != fs::directory_iterator()) {
    sort_entry(*entry, listing, folders);
    entry.increment(error);
  }
  if (error) {
    const bool denied = error == std::errc::permission_denied;
    listing.problems.push_back(diagnostic_of(
        {denied ? words::kFolderNoLeave : words::kFolderUnread, {system_fault(error.value())}},
        folder));
  }
}

}  // namespace

bool is_junk(const std::string& name) {
  return is_junk_name(name);
}

Listing list_folder(const std::string& folder) {
  Listing listing;
  std::vector<std::string> folders = {folder};
  while (!folders.empty()) {
    const std::string next = std::move(folders.back());
    folders.pop_back();
    list_one(next, listing, folders);
  }
  std::ranges::sort(listing.files);
  std::ranges::sort(listing.problems, {}, &Diagnostic::path);
  return listing;
}

}  // namespace plumbline::io
