#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/document.h"

/// Gaps, repeats and broken marks among headings of one parent and one level.
namespace plumbline::checks {

struct SequenceFault {
  std::size_t heading = 0;    ///< index into the outline
  std::string state;          ///< "gap" "repeat" "mark"
  std::string expected_mark;  ///< the mark that should stand there; empty for "mark"
};

/// Faults in the order of the text. `levels` are the levels to look at; empty = all. A gap is no
/// fault where the missing mark stands at the front of a sentence in between (a lost line break),
/// nor in numbers that run on from one parent to the next, nor at the front of a list, nor where a
/// list that another one interrupted goes on. Rows of tables are left out. A mark is broken where
/// one of at least three siblings is written unlike all the others: （三 between （一） and （四）,
/// 5、 after 4. .
std::vector<SequenceFault> sequence_faults(std::span<const document::Heading> outline,
                                           std::string_view text, const std::set<int>& levels);

/// The mark with its numerals replaced by N and blanks dropped: "（三）、" gives "(N)、".
std::string mark_shape(std::string_view mark);

}  // namespace plumbline::checks
