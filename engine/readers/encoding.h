#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/report.h"

namespace plumbline::readers {

/// Bytes of a text file made UTF-8, or why they could not be.
struct Decoded {
  ReadOutcome outcome = ReadOutcome::kOk;
  std::string message;   ///< Chinese; empty for kOk
  std::string encoding;  ///< "UTF-8" "UTF-16LE" "GB18030" …; empty where it was not found
  std::string text;      ///< valid UTF-8 without BOM; an undecodable byte stands as U+FFFD
  std::vector<Loss> losses;
};

/// Byte order mark, else strict UTF-8, else UTF-16, else strict GB18030 that looks like Chinese;
/// else refused: never guessed, never mojibake. A character cut at the very end is dropped and
/// listed. Up to one broken character in a thousand is a loss with its lines, more is
/// kTextUnreliable. Linear in bytes.size().
Decoded decode(std::string_view bytes);

/// The other way, without a byte order mark; nullopt where the encoding has no such character.
std::optional<std::string> encode(std::string_view utf8, const std::string& encoding);

/// Characters beyond U+3400 that are not in GB 2312: few in any Chinese text, nearly all in one
/// that was decoded by the wrong table. `utf8` must be valid.
std::size_t count_rare(std::string_view utf8);

}  // namespace plumbline::readers
