#include "engine/readers/magic.h"

#include "engine/readers/messages.h"

namespace plumbline::readers {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes, message;
  std::size_t at = 0;
};
constexpr Magic kMagics[] = {
    {"%PDF-"sv, messages::kPdf},
    {"PK\x03\x04"sv, messages::kZip},
    {"PK\x05\x06"sv, messages::kZip},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, messages::kOle},
    {"{\\rtf"sv, messages::kRtf},
    {"\xDB\xA5"sv, messages::kOldWord},
    {"Rar!\x1A"sv, messages::kRar},
    {"7z\xBC\xAF\x27\x1C"sv, messages::k7z},
    {"\x1F\x8B\x08"sv, messages::kGzip},
    {"BZh9"sv, messages::kArchive},
    {"\xFD"
     "7zXZ\0"sv,
     messages::kArchive},
    {"ustar"sv, messages::kTar, 257},
    {"CD001"sv, messages::kIso, 32769},
    {"\xFF\xD8\xFF"sv, messages::kPicture},
    {"\x89PNG\r\n"sv, messages::kPicture},
    {"GIF8"sv, messages::kPicture},
    {"II*\0"sv, messages::kPicture},
    {"MM\0*"sv, messages::kPicture},
    {"\x7F"
     "ELF"sv,
     messages::kProgram},
    {"MZ\x90\0"sv, messages::kProgram},
};

}  // namespace

std::string_view message_for_magic(std::string_view bytes) {
  for (const Magic& magic : kMagics) {
    if (magic.at < bytes.size() && bytes.substr(magic.at).starts_with(magic.bytes))
      return magic.message;
  }
  return {};
}

}  // namespace plumbline::readers
