#include "engine/readers/zip_name.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>
#include <optional>

#include "engine/base/code_points.h"
#include "engine/base/crc32.h"

namespace plumbline::readers {
namespace {

constexpr std::uint16_t kUtf8Flag = 0x800;
constexpr unsigned kUnicodePath = 0x7075;

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}
unsigned pair_at(std::string_view bytes, std::size_t at) {
  return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8;
}

std::optional<std::string> unicode_path(std::string_view raw, std::string_view extra) {
  for (std::size_t at = 0; at + 4 <= extra.size();) {
    const std::size_t length = pair_at(extra, at + 2);
    if (length > extra.size() - at - 4) {
      break;
    }
    if (pair_at(extra, at) == kUnicodePath && length > 5) {
      const std::uint32_t sum = pair_at(extra, at + 5) | pair_at(extra, at + 7) << 16;
      const std::string_view path = extra.substr(at + 9, length - 5);
      if (sum == crc32_of(raw) && utf8::is_valid(path)) {
        return std::string(path);
      }
    }
    at += 4 + length;
  }
  return std::nullopt;
}

std::optional<std::string> from_gb18030(std::string_view raw) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("gb18030", &error),
                                                                     &ucnv_close);
  if (U_FAILURE(error)) {
    return std::nullopt;
  }
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  const icu::UnicodeString text(raw.data(), static_cast<std::int32_t>(raw.size()), converter.get(),
                                error);
  if (U_FAILURE(error)) {
    return std::nullopt;
  }
  std::string name;
  return text.toUTF8String(name);
}

std::string with_replacements(std::string_view raw) {
  std::string name;
  for (const char c : raw) {
    name += static_cast<unsigned char>(c) < 0x80 ? std::string(1, c) : "\xEF\xBF\xBD";
  }
  return name;
}

}  // namespace

std::string decode_zip_name(std::string_view raw, std::uint16_t flags, std::string_view extra) {
  if ((flags & kUtf8Flag) != 0 && utf8::is_valid(raw)) {
    return std::string(raw);
  }
  if (std::optional<std::string> path = unicode_path(raw, extra)) {
    return *std::move(path);
  }
  if (utf8::is_valid(raw)) {
    return std::string(raw);
  }
  return from_gb18030(raw).value_or(with_replacements(raw));
}

}  // namespace plumbline::readers
