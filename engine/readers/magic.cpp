#include "engine/readers/magic.h"

#include <array>

#include "engine/readers/messages.h"

namespace plumbline::readers {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes, message;
};
constexpr std::array<Magic, 17> kMagics{{
    {"%PDF-"sv, messages::kPdf},
    {"PK\x03\x04"sv, messages::kZip},
    {"PK\x05\x06"sv, messages::kZip},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, messages::kOle},
    {"{\\rtf"sv, messages::kRtf},
    {"Rar!\x1A"sv, messages::kArchive},
    {"7z\xBC\xAF\x27\x1C"sv, messages::kArchive},
    {"\x1F\x8B\x08"sv, messages::kArchive},
    {"BZh9"sv, messages::kArchive},
    {"\xFD"
     "7zXZ\0"sv,
     messages::kArchive},
    {"\xFF\xD8\xFF"sv, messages::kPicture},
    {"\x89PNG\r\n"sv, messages::kPicture},
    {"GIF8"sv, messages::kPicture},
    {"II*\0"sv, messages::kPicture},
    {"MM\0*"sv, messages::kPicture},
    {"\x7F"
     "ELF"sv,
     messages::kProgram},
    {"MZ\x90\0"sv, messages::kProgram},
}};

}  // namespace

std::string_view message_for_magic(std::string_view bytes) {
  for (const Magic& magic : kMagics) {
    if (bytes.starts_with(magic.bytes))
      return magic.message;
  }
  return {};
}

}  // namespace plumbline::readers
