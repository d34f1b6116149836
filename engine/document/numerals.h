#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

/// Numbers as Chinese documents write them. Offsets and lengths are bytes.
namespace plumbline::document {

struct Number {
  int value = 0;
  std::size_t size = 0;  ///< bytes; 0 = no number here
};

/// 十二, 二十, 一百零三 at the front of `text`; at most 999.
Number han_count_at(std::string_view text);
/// A run of digits at the front of `text`, at most `most` of them.
Number digits_at(std::string_view text, std::size_t most);
/// 2024, 二〇二四 or a mix (二0二四) at the front of `text`: four digits, 1900 to 2099.
Number year_at(std::string_view text);
/// 三, 十二, 二十 or 12 at the front of `text`, at most 99: a month or a day.
Number small_number_at(std::string_view text);
/// The year that all of `text` is; 0 = none.
int year_of(std::string_view text);

bool is_han(char32_t value);

}  // namespace plumbline::document
