#include "engine/text/normalizer.h"

#include "engine/base/fold.h"

namespace plumbline::text {
namespace {

bool is_digit(unsigned char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(unsigned char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
/// Leading bytes of U+00C0..U+024F.
bool leads_latin(unsigned char c) {
  return c >= 0xc3 && c <= 0xc9;
}

enum class Script { kOther, kDigit, kLetter };

Script script_before(std::string_view text) {
  if (text.empty())
    return Script::kOther;
  const auto last = static_cast<unsigned char>(text.back());
  if (is_digit(last))
    return Script::kDigit;
  const bool latin = text.size() >= 2 && (last & 0xc0) == 0x80 &&
                     leads_latin(static_cast<unsigned char>(text[text.size() - 2]));
  return is_letter(last) || latin ? Script::kLetter : Script::kOther;
}

Script script_after(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (is_digit(first))
    return Script::kDigit;
  return is_letter(first) || leads_latin(first) ? Script::kLetter : Script::kOther;
}

bool ends_line(std::string_view raw, std::size_t at) {
  const char c = raw[at];
  return c == '\n' || c == '\r' || c == '\v' || c == '\f' || raw.substr(at, 3) == "\u2028" ||
         raw.substr(at, 3) == "\u2029";
}

}  // namespace

bool keeps_blank(std::string_view before, std::string_view after, bool at_line_end) {
  const Script left = script_before(before);
  const Script right = script_after(after);
  if (at_line_end)
    return left == Script::kLetter && right == Script::kLetter;
  return left != Script::kOther && right != Script::kOther;
}

void Normalizer::append(RawSpan piece) {
  piece_begin_ = out_.size();
  last_end_ = piece.begin;
  blank_ = line_end_ = false;
  if (map_ != nullptr)
    map_->seal();
  append_more(piece);
}

void Normalizer::append_more(RawSpan piece) {
  const std::string_view raw = raw_.substr(0, piece.end);
  for (std::size_t at = piece.begin; at < piece.end;) {
    const std::size_t out_begin = out_.size();
    if (const std::size_t end = plain_end(raw, at); end != at) {
      out_.append(raw, at, end - at);
      add_unit({at, end}, out_begin, true);
      at = end;
      continue;
    }
    const FoldUnit unit = fold_unit(raw, at, out_);
    if (out_.size() == out_begin + 1 && out_.back() == ' ') {
      out_.pop_back();
      blank_ = true;
      line_end_ |= ends_line(raw, at);
    } else if (out_.size() > out_begin) {
      add_unit({at, unit.end}, out_begin, unit.same);
    }
    at = unit.end;
  }
}

void Normalizer::add_unit(RawSpan unit, std::size_t out_begin, bool same) {
  const std::size_t length = out_.size() - out_begin;
  if (blank_)
    add_blank(unit.begin, out_begin);
  if (map_ != nullptr)
    map_->add({{out_.size() - length, out_.size()}, unit, same});
  last_end_ = unit.end;
}

// The unit behind the blank stands in out_ already, so that both neighbours can be asked.
void Normalizer::add_blank(std::size_t unit_begin, std::size_t out_begin) {
  const std::string_view out = out_;
  const bool kept = keeps_blank(out.substr(piece_begin_, out_begin - piece_begin_),
                                out.substr(out_begin), line_end_);
  blank_ = line_end_ = false;
  if (!kept)
    return;
  out_.insert(out_begin, 1, ' ');
  const RawSpan raw{last_end_, unit_begin};
  if (map_ != nullptr)
    map_->add({{out_begin, out_begin + 1}, raw, raw_.substr(raw.begin, raw.size()) == " "});
}

}  // namespace plumbline::text
