#include "engine/readers/zip.h"

#include <zip.h>

#include <algorithm>
#include <utility>

#include "engine/readers/locale_office.h"

namespace plumbline::readers {
namespace {

constexpr std::uint16_t kStored = 0, kDeflated = 8;

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::unique_ptr<zip_t, CloseArchive> open_archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr && source != nullptr) {
    zip_source_free(source);
  }
  zip_error_fini(&error);
  return std::unique_ptr<zip_t, CloseArchive>(archive);
}

/// libzip must see the directory that was checked, entry by entry.
bool same_directory(zip_t* archive, std::span<const ZipRecord> records) {
  if (zip_get_num_entries(archive, 0) != static_cast<zip_int64_t>(records.size())) {
    return false;
  }
  for (std::size_t i = 0; i < records.size(); ++i) {
    const char* name = zip_get_name(archive, i, ZIP_FL_ENC_RAW);
    // libzip puts the Unicode path field in the place of the name.
    if (name == nullptr || (records[i].raw_name != name && records[i].name != name)) {
      return false;
    }
  }
  return true;
}

Failure corrupt(std::string_view name, std::string_view check) {
  return {ReadOutcome::kCorrupt, locale::damaged(name, check)};
}

Failure bomb() {
  return {ReadOutcome::kLimitExceeded, std::string(locale::kBomb)};
}

bool same_without_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

Failure why_not_opened(const ZipRecord& record) {
  if (record.encrypted()) {
    return {ReadOutcome::kNeedsPassword, std::string(locale::kEncrypted)};
  }
  if (record.method != kStored && record.method != kDeflated) {
    return {ReadOutcome::kUnsupportedType, locale::unknown_method(record.name, record.method)};
  }
  return {};
}

}  // namespace

struct ZipArchive::Impl {
  ZipDirectory directory;
  ZipLimits limits;
  std::unique_ptr<zip_t, CloseArchive> archive;
  std::size_t inflated = 0;

  bool too_much(std::size_t size, std::uint64_t compressed) const {
    return size > limits.max_entry_bytes || size + inflated > limits.max_total_bytes ||
           (size > limits.ratio_from && size / limits.max_ratio > compressed);
  }
  Content inflate(const ZipRecord& record, std::size_t index);
};

ZipArchive::ZipArchive(std::string_view bytes, const ZipLimits& limits)
    : impl_(std::make_unique<Impl>()) {
  impl_->limits = limits;
  impl_->directory = read_zip_directory(bytes, limits);
  if (!impl_->directory.failure) {
    impl_->archive = open_archive(bytes);
    if (impl_->archive == nullptr ||
        !same_directory(impl_->archive.get(), impl_->directory.records)) {
      impl_->directory.failure = corrupt("", locale::kDirectoryUnreadable);
    }
  }
  if (impl_->directory.failure) {
    impl_->directory.records.clear();
  }
}

ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

const Failure& ZipArchive::failure() const {
  return impl_->directory.failure;
}
std::span<const ZipRecord> ZipArchive::entries() const {
  return impl_->directory.records;
}

const ZipRecord* ZipArchive::find(std::string_view name) const {
  const std::vector<ZipRecord>& records = impl_->directory.records;
  auto found = std::ranges::find(records, name, &ZipRecord::name);
  if (found == records.end()) {
    found = std::ranges::find_if(
        records, [&](const ZipRecord& record) { return same_without_case(record.name, name); });
  }
  return found == records.end() ? nullptr : &*found;
}

ZipArchive::Content ZipArchive::read(const ZipRecord& record) {
  Content content{why_not_opened(record), {}};
  if (!content.failure && impl_->too_much(record.size, record.compressed)) {
    content.failure = bomb();
  }
  if (content.failure) {
    return content;
  }
  return impl_->inflate(record,
                        static_cast<std::size_t>(&record - impl_->directory.records.data()));
}

ZipArchive::Content ZipArchive::Impl::inflate(const ZipRecord& record, std::size_t index) {
  Content content;
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive.get(), index, 0));
  if (file == nullptr) {
    return {corrupt(record.name, locale::kWontOpen), {}};
  }
  std::string chunk(std::min<std::size_t>(record.size + 1, 64u << 10), '\0');
  content.bytes.reserve(std::min<std::size_t>(record.size, 1u << 20));
  zip_int64_t count = 0;
  while ((count = zip_fread(file.get(), chunk.data(), chunk.size())) > 0) {
    content.bytes.append(chunk, 0, static_cast<std::size_t>(count));
    if (too_much(content.bytes.size(), record.compressed)) {
      return {bomb(), {}};
    }
  }
  inflated += content.bytes.size();
  if (count < 0) {
    const bool sum = zip_error_code_zip(zip_file_get_error(file.get())) == ZIP_ER_CRC;
    return {corrupt(record.name, sum ? locale::kChecksum : locale::kInflation), {}};
  }
  if (content.bytes.size() != record.size) {
    return {corrupt(record.name, locale::kDeclaredSize), {}};
  }
  return content;
}

std::string zip_library_version() {
  return zip_libzip_version();
}

}  // namespace plumbline::readers
