#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::pattern {

/// Strings of which one is meant: all that a piece of a pattern matches, or those of which every
/// match holds at least one.
using Literals = std::vector<std::string>;

constexpr std::size_t kMostLiterals = 64;

/// Every string of `left` followed by every string of `right`; nullopt where they are too many.
std::optional<Literals> joined(const Literals& left, Literals right);

/// Puts `text` behind every string; false and nothing done where they grow too long.
bool append(Literals& literals, std::string_view text);

/// The strings of both; nullopt where they are too many.
std::optional<Literals> united(Literals left, Literals right);

/// Of two sets, each of which every match obeys, fewer texts obey the left one. An empty set says
/// nothing.
bool is_rarer(const Literals& left, const Literals& right);

/// The same requirement with as few strings as possible; empty where it says nothing, because "" is
/// among them or nearly every text holds one.
Literals as_requirement(Literals literals);

}  // namespace plumbline::pattern
