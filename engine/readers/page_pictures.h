#pragma once

#include "engine/readers/layout.h"

namespace plumbline::readers {

/// Points: no smaller picture hides a word.
inline constexpr double kSmallestCover = 20;

/// The pictures of one page taken together.
class PagePictures {
 public:
  /// A picture of that size in points.
  void add(double width, double height, const LayoutPage& page);

  /// One of them is nearly as large as the page, or they are together and the words are furniture.
  bool fill(const LayoutPage& page) const;

 private:
  bool filling_ = false;
  double area_ = 0;
};

/// All words stand at the upper or lower edge, or they are too few to be a page of a report.
bool is_furniture(const LayoutPage& page);

}  // namespace plumbline::readers
