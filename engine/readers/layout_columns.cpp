#include "engine/readers/layout_columns.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/readers/layout_slant.h"

namespace plumbline::readers {
namespace {

// In heights of a line, which is a little more than an em.
constexpr double kGutter = 0.8, kRagged = 1.8, kNarrowest = 7, kCellGap = 1.5;
constexpr std::size_t kFewestRows = 3;                     // with words on both sides
constexpr std::size_t kMostRows = 400, kMostWords = 5000;  // more is no page that people read
constexpr std::size_t kMostGaps = 8;                       // of a row that are looked at
constexpr double kFull = 0.55;            // of the lines of a column end at its border
constexpr std::size_t kFewestOfMany = 5;  // rows of three columns and more, which tables often have
constexpr double kFullOfMany = 0.65, kNarrowestOfMany = 5;
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
  std::vector<double> borders;  ///< in the middle of each gutter, ascending: one for two columns
};

/// What the lines of one column are like.
struct Side {
  double height = 1, left = std::numeric_limits<double>::max();
  double right = -std::numeric_limits<double>::max();
  std::size_t lines = 0, parted = 0, full = 0, stops = 0;

  bool is_prose(double narrowest, double share) const {
    return right - left >= narrowest * height && parted * 5 < lines &&
           static_cast<double>(full) >= share * static_cast<double>(lines);
  }
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
      std::optional<Run> run = columns_from(row);
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
      Run run = follow(row, gap);
      if (run.shared >= kFewestRows && (are_many(run) || are_two(run)) &&
          (!best || run.shared > best->shared)) {
        best = std::move(run);
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
  bool are_two(Run& run) const {
    run.borders = {(run.gutter.left + run.gutter.right) / 2};
    return side_of(run, 0).is_prose(kNarrowest, kFull) &&
           side_of(run, 1).is_prose(kNarrowest, kFull);
  }

  /// Three columns and more: at every stripe that is empty in all rows. Their lines also hold the
  /// marks that sentences have and cells mostly lack.
  bool are_many(Run& run) const {
    run.borders = stripes_of(run);
    if (run.borders.size() < 2 || run.shared < kFewestOfMany) {
      return false;
    }
    for (std::size_t column = 0; column <= run.borders.size(); ++column) {
      const Side side = side_of(run, column);
      if (!side.is_prose(kNarrowestOfMany, kFullOfMany) || side.lines < kFewestOfMany ||
          side.stops * 4 < side.lines) {
        return false;
      }
    }
    return true;
  }

  /// The middles of the stripes as wide as a gutter in which no word of the rows stands.
  std::vector<double> stripes_of(const Run& run) const {
    std::vector<std::pair<double, double>> words;
    for (std::size_t row = run.from; row < run.to; ++row) {
      for (std::size_t i = 0; i < rows_[row].words.size(); ++i) {
        words.emplace_back(word(row, i).left, word(row, i).right);
      }
    }
    std::ranges::sort(words);
    std::vector<double> middles;
    double right = words.empty() ? 0 : words.front().second;
    for (const auto& [from, to] : words) {
      if (from - right >= kGutter * rows_[run.from].height()) {
        middles.push_back((from + right) / 2);
      }
      right = std::max(right, to);
    }
    return middles;
  }

  Side side_of(const Run& run, std::size_t column) const {
    Side side;
    side.height = rows_[run.from].height();
    const auto each = [&](auto&& use) {
      for (std::size_t row = run.from; row < run.to; ++row) {
        const std::pair<std::size_t, std::size_t> part = part_of(row, run, column);
        if (part.first < part.second) {
          use(row, part);
        }
      }
    };
    each([&](std::size_t row, auto part) {
      side.right = std::max(side.right, word(row, part.second - 1).right);
      side.left = std::min(side.left, word(row, part.first).left);
    });
    each([&](std::size_t row, auto part) {
      const double height = rows_[row].height();
      ++side.lines;
      side.full += side.right - word(row, part.second - 1).right < kRagged * height ? 1u : 0u;
      bool gap = false, stop = false;
      for (std::size_t i = part.first; i < part.second; ++i) {
        gap = gap ||
              (i > part.first && word(row, i).left - word(row, i - 1).right > kCellGap * height);
        stop = stop || has_stop(word(row, i).text);
      }
      side.parted += gap ? 1u : 0u;
      side.stops += stop ? 1u : 0u;
    });
    return side;
  }

  static bool has_stop(std::string_view text) {
    constexpr std::string_view kStops[] = {"，", "。", "；"};
    return std::ranges::any_of(
        kStops, [&](std::string_view stop) { return text.find(stop) != std::string_view::npos; });
  }

  /// [first, last) of the row's words in a column.
  std::pair<std::size_t, std::size_t> part_of(std::size_t row, const Run& run,
                                              std::size_t column) const {
    const auto column_of = [&](const std::size_t index) {
      const LayoutWord& one = page_.words[index];
      return static_cast<std::size_t>(
          std::ranges::upper_bound(run.borders, (one.left + one.right) / 2) - run.borders.begin());
    };
    const std::vector<std::size_t>& words = rows_[row].words;
    std::size_t first = 0;
    while (first < words.size() && column_of(words[first]) < column) ++first;
    std::size_t last = first;
    while (last < words.size() && column_of(words[last]) == column) ++last;
    return {first, last};
  }

  /// Gives the words of the run their regions: the next numbers for the columns from left to right,
  /// the one after them for all that follows.
  void mark(const Run& run) {
    region_of_.resize(page_.words.size(), 0);
    is_column_.resize(1, false);
    for (std::size_t column = 0; column <= run.borders.size(); ++column) {
      is_column_.push_back(true);
      for (std::size_t row = run.from; row < run.to; ++row) {
        const std::pair<std::size_t, std::size_t> part = part_of(row, run, column);
        for (std::size_t i = part.first; i < part.second; ++i) {
          region_of_[rows_[row].words[i]] = is_column_.size() - 1;
        }
      }
    }
    is_column_.push_back(false);
    for (std::size_t row = run.to; row < rows_.size(); ++row) {
      for (const std::size_t i : rows_[row].words) {
        region_of_[i] = is_column_.size() - 1;
      }
    }
  }

  std::vector<LayoutPage> parted() const {
    if (region_of_.empty()) {
      return {page_};
    }
    std::vector<LayoutPage> regions(is_column_.size(),
                                    LayoutPage{.width = page_.width,
                                               .height = page_.height,
                                               .words = {},
                                               .along = page_.along,
                                               .turned_width = page_.turned_width});
    for (std::size_t i = 0; i < page_.words.size(); ++i) {
      regions[region_of_[i]].words.push_back(page_.words[i]);
    }
    for (std::size_t i = 0; i < regions.size(); ++i) {
      regions[i].column = is_column_[i] && !regions[i].words.empty();
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
  std::vector<bool> is_column_;         ///< of each region
};

}  // namespace

std::vector<LayoutPage> reading_regions(const LayoutPage& page) {
  return Regions(page).read();
}

}  // namespace plumbline::readers
