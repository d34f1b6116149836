#include <algorithm>
#include <cstdint>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/document/draft.h"

/// Names of persons. Blanks part names as well as the letters of one: a wide gap or a mark parts
/// names, a narrow one does where letters do not stand alone.
namespace plumbline::document {
namespace {

enum class Gap : std::uint8_t { kNarrow, kWide, kMark };

struct Piece {
  std::string letters;
  std::size_t count = 0;
  Gap before = Gap::kMark;
};

bool is_blank(char32_t value) {
  return value <= ' ' || value == 0xa0 || value == 0x3000;
}

bool is_list_mark(std::string_view letter) {
  return letter == "、" || letter == "," || letter == "，";
}

Gap gap_of(bool mark, std::size_t width) {
  if (mark)
    return Gap::kMark;
  return width > 1 ? Gap::kWide : Gap::kNarrow;
}

std::vector<Piece> pieces_of(std::string_view raw) {
  constexpr char32_t kIdeographicSpace = 0x3000;
  std::vector<Piece> pieces;
  std::size_t width = 0;  // of the gap before the next letter
  bool mark = true;
  for (std::size_t at = 0; at < raw.size();) {
    const CodePoint point = decode_utf8(raw, at);
    const std::string_view letter = raw.substr(at, point.end - at);
    at = point.end;
    if (is_list_mark(letter)) {
      mark = true;
    } else if (is_blank(point.value)) {
      width += point.value == kIdeographicSpace || letter == "\t" ? 2U : 1U;
    } else {
      if (mark || width > 0)
        pieces.push_back({"", 0, gap_of(mark, width)});
      pieces.back().letters += letter;
      ++pieces.back().count;
      width = 0;
      mark = false;
    }
  }
  return pieces;
}

/// 陆 远 山 in gaps of any width: one name up to three letters, else two names of half.
bool all_single(const std::vector<Piece>& pieces) {
  return !pieces.empty() && std::all_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
    return piece.count == 1 && (&piece == &pieces.front() || piece.before != Gap::kMark);
  });
}

std::vector<std::string> in_equal_parts(const std::vector<Piece>& pieces) {
  constexpr std::size_t kLongest = 3;
  const std::size_t each = pieces.size() <= kLongest       ? pieces.size()
                           : pieces.size() % kLongest == 0 ? kLongest
                                                           : 2;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i % each == 0)
      names.emplace_back();
    names.back() += pieces[i].letters;
  }
  return names;
}

}  // namespace

std::vector<std::string> person_names(std::string_view raw) {
  const std::vector<Piece> pieces = pieces_of(raw);
  const bool wide = std::any_of(pieces.begin(), pieces.end(),
                                [](const Piece& piece) { return piece.before == Gap::kWide; });
  const bool narrow = std::any_of(pieces.begin(), pieces.end(),
                                  [](const Piece& piece) { return piece.before == Gap::kNarrow; });
  if (all_single(pieces) && !(wide && narrow))
    return in_equal_parts(pieces);
  std::vector<std::string> names;
  std::size_t letters = 0;
  for (const Piece& piece : pieces) {
    const bool parts = piece.before == Gap::kMark || (piece.before == Gap::kWide && letters > 1) ||
                       (letters > 1 && piece.count > 1) || letters > 2;
    if (names.empty() || parts) {
      names.emplace_back();
      letters = 0;
    }
    names.back() += piece.letters;
    letters += piece.count;
  }
  return names;
}

}  // namespace plumbline::document
