#pragma once

#include <string_view>

namespace plumbline::pattern {

/// The members of a class of Han characters in normal form. \p{Han} of RE2 is the same but for
/// unassigned code points between the blocks; with its gaps it makes programs three times as large.
constexpr std::string_view kHan =
    "\u2E80-\u2EF3\u3005\u3007\u3021-\u3029\u3038-\u303B\u3400-\u4DBF\u4E00-\u9FFF\uFA0E-\uFA29"
    "\U00020000-\U000323AF";

}  // namespace plumbline::pattern
