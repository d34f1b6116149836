#include "engine/checks/heading_sequence.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/checks/characters.h"

namespace plumbline::checks {
namespace {

using document::Heading;

constexpr std::string_view kHanDigits[] = {"零", "一", "二", "三", "四", "五",
                                           "六", "七", "八", "九", "十", "百"};

bool is_numeral(std::string_view character) {
  if (character.size() == 1)
    return character[0] >= '0' && character[0] <= '9';
  return std::find(std::begin(kHanDigits), std::end(kHanDigits), character) != std::end(kHanDigits);
}

/// 1..99 the way headings write it: 十, 十一, 二十, 二十一.
std::string han_number(int number) {
  const int tens = number / 10;
  const int ones = number % 10;
  std::string text;
  if (tens > 1)
    text += kHanDigits[tens];
  if (tens > 0)
    text += kHanDigits[10];
  if (ones > 0)
    text += kHanDigits[ones];
  return text;
}

/// 一、 and （一） count in 一二三, the others in digits.
bool is_han(const Heading& heading) {
  return heading.style.find("一") != std::string::npos;
}

/// The mark that `number` would have in the shape of `like`.
std::string mark_of(int number, const Heading& like, std::string_view text) {
  const std::string shape = mark_shape(text.substr(like.mark.begin, like.mark.size()));
  const std::size_t numeral = shape.find('N');
  if (numeral == std::string::npos || number > 99)
    return {};
  const std::string value = is_han(like) ? han_number(number) : std::to_string(number);
  return shape.substr(0, numeral) + value + shape.substr(numeral + 1);
}

/// A mark counts where a line or a sentence begins.
bool begins_sentence(std::string_view text, std::size_t at) {
  if (at == 0 || text[at - 1] == '\n' || text[at - 1] == ';' || text[at - 1] == ' ')
    return true;
  return text.substr(0, at).ends_with("。");
}

bool stands_between(std::string_view text, TextSpan between, const std::string& mark) {
  if (mark.empty() || between.begin >= between.end)
    return false;
  const std::string_view part = text.substr(0, between.end);
  for (std::size_t at = part.find(mark, between.begin); at != std::string_view::npos;
       at = part.find(mark, at + 1)) {
    if (begins_sentence(part, at))
      return true;
  }
  return false;
}

/// Headings of one parent and one level, in order.
class Siblings {
 public:
  Siblings(std::span<const Heading> outline, std::string_view text,
           std::vector<SequenceFault>& faults)
      : outline_(outline), text_(text), faults_(faults) {}

  /// A list may begin anywhere: its front may be lost, or its numbers run on from another parent.
  void add(std::size_t index) {
    if (last_ != document::kNone)
      next(index);
    last_ = index;
    seen_.insert(outline_[index].number);
  }

 private:
  void next(std::size_t index) {
    const Heading& heading = outline_[index];
    const int expected = outline_[last_].number + 1;
    // A repeat stood for the number it should have had: 二 二 四 is one fault.
    const int after_repeat = std::exchange(after_repeat_, 0);
    if (heading.number == expected || heading.number == after_repeat || resumes(heading.number))
      return;
    if (heading.number == 1 && !(expected == 2 && is_han(heading))) {
      interrupt(expected);
      return;
    }
    const std::string mark = mark_of(expected, heading, text_);
    if (heading.number < expected) {
      if (seen_.contains(heading.number))
        repeat(index, expected, mark);
      return;
    }
    // From the words of the last heading on: （一）…；（二）…； may be taken for one heading.
    const TextSpan between{outline_[last_].text.begin, heading.mark.begin};
    if (!stands_between(text_, between, mark))
      faults_.push_back({index, "gap", mark});
  }

  void repeat(std::size_t index, int expected, const std::string& mark) {
    faults_.push_back({index, "repeat", mark});
    after_repeat_ = expected + 1;
  }

  /// Another list begins at 1; the one that it interrupts may go on later (a table, a quotation).
  void interrupt(int expected) {
    seen_.clear();
    waiting_.push_back(expected);
    if (waiting_.size() > kMostWaiting)
      waiting_.erase(waiting_.begin());
  }

  bool resumes(int number) {
    const auto found = std::find(waiting_.rbegin(), waiting_.rend(), number);
    if (number == 1 || found == waiting_.rend())
      return false;
    waiting_.erase(found.base() - 1, waiting_.end());
    return true;
  }

  static constexpr std::size_t kMostWaiting = 8;

  std::span<const Heading> outline_;
  std::string_view text_;
  std::vector<SequenceFault>& faults_;
  std::size_t last_ = document::kNone;
  std::set<int> seen_;
  int after_repeat_ = 0;      ///< what follows where a repeat is read as the number it should be
  std::vector<int> waiting_;  ///< numbers that interrupted lists go on with
};

/// A row of a table: its cells are numbers.
bool is_row(const Heading& heading, std::string_view text) {
  int cells = 0;
  for (std::size_t i = heading.text.begin; i + 1 < heading.text.end; ++i)
    cells += text[i] == ' ' && text[i + 1] >= '0' && text[i + 1] <= '9';
  return cells > 1;
}

using Group = std::pair<std::size_t, int>;  // parent and level

/// A mark written unlike all its siblings, of which there are at least three.
void find_broken_marks(std::span<const Heading> outline, std::string_view text,
                       const std::map<Group, std::vector<std::size_t>>& groups,
                       std::vector<SequenceFault>& faults) {
  for (const auto& [group, members] : groups) {
    std::map<std::string, std::vector<std::size_t>> by_shape;
    for (const std::size_t index : members) {
      const TextSpan mark = outline[index].mark;
      by_shape[mark_shape(text.substr(mark.begin, mark.size()))].push_back(index);
    }
    if (by_shape.size() != 2 || members.size() < 3)
      continue;
    for (const auto& [shape, indices] : by_shape) {
      if (indices.size() == 1 && indices.size() < members.size() - 1)
        faults.push_back({indices.front(), "mark", ""});
    }
  }
}

}  // namespace

std::string mark_shape(std::string_view mark) {
  std::string shape;
  bool in_numeral = false;
  for (const std::string_view character : characters(mark)) {
    const bool numeral = is_numeral(character);
    if (numeral && !in_numeral)
      shape += 'N';
    if (!numeral && character != " ")
      shape += character;
    in_numeral = numeral;
  }
  return shape;
}

std::vector<SequenceFault> sequence_faults(std::span<const Heading> outline, std::string_view text,
                                           const std::set<int>& levels) {
  std::vector<SequenceFault> faults;
  std::map<Group, Siblings> siblings;
  std::map<Group, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Heading& heading = outline[i];
    if (heading.number == 0 || (!levels.empty() && !levels.contains(heading.level)) ||
        is_row(heading, text))
      continue;
    const Group group{heading.parent, heading.level};
    auto [place, added] = siblings.try_emplace(group, outline, text, faults);
    place->second.add(i);
    members[group].push_back(i);
  }
  find_broken_marks(outline, text, members, faults);
  std::stable_sort(faults.begin(), faults.end(),
                   [](const auto& a, const auto& b) { return a.heading < b.heading; });
  return faults;
}

}  // namespace plumbline::checks
