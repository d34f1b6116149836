#include "engine/text/reflow.h"

#include <optional>

#include "engine/text/marks.h"

namespace plumbline::text {
namespace {

constexpr int kEm = 4;

enum class Seam { kBreak, kJoin, kUncertain };

/// What is known of the paragraph that is being built.
struct Growing {
  std::size_t first = 0, last = 0;  ///< lines
  HeadingMark mark = HeadingMark::kNone;
  bool prose = false;         ///< has commas or full stops
  bool sentence_end = false;  ///< has a full stop somewhere
  int width = 0;              ///< quarters of an em, all lines
};

class Reflow {
 public:
  Reflow(const std::vector<readers::Block>& blocks, const std::vector<Line>& lines)
      : blocks_(blocks), lines_(lines), wrap_(detect_wrap(lines)) {
    int alone = 0;
    for (const Line& line : lines_) {
      if (is_bracket_heading(line))
        alone += has_sentence_end(line.text) ? -1 : 1;
    }
    bracket_headings_alone_ = alone > 0;
  }

  std::vector<Flow> run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].furniture)
        continue;
      const Seam seam = growing_ ? seam_before(i) : Seam::kBreak;
      if (seam != Seam::kJoin)
        finish(seam == Seam::kUncertain);
      take(i);
    }
    finish(false);
    return std::move(flows_);
  }

 private:
  void finish(bool uncertain) {
    if (growing_)
      flows_.push_back({growing_->first, growing_->last, uncertain});
    growing_.reset();
  }

  void take(std::size_t i) {
    const Line& line = lines_[i];
    if (!growing_)
      growing_ = Growing{.first = i, .mark = heading_mark(line.text)};
    growing_->last = i;
    growing_->prose |= has_prose_mark(line.text);
    growing_->sentence_end |= has_sentence_end(line.text);
    growing_->width += wrap_.weigh(line.size);
  }

  bool is_plain_line(const Line& line) const {
    const readers::Block& block = blocks_[line.block];
    return block.kind == readers::BlockKind::kLine && block.heading_hint == 0 && !block.centred;
  }

  Seam seam_before(std::size_t i) const {
    const Line& before = lines_[growing_->last];
    const Line& after = lines_[i];
    if (blocks_[after.block].continues)
      return Seam::kJoin;
    if (!is_plain_line(before) || !is_plain_line(after))
      return Seam::kBreak;
    return wrap_.hard ? wrapped_seam(before, after) : flowed_seam(before, after);
  }

  // ---- lines cut at a width

  Seam wrapped_seam(const Line& before, const Line& after) const {
    if (is_parted(after) || wrap_.is_indented(after) || begins_heading(before, after))
      return Seam::kBreak;
    if (ends_in_comma(before.text))
      return Seam::kJoin;
    if (!is_full(before, after) && !is_unfinished(before, after))
      return Seam::kBreak;
    if (ends_sentence(before.text))
      return seam_after_sentence(before, after);
    if (growing_->mark == HeadingMark::kNone && !growing_->prose && is_short_phrase(after))
      return Seam::kBreak;  // lines of a title, or a title and the addressee
    if (could_be_heading(before, after) && !growing_->sentence_end && !is_short(after))
      return Seam::kUncertain;  // a heading that fills its line, before its text
    return Seam::kJoin;
  }

  /// More blank lines stand between than between any two lines.
  bool is_parted(const Line& after) const {
    return !after.after_border && after.gap > (wrap_.gap_between_lines ? 1 : 0);
  }

  bool begins_heading(const Line& before, const Line& after) const {
    const HeadingMark mark = heading_mark(after.text);
    if (mark == HeadingMark::kFirst)
      return !ends_in_comma(before.text);
    return mark == HeadingMark::kLower && (ends_sentence(before.text) || !growing_->prose);
  }

  static bool is_bracket_heading(const Line& line) {
    return line.text.starts_with('(') && heading_mark(line.text) == HeadingMark::kLower;
  }

  /// One of the second level counts where such headings stand alone in this text and there was room
  /// for what follows.
  bool could_be_heading(const Line& before, const Line& after) const {
    if (growing_->mark != HeadingMark::kLower)
      return growing_->mark == HeadingMark::kFirst;
    return bracket_headings_alone_ && is_bracket_heading(before) &&
           room_after(before) >= wrap_.weigh(after.first_token);
  }

  int room_after(const Line& before) const {
    const bool first = growing_->first == growing_->last;
    const int width = wrap_.width - (first && wrap_.indent_lost ? 2 * kEm : 0);
    return width - wrap_.weigh(before.size) - before.indent;
  }

  /// What begins `after` would not have fitted on the line before.
  bool is_full(const Line& before, const Line& after) const {
    return room_after(before) < wrap_.weigh(after.first_token) + kEm;
  }

  /// A line of running text that stops in mid-sentence, near enough to the width.
  bool is_unfinished(const Line& before, const Line& after) const {
    const bool heading =
        growing_->mark == HeadingMark::kFirst || growing_->mark == HeadingMark::kLower;
    const bool running =
        heading ? growing_->sentence_end : growing_->prose || growing_->mark == HeadingMark::kItem;
    return running && ends_in_word(before.text) && !is_short_phrase(after) &&
           wrap_.weigh(before.size) * 4 >= wrap_.width * 3;
  }

  bool is_short(const Line& line) const { return wrap_.weigh(line.size) < wrap_.width - 3 * kEm; }
  /// A short line that is no end of a sentence: part of a title, a signature, a date, an addressee.
  bool is_short_phrase(const Line& line) const {
    return is_short(line) && (!ends_sentence(line.text) || !has_prose_mark(line.text));
  }

  Seam seam_after_sentence(const Line& before, const Line& after) const {
    if (is_short_phrase(after))
      return Seam::kBreak;
    if (wrap_.indents)
      return Seam::kJoin;  // a new paragraph would be indented
    const bool brimful = wrap_.weigh(before.size) >= wrap_.width - kEm;
    return brimful && heading_mark(after.text) == HeadingMark::kNone ? Seam::kJoin
                                                                     : Seam::kUncertain;
  }

  // ---- a paragraph on one line, unless something cut it

  Seam flowed_seam(const Line& before, const Line& after) const {
    constexpr int kProse = 18 * kEm;  // narrower lines are headings, lists, tables
    if (wrap_.weigh(before.size) < kProse || !growing_->prose ||
        heading_mark(after.text) != HeadingMark::kNone || after.indent >= kIndent ||
        !has_prose_mark(after.text))
      return Seam::kBreak;
    if (ends_in_comma(before.text) || has_open_bracket(before.text))
      return Seam::kJoin;
    // Where paragraphs begin with an indent, a line without one goes on.
    const bool unfinished = ends_in_word(before.text) && (growing_->sentence_end || wrap_.indents);
    return unfinished ? Seam::kJoin : Seam::kBreak;
  }

  const std::vector<readers::Block>& blocks_;
  const std::vector<Line>& lines_;
  const Wrap wrap_;
  bool bracket_headings_alone_ = false;
  std::optional<Growing> growing_;
  std::vector<Flow> flows_;
};

}  // namespace

std::vector<Flow> reflow(const std::vector<readers::Block>& blocks,
                         const std::vector<Line>& lines) {
  return Reflow(blocks, lines).run();
}

}  // namespace plumbline::text
