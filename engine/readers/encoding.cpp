#include "engine/readers/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/readers/inspection.h"
#include "engine/readers/magic.h"
#include "engine/readers/messages.h"

namespace plumbline::readers {
namespace {

bool in(unsigned c, unsigned first, unsigned last) {
  return first <= c && c <= last;
}

/// Everything by ICU's converter of that name; what it cannot decode becomes U+FFFD.
std::string convert(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &status),
                                                                     &ucnv_close);
  if (U_FAILURE(status))
    return {};
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                converter.get(), status);
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

struct Mark {
  std::string_view bytes, encoding;
};
using namespace std::string_view_literals;
constexpr std::array<Mark, 6> kByteOrderMarks{{{"\xEF\xBB\xBF"sv, "UTF-8"},
                                               {"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                               {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                               {"\xFF\xFE"sv, "UTF-16LE"},
                                               {"\xFE\xFF"sv, "UTF-16BE"},
                                               {"\x84\x31\x95\x33"sv, "GB18030"}}};

const Mark* byte_order_mark(std::string_view bytes) {
  for (const Mark& mark : kByteOrderMarks) {
    if (bytes.starts_with(mark.bytes))
      return &mark;
  }
  return nullptr;
}

struct Utf8Scan {
  std::size_t broken = 0;     ///< sequences, without one that is cut by the end
  std::size_t multibyte = 0;  ///< valid ones
  std::size_t whole_end = 0;  ///< bytes up to a sequence that the end cuts
  bool has_nul = false;
};
Utf8Scan scan_utf8(std::string_view bytes) {
  Utf8Scan scan;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode_utf8(bytes, at);
    const bool cut = !c.valid && c.end == bytes.size() && at + 4 > bytes.size() &&
                     static_cast<unsigned char>(bytes[at]) >= 0xc2;
    if (cut)
      return scan;
    scan.broken += c.valid ? 0 : 1;
    scan.multibyte += c.valid && c.end > at + 1 ? 1 : 0;
    scan.has_nul |= bytes[at] == '\0';
    at = c.end;
    scan.whole_end = at;
  }
  return scan;
}

std::string replace_broken(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode_utf8(bytes, at);
    if (c.valid)
      text.append(bytes, at, c.end - at);
    else
      append_utf8(kReplacement, text);
    at = c.end;
  }
  return text;
}

/// A unit that a Chinese report in UTF-16 is made of.
bool is_usual_unit(unsigned unit) {
  return in(unit, 0x4e00, 0x9fff) || in(unit, 0x20, 0x7e) || unit == '\n' || unit == '\r' ||
         unit == '\t' || in(unit, 0x3000, 0x301f) || in(unit, 0xff00, 0xff5e) ||
         in(unit, 0x2010, 0x2026) || in(unit, 0x2460, 0x2473) || unit == 0xb7 || unit == 0xa0;
}

struct Utf16Scan {
  std::size_t units = 0;
  std::size_t usual = 0;
  std::size_t telling = 0;  ///< line ends, ASCII, Chinese marks: not Han, which any bytes may hit
};
Utf16Scan scan_utf16(std::string_view bytes, bool big_endian) {
  Utf16Scan scan{.units = bytes.size() / 2};
  for (std::size_t i = 0; i < scan.units; ++i) {
    const unsigned first = static_cast<unsigned char>(bytes[2 * i]);
    const unsigned second = static_cast<unsigned char>(bytes[2 * i + 1]);
    const unsigned unit = big_endian ? first * 256 + second : second * 256 + first;
    scan.usual += is_usual_unit(unit) ? 1U : 0U;
    scan.telling += is_usual_unit(unit) && !in(unit, 0x4e00, 0x9fff) ? 1U : 0U;
  }
  return scan;
}

/// Only asked where the bytes are no UTF-8 text. A wrong guess would be mojibake, so nearly every
/// unit must be usual and some must tell.
bool is_utf16(const Utf16Scan& scan) {
  return scan.usual * 10 >= scan.units * 9 && scan.telling > 0 && scan.telling * 100 >= scan.units;
}
std::optional<std::string_view> utf16_without_mark(std::string_view bytes) {
  const Utf16Scan little = scan_utf16(bytes, false);
  const Utf16Scan big = scan_utf16(bytes, true);
  if (is_utf16(little) && little.usual > big.usual)
    return "UTF-16LE";
  if (is_utf16(big) && big.usual > little.usual)
    return "UTF-16BE";
  return std::nullopt;
}

struct GbScan {
  std::size_t broken = 0;      ///< bytes that belong to no well-formed character
  std::size_t characters = 0;  ///< of two or four bytes
  std::size_t common = 0;      ///< first-level hanzi and punctuation of GB 2312
};
GbScan scan_gb18030(std::string_view bytes) {
  GbScan scan;
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0x40;  // a cut end is no fault
  };
  for (std::size_t at = 0; at < bytes.size();) {
    if (byte(at) < 0x80) {
      at += 1;
      continue;
    }
    const bool four = in(byte(at + 1), 0x30, 0x39) && at + 1 < bytes.size();
    const bool formed = in(byte(at), 0x81, 0xfe) &&
                        (four ? (at + 3 >= bytes.size() ||
                                 (in(byte(at + 2), 0x81, 0xfe) && in(byte(at + 3), 0x30, 0x39)))
                              : (in(byte(at + 1), 0x40, 0xfe) && byte(at + 1) != 0x7f));
    scan.broken += formed ? 0U : 1U;
    ++scan.characters;
    scan.common += byte(at + 1) >= 0xa1 && (in(byte(at), 0xb0, 0xd7) || in(byte(at), 0xa1, 0xa3));
    at += !formed ? 1 : four ? 4 : 2;
  }
  return scan;
}

/// A long text of common characters may have a few broken ones: the inspection tells them.
bool looks_like_gb18030(const GbScan& scan) {
  if (scan.broken > 0)
    return scan.broken * 500 <= scan.characters && scan.common * 10 >= scan.characters * 9;
  return scan.characters > 0 && scan.common * 10 >= scan.characters * 6;
}

/// Chinese in UTF-7: runs of "+" and base64 of UTF-16, in bytes that are all ASCII.
bool is_utf7(std::string_view bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr std::size_t kEnough = 200;  // units
  std::size_t units = 0, han = 0;
  for (std::size_t at = bytes.find('+'); at != std::string_view::npos && units < kEnough;
       at = bytes.find('+', at)) {
    unsigned bits = 0;
    int count = 0;
    std::size_t digit = 0;
    while (++at < bytes.size() && units < kEnough && (digit = kDigits.find(bytes[at])) != std::string_view::npos) {
      bits = bits << 6 | static_cast<unsigned>(digit);
      count += 6;
      if (count >= 16) {
        count -= 16;
        const unsigned unit = bits >> count & 0xFFFF;
        ++units;
        han += in(unit, 0x4e00, 0x9fff) || in(unit, 0x3000, 0x303f) || in(unit, 0xff00, 0xffef);
      }
    }
  }
  return units >= 4 && han * 10 >= units * 9;
}

Decoded refused(std::string_view bytes) {
  const std::string_view named = message_for_magic(bytes);
  return {.outcome = ReadOutcome::kUnsupportedType,
          .message = std::string(named.empty() ? messages::kUnknownEncoding : named)};
}

/// Decides what the text that came out is worth.
Decoded inspected(std::string encoding, std::string text, bool cut) {
  Decoded decoded{.encoding = std::move(encoding), .text = std::move(text)};
  inspect(decoded, cut);
  return decoded;
}

Decoded as_utf8(std::string_view bytes, const Utf8Scan& scan) {
  const std::string_view whole = bytes.substr(0, scan.whole_end);
  return inspected("UTF-8", scan.broken == 0 ? std::string(whole) : replace_broken(whole),
                   whole.size() < bytes.size());
}

/// The last character is incomplete: the converter gave U+FFFD for it.
Decoded converted(std::string_view bytes, std::string_view encoding) {
  std::string text = convert(bytes, std::string(encoding).c_str());
  std::string replacement;
  append_utf8(kReplacement, replacement);
  const bool cut = text.ends_with(replacement);
  if (cut)
    text.resize(text.size() - replacement.size());
  return inspected(std::string(encoding), std::move(text), cut);
}

}  // namespace

std::size_t count_rare(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("GBK", &status),
                                                                     &ucnv_close);
  std::size_t rare = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = decode_utf8(utf8, at);
    at = c.end;
    if (c.value < 0x3400)
      continue;
    const icu::UnicodeString one(static_cast<UChar32>(c.value));
    char bytes[8] = {};
    status = U_ZERO_ERROR;
    const int length = one.extract(bytes, sizeof bytes, converter.get(), status);
    const auto first = static_cast<unsigned char>(bytes[0]);
    const auto second = static_cast<unsigned char>(bytes[1]);
    const bool common = U_SUCCESS(status) && length == 2 && second >= 0xa1 &&
                        (in(first, 0xa1, 0xa9) || in(first, 0xb0, 0xf7));
    rare += common ? 0U : 1U;
  }
  return rare;
}

Decoded decode(std::string_view bytes) {
  if (const Mark* mark = byte_order_mark(bytes)) {
    const std::string_view rest = bytes.substr(mark->bytes.size());
    return mark->encoding == "UTF-8" ? as_utf8(rest, scan_utf8(rest))
                                     : converted(rest, mark->encoding);
  }
  if (!message_for_magic(bytes).empty())
    return refused(bytes);
  const Utf8Scan utf8 = scan_utf8(bytes);
  if (utf8.broken == 0 && utf8.multibyte == 0 && is_utf7(bytes))
    return refused(bytes);
  if (utf8.broken == 0 && !utf8.has_nul && (utf8.whole_end == bytes.size() || utf8.multibyte > 0))
    return as_utf8(bytes, utf8);
  if (const auto encoding = utf16_without_mark(bytes))
    return converted(bytes, *encoding);
  if (!utf8.has_nul && looks_like_gb18030(scan_gb18030(bytes)))
    return converted(bytes, "GB18030");
  if (utf8.broken == 0 || utf8.multibyte * 2 > utf8.broken)
    return as_utf8(bytes, utf8);  // mostly UTF-8: the inspection says how bad it is
  return refused(bytes);
}

}  // namespace plumbline::readers
