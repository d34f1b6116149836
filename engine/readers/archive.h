#pragma once

#include <string_view>

#include "engine/readers/reader.h"
#include "plumbline/archive.h"

/// Archives of submissions: a zip that holds documents.
namespace plumbline::readers {

bool recognises_archive(std::string_view path, std::string_view bytes);

/// Bounds on all members together, also those of inner archives.
struct ArchiveLimits {
  int max_depth = 3;  ///< archives inside each other
  std::size_t max_members = 4096;
  std::size_t max_bytes = 256u << 20;
};

/// Members with their bytes, to be read one by one. A pure function of the bytes.
Archive open_archive(std::string_view bytes, const Limits& limits,
                     const ArchiveLimits& archive_limits = {});

/// An archive is no document: says so, or why it could not even be opened.
Extraction read_archive(std::string_view bytes, const Limits& limits);

/// xlsx and pptx: zips of office programs that hold no text document.
bool recognises_other_office(std::string_view path, std::string_view bytes);
Extraction read_other_office(std::string_view bytes, const Limits& limits);

}  // namespace plumbline::readers
