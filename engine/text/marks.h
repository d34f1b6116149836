#pragma once

#include <string_view>

/// What a normalised line shows of itself: typographic marks only, no words.
namespace plumbline::text {

enum class HeadingMark {
  kNone,
  kFirst,  ///< 一、 第一章
  kLower,  ///< （一） 1. 1、 （1） ①
  kItem,   ///< 一是 第一，
};
HeadingMark heading_mark(std::string_view line);

bool ends_sentence(std::string_view line);  ///< 。！？；：… also before a closing quote or bracket
bool ends_in_comma(std::string_view line);     ///< ，、 and marks after which a sentence goes on
bool ends_in_word(std::string_view line);      ///< Han, letter or digit
bool has_sentence_end(std::string_view line);  ///< 。！？； anywhere
bool has_prose_mark(std::string_view line);    ///< ，。；！？ anywhere
/// More 《（“ opened than closed.
bool has_open_bracket(std::string_view line);

/// — 1 —, -1-, 第1页共4页: a line that can be nothing else.
bool is_page_number(std::string_view line);
/// 1 to 4 digits and nothing else; 0 where it is not.
int bare_number(std::string_view line);

}  // namespace plumbline::text
