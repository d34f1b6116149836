#pragma once

#include <random>
#include <string>
#include <string_view>

namespace plumbline::pattern {

/// Patterns of all that the reader knows, over so few characters that texts match them.
class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  std::string pattern(int depth = 3) {
    std::string out;
    for (int parts = pick(1, 3); parts > 0; --parts) out += counted(depth);
    return pick(0, 4) == 0 ? out + "|" + counted(depth) : out;
  }
  /// Of at most so many words.
  std::string text(int most = 60) {
    std::string out;
    for (int i = pick(0, most); i > 0; --i) out += one_of(kText);
    return out;
  }

 private:
  static constexpr std::string_view kText[] = {"法", "治", "法治", "政府", "的", "1", "20",
                                               "。", ",",  "a",    "(",    "\n", "-", "]"};
  static constexpr std::string_view kAtoms[] = {
      "法",      "治",    "法治", "政府", "\\d",      ".",          "[法治]",   "[^。]",
      "[^法，]", "，",    "。",   "1",    "\\(",      "[a-z]",      "\\p{Han}", "\\b",
      "[\\d法]", "[-法]", "[]a]", "\\s",  "\\P{Han}", "[\\p{Han}1]"};
  static constexpr std::string_view kCounts[] = {"*",    "+",  "?",  "{2}", "{0,3}", "{1,2}",
                                                 "{2,}", "*?", "+?", "??",  "{0,5}?"};

  template <std::size_t Size>
  std::string one_of(const std::string_view (&list)[Size]) {
    return std::string(list[random_() % Size]);
  }
  int pick(int least, int most) {
    return least + static_cast<int>(random_() % static_cast<unsigned>(most - least + 1));
  }
  std::string atom(int depth) {
    if (depth == 0 || pick(0, 2) != 0)
      return one_of(kAtoms);
    return (pick(0, 1) == 0 ? "(" : "(?:") + pattern(depth - 1) + ")";
  }
  std::string counted(int depth) {
    const int place = pick(0, 9);
    const std::string before = place == 0 ? "^" : "";
    return before + atom(depth) + (pick(0, 2) == 0 ? one_of(kCounts) : "") +
           (place == 1 ? "$" : "");
  }

  std::mt19937 random_;
};

}  // namespace plumbline::pattern
