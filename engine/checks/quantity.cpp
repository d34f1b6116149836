#include "engine/checks/quantity.h"

#include <algorithm>
#include <cstddef>

#include "engine/checks/characters.h"

namespace plumbline::checks {
namespace {

constexpr std::size_t kMostDigits = 11;  // marks between groups included

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// 3.5 and 12-15 are no plain counts; nor is 12,5.
bool joins_numbers(std::string_view text, std::size_t at) {
  return at < text.size() && std::string_view(".,-~%/ ").find(text[at]) != std::string_view::npos;
}

std::size_t digits_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
  return begin;
}

std::size_t digits_after(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - begin;
}

/// Where the number that ends at `end` begins: 1,234,567 and 1 234 567 (GB/T 15835 allows both
/// marks) are one number.
std::size_t number_before(std::string_view text, std::size_t end) {
  constexpr std::size_t kGroup = 3;
  std::size_t begin = digits_before(text, end);
  while (end - begin >= kGroup && begin > 1 && (text[begin - 1] == ',' || text[begin - 1] == ' ')) {
    const std::size_t before = digits_before(text, begin - 1);
    const std::size_t size = begin - 1 - before;
    const std::size_t group = digits_after(text, begin);
    if (size == 0 || size > kGroup || group != kGroup)
      break;
    begin = before;
  }
  return begin;
}

long long value_of(std::string_view digits) {
  long long value = 0;
  for (const char c : digits) {
    if (is_digit(c))
      value = value * 10 + (c - '0');
  }
  return value;
}

bool ends_with_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.ends_with(word); });
}

/// The count whose digits are [begin, end) of `segment`.
std::optional<Quantity> quantity_at(std::string_view segment, std::size_t begin, std::size_t end,
                                    const QuantityWords& words) {
  if (end - begin > kMostDigits || joins_numbers(segment, end) ||
      (begin > 0 && joins_numbers(segment, begin - 1)))
    return std::nullopt;
  Quantity quantity;
  quantity.label = segment.substr(0, begin);
  quantity.number = value_of(segment.substr(begin, end - begin));
  const std::string_view behind = segment.substr(end);
  quantity.unit = front_word(behind, words.units);
  quantity.rest = behind.substr(quantity.unit.size());
  if (quantity.unit.empty() || ends_with_any(quantity.label, words.vague) ||
      !front_word(quantity.rest, words.vague).empty())
    return std::nullopt;
  return quantity;
}

class Cutter {
 public:
  Cutter(std::string_view text, TextSpan at, std::vector<std::pair<Segment, TextSpan>>* bracketed)
      : text_(text), at_(at), bracketed_(bracketed), begin_(at.begin) {}

  std::vector<Segment> run() {
    std::size_t i = at_.begin;
    while (i < at_.end) {
      const std::size_t size = std::min(character_size(text_[i]), at_.end - i);
      const std::string_view character = text_.substr(i, size);
      if (character == "(")
        i = bracket(i);
      else if (character == ":" || character == "、" || (character == "," && !inside_number(i)))
        i = cut(i, character);
      else
        i += size;
    }
    close(at_.end);
    return std::move(segments_);
  }

 private:
  std::size_t cut(std::size_t i, std::string_view separator) {
    close(i);
    before_ = separator;
    begin_ = i + separator.size();
    return begin_;
  }

  /// The comma of 1,036.
  bool inside_number(std::size_t i) const {
    return i > at_.begin && i + 1 < at_.end && is_digit(text_[i - 1]) && is_digit(text_[i + 1]);
  }

  /// Skips a bracket; an unclosed one is ordinary text.
  std::size_t bracket(std::size_t i) {
    const std::size_t end = text_.substr(0, at_.end).find(')', i);
    if (end == std::string_view::npos)
      return at_.end;
    const Segment owner{{begin_, i}, before_};
    close(i);
    if (bracketed_)
      bracketed_->push_back({owner, {i + 1, end}});
    before_ = ")";
    begin_ = end + 1;
    return begin_;
  }

  void close(std::size_t end) {
    if (end > begin_)
      segments_.push_back({{begin_, end}, before_});
  }

  std::string_view text_;
  TextSpan at_;
  std::vector<std::pair<Segment, TextSpan>>* bracketed_;
  std::size_t begin_;
  std::string_view before_;
  std::vector<Segment> segments_;
};

}  // namespace

std::vector<Segment> segments_of(std::string_view text, TextSpan at,
                                 std::vector<std::pair<Segment, TextSpan>>* bracketed) {
  return Cutter(text, at, bracketed).run();
}

std::string_view front_word(std::string_view text, const std::vector<std::string>& candidates) {
  std::string_view best;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > best.size() && text.starts_with(candidate))
      best = text.substr(0, candidate.size());
  }
  return best;
}

bool contains_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return text.find(word) != std::string_view::npos;
  });
}

std::optional<Quantity> last_quantity(std::string_view segment, const QuantityWords& words) {
  std::size_t end = segment.size();
  while (end > 0 && !is_digit(segment[end - 1])) --end;
  const std::size_t begin = number_before(segment, end);
  if (begin == end)
    return std::nullopt;
  return quantity_at(segment, begin, end, words);
}

std::optional<Quantity> sole_quantity(std::string_view segment, const QuantityWords& words) {
  std::optional<Quantity> quantity = last_quantity(segment, words);
  if (!quantity || !quantity->rest.empty() ||
      std::any_of(quantity->label.begin(), quantity->label.end(), is_digit))
    return std::nullopt;
  return quantity;
}

}  // namespace plumbline::checks
