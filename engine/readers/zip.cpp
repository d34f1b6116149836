#include "engine/readers/zip.h"

#define ZLIB_CONST  // z_stream takes bytes that nobody changes
#include <zlib.h>

#include <algorithm>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/readers/locale_office.h"

namespace plumbline::readers {
namespace {

constexpr std::uint16_t kStored = 0, kDeflated = 8;

Failure corrupt(std::string_view name, std::string_view check) {
  return {ReadOutcome::kCorrupt, locale::damaged(name, check)};
}

Failure bomb() {
  return {ReadOutcome::kLimitExceeded, std::string(locale::kBomb)};
}

bool same_without_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return lower_ascii(c); };
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

/// A raw deflate stream that is inflated portion by portion.
class Inflater {
 public:
  explicit Inflater(std::string_view packed) {
    stream_.next_in = reinterpret_cast<const Bytef*>(packed.data());
    stream_.avail_in = static_cast<uInt>(packed.size());
    constexpr int kRawWindow = -15;
    ready_ = inflateInit2(&stream_, kRawWindow) == Z_OK;
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&stream_); }

  /// Goes on from byte `from` to the end of `out`; returns where it stopped.
  std::size_t inflate(std::string& out, std::size_t from) {
    stream_.next_out = reinterpret_cast<Bytef*>(out.data() + from);
    stream_.avail_out = static_cast<uInt>(out.size() - from);
    done_ = ready_ && ::inflate(&stream_, Z_FINISH) == Z_STREAM_END;
    return out.size() - stream_.avail_out;
  }
  /// The end of the stream was met.
  bool done() const { return done_; }

 private:
  z_stream stream_ = {};
  bool ready_ = false, done_ = false;
};

std::uint32_t checksum(std::string_view bytes) {
  const auto* const data = reinterpret_cast<const Bytef*>(bytes.data());
  return static_cast<std::uint32_t>(crc32(0, data, static_cast<uInt>(bytes.size())));
}

}  // namespace

struct ZipArchive::Impl {
  std::string_view bytes;
  ZipDirectory directory;
  ZipLimits limits;
  std::size_t inflated = 0;

  bool too_much(std::size_t size, std::uint64_t compressed) const {
    return size > limits.max_entry_bytes || size + inflated > limits.max_total_bytes ||
           (size > limits.ratio_from && size / limits.max_ratio > compressed);
  }
  Content unpack(const ZipRecord& record);
  Content inflate(const ZipRecord& record, std::string_view packed) const;
};

ZipArchive::ZipArchive(std::string_view bytes, const ZipLimits& limits)
    : impl_(std::make_unique<Impl>()) {
  impl_->bytes = bytes;
  impl_->limits = limits;
  impl_->directory = read_zip_directory(bytes, limits);
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
  return impl_->unpack(record);
}

ZipArchive::Content ZipArchive::Impl::unpack(const ZipRecord& record) {
  const std::string_view packed = bytes.substr(record.end - record.compressed, record.compressed);
  Content content =
      record.method == kStored ? Content{{}, std::string(packed)} : inflate(record, packed);
  inflated += content.bytes.size();
  if (!content.failure && checksum(content.bytes) != record.checksum) {
    content = {corrupt(record.name, locale::kChecksum), {}};
  }
  if (!content.failure && content.bytes.size() != record.size) {
    content = {corrupt(record.name, locale::kDeclaredSize), {}};
  }
  return content;
}

/// Counts what really comes out: the declared size is a claim.
ZipArchive::Content ZipArchive::Impl::inflate(const ZipRecord& record,
                                              std::string_view packed) const {
  constexpr std::size_t kFirstPortion = 1u << 20;
  std::string out(std::min<std::size_t>(record.size + 1, kFirstPortion), '\0');
  Inflater inflater(packed);
  std::size_t size = inflater.inflate(out, 0);
  while (!inflater.done() && size == out.size() && !too_much(size, record.compressed)) {
    out.resize(2 * size);
    size = inflater.inflate(out, size);
  }
  if (too_much(size, record.compressed)) {
    return {bomb(), {}};
  }
  out.resize(size);
  return inflater.done() ? Content{{}, std::move(out)}
                         : Content{corrupt(record.name, locale::kInflation), {}};
}

std::string inflate_library_version() {
  return zlibVersion();
}

std::string inflate_stream(std::string_view packed, std::size_t most) {
  std::string out;
  z_stream stream = {};
  if (inflateInit(&stream) != Z_OK) {
    return out;
  }
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  int state = Z_OK;
  while (state == Z_OK && out.size() < most) {
    constexpr std::size_t kPortion = 64u << 10;
    const std::size_t before = out.size();
    out.resize(before + kPortion);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    stream.avail_out = kPortion;
    state = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
    state = out.size() == before && state == Z_OK ? Z_BUF_ERROR : state;
  }
  inflateEnd(&stream);
  return state == Z_STREAM_END ? out : std::string();
}

}  // namespace plumbline::readers
