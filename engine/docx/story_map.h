#pragma once

#include <cstddef>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::docx {

inline constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();

/// Something that stands directly in a paragraph (or in a link, an insertion … of it): the mark of
/// a comment is legal before and behind it. Mostly a run.
struct Anchor {
  std::size_t begin = 0, end = 0;   ///< bytes in the part
  std::size_t cell = 0;             ///< table cell, 0 = none
  std::size_t run = kNowhere;       ///< its ordinal where it is a run itself
  std::size_t first = 0, last = 0;  ///< the anchors of the field it belongs to; else itself
  bool tracked = false;             ///< inserted or moved by somebody, and not yet accepted
};

/// Where a run stands, and the anchor that holds it (a text box is held by a run of its host).
struct RunPlace {
  std::size_t begin = 0, end = 0;
  std::size_t anchor = kNowhere;  ///< kNowhere: no mark is legal near it
  std::size_t note = kNowhere;    ///< index into notes: the footnote or endnote that holds it
};

/// The runs of one part, in the order in which readers::DocxRunSpan counts them.
struct StoryMap {
  std::vector<RunPlace> runs;
  std::vector<Anchor> anchors;
  std::vector<std::string> notes;                             ///< ids, of a part of notes
  std::map<std::string, std::size_t, std::less<>> note_runs;  ///< "footnote 3" → run of its mark
  std::set<long> comment_ids;                                 ///< that marks in this part use
  std::size_t comment_marks = 0;                              ///< commentRangeStart elements
  std::size_t paragraph_end = kNowhere;  ///< before the end tag of the first paragraph
  std::string prefix;                    ///< for WordprocessingML, elements and attributes
  bool strict = false;
};

/// Linear. `xml` is UTF-8 and has passed readers::check_xml.
StoryMap map_story(std::string_view xml);

}  // namespace plumbline::docx
