#include "engine/docx/package.h"

#include <zip.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace plumbline::docx {
namespace {

constexpr zip_uint16_t kFirstDay = 33;  // 1 January 1980, the first that a zip knows

}  // namespace

struct Package::Impl {
  zip_source_t* source = nullptr;
  zip_t* archive = nullptr;
  std::vector<std::pair<std::string, std::string>> parts;  ///< what was put, in its order

  explicit Impl(std::string_view bytes) {
    source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (source == nullptr)
      return;
    zip_source_keep(source);  // closing the archive gives its own share back
    archive = zip_open_from_source(source, bytes.empty() ? ZIP_TRUNCATE : 0, nullptr);
    if (archive == nullptr)
      zip_source_free(source);
  }
  ~Impl() {
    if (archive != nullptr)
      zip_discard(archive);
    if (source != nullptr)
      zip_source_free(source);
  }
  zip_int64_t find(std::string_view name) const {
    return archive == nullptr
               ? -1
               : zip_name_locate(archive, std::string(name).c_str(), ZIP_FL_ENC_GUESS);
  }
  auto part(std::string_view name) {
    return std::ranges::find(parts, name, &std::pair<std::string, std::string>::first);
  }
  bool write(const std::string& name, const std::string& bytes) const {
    zip_source_t* content = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t old = find(name);
    const zip_int64_t index =
        old < 0 ? zip_file_add(archive, name.c_str(), content, ZIP_FL_ENC_UTF_8)
        : zip_file_replace(archive, static_cast<zip_uint64_t>(old), content, 0) == 0 ? old
                                                                                     : -1;
    if (index < 0)
      zip_source_free(content);
    return index >= 0 &&
           zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, kFirstDay, 0) == 0;
  }
};

Package::Package(std::string_view bytes) : impl_(std::make_unique<Impl>(bytes)) {}
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::~Package() = default;

bool Package::has(std::string_view name) const {
  return impl_->part(name) != impl_->parts.end() || impl_->find(name) >= 0;
}

bool Package::has_folder(std::string_view prefix) const {
  const zip_int64_t count = impl_->archive == nullptr ? 0 : zip_get_num_entries(impl_->archive, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(impl_->archive, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS);
    if (name != nullptr && std::string_view(name).starts_with(prefix))
      return true;
  }
  return false;
}

std::optional<std::string> Package::read(std::string_view name) const {
  if (const auto put = impl_->part(name); put != impl_->parts.end())
    return put->second;
  const zip_int64_t index = impl_->find(name);
  zip_stat_t facts;
  if (index < 0 ||
      zip_stat_index(impl_->archive, static_cast<zip_uint64_t>(index), 0, &facts) != 0 ||
      facts.size > kMaxPartBytes)
    return std::nullopt;
  zip_file_t* file = zip_fopen_index(impl_->archive, static_cast<zip_uint64_t>(index), 0);
  if (file == nullptr)
    return std::nullopt;
  std::string bytes(facts.size, '\0');
  const zip_int64_t got = zip_fread(file, bytes.data(), bytes.size());
  char more = 0;
  const bool whole =
      got == static_cast<zip_int64_t>(bytes.size()) && zip_fread(file, &more, 1) == 0;
  zip_fclose(file);
  return whole ? std::optional(std::move(bytes)) : std::nullopt;
}

void Package::put(std::string_view name, std::string bytes) {
  if (const auto old = impl_->part(name); old != impl_->parts.end())
    old->second = std::move(bytes);
  else
    impl_->parts.emplace_back(name, std::move(bytes));
}

std::optional<std::string> Package::finish() {
  const bool written =
      impl_->archive != nullptr && std::ranges::all_of(impl_->parts, [&](const auto& part) {
        return impl_->write(part.first, part.second);
      });
  if (!written || zip_close(impl_->archive) != 0)
    return std::nullopt;
  impl_->archive = nullptr;
  zip_stat_t facts;
  zip_stat_init(&facts);
  if (zip_source_stat(impl_->source, &facts) != 0 || zip_source_open(impl_->source) != 0)
    return std::nullopt;
  std::string bytes(facts.size, '\0');
  const zip_int64_t got = zip_source_read(impl_->source, bytes.data(), bytes.size());
  zip_source_close(impl_->source);
  return got == static_cast<zip_int64_t>(bytes.size()) ? std::optional(std::move(bytes))
                                                       : std::nullopt;
}

}  // namespace plumbline::docx
