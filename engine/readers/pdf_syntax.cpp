#include "engine/readers/pdf_syntax.h"

#include <algorithm>

namespace plumbline::readers {
namespace {

using Kind = PdfToken::Kind;

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}
bool is_mark(char c) {
  return c == '/' || c == '<' || c == '>' || c == '[' || c == ']' || c == '(' || c == ')' ||
         c == '%' || c == '{' || c == '}';
}
int hex_value(char c) {
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                : -1;
}

}  // namespace

void PdfLexer::skip_blanks() {
  while (at_ < bytes_.size()) {
    if (bytes_[at_] == '%') {
      at_ = std::min(bytes_.find_first_of("\r\n", at_), bytes_.size());
    } else if (is_blank(bytes_[at_])) {
      ++at_;
    } else {
      return;
    }
  }
}

PdfToken PdfLexer::next() {
  skip_blanks();
  PdfToken token{Kind::kEnd, {}, at_};
  if (at_ >= bytes_.size()) {
    return token;
  }
  const char c = bytes_[at_++];
  const bool twice = at_ < bytes_.size() && bytes_[at_] == c;
  if (c == '/') {
    token.kind = Kind::kName;
    token.text = name();
  } else if (c == '(') {
    token.kind = Kind::kString;
    token.text = string();
  } else if (c == '<' && !twice) {
    token.kind = Kind::kString;
    token.text = hex_string();
  } else if (c == '<' || (c == '>' && twice)) {
    ++at_;
    token.kind = c == '<' ? Kind::kOpenDictionary : Kind::kCloseDictionary;
  } else if (c == '[' || c == ']') {
    token.kind = c == '[' ? Kind::kOpenArray : Kind::kCloseArray;
  } else {
    token.kind = Kind::kWord;
    while (at_ < bytes_.size() && !is_blank(bytes_[at_]) && !is_mark(bytes_[at_])) {
      ++at_;
    }
    token.text = bytes_.substr(token.begin, at_ - token.begin);
  }
  return token;
}

std::string PdfLexer::name() {
  std::string name;
  for (; at_ < bytes_.size() && !is_blank(bytes_[at_]) && !is_mark(bytes_[at_]); ++at_) {
    const bool code = bytes_[at_] == '#' && at_ + 2 < bytes_.size() &&
                      hex_value(bytes_[at_ + 1]) >= 0 && hex_value(bytes_[at_ + 2]) >= 0;
    if (code) {
      name += static_cast<char>(hex_value(bytes_[at_ + 1]) * 16 + hex_value(bytes_[at_ + 2]));
      at_ += 2;
    } else {
      name += bytes_[at_];
    }
  }
  return name;
}

std::string PdfLexer::string() {
  std::string text;
  for (int open = 1; at_ < bytes_.size(); ++at_) {
    const char c = bytes_[at_];
    open += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (open == 0) {
      ++at_;
      break;
    }
    if (c == '\\' && at_ + 1 < bytes_.size()) {
      ++at_;
      text += escaped();
    } else {
      text += c;
    }
  }
  return text;
}

/// What stands for the character behind a backslash; stays on its last byte.
char PdfLexer::escaped() {
  const char c = bytes_[at_];
  if (c < '0' || c > '7') {
    return c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
  }
  int value = 0;
  std::size_t digits = 0;
  for (; digits < 3 && at_ + digits < bytes_.size() && bytes_[at_ + digits] >= '0' &&
         bytes_[at_ + digits] <= '7';
       ++digits) {
    value = value * 8 + (bytes_[at_ + digits] - '0');
  }
  at_ += digits - 1;
  return static_cast<char>(value);
}

std::string PdfLexer::hex_string() {
  std::string text;
  int high = -1;
  for (; at_ < bytes_.size() && bytes_[at_] != '>'; ++at_) {
    const int value = hex_value(bytes_[at_]);
    if (value >= 0 && high >= 0) {
      text += static_cast<char>(high * 16 + value);
      high = -1;
    } else if (value >= 0) {
      high = value;
    }
  }
  at_ += at_ < bytes_.size() ? 1u : 0u;
  if (high >= 0) {
    text += static_cast<char>(high * 16);
  }
  return text;
}

}  // namespace plumbline::readers
