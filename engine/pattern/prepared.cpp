#include "engine/pattern/prepared.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "engine/pattern/character_class.h"

namespace plumbline::pattern {
namespace {

constexpr std::size_t kWorthwhile = 10;  // copies of the class

struct Count {
  std::string_view least;
  std::size_t most = 0;
  std::size_t end = 0;  ///< behind "{least,most}?"
};

std::optional<Count> lazy_count(std::string_view pattern, std::size_t at) {
  const std::size_t comma = pattern.find(',', at), close = pattern.find("}?", at);
  if (pattern.substr(at, 1) != "{" || comma == std::string_view::npos ||
      close == std::string_view::npos || comma > close)
    return std::nullopt;
  Count count{pattern.substr(at + 1, comma - at - 1), 0, close + 2};
  const char* const end = pattern.data() + close;
  const auto [read, error] = std::from_chars(pattern.data() + comma + 1, end, count.most);
  if (error != std::errc() || read != end || count.least.empty() ||
      count.least.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return count;
}

/// Two alternatives share nothing, not even the head.
bool has_alternatives(std::string_view pattern) {
  int depth = 0;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '\\') {
      ++at;
    } else if (pattern[at] == '[') {
      const std::optional<CharacterClass> found = read_class(pattern, at);
      if (!found)
        return true;
      at = found->end - 1;
    } else {
      depth += pattern[at] == '(' ? 1 : pattern[at] == ')' ? -1 : 0;
      if (pattern[at] == '|' && depth == 0)
        return true;
    }
  }
  return false;
}

/// Where the class of a head begins: ^[ or ^(?:[ or ^([; npos where there is none.
std::size_t class_of_head(std::string_view folded) {
  for (const std::string_view opening : {"^[", "^(?:[", "^(["}) {
    if (folded.starts_with(opening))
      return opening.size() - 1;
  }
  return std::string_view::npos;
}

void open_head(std::string_view folded, Prepared& out) {
  const std::size_t begin = class_of_head(folded);
  if (begin == std::string_view::npos)
    return;
  const std::optional<CharacterClass> members = read_class(folded, begin);
  const std::optional<Count> count = members ? lazy_count(folded, members->end) : std::nullopt;
  if (!count || count->most < kWorthwhile)
    return;
  const bool grouped = begin > 1;
  const std::string_view rest =
      folded.substr(std::min(count->end + (grouped ? 1 : 0), folded.size()));
  const bool repeated = !rest.empty() && std::string_view("*+?{").find(rest[0]) != rest.npos;
  if ((grouped && folded.substr(count->end, 1) != ")") || repeated)
    return;
  out.pattern = "^(" + std::string(folded.substr(begin, members->end - begin)) + "{";
  out.pattern.append(count->least).append(",}?)").append(rest);
  out.has_head = true;
  out.is_head_ours = !folded.starts_with("^([");
  out.longest_head = count->most;
}

}  // namespace

Prepared prepare(std::string_view folded) {
  Prepared out{std::string(folded)};
  out.at_line_begin = folded.starts_with('^') && !has_alternatives(folded);
  if (out.at_line_begin)
    open_head(folded, out);
  return out;
}

}  // namespace plumbline::pattern
