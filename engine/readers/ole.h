#pragma once

#include <cstdint>
#include <string_view>

namespace plumbline::readers {

/// What an OLE compound file holds, by the names of its streams.
enum class OleKind : std::uint8_t {
  kNone,  ///< no compound file
  kWord,
  kEncryptedWord,
  kSwollenWord,       ///< claims more characters than the file has bytes
  kEncryptedPackage,  ///< a docx, xlsx or pptx with a password
  kExcel,
  kPowerPoint,
  kWorks,
  kOther,
};
OleKind ole_kind(std::string_view bytes);

}  // namespace plumbline::readers
