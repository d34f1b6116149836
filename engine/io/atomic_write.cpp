#include "engine/io/atomic_write.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "engine/io/descriptor.h"
#include "engine/io/file.h"

namespace plumbline::io {
namespace {

namespace fs = std::filesystem;

constexpr int kAttempts = 100;

Diagnostic problem(const char* code, const std::string& path, std::string message) {
  return {.code = code, .message = std::move(message), .path = path};
}

Diagnostic write_problem(const std::string& path, int error) {
  const char* code =
      error == EACCES || error == EPERM || error == EROFS ? kNoPermission : kWriteFailed;
  return problem(code, path, "cannot be written: " + std::generic_category().message(error));
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

/// A new file beside `path`, with the mode that the umask gives. `name` gets its path.
int open_beside(const std::string& path, std::string& name) {
  const std::string stem = folder_of(path) + "/.plumbline-" + std::to_string(::getpid()) + "-";
  int fd = -1;
  for (int attempt = 0; attempt < kAttempts && fd < 0; ++attempt) {
    name = stem + std::to_string(attempt);
    fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno != EEXIST)
      break;
  }
  return fd;
}

/// An output keeps the mode of the file that it replaces.
bool keep_mode(int fd, const std::string& path) {
  struct stat old = {};
  return ::stat(path.c_str(), &old) != 0 || ::fchmod(fd, old.st_mode & 07777) == 0;
}

std::optional<Diagnostic> write_device(const std::string& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.valid() || !write_all(file.get(), bytes) || !file.close())
    return write_problem(path, errno);
  return std::nullopt;
}

std::optional<Diagnostic> replace(const std::string& path, std::string_view bytes) {
  std::string temporary;
  Descriptor file(open_beside(path, temporary));
  if (!file.valid())
    return write_problem(path, errno);
  if (write_all(file.get(), bytes) && keep_mode(file.get(), path) && ::fsync(file.get()) == 0 &&
      file.close() && std::rename(temporary.c_str(), path.c_str()) == 0)
    return std::nullopt;
  const int error = errno;
  ::unlink(temporary.c_str());
  return write_problem(path, error);
}

}  // namespace

std::optional<Diagnostic> check_output(const std::string& path) {
  const PathKind kind = kind_of(path);
  if (kind == PathKind::kFolder || path.empty() || path.ends_with('/'))
    return problem(kIsFolder, path, "is a folder; name a file");
  if (kind == PathKind::kOther)
    return std::nullopt;
  const std::string folder = folder_of(resolved(path));
  if (kind_of(folder) != PathKind::kFolder)
    return problem(kNoFolder, path, "its folder " + folder + " does not exist");
  if (::access(folder.c_str(), W_OK | X_OK) != 0)
    return write_problem(path, errno);
  return std::nullopt;
}

std::optional<Diagnostic> write_file(const std::string& path, std::string_view bytes) {
  if (std::optional<Diagnostic> bad = check_output(path))
    return bad;
  const std::string target = resolved(path);
  return kind_of(target) == PathKind::kOther ? write_device(target, bytes) : replace(target, bytes);
}

}  // namespace plumbline::io
