#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/document/vocabulary.h"
#include "engine/text/text.h"

namespace plumbline::document {

/// The organs that `span` names, in order, as printed: "中共岚川县委岚川县人民政府" are two. Split
/// at 、 and where blanks or line ends in the text as read part two names, or where the second name
/// begins with the place of the first.
std::vector<std::string> split_organs(const text::Text& text, TextSpan span,
                                      const Vocabulary& vocabulary);

/// Whether all of `printed` is the name of one organ. Brackets may have either width.
bool is_organ(const Vocabulary& vocabulary, std::string_view printed);

/// Whether `above` and `below` are two lines of one name: neither 岚川县人力资源和社 nor 会保障局
/// is an organ of its own. `below` may go on behind the name's end at a 、 or comma.
bool is_broken_name(const Vocabulary& vocabulary, std::string_view above, std::string_view below);

/// Whether `other` is a fuller form of the organ `name`: 海安市科学技术局 of 市科技局,
/// 静海区人民政府 of 静海区. A form that only adds the higher place in front is another way of
/// writing, not a fuller one, unless `name` has no place at all.
bool is_fuller_form(std::string_view other, std::string_view name, const Vocabulary& vocabulary);

/// Names joined by 、.
std::string join_names(const std::vector<std::string>& names);

}  // namespace plumbline::document
