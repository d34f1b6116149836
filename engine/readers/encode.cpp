#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>

#include "engine/readers/encoding.h"

namespace plumbline::readers {

std::optional<std::string> encode(std::string_view utf8, const std::string& encoding) {
  if (encoding == "UTF-8")
    return std::string(utf8);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(encoding.c_str(), &status), &ucnv_close);
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
  if (U_FAILURE(status))
    return std::nullopt;
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  std::string bytes(static_cast<std::size_t>(text.length()) * 4 + 4, '\0');
  const std::int32_t size =
      ucnv_fromUChars(converter.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                      text.getBuffer(), text.length(), &status);
  if (U_FAILURE(status))
    return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

}  // namespace plumbline::readers
