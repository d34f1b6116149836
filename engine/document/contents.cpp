#include <string>
#include <unordered_map>

#include "engine/document/draft.h"

/// A table of contents in front of the text is furniture: its lines look like headings.
namespace plumbline::document {
namespace {

constexpr std::size_t kLongestEntry = 80;  // code points

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The words of an entry without its page number and the leaders in front of it. `leaders` is set
/// where at least two dots (or one ……) stand between them.
std::string_view entry_words(std::string_view line, bool& leaders) {
  constexpr std::string_view kEllipsis = "…";
  constexpr std::string_view kMiddle = "·";
  std::string_view words = line;
  while (!words.empty() && (is_digit(words.back()) || words.back() == ' ' || words.back() == '-' ||
                            words.back() == '(' || words.back() == ')'))
    words.remove_suffix(1);
  const std::size_t numbered = words.size();
  int dots = 0;
  for (bool found = true; found && !words.empty();) {
    found = true;
    if (words.ends_with(kEllipsis))
      words.remove_suffix(kEllipsis.size()), dots += 3;
    else if (words.ends_with(kMiddle))
      words.remove_suffix(kMiddle.size()), ++dots;
    else if (words.back() == '.' || words.back() == ' ')
      dots += words.back() != ' ', words.remove_suffix(1);
    else
      found = false;
  }
  constexpr int kFewest = 3;
  constexpr std::size_t kLongestNumber = 5;  // (123)
  leaders = dots >= kFewest && numbered < line.size() && line.size() - numbered <= kLongestNumber &&
            !words.empty();
  return dots > 0 ? words : line.substr(0, numbered);
}

void drop(Line& line) {
  line.furniture = true;
  line.prose = false;
  line.mark.reset();
}

bool may_be_entry(const Line& line) {
  return !line.cell && line.points > 0 && line.points <= kLongestEntry;
}

}  // namespace

void drop_contents(Draft& draft) {
  std::size_t title = kNone;
  for (std::size_t i = 0; i < draft.lines.size(); ++i) {
    Line& line = draft.lines[i];
    bool leaders = false;
    if (may_be_entry(line) && (entry_words(line.words, leaders), leaders))
      drop(line);
    else if (title == kNone && line.points < 10 && matches_any(draft.words.contents, line.words))
      title = i;
  }
  if (title == kNone)
    return;
  std::unordered_map<std::string_view, std::size_t> last;  // line that a short paragraph stands on
  for (std::size_t i = title + 1; i < draft.lines.size(); ++i) {
    if (may_be_entry(draft.lines[i]))
      last[draft.lines[i].words] = i;
  }
  drop(draft.lines[title]);
  for (std::size_t i = title + 1; i < draft.lines.size(); ++i) {
    Line& line = draft.lines[i];
    if (line.furniture || line.points == 0)
      continue;
    bool leaders = false;
    const auto again = last.find(entry_words(line.words, leaders));
    if (!may_be_entry(line) || again == last.end() || again->second <= i)
      return;
    drop(line);
  }
}

}  // namespace plumbline::document
