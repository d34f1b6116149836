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

/// The file information block begins the main stream, so it begins a sector.
bool is_encrypted_word(std::string_view bytes) {
  for (std::size_t at = kSector; at + 12 <= bytes.size(); at += kSector) {
    if (bytes.substr(at, 2) == "\xEC\xA5"sv) {
      const auto low = static_cast<unsigned char>(bytes[at + 10]);
      const auto high = static_cast<unsigned char>(bytes[at + 11]);
      return ((high << 8 | low) & kEncryptedFlag) != 0;
    }
  }
  return false;
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
    return is_encrypted_word(bytes) ? OleKind::kEncryptedWord : OleKind::kWord;
  }
  return has_stream(bytes, "Workbook") || has_stream(bytes, "Book") ? OleKind::kExcel
         : has_stream(bytes, "PowerPoint Document")                 ? OleKind::kPowerPoint
         : has_stream(bytes, "MatOST") || has_stream(bytes, "MM")   ? OleKind::kWorks
                                                                    : OleKind::kOther;
}

}  // namespace plumbline::readers
