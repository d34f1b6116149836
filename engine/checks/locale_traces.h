#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Sentences of --explain: which words, which pattern, which guard.
namespace plumbline::checks::traces {

inline constexpr std::string_view kNoDoubt = "无疑问";
inline constexpr std::string_view kUnnamedTerm = "词条";
inline constexpr std::string_view kInTitle = "在书名号内";
inline constexpr std::string_view kInQuotes = "在引号内";

inline std::string follows(const std::string& guard) {
  return "前接 " + guard;
}
inline std::string precedes(const std::string& guard) {
  return "后接 " + guard;
}
inline std::string part_of(const std::string& guard) {
  return "属于 " + guard;
}

inline std::string not_found(const std::string& term) {
  return term + "：未出现";
}

/// `guard` empty: the words are a hit.
inline std::string matched(const std::string& term, const std::string& words, std::size_t at,
                           const std::string& pattern, const std::string& guard) {
  return term + "：“" + words + "”（第" + std::to_string(at) + "字节）匹配 " + pattern +
         (guard.empty() ? "，命中" : "，不算：" + guard);
}

inline std::string counted(const std::string& term, int count, int wanted) {
  return term + "：出现" + std::to_string(count) + "处，要求" + std::to_string(wanted) + "处";
}

/// `guard` empty: the number is a hit.
inline std::string number(std::string_view state, const std::string& guard) {
  return std::string(state) + "：" + (guard.empty() ? "命中" : "由“" + guard + "”排除");
}

inline std::string unpaired(const std::string& mark, std::string_view words) {
  return mark + " 没有配对：" + std::string(words);
}

inline std::string repeated(std::size_t sentences, std::string_view first) {
  return "与前文相同的" + std::to_string(sentences) + "句，首句：" + std::string(first);
}

}  // namespace plumbline::checks::traces
