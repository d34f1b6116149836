#include "engine/readers/ole.h"

#include <string>

namespace plumbline::readers {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::size_t kSector = 512;
constexpr unsigned kEncryptedFlag = 0x0100;  // of the word at 10 in the FIB

/// The directory holds names in UTF-16; they need not be walked to be found.
bool has_stream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) {
    wide += c;
    wide += '\0';
  }
  return bytes.find(wide + std::string(2, '\0')) != std::string_view::npos;
}

/// Little-endian.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i > 0; --i) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
  }
  return value;
}

/// What the file information block says, which begins the main stream, so a sector.
OleKind word_kind(std::string_view bytes) {
  constexpr std::size_t kFlags = 10, kCharacters = 0x4C, kSize = 0x50;
  constexpr std::uint32_t kWord97 = 0xC1;
  for (std::size_t at = kSector; at + kSize <= bytes.size(); at += kSector) {
    if (bytes.substr(at, 2) != "\xEC\xA5"sv) {
      continue;
    }
    if ((number_at(bytes, at + kFlags, 2) & kEncryptedFlag) != 0) {
      return OleKind::kEncryptedWord;
    }
    // Pieces may show the same bytes again and again.
    const bool known = number_at(bytes, at + 2, 2) >= kWord97;
    return known && number_at(bytes, at + kCharacters, 4) > bytes.size() ? OleKind::kSwollenWord
                                                                         : OleKind::kWord;
  }
  return OleKind::kWord;
}

}  // namespace

OleKind ole_kind(std::string_view bytes) {
  if (!bytes.starts_with(kMagic)) {
    return OleKind::kNone;
  }
  if (has_stream(bytes, "EncryptedPackage")) {
    return OleKind::kEncryptedPackage;
  }
  if (has_stream(bytes, "WordDocument")) {
    return word_kind(bytes);
  }
  return has_stream(bytes, "Workbook") || has_stream(bytes, "Book") ? OleKind::kExcel
         : has_stream(bytes, "PowerPoint Document")                 ? OleKind::kPowerPoint
         : has_stream(bytes, "MatOST") || has_stream(bytes, "MM")   ? OleKind::kWorks
                                                                    : OleKind::kOther;
}

}  // namespace plumbline::readers
