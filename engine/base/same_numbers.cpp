#include "engine/base/same_numbers.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "engine/base/fold.h"
#include "engine/base/utf8.h"

namespace plumbline {
namespace {

constexpr std::string_view kDigits = "0123456789";
// The last four: ten thousand, a hundred million, two, half.
constexpr std::string_view kNumerals[] = {"〇", "○",      "零",     "一",     "二",     "三", "四",
                                          "五", "六",     "七",     "八",     "九",     "十", "百",
                                          "千", "\u4e07", "\u4ebf", "\u4e24", "\u534a", "%"};

std::string folded(std::string_view text) {
  std::string normal;
  for (std::size_t at = 0; at < text.size();) at = fold_unit(text, at, normal).end;
  return normal;
}

std::string numbers_of(std::string_view text) {
  std::string numbers;
  const std::string normal = folded(text);
  for (std::size_t at = 0; at < normal.size();) {
    const std::string_view rest = std::string_view(normal).substr(at);
    if (kDigits.find(rest.front()) != std::string_view::npos) {
      const std::size_t end = std::min(rest.find_first_not_of(kDigits), rest.size());
      const std::size_t first = std::min(rest.find_first_not_of('0'), end - 1);
      numbers.append(rest, first, end - first).append(" ");
      at += end;
      continue;
    }
    const std::size_t end = decode_utf8(normal, at).end;
    const std::string_view one = rest.substr(0, end - at);
    if (std::ranges::find(kNumerals, one) != std::end(kNumerals))
      numbers.append(one).append(" ");
    at = end;
  }
  return numbers;
}

}  // namespace

bool same_numbers(std::string_view one, std::string_view other) {
  return numbers_of(one) == numbers_of(other);
}

}  // namespace plumbline
