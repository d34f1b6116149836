#include "engine/readers/layout_columns.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

#include "engine/readers/layout_slant.h"

namespace plumbline::readers {
namespace {

// In heights of a line, which is a little more than an em.
constexpr double kGutter = 0.8, kRagged = 1.8, kNarrowest = 7, kCellGap = 1.5;
constexpr std::size_t kFewestRows = 3;                     // with words on both sides
constexpr std::size_t kMostRows = 400, kMostWords = 5000;  // more is no page that people read
constexpr std::size_t kMostGaps = 8;                       // of a row that are looked at
constexpr double kFull = 0.55;        // of the lines of a column end at its border
constexpr double kFarthestRow = 2.6;  // from one row to the next

/// Words beside each other; indices from left to right.
struct Row {
  std::vector<std::size_t> words;
  double top = 0, bottom = 0;

  double height() const { return bottom - top; }
};

/// The empty stripe between two columns.
struct Gutter {
  double left = 0, right = 0;
};

/// Rows [from, to) on both sides of a gutter.
struct Run {
  std::size_t from = 0, to = 0, shared = 0;
  Gutter gutter;
};

class Regions {
 public:
  explicit Regions(const LayoutPage& page) : page_(page), slants_(find_slants(page.words)) {
    if (page.words.size() <= kMostWords) {
      find_rows();
    }
  }

  std::vector<LayoutPage> read() {
    for (std::size_t row = 0; row < rows_.size() && rows_.size() <= kMostRows;) {
      const std::optional<Run> run = columns_from(row);
      if (run) {
        mark(*run);
      }
      row = run ? run->to : row + 1;
    }
    return parted();
  }

 private:
  const LayoutWord& word(std::size_t row, std::size_t i) const {
    return page_.words[rows_[row].words[i]];
  }

  void find_rows() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < page_.words.size(); ++i) {
      if (!page_.words[i].text.empty() && slants_[i] == Slant::kNone) {
        order.push_back(i);
      }
    }
    const auto middle = [&](std::size_t i) { return page_.words[i].top + page_.words[i].bottom; };
    std::ranges::stable_sort(order, {}, middle);
    for (const std::size_t i : order) {
      const LayoutWord& one = page_.words[i];
      const bool inside =
          !rows_.empty() && middle(i) < 2 * rows_.back().bottom && middle(i) > 2 * rows_.back().top;
      if (!inside) {
        rows_.push_back({{}, one.top, one.bottom});
      }
      rows_.back().words.push_back(i);
    }
    for (Row& row : rows_) {
      std::ranges::stable_sort(row.words, {}, [&](std::size_t i) { return page_.words[i].left; });
    }
  }

  /// The longest run of rows that begins here with a gutter and is prose on both sides.
  std::optional<Run> columns_from(std::size_t row) const {
    std::optional<Run> best;
    std::size_t gaps = 0;
    for (std::size_t i = 1; i < rows_[row].words.size() && gaps < kMostGaps; ++i) {
      const Gutter gap = {word(row, i - 1).right, word(row, i).left};
      if (gap.right - gap.left < kGutter * rows_[row].height()) {
        continue;
      }
      ++gaps;
      const Run run = follow(row, gap);
      if (run.shared >= kFewestRows && is_prose(run) && (!best || run.shared > best->shared)) {
        best = run;
      }
    }
    return best;
  }

  /// Goes down as long as no word stands in the stripe that is empty in all rows so far.
  Run follow(std::size_t first, Gutter gap) const {
    Run run = {first, first, 0, gap};
    for (std::size_t row = first; row < rows_.size(); ++row) {
      const bool far = row > first && rows_[row].top - rows_[row - 1].bottom >
                                          kFarthestRow * rows_[row - 1].height();
      Gutter narrower = run.gutter;
      bool left = false, right = false;
      const double middle = (narrower.left + narrower.right) / 2;
      for (std::size_t i = 0; i < rows_[row].words.size(); ++i) {
        const LayoutWord& one = word(row, i);
        const bool on_left = (one.left + one.right) / 2 < middle;
        left = left || on_left;
        right = right || !on_left;
        narrower.left = on_left ? std::max(narrower.left, one.right) : narrower.left;
        narrower.right = on_left ? narrower.right : std::min(narrower.right, one.left);
      }
      if (far || narrower.right - narrower.left < kGutter * rows_[row].height()) {
        break;
      }
      run.gutter = narrower;
      run.shared += left && right ? 1u : 0u;
      run.to = row + 1;
    }
    return run;
  }

  /// Lines of a column mostly reach its border and have no gaps of their own; cells do not.
  bool is_prose(const Run& run) const {
    return side_is_prose(run, true) && side_is_prose(run, false);
  }
  bool side_is_prose(const Run& run, bool on_left) const {
    double border = -std::numeric_limits<double>::max(), start = std::numeric_limits<double>::max();
    std::size_t full = 0, lines = 0, parted = 0;
    const auto each = [&](auto&& use) {
      for (std::size_t row = run.from; row < run.to; ++row) {
        const std::pair<std::size_t, std::size_t> part = part_of(row, run, on_left);
        if (part.first < part.second) {
          use(row, part);
        }
      }
    };
    each([&](std::size_t row, auto part) {
      border = std::max(border, word(row, part.second - 1).right);
      start = std::min(start, word(row, part.first).left);
    });
    each([&](std::size_t row, auto part) {
      const double height = rows_[row].height();
      ++lines;
      full += border - word(row, part.second - 1).right < kRagged * height ? 1u : 0u;
      for (std::size_t i = part.first + 1; i < part.second; ++i) {
        if (word(row, i).left - word(row, i - 1).right > kCellGap * height) {
          ++parted;
          break;
        }
      }
    });
    const double height = rows_[run.from].height();
    return border - start >= kNarrowest * height && parted * 5 < lines &&
           static_cast<double>(full) >= kFull * static_cast<double>(lines);
  }

  /// [first, last) of the row's words on one side of the gutter.
  std::pair<std::size_t, std::size_t> part_of(std::size_t row, const Run& run, bool on_left) const {
    const double middle = (run.gutter.left + run.gutter.right) / 2;
    std::size_t border = 0;
    while (border < rows_[row].words.size() &&
           (word(row, border).left + word(row, border).right) / 2 < middle) {
      ++border;
    }
    return on_left ? std::pair(std::size_t{0}, border) : std::pair(border, rows_[row].words.size());
  }

  /// Gives the words of the run their regions: the next number for the left column, the one after
  /// for the right one, the third for all that follows.
  void mark(const Run& run) {
    region_of_.resize(page_.words.size(), 0);
    for (const bool on_left : {true, false}) {
      ++regions_;
      for (std::size_t row = run.from; row < run.to; ++row) {
        const std::pair<std::size_t, std::size_t> part = part_of(row, run, on_left);
        for (std::size_t i = part.first; i < part.second; ++i) {
          region_of_[rows_[row].words[i]] = regions_;
        }
      }
    }
    ++regions_;
    for (std::size_t row = run.to; row < rows_.size(); ++row) {
      for (const std::size_t i : rows_[row].words) {
        region_of_[i] = regions_;
      }
    }
  }

  std::vector<LayoutPage> parted() const {
    if (region_of_.empty()) {
      return {page_};
    }
    std::vector<LayoutPage> regions(regions_ + 1, LayoutPage{page_.width, page_.height, {}});
    for (std::size_t i = 0; i < page_.words.size(); ++i) {
      regions[region_of_[i]].words.push_back(page_.words[i]);
    }
    for (std::size_t i = 0; i < regions.size(); ++i) {
      regions[i].column = i % 3 != 0 && !regions[i].words.empty();
      if (regions[i].column) {
        centre(regions[i]);
      }
    }
    std::erase_if(regions, [](const LayoutPage& region) { return region.words.empty(); });
    return regions;
  }

  /// A page's width tells where its middle is.
  static void centre(LayoutPage& column) {
    const double left = std::ranges::min(column.words, {}, &LayoutWord::left).left;
    const double right = std::ranges::max(column.words, {}, &LayoutWord::right).right;
    column.width = left + right;
  }

  const LayoutPage& page_;
  std::vector<Slant> slants_;
  std::vector<Row> rows_;
  std::vector<std::size_t> region_of_;  ///< of each word; empty as long as there is only one
  std::size_t regions_ = 0;
};

}  // namespace

std::vector<LayoutPage> reading_regions(const LayoutPage& page) {
  return Regions(page).read();
}

}  // namespace plumbline::readers
