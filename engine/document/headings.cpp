#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/document/draft.h"
#include "engine/document/numerals.h"

/// First-level headings with another mark than 一、 (第一部分, 第一，, Ⅲ., ◆) or with none at all.
/// Form alone does not tell them from list items and captions, so the words of the pack decide: the
/// heading is the name of a part of the document, or its neighbours of the same family are.
namespace plumbline::document {
namespace {

constexpr std::size_t kLongest = 40;  // code points
constexpr std::size_t kRunning = 30;  // a line so long may be running text
constexpr std::size_t kLeastBytes = 9;
constexpr std::string_view kFullStop = "。";
constexpr std::string_view kNoMark = "#";

/// How a line reads if it is a heading.
struct Reading {
  Mark mark;
  std::size_t family = 0;    ///< pattern of the mark
  std::size_t end = 0;       ///< byte behind its words
  bool alone = false;        ///< nothing but a mark follows them
  bool stopped = false;      ///< a full stop or the like does
  std::size_t name = kNone;  ///< part that the words name
  bool named() const { return name != kNone; }
};

class HeadingFinder {
 public:
  explicit HeadingFinder(Draft& draft) : draft_(draft) {}

  void find_marked() {
    std::set<std::size_t> families;
    for (std::size_t i = 0; i < draft_.lines.size(); ++i) {
      if (!may_be_heading(i))
        continue;
      if (const std::optional<Reading> part = read_marked(i, draft_.words.part_mark);
          part && (part->alone || part->named())) {
        accept(i, *part);
        draft_.lines[i].part = true;
      } else if (const std::optional<Reading> other = read_marked(i, draft_.words.heading_mark);
                 other && other->named()) {
        accept(i, *other);
        families.insert(other->family);
      }
    }
    if (!families.empty())
      find_siblings(families);
  }

  void find_unmarked() {
    const std::set<std::size_t> numbered = named_by_number();
    const bool none = !std::any_of(draft_.lines.begin(), draft_.lines.end(), is_numbered);
    std::set<std::size_t> names;
    for (std::size_t i = first_of_text(); i < draft_.lines.size(); ++i) {
      if (!may_be_heading(i) || draft_.roles[i] == Role::kTitle)
        continue;
      const std::size_t bullet = bullet_size(draft_.lines[i].words);
      const std::optional<Reading> reading = read(i, Mark{1, 0, kNoMark, bullet, bullet});
      const bool opens_part = none && reading && reading->named() && reading->alone &&
                              !reading->stopped && heading_follows(i);
      if (!reading || !(opens_part || text_follows(i)))
        continue;
      if (reading->named() && draft_.lines[i].hint == 0 && (reading->alone || none) &&
          !numbered.contains(reading->name)) {
        accept(i, *reading);
        names.insert(reading->name);
      } else if (draft_.lines[i].hint > 0 && reading->alone && !reading->stopped && !is_organ(i))
        draft_.first_heading = std::min(draft_.first_heading, i);
    }
    if (none)
      find_like_unmarked(names.size());
  }

  /// The family that stands at the top gives the first level, 一、 below it the second.
  void level() {
    Survey seen;
    for (std::size_t i = 0; i < draft_.lines.size(); ++i) count(i, seen);
    const bool restarts = seen.loose > 1 && (seen.ones[1] > 1 || seen.loose > 2);
    if (seen.first_loose < seen.first_numbered && seen.first_numbered != kNone &&
        (seen.parts > 1 || restarts))
      shift();
    else if (seen.first_numbered == kNone && seen.loose == 0 && seen.top > 2 && seen.ones[2] > 0 &&
             seen.ones[static_cast<std::size_t>(seen.top)] == 1)
      raise(seen.top);
  }

 private:
  struct Survey {
    std::size_t first_loose = kNone, first_numbered = kNone;
    int loose = 0, parts = 0;
    int top = 0;                ///< level of the first mark
    std::array<int, 6> ones{};  ///< how often a level begins at one
  };

  void count(std::size_t i, Survey& seen) const {
    const Line& line = draft_.lines[i];
    if (!line.mark || line.furniture)
      return;
    if (line.loose) {
      seen.first_loose = std::min(seen.first_loose, i);
      ++seen.loose;
      seen.parts += line.part;
      return;
    }
    if (line.mark->level == 1)
      seen.first_numbered = std::min(seen.first_numbered, i);
    if (seen.top == 0)
      seen.top = line.mark->level;
    seen.ones[static_cast<std::size_t>(line.mark->level)] += line.mark->number == 1;
  }

  void shift() {
    for (Line& line : draft_.lines) {
      if (line.mark && !line.loose)
        ++line.mark->level;
    }
  }

  void raise(int level) {
    for (Line& line : draft_.lines) {
      if (line.mark && line.mark->level == level)
        line.mark->level = 1;
    }
  }

  static bool is_numbered(const Line& line) {
    return line.mark && line.mark->level == 1 && !line.loose;
  }

  /// Parts that a heading with 一、 names: the same words without a mark are text below it.
  std::set<std::size_t> named_by_number() const {
    std::set<std::size_t> names;
    for (std::size_t i = 0; i < draft_.lines.size(); ++i) {
      if (!is_numbered(draft_.lines[i]))
        continue;
      if (const std::optional<Reading> reading = read(i, *draft_.lines[i].mark))
        names.insert(reading->name);
    }
    names.erase(kNone);
    return names;
  }

  bool may_be_heading(std::size_t i) const {
    const Line& line = draft_.lines[i];
    return !line.cell && !line.furniture && !line.labelled && !line.mark && line.points > 0;
  }

  /// The words up to the first sentence end or colon; nullopt where they are too long.
  std::optional<Reading> read(std::size_t i, Mark mark) const {
    constexpr std::size_t kMostBytes = 4 * (kLongest + 1);
    const std::string_view all = draft_.lines[i].words;
    const std::string_view words = all.substr(mark.end, kMostBytes);
    Reading reading{.mark = mark};
    std::size_t size =
        std::min({words.find(kFullStop), words.find("】"), words.find_first_of(":;!?")});
    reading.stopped = size != std::string_view::npos;
    if (!reading.stopped && mark.end + words.size() < all.size())
      return std::nullopt;
    size = std::min(size, words.size());
    const std::size_t points = count_code_points(words.substr(0, size));
    if (points < 2 || points > kLongest)
      return std::nullopt;
    reading.end = mark.end + size;
    reading.alone = !reading.stopped || decode_utf8(all, reading.end).end == all.size();
    reading.name = name_of(words.substr(0, size));
    return reading;
  }

  /// Part that the words name, as a whole.
  std::size_t name_of(std::string_view words) const {
    const Vocabulary::List& names = draft_.words.heading_words;
    const auto found = std::find_if(names.begin(), names.end(),
                                    [words](const auto& name) { return name.matches(words); });
    return found == names.end() ? kNone : static_cast<std::size_t>(found - names.begin());
  }

  std::optional<Reading> read_marked(std::size_t i, const Vocabulary::List& marks) const {
    constexpr std::size_t kFront = 60;
    const std::string_view front = draft_.lines[i].words.substr(0, kFront);
    for (std::size_t k = 0; k < marks.size(); ++k) {
      const std::optional<pattern::Match> match = marks[k].find(front);
      if (!match || match->span.begin != 0 || match->span.end == 0)
        continue;
      std::optional<Reading> reading = read(
          i, Mark{1, number_in(front.substr(0, match->span.end)), "第一，", 0, match->span.end});
      if (reading)
        reading->family = k;
      return reading;
    }
    return std::nullopt;
  }

  /// 第三部分: 3; 0 where the mark counts in no numeral, or a list inside the text may (一是).
  static int number_in(std::string_view mark) {
    constexpr std::string_view kOrdinal = "第";
    if (!mark.starts_with(kOrdinal))
      return 0;
    const Number number = small_number_at(mark.substr(kOrdinal.size()));
    return number.value;
  }

  void accept(std::size_t i, const Reading& reading) {
    Line& line = draft_.lines[i];
    line.mark = reading.mark;
    line.loose = true;
    line.words_end = reading.end;
    line.prose = false;
    draft_.first_heading = std::min(draft_.first_heading, i);
  }

  /// Where one line of a family names a part, so may the others that stand alone above a text.
  void find_siblings(const std::set<std::size_t>& families) {
    for (std::size_t i = 0; i < draft_.lines.size(); ++i) {
      if (!may_be_heading(i))
        continue;
      const std::optional<Reading> reading = read_marked(i, draft_.words.heading_mark);
      if (reading && families.contains(reading->family) && reading->alone && !reading->stopped &&
          text_follows(i) && !same_family_follows(i, reading->family))
        accept(i, *reading);
    }
  }

  /// Where no line is numbered, short lines that stand alone between running text are headings too
  /// (查摆问题，深挖根源): all where two others name parts, or those above a list or a much longer
  /// text where there are several.
  void find_like_unmarked(std::size_t named) {
    constexpr std::size_t kSeveral = 3;
    std::vector<std::pair<std::size_t, Reading>> like, strong;
    for (std::size_t i = first_of_text() + 1; i < draft_.lines.size(); ++i) {
      if (closing_date(draft_.lines[i].words))
        break;
      const std::optional<Reading> reading = read_like(i);
      if (!reading)
        continue;
      like.emplace_back(i, *reading);
      if (opens(i))
        strong.emplace_back(i, *reading);
    }
    if (named < 2 && named + strong.size() < kSeveral)
      return;
    for (const auto& [i, reading] : named < 2 ? strong : like) accept(i, reading);
  }

  std::optional<Reading> read_like(std::size_t i) const {
    if (!may_be_heading(i) || draft_.roles[i] == Role::kTitle || draft_.lines[i].hint > 0 ||
        !behind_sentence(i) || is_organ(i) || !text_follows(i))
      return std::nullopt;
    const std::size_t bullet = bullet_size(draft_.lines[i].words);
    std::optional<Reading> reading = read(i, Mark{1, 0, kNoMark, bullet, bullet});
    return reading && !reading->stopped && reading->end >= kLeastBytes ? reading : std::nullopt;
  }

  /// A list that begins at one or a text much longer than the line stands below it.
  bool opens(std::size_t i) const {
    constexpr std::size_t kLonger = 20;  // code points
    const std::size_t next = behind(i);
    if (next == kNone)
      return false;
    const Line& line = draft_.lines[next];
    return (line.mark && line.mark->number == 1) || line.points >= draft_.lines[i].points + kLonger;
  }

  /// The line before is a whole sentence; one that goes on in this line is not.
  bool behind_sentence(std::size_t i) const {
    constexpr std::array<std::string_view, 6> kEnds = {kFullStop, ";", ":", "!", "?", "”"};
    std::size_t before = i - 1;
    while (before > 0 && draft_.lines[before].furniture) --before;
    const std::string_view words = draft_.lines[before].words;
    return std::any_of(kEnds.begin(), kEnds.end(),
                       [words](std::string_view end) { return words.ends_with(end); });
  }

  bool same_family_follows(std::size_t i, std::size_t family) const {
    if (i + 1 >= draft_.lines.size() || draft_.lines[i + 1].mark)
      return false;
    const std::optional<Reading> next = read_marked(i + 1, draft_.words.heading_mark);
    return next && next->family == family;
  }

  /// A heading stands above a text or above a lower heading.
  bool text_follows(std::size_t i) const {
    const std::size_t next = behind(i);
    if (next == kNone)
      return false;
    const Line& line = draft_.lines[next];
    return line.prose || line.mark || line.cell || line.hint > 0 || line.points >= kRunning ||
           line.words.ends_with(';') || line.words.ends_with(':');
  }

  /// A short line that may be the first heading below this one, with text of its own.
  bool heading_follows(std::size_t i) const {
    const std::size_t next = behind(i);
    if (next == kNone || !may_be_heading(next) || is_organ(next) || !text_follows(next))
      return false;
    const std::optional<Reading> lower = read(next, Mark{2, 0, kNoMark, 0, 0});
    return lower && !lower->named() && !lower->stopped;
  }

  /// The next line, some furniture left out; kNone at the end.
  std::size_t behind(std::size_t i) const {
    std::size_t next = i + 1;
    while (next < draft_.lines.size() && next <= i + kMostFurniture && draft_.lines[next].furniture)
      ++next;
    return next < draft_.lines.size() ? next : kNone;
  }

  bool is_organ(std::size_t i) const {
    const std::string_view words = draft_.lines[i].words;
    return words.ends_with(':') || matches_any(draft_.words.organ, words) ||
           matches_any(draft_.words.addressee, words) || closing_date(words).has_value();
  }

  /// Behind the title, or where there is none, behind the first running text.
  std::size_t first_of_text() const {
    if (draft_.title.last != kNone)
      return draft_.title.last + 1;
    const auto prose = std::find_if(draft_.lines.begin(), draft_.lines.end(), [](const Line& line) {
      return (line.prose || line.mark) && !line.furniture;
    });
    return static_cast<std::size_t>(prose - draft_.lines.begin());
  }

  static constexpr std::size_t kMostFurniture = 3;

  Draft& draft_;
};

}  // namespace

void find_marked_headings(Draft& draft) {
  HeadingFinder(draft).find_marked();
}

void find_unmarked_headings(Draft& draft) {
  HeadingFinder finder(draft);
  finder.find_unmarked();
  finder.level();
}

}  // namespace plumbline::document
