#include <algorithm>
#include <cstdint>

#include "engine/document/draft.h"

/// First-level headings that bear no 一、: 第一部分, 第二，, 【】, or no mark at all. What names
/// one is pack data; a line that only looks like one, because numbered headings say the same, is
/// left.
namespace plumbline::document {
namespace {

constexpr std::size_t kLongestName = 150;  // bytes

enum class Marked : std::uint8_t { kNo, kByDigit, kByWord };

class Namer {
 public:
  explicit Namer(Draft& draft) : draft_(draft) {}

  void run() {
    if (draft_.words.heading_name.empty())
      return;
    const std::size_t first = draft_.title.last == kNone ? 0 : draft_.title.last + 1;
    numbered_ = std::any_of(draft_.lines.begin(), draft_.lines.end(),
                            [](const Line& line) { return line.mark && line.mark->level == 1; });
    claim(first);
    for (std::size_t i = first; i < draft_.lines.size(); ++i) name(i);
    if (first_named_ == kNone)
      return;
    draft_.first_heading = std::min(draft_.first_heading, first_named_);
    make_room();
  }

 private:
  /// Index of the pattern that a heading's words match as a whole; kNone where none does.
  std::size_t kind_of(std::string_view words) const {
    const auto& names = draft_.words.heading_name;
    if (words.empty() || words.size() > kLongestName)
      return kNone;
    for (std::size_t k = 0; k < names.size(); ++k) {
      if (names[k].matches(words))
        return k;
    }
    return kNone;
  }

  /// What the numbered headings name already.
  void claim(std::size_t first) {
    claimed_.assign(draft_.words.heading_name.size(), false);
    for (std::size_t i = first; i < draft_.lines.size(); ++i) {
      const Line& line = draft_.lines[i];
      if (!line.mark || line.mark->level > (numbered_ ? 1 : 2))
        continue;
      const std::size_t begin = line.mark->end;
      const std::size_t kind =
          kind_of(line.words.substr(begin, name_end(line.words, begin) - begin));
      if (kind != kNone)
        claimed_[kind] = true;
    }
  }

  /// Byte behind the mark at the front of a line.
  std::size_t mark_end(const Line& line, std::size_t begin, Marked& marked) const {
    marked = Marked::kNo;
    if (line.mark) {
      marked = Marked::kByDigit;
      return line.mark->end;
    }
    const std::string_view rest = line.words.substr(begin, kLongestName);
    for (const pattern::Pattern& mark : draft_.words.heading_mark) {
      const auto match = mark.find(rest);
      if (match && match->span.begin == 0) {
        marked = Marked::kByWord;
        return begin + match->span.end;
      }
    }
    return begin;
  }

  void name(std::size_t i) {
    constexpr int kDigits = 3;  // level of 1.
    Line& line = draft_.lines[i];
    if (line.cell || line.furniture || line.words.empty() || draft_.roles[i] == Role::kTitle ||
        (line.mark && (numbered_ || line.mark->level != kDigits)))
      return;
    const std::size_t front = line.mark ? line.mark->begin : bullet_size(line.words);
    Marked marked{};
    std::size_t begin = mark_end(line, front, marked);
    while (begin < line.words.size() && line.words[begin] == ' ') ++begin;
    const std::size_t end = name_end(line.words, begin);
    const std::size_t kind = kind_of(line.words.substr(begin, end - begin));
    const std::string_view rest = line.words.substr(end);
    if (kind == kNone || (marked == Marked::kNo && (claimed_[kind] || runs_on(rest))))
      return;
    line.mark = Mark{1, 0, "#", front, begin};
    line.prose = false;
    first_named_ = std::min(first_named_, i);
  }

  static bool runs_on(std::string_view rest) {
    const std::size_t size = rest.starts_with(":") ? 1 : 3;
    return rest.size() > size && rest.find_first_not_of(' ', size) != std::string_view::npos;
  }

  /// 第一部分 above 一、: where numbers begin anew below such a heading, all others stand deeper.
  void make_room() {
    const auto begins = [](const Line& line) {
      return line.mark && line.mark->level == 1 && line.mark->number == 1;
    };
    const auto from = draft_.lines.begin() + static_cast<std::ptrdiff_t>(first_named_);
    if (!std::any_of(from, draft_.lines.end(), begins))
      return;
    for (Line& line : draft_.lines) {
      if (line.mark && line.mark->number != 0)
        ++line.mark->level;
    }
  }

  Draft& draft_;
  bool numbered_ = false;  ///< 一、 stands somewhere
  std::vector<bool> claimed_;
  std::size_t first_named_ = kNone;
};

}  // namespace

std::size_t name_end(std::string_view words, std::size_t begin) {
  std::size_t end = words.size();
  for (const std::string_view mark : {"。", ":", "】"})
    end = std::min(end, words.find(mark, begin));
  while (end > begin && (words[end - 1] == ' ' || words[end - 1] == '*')) --end;
  return end;
}

void name_headings(Draft& draft) {
  Namer(draft).run();
}

}  // namespace plumbline::document
