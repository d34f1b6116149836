#pragma once

#include <string>
#include <vector>

#include "engine/readers/reader.h"

namespace plumbline::readers {

/// A word or a run of glyphs with its place. Points, y grows downwards.
struct LayoutWord {
  double left = 0, top = 0, right = 0, bottom = 0;
  std::string text;
  Along along = Along::kRight;

  double height() const { return bottom - top; }
  double width() const { return right - left; }
  bool is_upright() const { return along == Along::kDown || along == Along::kUp; }
  /// The box of its text from `from` to `to`, parts of its whole length; without text.
  LayoutWord part(double from, double to) const;
};

struct LayoutPage {
  double width = 0, height = 0;
  /// In reading order: words of one line follow each other.
  std::vector<LayoutWord> words;
  bool column = false;  ///< one of several beside each other
  /// How the words run on the page as it is shown, where they were turned to run right: their
  /// places and the size are those of the turned page. Boxes are told of the page as it is shown.
  Along along = Along::kRight;
  double turned_width = 0;               ///< of the turned page, whatever its columns are
  double shown_left = 0, shown_top = 0;  ///< where that begins which is shown of the page
};

/// Makes paragraphs of words on pages (pdf, ofd) and appends them to raw, blocks and losses. Page
/// numbers and running lines go to the losses. A paragraph that a page border cuts is two blocks,
/// the second with `continues`. Page numbers count from 1.
void lay_out(const std::vector<LayoutPage>& pages, Extraction& extraction);

}  // namespace plumbline::readers
