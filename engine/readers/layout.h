#pragma once

#include <string>
#include <vector>

#include "engine/readers/reader.h"

namespace plumbline::readers {

/// A word or a run of glyphs with its place. Points, y grows downwards.
struct LayoutWord {
  double left = 0, top = 0, right = 0, bottom = 0;
  std::string text;

  double height() const { return bottom - top; }
  double width() const { return right - left; }
};

struct LayoutPage {
  double width = 0, height = 0;
  /// In reading order: words of one line follow each other.
  std::vector<LayoutWord> words;
  bool column = false;  ///< one of several beside each other
};

/// Makes paragraphs of words on pages (pdf, ofd) and appends them to raw, blocks and losses. Page
/// numbers and running lines go to the losses. A paragraph that a page border cuts is two blocks,
/// the second with `continues`. Page numbers count from 1.
void lay_out(const std::vector<LayoutPage>& pages, Extraction& extraction);

}  // namespace plumbline::readers
