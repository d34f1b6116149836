#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/report.h"

namespace plumbline {

/// One file inside an archive of submissions.
struct ArchiveMember {
  /// Below the archive's own path, "目录/报告.docx", through inner archives: "内.zip/报告.docx". A
  /// label only: UTF-8, slashes, no "..", never a path to write to.
  std::string path;
  std::string bytes;                       ///< empty unless `outcome` is kOk
  ReadOutcome outcome = ReadOutcome::kOk;  ///< kOk: `bytes` are there to be read
  std::string message;                     ///< Chinese, why not; empty for kOk
};

/// What an archive holds. Every file in it is a member or counted as skipped.
struct Archive {
  ReadOutcome outcome = ReadOutcome::kOk;
  std::string message;                 ///< Chinese, why the archive as a whole cannot be read
  std::vector<ArchiveMember> members;  ///< sorted by path
  int skipped = 0;                     ///< hidden files, junk and links
};

/// A zip that is no document itself (a docx is one). Looks at the names in it only.
bool is_archive(std::string_view bytes);

}  // namespace plumbline
