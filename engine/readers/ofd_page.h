#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/layout.h"
#include "engine/readers/xml.h"

namespace plumbline::readers {

/// How a word is drawn.
struct OfdWord {
  enum class Ink : std::uint8_t { kDark, kWhite, kNone };
  Ink ink = Ink::kDark;
  std::size_t step = 0;
};

/// A picture on a page; points. `step` counts objects in the order of drawing.
struct OfdPicture {
  double left = 0, top = 0, right = 0, bottom = 0;
  std::string resource;  ///< id of its file
  std::size_t step = 0;
  bool faint = false;  ///< shines through as a whole
};

/// What a page of an OFD holds.
struct OfdPage {
  LayoutPage layout;           ///< words in the order of drawing
  std::vector<OfdWord> drawn;  ///< how each of the words is drawn, in the same order
  std::vector<OfdPicture> pictures;
  std::vector<LayoutWord> fills;  ///< filled shapes: boxes without text
  std::size_t images = 0, paths = 0;
  std::string sideways;                     ///< words that do not run as those of the page do
  std::size_t aside = 0;                    ///< characters of them
  std::size_t characters = 0, garbage = 0;  ///< garbage: private use, not decodable
};

/// Composite graphic units by their ids: what a CompositeObject shows.
using OfdUnits = std::map<std::string, XmlNode, std::less<>>;

/// Reads the content of one page, whose root element is `root`. Where most of the text lies on its
/// side or upside down, the page is turned, places too, so that the text runs from left to right.
/// `box` is the page's PhysicalBox, "0 0 210 297" in millimetres.
OfdPage read_ofd_page(XmlNode root, std::string_view box, const OfdUnits& units);

/// "1 2.5 g 3 4": numbers, with runs ("g count value") written out, at most `most` of them.
std::vector<double> ofd_numbers(std::string_view text, std::size_t most);

}  // namespace plumbline::readers
