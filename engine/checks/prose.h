#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/span.h"

/// Sentences, quotations and titles in normalised running text. All offsets are bytes; nothing
/// crosses a paragraph ('\n').
namespace plumbline::checks {

/// The sentence that holds `span`: between 。！？；and line ends, its closing mark included. Never
/// reaches further than `reach` bytes to either side, so that text without marks costs no more.
TextSpan sentence_around(std::string_view text, TextSpan span, std::size_t reach = 1500);

/// A sentence ends somewhere in `text`.
bool has_sentence_end(std::string_view text);

/// Up to `code_points` before and after `span`, inside its paragraph.
TextSpan before(std::string_view text, TextSpan span, std::size_t code_points);
TextSpan after(std::string_view text, TextSpan span, std::size_t code_points);

/// The sentences of `within`, closing marks included, without line ends.
std::vector<TextSpan> sentences(std::string_view text, TextSpan within);

/// What stands between “ and the next ”, marks included. Sorted, disjoint.
std::vector<TextSpan> quotations(std::string_view text);
/// Innermost 《…》 (and 〈…〉 inside them), marks included, at most 100 code points. Sorted.
std::vector<TextSpan> titles(std::string_view text);

/// One of the sorted, disjoint spans contains `span`.
bool inside(const std::vector<TextSpan>& spans, TextSpan span);

}  // namespace plumbline::checks
