#include "engine/cli/messages.h"

#include <cstddef>

namespace plumbline::cli {

Language language_of(std::string_view lang) {
  return lang.starts_with("en") ? Language::kEnglish : Language::kChinese;
}

std::string say(Language language, Say what, std::initializer_list<std::string_view> values) {
  const std::string_view form = language == Language::kEnglish ? english(what) : chinese(what);
  std::string words;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool hole = form[i] == '{' && i + 2 < form.size() && form[i + 2] == '}';
    const std::size_t index = hole ? static_cast<std::size_t>(form[i + 1] - '0') : values.size();
    if (index < values.size()) {
      words += values.begin()[index];
      i += 2;
    } else {
      words += form[i];
    }
  }
  return words;
}

}  // namespace plumbline::cli
