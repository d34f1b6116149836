#pragma once

#include <optional>
#include <string_view>

#include "engine/document/document.h"

namespace plumbline::document {

/// A day as it stands in a text: byte offsets into the text that was searched.
struct WrittenDate {
  Date day;          ///< as written, may not exist
  std::string form;  ///< as DateFact::form
  TextSpan at;
};

/// 2024年1月8日, 2024年01月08日, 2024-1-8, 2024.01.08, 二〇二四年一月八日 at the front of `text`.
std::optional<WrittenDate> date_at(std::string_view text);
/// First date in `text`.
std::optional<WrittenDate> find_date(std::string_view text);
/// All of `text`, but for brackets around it, is one date.
std::optional<WrittenDate> whole_date(std::string_view text);
/// `text` ends in a date.
std::optional<WrittenDate> closing_date(std::string_view text);
/// `text` ends in what stands for a date and has no right form: 2025年1月20号, 2025年元月20日,
/// 25年1月20日 ("loose"), 2025年1月, 2025年1月日 ("incomplete": day, or month and day, are 0).
std::optional<WrittenDate> loose_closing_date(std::string_view text);

}  // namespace plumbline::document
