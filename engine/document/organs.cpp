#include "engine/document/organs.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/base/utf8_bytes.h"
#include "engine/document/draft.h"
#include "engine/document/numerals.h"

namespace plumbline::document {
namespace {

constexpr std::string_view kStop = "、";
constexpr std::size_t kLongestNames = 400;  // bytes; longer is no list of names

bool is_blank(char32_t value) {
  return value == ' ' || value == '\n' || value == '\r' || value == '\t' || value == 0x3000 ||
         value == 0xa0;
}

/// Bytes of the printed name (without blanks) that stand before each blank run of the text as read.
/// Empty where blanks only space the letters out.
std::vector<std::size_t> gaps_of(std::string_view raw) {
  std::vector<std::size_t> gaps;
  std::size_t printed = 0;
  std::size_t letters = 0;
  bool blank = false;
  for (std::size_t at = 0; at < raw.size();) {
    const CodePoint point = decode_utf8(raw, at);
    if (is_blank(point.value)) {
      blank = true;
    } else {
      if (blank && printed > 0)
        gaps.push_back(printed);
      blank = false;
      ++letters;
      printed += point.end - at;
    }
    at = point.end;
  }
  if (gaps.size() * 3 > letters)
    gaps.clear();
  return gaps;
}

/// The place at the front of `back` (three letters: 岚川县) stands in front too, at its start or
/// behind a 中共.
bool says_place_again(std::string_view front, std::string_view back) {
  constexpr std::size_t kPlace = 9;
  constexpr std::size_t kParty = 6;
  if (front.size() < kPlace || back.size() <= kPlace)
    return false;
  const std::size_t at = front.find(back.substr(0, kPlace));
  return at == 0 || at == kParty;
}

class Splitter {
 public:
  Splitter(std::string_view printed, std::vector<std::size_t> gaps, const Vocabulary& vocabulary)
      : printed_(printed), gaps_(std::move(gaps)), vocabulary_(vocabulary) {}

  std::vector<std::string> run() {
    std::size_t begin = 0;
    while (begin < printed_.size()) {
      const std::size_t end = next_end(begin);
      names_.emplace_back(printed_.substr(begin, end - begin));
      begin = end;
      if (printed_.substr(begin, kStop.size()) == kStop)
        begin += kStop.size();
    }
    return std::move(names_);
  }

 private:
  std::size_t next_end(std::size_t begin) const {
    const std::string_view rest = printed_.substr(begin);
    for (std::size_t at = decode_utf8(rest, 0).end; at < rest.size();
         at = decode_utf8(rest, at).end) {
      if (rest.substr(at, kStop.size()) == kStop && is_organ(vocabulary_, rest.substr(0, at)))
        return begin + at;
      if (may_part(begin + at, rest.substr(0, at), rest.substr(at)))
        return begin + at;
    }
    return printed_.size();
  }

  /// A second name begins here, because of a gap or because the place is said again.
  bool may_part(std::size_t at, std::string_view front, std::string_view back) const {
    const bool gap = std::find(gaps_.begin(), gaps_.end(), at) != gaps_.end();
    if (!gap && !says_place_again(front, back))
      return false;
    return is_organ(vocabulary_, front) && begins_with_organ(back) &&
           !(gap && is_broken_name(vocabulary_, front, back));
  }

  bool begins_with_organ(std::string_view back) const {
    if (is_organ(vocabulary_, back))
      return true;
    for (std::size_t at = back.size(); at > 0; --at) {
      const bool boundary = at == back.size() || !continues_character(back[at]);
      if (boundary && is_organ(vocabulary_, back.substr(0, at)))
        return true;
    }
    return false;
  }

  std::string_view printed_;
  std::vector<std::size_t> gaps_;
  const Vocabulary& vocabulary_;
  std::vector<std::string> names_;
};

/// The letters of `name` stand in `other` in their order.
bool is_subsequence(std::string_view name, std::string_view other) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < other.size() && at < name.size();) {
    const std::size_t end = decode_utf8(other, i).end;
    const std::string_view letter = other.substr(i, end - i);
    if (name.substr(at, letter.size()) == letter)
      at += letter.size();
    i = end;
  }
  return at == name.size();
}

std::string_view last_letter(std::string_view name) {
  std::size_t at = name.empty() ? 0 : name.size() - 1;
  while (at > 0 && continues_character(name[at])) --at;
  return name.substr(at);
}

/// Patterns are written over normalised text, names are kept as printed.
std::string with_narrow_brackets(std::string_view printed) {
  std::string name(printed);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kWidths{
      {{"（", "("}, {"）", ")"}}};
  for (const auto& [wide, narrow] : kWidths) {
    for (std::size_t at = 0; (at = name.find(wide, at)) != name.npos;)
      name.replace(at, wide.size(), narrow);
  }
  return name;
}

}  // namespace

bool is_organ(const Vocabulary& vocabulary, std::string_view printed) {
  const bool wide = printed.find("（") != std::string_view::npos;
  return wide ? matches_any(vocabulary.organ, with_narrow_brackets(printed))
              : matches_any(vocabulary.organ, printed);
}

bool is_broken_name(const Vocabulary& vocabulary, std::string_view above, std::string_view below) {
  const std::string_view rest = below.substr(0, std::min(below.find(kStop), below.find(',')));
  for (const std::string_view mark : {kStop, std::string_view(",")}) {
    if (const std::size_t at = above.rfind(mark); at != above.npos)
      above.remove_prefix(at + mark.size());
  }
  // Bytes: a name, a front that is no column's, two characters that are said again.
  constexpr std::size_t kDoubled = 12, kLong = 18, kTwoHan = 6;
  if (above.empty() || rest.empty() || vocabulary.broken_organ.empty() ||
      above.size() + rest.size() > kLongestNames ||
      (rest.size() >= kDoubled && above.find(rest) != above.npos) ||
      rest.find(above) != rest.npos || above.ends_with(rest.substr(0, kTwoHan)))
    return false;
  const bool fragment = above.size() >= kLong && !is_organ(vocabulary, above);
  const std::string_view mark = fragment ? "//" : "/";
  return is_organ(vocabulary, std::string(above) + std::string(rest)) &&
         matches_any(vocabulary.broken_organ, std::string(above).append(mark).append(rest));
}

std::vector<std::string> split_organs(const text::Text& text, TextSpan span,
                                      const Vocabulary& vocabulary) {
  const std::string printed = text.display(span);
  if (printed.empty() || printed.size() > kLongestNames)
    return {printed};
  return Splitter(printed, gaps_of(text.raw(text.to_raw(span))), vocabulary).run();
}

bool is_fuller_form(std::string_view other, std::string_view name, const Vocabulary& vocabulary) {
  if (other.size() <= name.size() || name.empty())
    return false;
  if (other.starts_with(name))
    return matches_any(vocabulary.organ_suffix, other.substr(name.size()));
  if (!is_subsequence(name, other) || last_letter(name) != last_letter(other))
    return false;
  return !other.ends_with(name) || matches_any(vocabulary.bare_organ, name);
}

std::string join_names(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) {
    if (!joined.empty())
      joined += kStop;
    joined += name;
  }
  return joined;
}

}  // namespace plumbline::document
