#include "engine/base/csv.h"

#include <utility>

#include "engine/base/code_points.h"
#include "engine/base/messages.h"

namespace plumbline {
namespace {

class CsvParser {
 public:
  explicit CsvParser(std::string_view text) : text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF"))
      line_begin_ = at_ = 3;
  }

  Csv run() {
    while (at_ < text_.size()) row();
    return std::move(csv_);
  }

 private:
  bool at_end_of_line() const {
    return at_ >= text_.size() || text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n";
  }

  void fail(std::size_t at, Message message) {
    const std::size_t before = at < line_begin_ ? 0 : at - line_begin_;
    const auto column = utf8::length(text_.substr(line_begin_, before)) + 1;
    csv_.errors.push_back({line_, static_cast<int>(column), std::move(message)});
  }

  void next_line() {
    if (at_ < text_.size())
      at_ += text_[at_] == '\r' ? 2u : 1u;
    line_begin_ = at_;
    ++line_;
  }

  void row() {
    if (at_end_of_line())
      return next_line();
    CsvRow row{line_, {}};
    row.cells.push_back(cell());
    while (at_ < text_.size() && text_[at_] == ',') {
      ++at_;
      row.cells.push_back(cell());
    }
    csv_.rows.push_back(std::move(row));
    next_line();
  }

  std::string cell() { return at_ < text_.size() && text_[at_] == '"' ? quoted() : plain(); }

  std::string plain() {
    const std::size_t begin = at_;
    bool reported = false;
    while (!at_end_of_line() && text_[at_] != ',') {
      if (text_[at_] == '"' && !reported) {
        reported = true;
        fail(at_, words::kQuoteInside);
      }
      ++at_;
    }
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string quoted() {
    const std::size_t open = at_++;
    const int open_line = line_;
    const std::size_t open_line_begin = line_begin_;
    std::string out;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        ++at_;
        if (at_ >= text_.size() || text_[at_] != '"')
          return after_quote(std::move(out));
      } else if (c == '\n') {
        ++line_;
        line_begin_ = at_ + 1;
      }
      out.push_back(c);
    }
    line_ = open_line;
    line_begin_ = open_line_begin;
    fail(open, words::kQuoteOpen);
    return out;
  }

  std::string after_quote(std::string out) {
    if (!at_end_of_line() && text_[at_] != ',') {
      fail(at_, words::kTextBehindQuote);
      out += plain();
    }
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  int line_ = 1;
  Csv csv_;
};

}  // namespace

Csv parse_csv(std::string_view text) {
  return CsvParser(text).run();
}

}  // namespace plumbline
