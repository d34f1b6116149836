#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline {

/// Languages of the interface.
enum class Language : std::uint8_t { kChinese, kEnglish };

/// Something that can be said, once in each language; {0} {1} … {9} stand for its values. Each
/// module keeps its own in messages*.h. Made by form().
struct Form {
  std::string_view code;  ///< of the diagnostic that it words, "P1103"; empty: part of a sentence
  std::string_view english;
  std::string_view chinese;
};

/// The values that `words` asks for, as a set of bits.
constexpr unsigned values_in(std::string_view words) {
  unsigned found = 0;
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (words[i] == '{' && words[i + 1] >= '0' && words[i + 1] <= '9' && words[i + 2] == '}')
      found |= 1u << static_cast<unsigned>(words[i + 1] - '0');
  }
  return found;
}

/// Words in both languages, which ask for the same values.
constexpr bool is_sound(const Form& form) {
  return !form.english.empty() && !form.chinese.empty() &&
         values_in(form.english) == values_in(form.chinese);
}

/// A form that is sound: what is not does not compile.
consteval Form form(std::string_view code, std::string_view english, std::string_view chinese) {
  const Form made = {code, english, chinese};
  return is_sound(made) ? made : throw "words in both languages that ask for the same values";
}

/// What is said, in no language yet: a form with its values, which may be said themselves, or words
/// that are the same in every language (a name, a number, a quotation).
class Message {
 public:
  Message() = default;
  Message(std::string words) : words_(std::move(words)) {}
  Message(const char* words) : words_(words) {}
  Message(const Form& form, std::vector<Message> values = {});

  std::string in(Language language) const;
  /// Of the form; empty for plain words.
  std::string_view code() const { return form_.code; }
  bool empty() const { return words_.empty() && form_.english.empty(); }

 private:
  Form form_;
  std::vector<Message> values_;
  std::string words_;
};

}  // namespace plumbline
