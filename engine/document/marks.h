#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

/// Numbering at the front of a paragraph: 一、 （一） 1. （1） and what people make of them.
namespace plumbline::document {

struct Mark {
  int level = 0;  ///< 1 一、 2 （一） 3 1. 4 （1） 5 ①
  int number = 0;
  std::string_view style;  ///< static text: "一、" "（一）" "1." "1、" "（1）" "1）" "①"; broken
                           ///< ones as they stand: "一." "一）" "（一"
  std::size_t begin = 0;  ///< bytes of list bullets and # before it
  std::size_t end = 0;    ///< byte behind it
};

/// 一是, 第一 and the like are inline enumerations, never marks.
std::optional<Mark> mark_at(std::string_view paragraph);

/// Bytes of bullets, # and * before the words of a Markdown or web list item.
std::size_t bullet_size(std::string_view paragraph);

}  // namespace plumbline::document
