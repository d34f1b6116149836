#pragma once

#include <string_view>
#include <vector>

#include "engine/document/document.h"

namespace plumbline::elements {

/// The level that counts as the first: texts that lost their 一、 begin at （一）.
int first_level(const document::Document& document);

/// The years that a heading names, apart from those in 《》 and brackets.
std::vector<int> years_in(std::string_view heading);

/// Per heading: whether it stands for the time after the report. Such a heading is of the first
/// level, names the year after the report's and no other, and is not the first; behind it follow
/// only such headings and those that `may_follow` (per heading) allows. Where the report's year is
/// not known there is none.
std::vector<bool> headings_of_later_year(const document::Document& document,
                                         const std::vector<bool>& may_follow);

}  // namespace plumbline::elements
