#pragma once

#include <vector>

#include "engine/text/line.h"
#include "plumbline/report.h"

namespace plumbline::text {

/// Marks page numbers and running headers among the lines of a text file as furniture and sets
/// after_border on what follows a page border. `blocks` says where form feeds stand.
///
/// A page number is a line that can be nothing else, or a bare number beside a form feed, or one of
/// a series 1, 2, 3 … far apart. A running header stands word for word beside two page borders or
/// more.
void mark_furniture(const std::vector<readers::Block>& blocks, std::vector<Line>& lines,
                    std::vector<Loss>& losses);

}  // namespace plumbline::text
