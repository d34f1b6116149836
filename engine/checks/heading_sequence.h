#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/document.h"

/// Gaps, repeats and broken marks among headings of one parent and one style.
namespace plumbline::checks {

struct SequenceFault {
  std::size_t heading = 0;    ///< index into the outline
  std::string state;          ///< "gap" "repeat" "mark"
  std::string expected_mark;  ///< the mark that should stand there; empty for "mark"
};

/// Faults in the order of the text. `styles` are the families to look at; empty = all. A gap is no
/// fault where the missing mark stands at the front of a sentence in between (a lost line break),
/// nor in numbers that run on from one parent to the next, nor in a list that starts again at 1.
std::vector<SequenceFault> sequence_faults(std::span<const document::Heading> outline,
                                           std::string_view text,
                                           const std::set<std::string, std::less<>>& styles);

/// The mark with its numerals replaced by N and blanks dropped: "（三）、" gives "(N)、".
std::string mark_shape(std::string_view mark);

}  // namespace plumbline::checks
