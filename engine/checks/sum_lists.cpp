#include "engine/checks/sum_lists.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "engine/checks/characters.h"

namespace plumbline::checks {
namespace {

constexpr std::string_view kListMark = "、";
constexpr std::size_t kMostBehindTotal = 24;  // bytes: 46件违法案件
// Bounds that keep a hostile sentence linear; real lists stay far below.
constexpr std::size_t kMostParts = 40;
constexpr std::size_t kReach = 12;  // segments

struct Part {
  Quantity quantity;
  TextSpan at;
};

/// One sentence, cut into segments.
class Sentence {
 public:
  Sentence(std::string_view text, std::vector<Segment> segments, const SumWords& words)
      : text_(text), segments_(std::move(segments)), words_(words) {
    counts_.reserve(segments_.size());
    for (std::size_t i = 0; i < segments_.size(); ++i)
      counts_.push_back(last_quantity(view(i), words_.quantity));
  }

  void find(std::vector<SumFault>& faults) const {
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      if (const auto fault = after_total(i))
        faults.push_back(*fault);
      else if (const auto closed = before_total(i))
        faults.push_back(*closed);
    }
  }

 private:
  std::string_view view(std::size_t i) const {
    return text_.substr(segments_[i].at.begin, segments_[i].at.size());
  }

  std::optional<Part> part(std::size_t i, std::string_view words) const {
    const auto quantity = sole_quantity(words, words_.quantity);
    if (!quantity || contains_any(quantity->label, words_.no_part))
      return std::nullopt;
    return Part{*quantity, segments_[i].at};
  }

  /// Parts joined by 、 from segment i on; `end` is the segment behind them. Empty where one of
  /// them is no plain count of `unit`.
  std::vector<Part> run_from(std::size_t i, std::string_view first, std::string_view unit,
                             std::size_t& end) const {
    std::vector<Part> parts;
    for (end = i; end < segments_.size(); ++end) {
      if (end > i && segments_[end].before != kListMark)
        break;
      if (end - i == kMostParts)
        return {};
      const auto next = part(end, end == i ? first : view(end));
      if (!next || next->quantity.unit != unit)
        return {};
      parts.push_back(*next);
    }
    return parts;
  }

  /// "…46件,其中新发证19件、延续15件、变更9件"
  std::optional<SumFault> after_total(std::size_t i) const {
    if (i + 1 >= segments_.size())
      return std::nullopt;
    const auto& total = counts_[i];
    if (!total || total->rest.size() > kMostBehindTotal)
      return std::nullopt;
    std::size_t first = i + 1;
    std::string_view words = view(first);
    const std::string_view whole = front_word(words, words_.whole);
    const std::string_view intro = whole.empty() ? front_word(words, words_.among) : whole;
    if (intro.empty())
      return std::nullopt;
    words.remove_prefix(intro.size());
    if (words.empty() && first + 1 < segments_.size())  // 其中:
      words = view(++first);
    std::size_t end = first;
    const std::vector<Part> parts = run_from(first, words, total->unit, end);
    return judge(i, *total, parts, end, !whole.empty());
  }

  std::optional<SumFault> judge(std::size_t i, const Quantity& total,
                                const std::vector<Part>& parts, std::size_t end, bool whole) const {
    if (parts.size() < 2 || explained(i, total, parts, end))
      return std::nullopt;
    const long long sum = sum_of(parts);
    for (const Part& part : parts) whole = whole || contains_any(part.quantity.label, words_.rest);
    if (!whole && !surely_wrong(total, parts, sum))
      return std::nullopt;
    return fault({segments_[i].at.begin, parts.back().at.end}, total, parts);
  }

  /// Another reading makes the numbers agree, or what follows may belong to the list.
  bool explained(std::size_t i, const Quantity& total, const std::vector<Part>& parts,
                 std::size_t end) const {
    long long sum = sum_of(parts);
    if (sum == total.number)
      return true;
    for (std::size_t before = i - std::min(i, kReach); before < i; ++before) {
      const auto& other = counts_[before];
      if (other && other->unit == total.unit && other->number == sum)
        return true;
    }
    const std::size_t last = std::min(segments_.size(), end + kReach);
    for (std::size_t next = end; next < last; ++next) {
      const auto& more = counts_[next];
      if (!more || more->unit != total.unit)
        continue;
      if (next == end && more->rest.empty())
        return true;
      sum += more->number;
      if (sum == total.number)
        return true;
    }
    return false;
  }

  /// After 其中: too much, or so little missing that the list was meant to be complete.
  bool surely_wrong(const Quantity& total, const std::vector<Part>& parts, long long sum) const {
    const auto& overlapping = words_.overlapping;
    if (std::find(overlapping.begin(), overlapping.end(), total.unit) != overlapping.end())
      return false;
    if (sum > total.number)
      return true;
    const long long missing = total.number - sum;
    if (parts.size() < 3 || missing * 100 > total.number * words_.missing_percent)
      return false;
    return std::all_of(parts.begin(), parts.end(),
                       [&](const Part& part) { return part.quantity.number > missing; });
  }

  /// "一般程序31件、简易程序24件,共计56件"
  std::optional<SumFault> before_total(std::size_t i) const {
    const std::string_view closing = front_word(view(i), words_.closing);
    if (i < 2 || closing.empty())
      return std::nullopt;
    const auto total = sole_quantity(view(i), words_.quantity);
    if (!total || total->label != closing)
      return std::nullopt;
    std::size_t first = i - 1;
    while (first > 0 && i - first < kMostParts && segments_[first].before == kListMark) --first;
    std::size_t end = first;
    const std::vector<Part> parts = run_from(first, view(first), total->unit, end);
    if (end != i || parts.size() < 2 || sum_of(parts) == total->number)
      return std::nullopt;
    // parts may have begun earlier
    for (std::size_t before = first - std::min(first, kReach); before < first; ++before) {
      const auto& other = counts_[before];
      if (other && other->unit == total->unit)
        return std::nullopt;
    }
    return fault({segments_[first].at.begin, segments_[i].at.end}, *total, parts);
  }

  static long long sum_of(const std::vector<Part>& parts) {
    long long sum = 0;
    for (const Part& part : parts) sum += part.quantity.number;
    return sum;
  }

  static SumFault fault(TextSpan at, const Quantity& total, const std::vector<Part>& parts) {
    SumFault fault{at, total.number, sum_of(parts), "", std::string(total.unit)};
    for (const Part& part : parts)
      fault.parts += (fault.parts.empty() ? "" : "+") + std::to_string(part.quantity.number);
    return fault;
  }

  std::string_view text_;
  std::vector<Segment> segments_;
  std::vector<std::optional<Quantity>> counts_;  ///< of each segment, which several lists ask for
  const SumWords& words_;
};

std::size_t sentence_end(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    if (text[at] == '\n' || text[at] == ';' || text.compare(at, 3, "。") == 0)
      return at;
  }
  return end;
}

void find_in_sentence(std::string_view text, TextSpan at, const SumWords& words,
                      std::vector<SumFault>& faults) {
  std::vector<std::pair<Segment, TextSpan>> bracketed;
  Sentence(text, segments_of(text, at, &bracketed), words).find(faults);
  for (const auto& [owner, inside] : bracketed) {
    std::vector<Segment> segments = segments_of(text, inside, nullptr);
    segments.insert(segments.begin(), owner);
    Sentence(text, std::move(segments), words).find(faults);
  }
}

}  // namespace

std::vector<SumFault> sum_faults(std::string_view text, TextSpan span, const SumWords& words) {
  std::vector<SumFault> faults;
  for (std::size_t begin = span.begin; begin < span.end;) {
    const std::size_t end = sentence_end(text, begin, span.end);
    find_in_sentence(text, {begin, end}, words, faults);
    begin = end + (end < span.end ? character_size(text[end]) : 0);
  }
  std::stable_sort(faults.begin(), faults.end(),
                   [](const SumFault& a, const SumFault& b) { return a.at < b.at; });
  return faults;
}

}  // namespace plumbline::checks
