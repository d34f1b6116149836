#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace plumbline::readers {

/// A piece of a pdf's own language.
struct PdfToken {
  enum class Kind : std::uint8_t {
    kEnd,
    kName,    ///< "/Type", without the stroke, escapes resolved
    kString,  ///< bytes, escapes resolved
    kOpenDictionary,
    kCloseDictionary,
    kOpenArray,
    kCloseArray,
    kWord,  ///< a number, "obj", "stream"
  };
  Kind kind = Kind::kEnd;
  std::string text;
  std::size_t begin = 0;  ///< where it stands
};

/// Cuts bytes into tokens; whatever they are, it comes to their end in linear time.
class PdfLexer {
 public:
  explicit PdfLexer(std::string_view bytes) : bytes_(bytes) {}

  PdfToken next();
  std::size_t at() const { return at_; }
  void go_to(std::size_t at) { at_ = at; }

 private:
  void skip_blanks();
  std::string name();
  std::string string();
  std::string hex_string();
  char escaped();

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace plumbline::readers
