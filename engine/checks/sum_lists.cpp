#include "engine/checks/sum_lists.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "engine/checks/characters.h"

namespace plumbline::checks {
namespace {

constexpr std::string_view kListMark = "、", kComma = ",", kFullStop = "。";
constexpr std::size_t kMostBehindTotal = 24;  // bytes: 46件违法案件
// Bounds that keep a hostile sentence linear; real lists stay far below.
constexpr std::size_t kMostParts = 40;
constexpr std::size_t kReach = 12;  // segments

struct Part {
  Quantity quantity;
  TextSpan at;
};

using Partition = std::vector<std::vector<std::string>>;

/// Index of the kind whose name the label holds, the longest one: 不合格 is not 合格.
std::optional<std::size_t> kind_of(std::string_view label, const Partition& partition) {
  std::optional<std::size_t> kind;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < partition.size(); ++i) {
    for (const std::string& name : partition[i]) {
      if (name.size() > longest && label.find(name) != std::string_view::npos) {
        kind = i;
        longest = name.size();
      }
    }
  }
  return kind;
}

/// One sentence, cut into segments; or two, where the second opens with a word for parts.
class Sentence {
 public:
  Sentence(std::string_view text, std::vector<Segment> segments, const SumWords& words)
      : text_(text), segments_(std::move(segments)), words_(words) {
    counts_.reserve(segments_.size());
    for (std::size_t i = 0; i < segments_.size(); ++i)
      counts_.push_back(last_quantity(view(i), words_.quantity));
  }

  /// From segment `first` on; what stands before it may only hold a total.
  void find(std::vector<SumFault>& faults, std::size_t first = 1) const {
    for (std::size_t i = std::max<std::size_t>(first, 1); i < segments_.size(); ++i) {
      if (auto fault = behind_intro(i))
        faults.push_back(*std::move(fault));
      else if (auto divided = partition_at(i))
        faults.push_back(*std::move(divided));
      if (auto fault = before_total(i))
        faults.push_back(*std::move(fault));
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

  /// Parts joined by 、 from segment i on, by a comma too where both are kinds of a partition;
  /// `end` is the segment behind them. Empty where one of them is no plain count of the unit of
  /// the first.
  std::vector<Part> run_from(std::size_t i, std::string_view first, std::size_t& end) const {
    std::vector<Part> parts;
    for (end = i; end < segments_.size(); ++end) {
      const bool listed = end == i || segments_[end].before == kListMark;
      if (!listed && segments_[end].before != kComma)
        break;
      const auto next = part(end, end == i ? first : view(end));
      const bool counted = next && (parts.empty() || next->quantity.unit == parts[0].quantity.unit);
      if (!listed && !(counted && are_kinds({parts.back(), *next})))
        break;
      if (!counted || end - i == kMostParts)
        return {};
      parts.push_back(*next);
    }
    return parts;
  }

  const Partition* partition_of(const std::vector<Part>& parts) const {
    for (const Partition& partition : words_.partitions) {
      if (std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
            return kind_of(part.quantity.label, partition).has_value();
          }))
        return &partition;
    }
    return nullptr;
  }

  bool are_kinds(const std::vector<Part>& parts) const { return partition_of(parts) != nullptr; }

  /// The first and the last kind are there, and three parts, or more than the whole.
  bool divides(const std::vector<Part>& parts, long long total) const {
    const Partition* partition = partition_of(parts);
    if (partition == nullptr || (parts.size() < 3 && sum_of(parts) <= total))
      return false;
    const auto has = [&](std::size_t kind) {
      return std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
        return kind_of(part.quantity.label, *partition) == kind;
      });
    };
    return has(0) && has(partition->size() - 1);
  }

  /// "…46件,其中新发证19件、延续15件、变更9件": segment i begins with the word for parts, or stands
  /// behind a colon or in brackets.
  std::optional<SumFault> behind_intro(std::size_t i) const {
    std::string_view words = view(i);
    const std::string_view whole = front_word(words, words_.whole);
    const std::string_view intro = whole.empty() ? front_word(words, words_.among) : whole;
    if (intro.empty() && !opens_list(i))
      return std::nullopt;
    words.remove_prefix(intro.size());
    std::size_t first = i;
    if (words.empty() && first + 1 < segments_.size())  // 其中:
      words = view(++first);
    std::size_t end = first;
    const std::vector<Part> parts = run_from(first, words, end);
    if (parts.size() < 2 || (intro.empty() && !are_named(parts)))
      return std::nullopt;
    const auto total =
        total_before(i, parts[0].quantity.unit, !front_word(intro, words_.referring).empty());
    return total ? judge(*total, parts, end, !whole.empty()) : std::nullopt;
  }

  /// Parts may follow a colon, or stand in brackets, without any word: 51件：来信18件、来访20件、….
  bool opens_list(std::size_t i) const {
    constexpr std::string_view kColon = ":";
    return segments_[i].before == kColon || segments_[i].before.empty();
  }

  static bool are_named(const std::vector<Part>& parts) {
    return std::none_of(parts.begin(), parts.end(),
                        [](const Part& part) { return part.quantity.label.empty(); });
  }

  /// Segment of the whole before segment i: its neighbour, or, for a word that refers back, the
  /// only one that counts in `unit`.
  std::optional<std::size_t> total_before(std::size_t i, std::string_view unit,
                                          bool refers_back) const {
    const auto& neighbour = counts_[i - 1];
    if (neighbour && neighbour->unit == unit && segments_[i].before != kFullStop)
      return neighbour->rest.size() > kMostBehindTotal ? std::nullopt : std::optional(i - 1);
    // 清理文件XX件: the whole is there, only its number is not.
    if (!refers_back || (!neighbour && view(i - 1).ends_with(unit)))
      return std::nullopt;
    std::optional<std::size_t> total;
    for (std::size_t k = i - std::min(i, kReach); k < i; ++k) {
      const auto& other = counts_[k];
      if (!other || other->unit != unit)
        continue;
      if (total || other->rest.size() > kMostBehindTotal)
        return std::nullopt;
      total = k;
    }
    return total;
  }

  /// "清理文件47件,继续有效32件、修改6件、废止9件"
  std::optional<SumFault> partition_at(std::size_t i) const {
    const auto& total = counts_[i - 1];
    if (words_.partitions.empty() || !total || !counts_[i] || counts_[i]->unit != total->unit ||
        total->rest.size() > kMostBehindTotal || contains_any(total->label, words_.no_part))
      return std::nullopt;
    std::size_t end = i;
    const std::vector<Part> parts = run_from(i, view(i), end);
    if (parts.size() < 2 || parts[0].quantity.unit != total->unit ||
        are_kinds({Part{*total, segments_[i - 1].at}, parts[0]}) || !divides(parts, total->number))
      return std::nullopt;
    return judge(i - 1, parts, end, true);
  }

  std::optional<SumFault> judge(std::size_t i, const std::vector<Part>& parts, std::size_t end,
                                bool whole) const {
    const Quantity total = *counts_[i];
    if (explained(i, total, parts, end))
      return std::nullopt;
    const long long sum = sum_of(parts);
    for (const Part& part : parts) whole = whole || contains_any(part.quantity.label, words_.rest);
    if (!whole && !divides(parts, total.number) && !surely_wrong(total, parts, sum))
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
    if (sum > total.number)
      return false;  // more parts make it no better
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
    const std::vector<Part> parts = run_from(first, view(first), end);
    if (end != i || parts.size() < 2 || parts[0].quantity.unit != total->unit ||
        sum_of(parts) == total->number)
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

/// `before` is the sentence before this one, empty where it is of no use.
void find_in_sentence(std::string_view text, TextSpan before, TextSpan at, const SumWords& words,
                      std::vector<SumFault>& faults) {
  std::vector<std::pair<Segment, TextSpan>> bracketed;
  std::vector<Segment> segments = segments_of(text, before, nullptr);
  std::vector<Segment> own = segments_of(text, at, &bracketed);
  const std::size_t first = segments.size();
  if (!own.empty() && first > 0)
    own.front().before = kFullStop;
  segments.insert(segments.end(), own.begin(), own.end());
  Sentence(text, std::move(segments), words).find(faults, first);
  for (const auto& [owner, inside] : bracketed) {
    std::vector<Segment> parts = segments_of(text, inside, nullptr);
    parts.insert(parts.begin(), owner);
    Sentence(text, std::move(parts), words).find(faults);
  }
}

}  // namespace

std::vector<SumFault> sum_faults(std::string_view text, TextSpan span, const SumWords& words) {
  std::vector<SumFault> faults;
  TextSpan last{span.begin, span.begin};
  for (std::size_t begin = span.begin; begin < span.end;) {
    const std::size_t end = sentence_end(text, begin, span.end);
    const bool refers = !front_word(text.substr(begin, end - begin), words.referring).empty();
    find_in_sentence(text, refers ? last : TextSpan{begin, begin}, {begin, end}, words, faults);
    const bool ends_line = end < span.end && text[end] == '\n';
    last = ends_line ? TextSpan{end, end} : TextSpan{begin, end};
    begin = end + (end < span.end ? character_size(text[end]) : 0);
  }
  std::stable_sort(faults.begin(), faults.end(),
                   [](const SumFault& a, const SumFault& b) { return a.at < b.at; });
  return faults;
}

}  // namespace plumbline::checks
