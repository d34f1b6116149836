#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "plumbline/report.h"

namespace plumbline::fix {

/// The text with its edits, which are sorted and disjoint.
std::string edited(std::string_view text, std::span<const Edit> edits);

/// A text file with some of its words changed, in its own encoding: its byte order mark, its line
/// ends and whatever else it holds stay byte for byte. Edits count in the decoded text. The copy is
/// decoded again before it is given away; nullopt where that does not give what it should, or where
/// the encoding has no such character. Linear.
std::optional<std::string> text_copy(std::string_view bytes, std::span<const Edit> edits);

}  // namespace plumbline::fix
