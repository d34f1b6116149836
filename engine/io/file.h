#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "plumbline/diagnostic.h"
#include "plumbline/result.h"

/// The only door to the file system. Nothing here throws; every failure is a Diagnostic with one of
/// the codes below and its path. All functions are thread-safe.
namespace plumbline::io {

inline constexpr const char* kMissing = "P4001";
inline constexpr const char* kIsFolder = "P4002";
inline constexpr const char* kNoPermission = "P4003";
inline constexpr const char* kNotRegular = "P4004";  ///< FIFO, socket, device
inline constexpr const char* kTooLarge = "P4005";
inline constexpr const char* kChanged = "P4006";  ///< grew or shrank while it was read
inline constexpr const char* kReadFailed = "P4007";
inline constexpr const char* kWriteFailed = "P4008";
inline constexpr const char* kNoFolder = "P4010";  ///< the folder of an output is not there

/// The bytes of a regular file of at most `max_bytes` bytes. Never blocks on a FIFO, never reads a
/// device, never returns half a file.
Result<std::string> read_file(const std::string& path, std::size_t max_bytes);

/// The same for a file that a walk through `folder` found at `path` (folder, "/", and so on). Only
/// `folder` itself may be a link or lie behind one: what has become a link since then, the file or
/// a folder above it, is refused as missing. So nothing outside of `folder` is ever read.
Result<std::string> read_file_below(const std::string& folder, const std::string& path,
                                    std::size_t max_bytes);

/// True where both paths lead to the same existing file, also by links.
bool same_file(const std::string& left, const std::string& right);

enum class PathKind { kNothing, kFile, kFolder, kOther };
/// Follows links.
PathKind kind_of(const std::string& path);

}  // namespace plumbline::io
