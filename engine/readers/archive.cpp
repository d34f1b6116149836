#include "engine/readers/archive.h"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

#include "engine/base/junk_name.h"
#include "engine/readers/failure.h"
#include "engine/readers/locale_office.h"
#include "engine/readers/messages.h"
#include "engine/readers/office_package.h"
#include "engine/readers/zip.h"

namespace plumbline::readers {
namespace {

/// Hidden, junk, or inside a folder that is.
bool is_left_out(std::string_view path) {
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t slash = std::min(path.find('/', at), path.size());
    const std::string_view step = path.substr(at, slash - at);
    if (step.starts_with('.') || is_junk_name(step)) {
      return true;
    }
    at = slash + 1;
  }
  return false;
}

class Expansion {
 public:
  Expansion(const Limits& limits, const ArchiveLimits& bounds)
      : max_entry_(limits.max_input_bytes), bounds_(bounds), bytes_left_(bounds.max_bytes) {}

  Archive run(std::string_view bytes) {
    if (Failure failure = expand(bytes, "", 1)) {
      result_.outcome = failure.outcome;
      result_.message = std::move(failure.message);
    }
    return std::move(result_);
  }

 private:
  /// One entry that may be a document, under the label that it will have.
  struct Candidate {
    std::string path;
    const ZipRecord* record = nullptr;
  };

  /// Why nothing came of the archive; kOk where members were added.
  Failure expand(std::string_view bytes, const std::string& prefix, int depth) {
    ZipArchive archive(bytes, {.max_entry_bytes = max_entry_});
    if (archive.failure()) {
      return archive.failure();
    }
    const std::vector<Candidate> candidates = list(archive, prefix);
    const std::string* last = nullptr;
    for (const Candidate& candidate : candidates) {
      if (last != nullptr && *last == candidate.path) {
        refuse(candidate.path, {ReadOutcome::kCorrupt, locale::damaged("", locale::kEntriesTwice)});
      } else {
        add(archive, candidate, depth);
      }
      last = &candidate.path;
    }
    return candidates.empty() ? Failure{ReadOutcome::kEmpty, std::string(locale::kEmptyArchive)}
                              : Failure{};
  }

  std::vector<Candidate> list(const ZipArchive& archive, const std::string& prefix) {
    std::vector<Candidate> candidates;
    for (const ZipRecord& record : archive.entries()) {
      const std::string path = resolve_part("", record.name);
      if (record.directory()) {
        continue;
      }
      if (path.empty() || record.symlink() || is_left_out(path)) {
        ++result_.skipped;
        continue;
      }
      candidates.push_back({prefix + path, &record});
    }
    std::ranges::stable_sort(candidates, {}, &Candidate::path);
    return candidates;
  }

  void add(ZipArchive& archive, const Candidate& candidate, int depth) {
    if (result_.members.size() >= bounds_.max_members) {
      return refuse_rest(candidate.path);
    }
    if (candidate.record->size > bytes_left_) {
      return refuse(candidate.path, {ReadOutcome::kLimitExceeded, std::string(locale::kBomb)});
    }
    ZipArchive::Content content = archive.read(*candidate.record);
    bytes_left_ -= std::min(bytes_left_, content.bytes.size());
    if (content.failure) {
      return refuse(candidate.path, std::move(content.failure));
    }
    if (!is_archive(content.bytes)) {
      result_.members.push_back(
          {.path = candidate.path, .bytes = std::move(content.bytes), .message = {}});
      return;
    }
    Failure failure =
        depth < bounds_.max_depth
            ? expand(content.bytes, candidate.path + '/', depth + 1)
            : Failure{ReadOutcome::kLimitExceeded, std::string(locale::kArchiveDepth)};
    if (failure) {
      refuse(candidate.path, std::move(failure));
    }
  }

  void refuse(const std::string& path, Failure failure) {
    if (result_.members.size() >= bounds_.max_members) {
      return refuse_rest(path);
    }
    result_.members.push_back(
        {.path = path, .outcome = failure.outcome, .message = std::move(failure.message)});
  }

  /// One line stands for all that comes behind.
  void refuse_rest(const std::string& path) {
    if (result_.members.size() == bounds_.max_members) {
      result_.members.push_back({.path = path,
                                 .outcome = ReadOutcome::kLimitExceeded,
                                 .message = std::string(locale::kArchiveRest)});
    }
  }

  static bool is_archive(std::string_view bytes) { return recognises_archive("", bytes); }

  std::size_t max_entry_;
  ArchiveLimits bounds_;
  std::size_t bytes_left_;
  Archive result_;
};

}  // namespace

bool recognises_archive(std::string_view, std::string_view bytes) {
  return zip_kind(bytes) == ZipKind::kOther;
}

Archive open_archive(std::string_view bytes, const Limits& limits,
                     const ArchiveLimits& archive_limits) {
  Archive archive;
  if (bytes.size() > limits.max_input_bytes) {
    archive.outcome = ReadOutcome::kLimitExceeded;
    archive.message = locale::kArchiveTooLarge;
    return archive;
  }
  try {
    return Expansion(limits, archive_limits).run(bytes);
  } catch (const std::bad_alloc&) {
    archive.outcome = ReadOutcome::kOutOfMemory;
    archive.message = locale::kArchiveMemory;
  } catch (const std::exception&) {
    archive.outcome = ReadOutcome::kCrashed;
    archive.message = messages::kReadingFailed;
  }
  return archive;
}

Extraction read_archive(std::string_view bytes, const Limits&) {
  const ZipDirectory directory = read_zip_directory(bytes, {});
  if (directory.failure) {
    return failed("zip", directory.failure);
  }
  return failed("zip", {ReadOutcome::kUnsupportedType, std::string(locale::kIsArchive)});
}

bool recognises_other_office(std::string_view, std::string_view bytes) {
  const ZipKind kind = zip_kind(bytes);
  return kind == ZipKind::kExcel || kind == ZipKind::kPowerPoint;
}

Extraction read_other_office(std::string_view bytes, const Limits&) {
  const bool sheet = zip_kind(bytes) == ZipKind::kExcel;
  const std::string_view message = sheet ? locale::kIsXlsx : locale::kIsPptx;
  return failed(sheet ? "xlsx" : "pptx", {ReadOutcome::kUnsupportedType, std::string(message)});
}

}  // namespace plumbline::readers
