#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace plumbline::readers {

/// An entry's name in UTF-8, by the first that holds: the UTF-8 flag, the Unicode path field
/// (0x7075, when its checksum is the name's), valid UTF-8, else GB18030. What none of them can
/// decode keeps its ASCII, the rest becomes U+FFFD.
std::string decode_zip_name(std::string_view raw, std::uint16_t flags, std::string_view extra);

}  // namespace plumbline::readers
