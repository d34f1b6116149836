#include "engine/fix/diff.h"

#include <algorithm>
#include <vector>

#include "engine/fix/text_copy.h"

namespace plumbline::fix {
namespace {

constexpr std::size_t kContext = 3;  // lines

/// Bytes where each line begins, and the end of the text.
std::vector<std::size_t> line_borders(std::string_view text) {
  std::vector<std::size_t> borders = {0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    borders.push_back(at + 1);
  if (borders.back() != text.size())
    borders.push_back(text.size());
  return borders;
}

class Diff {
 public:
  Diff(std::string_view text, std::span<const Edit> edits)
      : text_(text), edits_(edits), borders_(line_borders(text)) {
    for (const Edit& edit : edits) {
      const std::size_t line = line_of(edit.raw_begin);
      if (changed_.empty() || changed_.back() != line)
        changed_.push_back(line);
    }
  }

  std::string hunks() {
    for (std::size_t first = 0; first < changed_.size();) {
      std::size_t last = first;
      while (last + 1 < changed_.size() && changed_[last + 1] - changed_[last] <= 2 * kContext)
        ++last;
      hunk(first, last);
      first = last + 1;
    }
    return std::move(out_);
  }

 private:
  std::size_t count() const { return borders_.size() - 1; }

  std::size_t line_of(std::size_t at) const {
    const auto behind = std::ranges::upper_bound(borders_, at);
    return std::min(static_cast<std::size_t>(behind - borders_.begin()) - 1, count() - 1);
  }

  void line(char mark, std::string_view words) {
    out_.append(1, mark).append(words);
    if (!words.ends_with('\n'))
      out_ += "\n\\ No newline at end of file\n";
  }

  std::string_view old_line(std::size_t i) const {
    return text_.substr(borders_[i], borders_[i + 1] - borders_[i]);
  }

  std::string new_line(std::size_t i) {
    std::vector<Edit> own;
    for (; next_ < edits_.size() && line_of(edits_[next_].raw_begin) == i; ++next_) {
      own.push_back(edits_[next_]);
      own.back().raw_begin -= borders_[i];
      own.back().raw_end -= borders_[i];
    }
    return edited(old_line(i), own);
  }

  void run(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) line('-', old_line(i));
    for (std::size_t i = from; i < to; ++i) line('+', new_line(i));
  }

  /// `first` and `last` are indexes of changed lines.
  void hunk(std::size_t first, std::size_t last) {
    const std::size_t begin = changed_[first] - std::min(changed_[first], kContext);
    const std::size_t end = std::min(changed_[last] + kContext + 1, count());
    const std::string place = std::to_string(begin + 1) + "," + std::to_string(end - begin);
    out_ += "@@ -" + place + " +" + place + " @@\n";
    std::size_t at = begin;
    for (std::size_t i = first; i <= last;) {
      for (; at < changed_[i]; ++at) line(' ', old_line(at));
      std::size_t next = i + 1;
      while (next <= last && changed_[next] == changed_[next - 1] + 1) ++next;
      run(at, changed_[next - 1] + 1);
      at = changed_[next - 1] + 1;
      i = next;
    }
    for (; at < end; ++at) line(' ', old_line(at));
  }

  std::string_view text_;
  std::span<const Edit> edits_;
  std::vector<std::size_t> borders_;
  std::vector<std::size_t> changed_;  ///< lines
  std::size_t next_ = 0;              ///< edit
  std::string out_;
};

}  // namespace

std::string unified_diff(std::string_view label, std::string_view text,
                         std::span<const Edit> edits) {
  if (edits.empty())
    return {};
  const std::string name(label);
  return "--- " + name + "\n+++ " + name + "\n" + Diff(text, edits).hunks();
}

}  // namespace plumbline::fix
