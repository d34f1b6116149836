#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace plumbline::bench {

/// `count` different reports made from the project's samples: digits re-rolled and paragraphs
/// swapped by a fixed generator, the same bytes every run.
std::vector<std::string> reports(std::size_t count);

/// One report of about `characters` code points: the body of a sample again and again.
std::string long_report(std::size_t characters);

/// Patterns in the manner of the packs: fixed terms, families of words, figures, titles. Of 800
/// different ones in an order without order, so that any number of them is alike. At most 800.
std::vector<std::string> patterns(std::size_t count);

}  // namespace plumbline::bench
