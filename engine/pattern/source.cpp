#include "engine/pattern/source.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "engine/base/fold.h"
#include "engine/base/utf8_bytes.h"
#include "engine/pattern/han.h"
#include "engine/pattern/messages.h"

namespace plumbline::pattern {
namespace {

constexpr int kMaxCount = 100;
constexpr std::string_view kHanClass = "\\p{Han}";
constexpr std::string_view kOtherClass = "\\P{Han}";

bool is_mark(char c) {
  return static_cast<unsigned char>(c) < 0x80 && c > ' ' &&
         std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
                 .find(c) == std::string_view::npos;
}

/// Walks the author's text once. Each step consumes one token and appends what RE2 shall see.
class Folder {
 public:
  Folder(std::string_view author, PatternError& error) : author_(author), error_(error) {}

  std::optional<Source> run() {
    result_.folded.reserve(author_.size() * 5 / 4);
    result_.origin.reserve(author_.size() * 5 / 4);
    while (at_ < author_.size()) {
      if (!step())
        return std::nullopt;
    }
    if (!groups_.empty())
      result_.open_group = groups_.back();
    if (in_class_)
      result_.open_class = class_begin_;
    result_.code_points = point_;
    return std::move(result_);
  }

 private:
  bool step() {
    const char c = author_[at_];
    if (c == '\n' || c == '\r')
      return refuse(words::kLineEnd, 1);
    if (in_quote_)
      return step_in_quote();
    if (c == '\\')
      return step_escape();
    if (static_cast<unsigned char>(c) >= 0x80)
      return step_folded();
    return in_class_ ? step_in_class(c) : step_operator(c);
  }

  bool step_in_quote() {
    if (author_.substr(at_, 2) == "\\E") {
      in_quote_ = false;
      return copy(2);
    }
    return static_cast<unsigned char>(author_[at_]) < 0x80 ? copy(1) : step_folded();
  }

  bool step_escape() {
    const char next = at_ + 1 < author_.size() ? author_[at_ + 1] : '\0';
    if (static_cast<unsigned char>(next) >= 0x80) {
      skip(1);  // an escaped full-width mark: folding escapes it anyway
      return step_folded();
    }
    if (next >= '1' && next <= '9')
      return refuse(words::kBackReference, 2);
    if (!in_class_ && (next == 'n' || next == 'r'))
      return refuse(words::kCrossesLines, 2);
    in_quote_ = next == 'Q' && !in_class_;
    atom_costs_ = next != '\0' && std::string_view("dDwWsSpP").find(next) != std::string_view::npos;
    if (author_.substr(at_).starts_with(kHanClass))
      return emit_han("");
    if (author_.substr(at_).starts_with(kOtherClass) && !in_class_)
      return emit_han("^");
    if (author_.substr(at_ + 1, 2) == "p{" || author_.substr(at_ + 1, 2) == "P{")
      return copy(std::min(author_.find('}', at_), author_.size()) + 1 - at_);
    return copy(next == '\0' ? 1 : 2);
  }

  bool emit_han(std::string_view negation) {
    emit(in_class_ ? std::string(kHan) : "[" + std::string(negation) + std::string(kHan) + "]");
    skip(kHanClass.size());
    return true;
  }

  /// U+5000..U+9FFF, most of what stands in patterns, are their own normal form.
  bool is_ordinary_han() const {
    const auto lead = static_cast<unsigned char>(author_[at_]);
    return lead >= 0xe5 && lead <= 0xe9 && character_bytes(author_, at_) == 3;
  }

  bool step_folded() {
    if (is_ordinary_han()) {
      emit(author_.substr(at_, 3));
      at_ += 3;
      ++point_;
      atom_costs_ = in_class_;
      return true;
    }
    const std::size_t length = character_bytes(author_, at_);
    std::string folded;
    fold_unit(author_.substr(at_, length), 0, folded);
    if (folded.find("\xEF\xBF\xBD") != std::string::npos)
      return refuse(words::kNotUtf8, 1);
    if (folded.empty() || folded == " ")
      return refuse(words::kNotInText, 1);
    const bool several = folded.size() > character_bytes(folded, 0);
    if (several && in_class_)
      return refuse(words::kSeveralInText, 1);
    emit(several && !in_quote_ ? "(?:" + escaped(folded) + ")" : escaped(folded));
    at_ += length;
    ++point_;
    atom_costs_ = in_class_;
    return true;
  }

  bool step_in_class(char c) {
    if (author_.substr(at_, 2) == "[:") {
      const std::size_t end = author_.find(":]", at_ + 2);
      if (end != std::string_view::npos)
        return copy(end + 2 - at_);
    }
    const bool closes = c == ']' && at_ != class_first_;
    if (closes)
      in_class_ = false;
    atom_costs_ = true;
    return copy(1);
  }

  bool step_operator(char c) {
    switch (c) {
      case '[':
        open_class();
        return true;
      case '(':
        return step_group();
      case ')':
        if (groups_.empty())
          result_.stray_close = result_.stray_close.value_or(point_);
        else
          groups_.pop_back();
        atom_costs_ = true;
        return copy(1);
      case '{':
        return step_count();
      default:
        atom_costs_ = c == '.';
        return copy(1);
    }
  }

  void open_class() {
    in_class_ = true;
    class_begin_ = point_;
    copy(author_.substr(at_ + 1, 1) == "^" ? 2 : 1);
    class_first_ = at_;  // a ] in first place is a member
  }

  bool step_group() {
    constexpr std::array<std::string_view, 4> kLookAround{"(?=", "(?!", "(?<=", "(?<!"};
    for (const std::string_view opening : kLookAround) {
      if (author_.substr(at_, opening.size()) == opening)
        return refuse(words::kLookAround, opening.size());
    }
    groups_.push_back(point_);
    return copy(1);
  }

  // Only a well-formed count is one; RE2 takes any other brace literally.
  bool step_count() {
    const std::size_t close = author_.find('}', at_);
    const std::string_view inside =
        close == std::string_view::npos ? "" : author_.substr(at_ + 1, close - at_ - 1);
    const std::size_t comma = inside.find(',');
    const int first = number(inside.substr(0, comma));
    const int last = comma == std::string_view::npos ? first : number(inside.substr(comma + 1));
    if (first >= 0 && atom_costs_ && (first > kMaxCount || last > kMaxCount))
      return refuse(words::kCountTooLarge, inside.size() + 2);
    return copy(1);
  }

  static int number(std::string_view digits) {
    int value = -1;
    const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (status == std::errc::result_out_of_range)
      return kMaxCount + 1;
    return status == std::errc() && end == digits.data() + digits.size() ? value : -1;
  }

  std::string escaped(std::string_view folded) const {
    std::string out;
    for (const char c : folded) {
      if (is_mark(c) && !in_quote_)
        out.push_back('\\');
      out.push_back(c);
    }
    return out;
  }

  void emit(std::string_view bytes) {
    result_.folded += bytes;
    result_.origin.resize(result_.folded.size(), point_);
  }
  /// Takes `count` ASCII characters over as they are.
  bool copy(std::size_t count) {
    for (; count > 0 && at_ < author_.size(); --count, ++at_, ++point_)
      emit(author_.substr(at_, 1));
    return true;
  }
  void skip(std::size_t count) {
    at_ += count;
    point_ += count;
  }
  bool refuse(const Form& why, std::size_t length) {
    error_ = {std::string(why.code), why, point_, length};
    return false;
  }

  std::string_view author_;
  PatternError& error_;
  Source result_;
  std::size_t at_ = 0;     ///< byte in author_
  std::size_t point_ = 0;  ///< code point of at_
  std::vector<std::size_t> groups_;
  bool in_class_ = false;
  bool in_quote_ = false;
  bool atom_costs_ = false;  ///< the last atom is one whose repetition is expensive
  std::size_t class_begin_ = 0;
  std::size_t class_first_ = 0;
};

}  // namespace

std::optional<Source> fold_source(std::string_view author, PatternError& error) {
  return Folder(author, error).run();
}

}  // namespace plumbline::pattern
