#include "engine/io/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <new>

#include "engine/base/diagnostic.h"
#include "engine/io/descriptor.h"
#include "engine/io/messages.h"
#include "engine/io/system_fault.h"

namespace plumbline::io {
namespace {

Failure failure(Message message, const std::string& path) {
  return fail(diagnostic_of(std::move(message), path));
}

Failure open_failure(const std::string& path, int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
    case ELOOP:
      return failure(words::kNothingThere, path);
    case EACCES:
    case EPERM:
      return failure(words::kNoLeave, path);
    case ENXIO:
      return failure(words::kSpecial, path);
    default:
      return failure({words::kUnread, {system_fault(error)}}, path);
  }
}

Failure too_large(const std::string& path, std::size_t max_bytes) {
  return failure({words::kLarge, {size_in_words(max_bytes)}}, path);
}

Failure changed(const std::string& path) {
  return failure(words::kMoved, path);
}

/// Reads to the end, at most one byte over the limit. errno tells why it gave false.
bool read_all(int fd, std::size_t expected, std::size_t max_bytes, std::string& bytes) {
  bytes.resize(std::min(expected, max_bytes) + 1);
  std::size_t size = 0;
  for (;;) {
    if (size == bytes.size())
      bytes.resize(std::min(max_bytes + 1, bytes.size() * 2));
    const ssize_t count = ::read(fd, bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR)
      continue;
    if (count < 0)
      return false;
    size += static_cast<std::size_t>(count);
    if (count == 0 || size > max_bytes)
      break;
  }
  bytes.resize(size);
  return true;
}

bool same_state(const struct stat& before, const struct stat& after) {
  return before.st_size == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
         before.st_mtim.tv_nsec == after.st_mtim.tv_nsec;
}

Result<std::string> read_open(int fd, const std::string& path, std::size_t max_bytes) {
  struct stat before = {};
  if (::fstat(fd, &before) != 0)
    return open_failure(path, errno);
  if (S_ISDIR(before.st_mode))
    return failure(words::kFolder, path);
  if (!S_ISREG(before.st_mode))
    return failure(words::kSpecial, path);
  const auto expected = static_cast<std::size_t>(before.st_size);
  if (expected > max_bytes)
    return too_large(path, max_bytes);
  std::string bytes;
  if (!read_all(fd, expected, max_bytes, bytes))
    return open_failure(path, errno);
  if (bytes.size() > max_bytes)
    return too_large(path, max_bytes);
  struct stat after = {};
  if (::fstat(fd, &after) != 0 || bytes.size() != expected || !same_state(before, after))
    return changed(path);
  return bytes;
}

// O_NONBLOCK: opening a FIFO without a writer must not wait.
constexpr int kToRead = O_RDONLY | O_NONBLOCK | O_CLOEXEC;
constexpr int kToEnter = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

Result<std::string> read_descriptor(const Descriptor& file, const std::string& path,
                                    std::size_t max_bytes) {
  if (!file.valid())
    return open_failure(path, errno);
  try {
    return read_open(file.get(), path, max_bytes);
  } catch (const std::bad_alloc&) {
    return failure(words::kNoMemory, path);
  }
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  return read_descriptor(Descriptor(::open(path.c_str(), kToRead)), path, max_bytes);
}

Result<std::string> read_file_below(const std::string& folder, const std::string& path,
                                    std::size_t max_bytes) {
  if (!path.starts_with(folder))
    return failure(words::kNotBelow, path);
  Descriptor at(::open(folder.c_str(), kToEnter));
  std::size_t from = folder.size();
  while (at.valid()) {
    from = std::min(path.find_first_not_of('/', from), path.size());
    const std::size_t to = std::min(path.find('/', from), path.size());
    const std::string name = path.substr(from, to - from);
    if (name == "..")
      return failure(words::kNotBelow, path);
    const int how = (to < path.size() ? kToEnter : kToRead) | O_NOFOLLOW;
    at.reset(::openat(at.get(), name.c_str(), how));
    if (to == path.size())
      break;
    from = to;
  }
  return read_descriptor(at, path, max_bytes);
}

bool same_file(const std::string& left, const std::string& right) {
  struct stat a = {};
  struct stat b = {};
  return ::stat(left.c_str(), &a) == 0 && ::stat(right.c_str(), &b) == 0 && a.st_dev == b.st_dev &&
         a.st_ino == b.st_ino;
}

PathKind kind_of(const std::string& path) {
  struct stat state = {};
  if (::stat(path.c_str(), &state) != 0)
    return PathKind::kNothing;
  if (S_ISDIR(state.st_mode))
    return PathKind::kFolder;
  return S_ISREG(state.st_mode) ? PathKind::kFile : PathKind::kOther;
}

}  // namespace plumbline::io
