#include "engine/text/furniture.h"

#include <map>
#include <string>
#include <string_view>

#include "engine/base/utf8.h"
#include "engine/text/marks.h"

namespace plumbline::text {
namespace {

using readers::BlockKind;

/// Index of the next line in that direction that is no furniture, lines.size() where there is none.
std::size_t neighbour(const std::vector<Line>& lines, std::size_t at, int step) {
  for (at += static_cast<std::size_t>(step); at < lines.size();
       at += static_cast<std::size_t>(step)) {
    if (!lines[at].furniture)
      return at;
  }
  return lines.size();
}

class Furniture {
 public:
  Furniture(const std::vector<readers::Block>& blocks, std::vector<Line>& lines,
            std::vector<Loss>& losses)
      : blocks_(blocks), lines_(lines), losses_(losses) {}

  void run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_text_line(i) && is_page_number(lines_[i].text))
        remove(i, "page-number");
    }
    remove_bare_numbers();
    carry_borders();
    remove_running_lines();
    carry_borders();
  }

 private:
  bool is_text_line(std::size_t i) const {
    return i < lines_.size() && blocks_[lines_[i].block].kind == BlockKind::kLine;
  }

  void remove(std::size_t i, std::string_view kind) {
    const readers::Block& block = blocks_[lines_[i].block];
    lines_[i].furniture = true;
    losses_.push_back({.kind = std::string(kind),
                       .what = std::string(lines_[i].text),
                       .location = {.line = block.line, .page = block.page}});
  }

  bool beside_form_feed(std::size_t i) const {
    return lines_[i].after_border || (i + 1 < lines_.size() && lines_[i + 1].after_border);
  }

  // A series that rises by one and is far apart; a column of a table is not.
  void remove_bare_numbers() {
    constexpr std::size_t kApart = 8;  // lines
    constexpr std::size_t kEnough = 3;
    std::vector<std::size_t> series;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const int number = is_text_line(i) ? bare_number(lines_[i].text) : 0;
      if (number == 0)
        continue;
      if (beside_form_feed(i)) {
        remove(i, "page-number");
        continue;
      }
      const bool continues = !series.empty() &&
                             number == bare_number(lines_[series.back()].text) + 1 &&
                             i >= series.back() + kApart;
      if (continues || (series.empty() && number <= 2))
        series.push_back(i);
    }
    for (const std::size_t i : series) {
      if (series.size() >= kEnough)
        remove(i, "page-number");
    }
  }

  /// A border that stood before a removed line stands before the next one.
  void carry_borders() {
    bool border = false;
    for (Line& line : lines_) {
      border |= line.furniture || line.after_border;
      if (line.furniture)
        continue;
      line.after_border = border;
      border = false;
    }
  }

  bool can_run(std::size_t i) const {
    constexpr std::size_t kShortest = 6, kLongest = 60;  // code points
    if (!is_text_line(i) || ends_sentence(lines_[i].text) || ends_in_comma(lines_[i].text))
      return false;
    const std::size_t length = count_code_points(lines_[i].text);
    return length >= kShortest && length <= kLongest;
  }

  // The title itself stands first and away from any border, so it stays.
  void remove_running_lines() {
    std::map<std::string_view, std::vector<std::size_t>> seen;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].after_border || lines_[i].furniture)
        continue;
      const std::size_t before = neighbour(lines_, i, -1);
      for (const std::size_t beside : {before, i}) {
        if (can_run(beside))
          seen[lines_[beside].text].push_back(beside);
      }
    }
    std::vector<std::size_t> running;
    for (const auto& [text, places] : seen) {
      if (places.size() >= 2 && places.front() != places.back())
        running.insert(running.end(), places.begin(), places.end());
    }
    mark_running(std::move(running));
  }

  void mark_running(std::vector<std::size_t> places) {
    std::vector<bool> running(lines_.size(), false);
    for (const std::size_t i : places) running[i] = true;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (running[i])
        remove(i, "running-header");
    }
  }

  const std::vector<readers::Block>& blocks_;
  std::vector<Line>& lines_;
  std::vector<Loss>& losses_;
};

}  // namespace

void mark_furniture(const std::vector<readers::Block>& blocks, std::vector<Line>& lines,
                    std::vector<Loss>& losses) {
  Furniture(blocks, lines, losses).run();
}

}  // namespace plumbline::text
