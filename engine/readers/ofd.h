#pragma once

#include <string_view>

#include "engine/readers/reader.h"

namespace plumbline::readers {

/// A zip with OFD.xml in it.
bool recognises_ofd(std::string_view path, std::string_view bytes);

/// Text of an OFD (GB/T 33190) in paragraphs made from coordinates, as pdf. Stamps and template
/// pages are no text; pages that cannot be read are losses.
Extraction read_ofd(std::string_view bytes, const Limits& limits);

}  // namespace plumbline::readers
