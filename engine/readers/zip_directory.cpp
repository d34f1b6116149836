#include "engine/readers/zip_directory.h"

#include <algorithm>
#include <cctype>
#include <limits>
#include <optional>
#include <utility>

#include "engine/readers/locale_office.h"
#include "engine/readers/zip_name.h"

namespace plumbline::readers {
namespace {

constexpr std::string_view kLocalMark = "PK\x03\x04";
constexpr std::string_view kCentralMark = "PK\x01\x02";
constexpr std::string_view kEndMark = "PK\x05\x06";
constexpr std::string_view kEnd64Mark = "PK\x06\x06";
constexpr std::string_view kLocator64Mark = "PK\x06\x07";
constexpr std::size_t kEndSize = 22, kCentralSize = 46, kLocalSize = 30;
constexpr std::uint32_t kInZip64 = 0xFFFFFFFFu;
constexpr std::uint16_t kDescriptorFlag = 8;

Failure corrupt(std::string_view check) {
  return {ReadOutcome::kCorrupt, locale::damaged("", check)};
}

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint64_t value = 0;
  for (std::size_t i = width; i-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}
std::uint16_t u16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(little_endian(bytes, at, 2));
}
std::uint32_t u32(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(little_endian(bytes, at, 4));
}
bool marked(std::string_view bytes, std::uint64_t at, std::string_view mark) {
  return at <= bytes.size() && bytes.substr(at).starts_with(mark);
}

/// The end record of one disk of many, as it was in the days of floppies.
bool is_split(std::string_view end) {
  return u32(end, 4) != 0 || u16(end, 8) != u16(end, 10);
}

struct EndRecord {
  std::uint64_t entries = 0, offset = 0, size = 0, at = 0;
};

/// The last end record whose comment fits into the file.
std::optional<std::size_t> find_end(std::string_view bytes) {
  const std::size_t reach = std::min<std::size_t>(bytes.size(), kEndSize + 0xFFFF);
  const std::string_view tail = bytes.substr(bytes.size() - reach);
  for (std::size_t at = tail.rfind(kEndMark); at != std::string_view::npos;
       at = at == 0 ? std::string_view::npos : tail.rfind(kEndMark, at - 1)) {
    if (tail.size() - at >= kEndSize && u16(tail, at + 20) <= tail.size() - at - kEndSize) {
      return bytes.size() - reach + at;
    }
  }
  return std::nullopt;
}

/// Replaces the fields of `end` by those of the zip64 record where there is one.
bool apply_zip64(std::string_view bytes, EndRecord& end) {
  if (end.at < 20 || !marked(bytes, end.at - 20, kLocator64Mark)) {
    return end.offset != kInZip64;
  }
  const std::uint64_t at = little_endian(bytes, end.at - 20 + 8, 8);
  if (at > bytes.size() || bytes.size() - at < 56 || !marked(bytes, at, kEnd64Mark)) {
    return false;
  }
  end.entries = little_endian(bytes, at + 32, 8);
  end.size = little_endian(bytes, at + 40, 8);
  end.offset = little_endian(bytes, at + 48, 8);
  return true;
}

/// Sizes and offset that did not fit into 32 bits stand in extra field 1, in this order.
bool apply_zip64_extra(std::string_view extra, ZipRecord& record) {
  for (std::size_t at = 0; at + 4 <= extra.size();) {
    const std::size_t length = u16(extra, at + 2);
    if (length > extra.size() - at - 4) {
      return true;
    }
    if (u16(extra, at) == 1) {
      std::size_t field = at + 4;
      for (std::uint64_t* value : {&record.size, &record.compressed, &record.begin}) {
        if (*value != kInZip64) {
          continue;
        }
        if (field + 8 > at + 4 + length) {
          return false;
        }
        *value = little_endian(extra, field, 8);
        field += 8;
      }
    }
    at += 4 + length;
  }
  return true;
}

/// Reads one central header at `at`; returns where the next one stands, 0 = broken.
std::uint64_t read_central(std::string_view bytes, std::uint64_t at, ZipRecord& record) {
  if (!marked(bytes, at, kCentralMark) || bytes.size() - at < kCentralSize) {
    return 0;
  }
  const std::string_view header = bytes.substr(at);
  const std::size_t name = u16(header, 28), extra = u16(header, 30), comment = u16(header, 32);
  if (header.size() - kCentralSize < name + extra + comment) {
    return 0;
  }
  record.flags = u16(header, 8);
  record.method = u16(header, 10);
  record.checksum = u32(header, 16);
  record.compressed = u32(header, 20);
  record.size = u32(header, 24);
  record.attributes = u32(header, 38);
  record.begin = u32(header, 42);
  record.raw_name = header.substr(kCentralSize, name);
  const std::string_view fields = header.substr(kCentralSize + name, extra);
  record.name = decode_zip_name(record.raw_name, record.flags, fields);
  return apply_zip64_extra(fields, record) ? at + kCentralSize + name + extra + comment : 0;
}

/// Holds a record against its local header and finds where its data ends.
Failure check_local(std::string_view bytes, std::uint64_t directory, ZipRecord& record) {
  if (record.begin > directory || directory - record.begin < kLocalSize ||
      !marked(bytes, record.begin, kLocalMark)) {
    return corrupt(locale::kEntryPlace);
  }
  const std::string_view header = bytes.substr(record.begin);
  const std::size_t name = u16(header, 26), extra = u16(header, 28);
  const std::uint64_t data = record.begin + kLocalSize + name + extra;
  if (data > directory || record.compressed > directory - data) {
    return corrupt(locale::kEntryBeyondFile);
  }
  const std::uint32_t local_size = u32(header, 22);
  if ((u16(header, 6) & kDescriptorFlag) == 0 && local_size != kInZip64 &&
      local_size != record.size) {
    return corrupt(locale::kEntrySize);
  }
  record.end = data + record.compressed;
  return {};
}

/// The name in front of the data, where it is not that of the directory.
bool has_other_name(std::string_view bytes, const ZipRecord& record) {
  const std::string_view header = bytes.substr(record.begin);
  return header.substr(kLocalSize, u16(header, 26)) != record.raw_name;
}

Failure check_overlap(const std::vector<ZipRecord>& records) {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;
  ranges.reserve(records.size());
  for (const ZipRecord& record : records) {
    ranges.emplace_back(record.begin, record.end);
  }
  std::ranges::sort(ranges);
  for (std::size_t i = 1; i < ranges.size(); ++i) {
    if (ranges[i].first < ranges[i - 1].second) {
      return corrupt(locale::kEntriesOverlap);
    }
  }
  return {};
}

/// Part names are compared without case: so does Word.
Failure check_duplicates(const std::vector<ZipRecord>& records) {
  std::vector<std::string> names;
  for (const ZipRecord& record : records) {
    std::string name = record.name;
    std::ranges::transform(name, name.begin(), [](unsigned char c) {
      return c == '\\' ? '/' : static_cast<char>(c < 0x80 ? std::tolower(c) : c);
    });
    names.push_back(std::move(name));
  }
  std::ranges::sort(names);
  return std::ranges::adjacent_find(names) == names.end() ? Failure{}
                                                          : corrupt(locale::kEntriesTwice);
}

Failure read_records(std::string_view bytes, const EndRecord& end,
                     std::vector<ZipRecord>& records) {
  std::uint64_t at = end.offset;
  for (std::uint64_t i = 0; i < end.entries; ++i) {
    ZipRecord record;
    at = read_central(bytes, at, record);
    if (at == 0 || at > end.at) {
      return corrupt(locale::kDirectoryCut);
    }
    if (Failure failure = check_local(bytes, end.offset, record)) {
      return failure;
    }
    records.push_back(std::move(record));
  }
  return at == end.offset + end.size ? Failure{} : corrupt(locale::kDirectorySize);
}

}  // namespace

bool looks_like_zip(std::string_view bytes) {
  return bytes.starts_with(kLocalMark) || bytes.starts_with(kEndMark);
}

ZipDirectory read_zip_directory(std::string_view bytes, const ZipLimits& limits) {
  ZipDirectory directory;
  const std::optional<std::size_t> at = find_end(bytes);
  if (!at) {
    directory.failure = corrupt(locale::kNoDirectory);
    return directory;
  }
  if (is_split(bytes.substr(*at))) {
    directory.failure = corrupt(locale::kSplit);
    return directory;
  }
  EndRecord end{u16(bytes, *at + 10), u32(bytes, *at + 16), u32(bytes, *at + 12), *at};
  if (!apply_zip64(bytes, end) || end.offset > end.at || end.size > end.at - end.offset) {
    directory.failure = corrupt(locale::kDirectoryPlace);
  } else if (end.entries > limits.max_entries) {
    directory.failure = {ReadOutcome::kLimitExceeded, locale::too_many_entries(end.entries)};
  } else {
    directory.failure = read_records(bytes, end, directory.records);
  }
  if (!directory.failure) {
    directory.failure = check_overlap(directory.records);
  }
  const auto renamed = [&](const ZipRecord& record) { return has_other_name(bytes, record); };
  if (!directory.failure && std::ranges::any_of(directory.records, renamed)) {
    directory.failure = corrupt(locale::kEntryName);
  }
  if (!directory.failure) {
    directory.failure = check_duplicates(directory.records);
  }
  return directory;
}

}  // namespace plumbline::readers
