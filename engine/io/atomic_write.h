#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "plumbline/diagnostic.h"

namespace plumbline::io {

/// Why `path` cannot be an output (it is a folder, its folder is missing or closed); nullopt if
/// writing may be tried. Does not touch the disk.
std::optional<Diagnostic> check_output(const std::string& path);

/// Replaces `path` as a whole: a temporary file beside it, then a rename, so that a reader sees the
/// old bytes or the new ones and a full disk leaves the old file. A link is followed; a device or
/// FIFO is written directly. nullopt on success.
std::optional<Diagnostic> write_file(const std::string& path, std::string_view bytes);

}  // namespace plumbline::io
