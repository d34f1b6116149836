#include "engine/rules/pattern_source.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "engine/base/code_points.h"
#include "engine/base/edit_distance.h"
#include "engine/base/utf8.h"
#include "engine/rules/messages_pack.h"

namespace plumbline::rules {
namespace {

constexpr std::string_view kYear = "report_year";
// Terms of terms grow by powers, and no pattern of this length compiles.
constexpr std::size_t kLongest = 100'000;  // bytes
constexpr std::array<std::string_view, 7> kMessageFacts = {
    "issuer", "signature", "title", "date", "document_number", "addressee", "signer"};

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & '\x80') != 0;
}

/// "report_year", "report_year+1": the shift. nullopt for anything else.
std::optional<int> year_shift(std::string_view name) {
  if (!name.starts_with(kYear))
    return std::nullopt;
  name.remove_prefix(kYear.size());
  if (name.empty())
    return 0;
  if ((name[0] != '+' && name[0] != '-') || name.size() < 2 || name.size() > 3)
    return std::nullopt;
  int shift = 0;
  const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), shift);
  if (error != std::errc() || end != name.data() + name.size())
    return std::nullopt;
  return name[0] == '-' ? -shift : shift;
}

class Assembler {
 public:
  Assembler(std::string_view source, const Terms& terms, std::optional<int> year)
      : source_(source), terms_(terms), year_(year) {}

  Assembled run() {
    while (at_ < source_.size()) step();
    put_verbatim(at_);
    return std::move(out_);
  }

 private:
  void step() {
    const char c = source_[at_];
    if (c == '\\')
      at_ = std::min(source_.size(), at_ + escape_size());
    else if (c == '[')
      skip_class();
    else if (c == '{')
      brace();
    else
      ++at_;
  }

  // \p{Han}, \x{4e00}: the brace belongs to the escape.
  std::size_t escape_size() const {
    const std::string_view rest = source_.substr(at_);
    if (rest.size() > 2 && rest[2] == '{' && std::string_view("pPx").find(rest[1]) != rest.npos) {
      const std::size_t end = rest.find('}');
      return end == rest.npos ? rest.size() : end + 1;
    }
    return 2;
  }

  // A class holds characters, so a {term} in it would silently mean its letters.
  void skip_class() {
    const std::size_t open = at_++;
    at_ += source_.substr(at_).starts_with('^') ? 1u : 0u;
    at_ += source_.substr(at_).starts_with(']') ? 1u : 0u;
    while (at_ < source_.size() && source_[at_] != ']') {
      if (source_[at_] == '{')
        refuse_in_class();
      at_ += source_[at_] == '\\' ? escape_size() : 1;
    }
    at_ = at_ < source_.size() ? at_ + 1 : std::max(source_.size(), open + 1);
  }

  void refuse_in_class() {
    const std::string_view name = name_at(at_);
    if (!name.empty() && (terms_.contains(name) || year_shift(name)))
      fail({words::kTermInClass, {std::string(name)}}, name);
  }

  /// The name in the braces at `at`; empty where they hold no name.
  std::string_view name_at(std::size_t at) const {
    const std::size_t end = source_.find('}', at);
    if (end == std::string_view::npos || end == at + 1 || !is_name_start(source_[at + 1]))
      return {};
    return source_.substr(at + 1, end - at - 1);
  }

  void brace() {
    const std::string_view name = name_at(at_);
    if (name.empty()) {
      ++at_;
      return;
    }
    if (const auto shift = year_shift(name))
      put_year(name, *shift);
    else if (const auto term = terms_.find(name); term != terms_.end())
      put_term(name, term->second);
    else
      unknown(name);
    verbatim_ = at_ += name.size() + 2;
  }

  void put_year(std::string_view name, int shift) {
    out_.needs_year = true;
    put(year_ ? std::to_string(*year_ + shift) : "{" + std::string(name) + "}", name, "");
  }

  void put_term(std::string_view name, const std::string& text) {
    out_.terms.emplace_back(name);
    if (out_.text.size() + text.size() > kLongest) {
      if (!std::exchange(too_long_, true))
        fail({words::kGrowsTooLong, {std::to_string(kLongest)}}, name);
      return;
    }
    const Assembled inner = assemble(text, {}, year_);
    out_.needs_year = out_.needs_year || inner.needs_year;
    put("(?:" + inner.text + ")", name, std::string(name));
  }

  void unknown(std::string_view name) {
    const std::string word(name);
    if (std::find(kMessageFacts.begin(), kMessageFacts.end(), name) != kMessageFacts.end())
      return fail({words::kMessageFact, {word}}, name);
    std::vector<std::string> known = {"report_year", "report_year+1", "report_year-1"};
    for (const auto& [term, text] : terms_) known.push_back(term);
    fail({words::kUnknownTerm, {word, did_you_mean(word, known)}}, name);
  }

  void fail(Message message, std::string_view name) {
    out_.errors.push_back(
        {std::move(message), utf8::length(source_.substr(0, at_)), utf8::length(name) + 2});
  }

  void put_verbatim(std::size_t end) {
    if (end > verbatim_)
      append(std::string(source_.substr(verbatim_, end - verbatim_)), verbatim_, end, "");
    verbatim_ = end;
  }

  void put(const std::string& text, std::string_view name, std::string term) {
    put_verbatim(at_);
    append(text, at_, at_ + name.size() + 2, std::move(term));
  }

  void append(const std::string& text, std::size_t begin, std::size_t end, std::string term) {
    const std::size_t source_size = count_code_points(source_.substr(begin, end - begin));
    const std::size_t size = count_code_points(text);
    out_.pieces.push_back({points_, size, source_points_, source_size, std::move(term)});
    points_ += size;
    source_points_ += source_size;
    out_.text += text;
  }

  std::string_view source_;
  const Terms& terms_;
  std::optional<int> year_;
  Assembled out_;
  std::size_t at_ = 0;        // byte that is read next
  std::size_t verbatim_ = 0;  // begin of what was read and not yet put out
  std::size_t points_ = 0, source_points_ = 0;
  bool too_long_ = false;
};

}  // namespace

Assembled assemble(std::string_view source, const Terms& terms, std::optional<int> year) {
  return Assembler(source, terms, year).run();
}

Assembled::Place Assembled::source_place(std::size_t offset, std::size_t length) const {
  for (const Piece& piece : pieces) {
    if (offset >= piece.begin + piece.size)
      continue;
    const bool verbatim = piece.term.empty() && piece.size == piece.source_size;
    if (!verbatim)
      return {piece.source_begin, piece.source_size, piece.term};
    const std::size_t inside = offset - piece.begin;
    return {piece.source_begin + inside, std::min(length, piece.source_size - inside), ""};
  }
  return {pieces.empty() ? 0 : pieces.back().source_begin + pieces.back().source_size, 0, ""};
}

}  // namespace plumbline::rules
