#include "engine/cli/messages.h"

#include <utility>
#include <vector>

namespace plumbline::cli {

std::string_view locale_of(const char* lc_all, const char* lc_messages, const char* lang) {
  for (const char* one : {lc_all, lc_messages, lang}) {
    if (one != nullptr && *one != '\0')
      return one;
  }
  return "";
}

Language language_of(std::string_view locale) {
  return locale.starts_with("en") ? Language::kEnglish : Language::kChinese;
}

Message message(Say what, std::vector<Message> values) {
  return {Form{"", english(what), chinese(what)}, std::move(values)};
}

std::string say(Language language, Say what, std::initializer_list<std::string_view> values) {
  std::vector<Message> said;
  for (const std::string_view value : values) said.emplace_back(std::string(value));
  return message(what, std::move(said)).in(language);
}

}  // namespace plumbline::cli
