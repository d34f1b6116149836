#include "engine/io/atomic_write.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "engine/base/diagnostic.h"
#include "engine/io/descriptor.h"
#include "engine/io/file.h"
#include "engine/io/messages.h"
#include "engine/io/system_fault.h"

namespace plumbline::io {
namespace {

namespace fs = std::filesystem;

constexpr int kAttempts = 100;

Diagnostic write_problem(const std::string& path, int error) {
  const bool denied = error == EACCES || error == EPERM || error == EROFS;
  return diagnostic_of({denied ? words::kNoLeaveToWrite : words::kUnwritten, {system_fault(error)}},
                       path);
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR)
      continue;
    if (count < 0)
      return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

/// The file that `path` leads to, so that a rename replaces it and not the link.
std::string resolved(const std::string& path) {
  std::error_code error;
  if (!fs::is_symlink(path, error))
    return path;
  const fs::path target = fs::canonical(path, error);
  return error ? path : target.string();
}

/// A path beside `path` that no other run of the program takes.
std::string beside(const std::string& path, int attempt) {
  return folder_of(path) + "/.plumbline-" + std::to_string(::getpid()) + "-" +
         std::to_string(attempt);
}

/// A new file beside `path`, with the mode that the umask gives. `name` gets its path.
int open_beside(const std::string& path, std::string& name) {
  int fd = -1;
  for (int attempt = 0; attempt < kAttempts && fd < 0; ++attempt) {
    name = beside(path, attempt);
    fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno != EEXIST)
      break;
  }
  return fd;
}

/// The same without a name, where the file system can do that; `name` stays empty.
int open_nameless(const std::string& path, std::string& name) {
  const int fd = ::open(folder_of(path).c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666);
  return fd >= 0 ? fd : open_beside(path, name);
}

/// Gives a nameless file a name beside `path`.
bool give_name(int fd, const std::string& path, std::string& name) {
  const std::string own = "/proc/self/fd/" + std::to_string(fd);
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const std::string wanted = beside(path, attempt);
    if (::linkat(AT_FDCWD, own.c_str(), AT_FDCWD, wanted.c_str(), AT_SYMLINK_FOLLOW) == 0) {
      name = wanted;
      return true;
    }
    if (errno != EEXIST)
      break;
  }
  return false;
}

/// An output keeps the mode of the file that it replaces.
bool keep_mode(int fd, const std::string& path) {
  struct stat old = {};
  return ::stat(path.c_str(), &old) != 0 || ::fchmod(fd, old.st_mode & 07777) == 0;
}

}  // namespace

std::optional<Diagnostic> check_output(const std::string& path) {
  const PathKind kind = kind_of(path);
  if (kind == PathKind::kFolder || path.empty() || path.ends_with('/'))
    return diagnostic_of(words::kNameAFile, path);
  if (kind == PathKind::kOther)
    return std::nullopt;
  const std::string folder = folder_of(resolved(path));
  if (kind_of(folder) != PathKind::kFolder)
    return diagnostic_of({words::kFolderMissing, {folder}}, path);
  if (::access(folder.c_str(), W_OK | X_OK) != 0)
    return write_problem(path, errno);
  return std::nullopt;
}

OutputFile::OutputFile(const std::string& path)
    : path_(resolved(path)), problem_(check_output(path)) {
  if (problem_)
    return;
  is_device_ = kind_of(path_) == PathKind::kOther;
  file_.reset(is_device_ ? ::open(path_.c_str(), O_WRONLY | O_CLOEXEC)
                         : open_nameless(path_, temporary_));
  if (!file_.valid())
    fail(errno);
}

OutputFile::~OutputFile() {
  if (!temporary_.empty())
    ::unlink(temporary_.c_str());
}

void OutputFile::fail(int error) {
  problem_ = write_problem(path_, error);
  file_.close();
}

void OutputFile::append(std::string_view bytes) {
  if (!problem_ && !write_all(file_.get(), bytes))
    fail(errno);
}

bool OutputFile::put_in_place() {
  if (is_device_)
    return file_.close();
  if (!keep_mode(file_.get(), path_) || ::fsync(file_.get()) != 0)
    return false;
  if (temporary_.empty() && !give_name(file_.get(), path_, temporary_))
    return false;
  if (!file_.close() || std::rename(temporary_.c_str(), path_.c_str()) != 0)
    return false;
  temporary_.clear();
  return true;
}

std::optional<Diagnostic> OutputFile::finish() {
  if (!problem_ && !put_in_place())
    fail(errno);
  return problem_;
}

std::optional<Diagnostic> write_file(const std::string& path, std::string_view bytes) {
  OutputFile file(path);
  file.append(bytes);
  return file.finish();
}

}  // namespace plumbline::io
