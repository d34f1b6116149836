#include "engine/pattern/syntax.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "engine/base/utf8_bytes.h"

namespace plumbline::pattern {
namespace {

constexpr int kDeepest = 50;

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Every character of every pattern is asked for.
constexpr std::array<bool, 256> table_of(std::string_view members) {
  std::array<bool, 256> table{};
  for (const char c : members) table[static_cast<unsigned char>(c)] = true;
  return table;
}
constexpr std::array<bool, 256> kOperators = table_of("\\()[]{}|^$.*+?");
constexpr std::array<bool, 256> kRepetitions = table_of("*+?{");

bool is_operator(char c) {
  return kOperators[static_cast<unsigned char>(c)];
}
bool is_repetition(char c) {
  return kRepetitions[static_cast<unsigned char>(c)];
}

/// Children in their order.
class Children {
 public:
  explicit Children(Syntax& syntax) : syntax_(syntax) {}

  void add(PartId id) {
    (last_ == kNoPart ? first_ : syntax_.parts[last_].next) = id;
    last_ = id;
    ++count_;
  }
  PartId first() const { return first_; }
  std::size_t count() const { return count_; }

 private:
  Syntax& syntax_;
  PartId first_ = kNoPart, last_ = kNoPart;
  std::size_t count_ = 0;
};

/// Recursive descent. kNoPart: not understood.
class SyntaxReader {
 public:
  explicit SyntaxReader(std::string_view text) : text_(text) { syntax_.parts.reserve(32); }

  std::optional<Syntax> read() {
    syntax_.root = choice(0);
    if (syntax_.root == kNoPart || at_ != text_.size())
      return std::nullopt;
    return std::move(syntax_);
  }

 private:
  bool peek(char c) const { return at_ < text_.size() && text_[at_] == c; }

  PartId add(Part part) {
    syntax_.parts.push_back(part);
    return static_cast<PartId>(syntax_.parts.size() - 1);
  }
  /// Of one child it is that child.
  PartId parent(Part::Kind kind, const Children& children) {
    if (children.count() == 1)
      return children.first();
    return add({.kind = kind, .child = children.first()});
  }

  PartId choice(int depth) {
    Children branches(syntax_);
    do {
      at_ += branches.count() > 0 ? 1U : 0U;  // the '|'
      const PartId branch = sequence(depth);
      if (branch == kNoPart)
        return kNoPart;
      branches.add(branch);
    } while (peek('|'));
    return parent(Part::Kind::kChoice, branches);
  }

  PartId sequence(int depth) {
    Children items(syntax_);
    while (at_ < text_.size() && !peek('|') && !peek(')')) {
      PartId item = plain_text();
      if (item == kNoPart)
        item = atom(depth);
      if (item != kNoPart)
        item = repetition(item);
      if (item == kNoPart)
        return kNoPart;
      items.add(item);
    }
    return parent(Part::Kind::kSequence, items);
  }

  /// The characters from here on that mean themselves and that no operator behind repeats, or the
  /// one that it repeats.
  PartId plain_text() {
    const std::size_t begin = at_;
    std::size_t last = at_;
    while (at_ < text_.size() && !is_operator(text_[at_])) {
      last = at_;
      at_ += character_bytes(text_, at_);
    }
    if (at_ == begin)
      return kNoPart;
    if (at_ < text_.size() && is_repetition(text_[at_]) && last > begin)
      at_ = last;
    return text_part(begin);
  }

  PartId text_part(std::size_t begin) {
    return add({.kind = Part::Kind::kText,
                .begin = static_cast<std::uint32_t>(begin),
                .end = static_cast<std::uint32_t>(at_)});
  }

  PartId atom(int depth) {
    switch (text_[at_]) {
      case '(':
        return group(depth);
      case '[':
        return class_part(read_class(text_, at_));
      case '\\':
        return escape();
      case '.': {
        CharacterClass any = any_character();
        any.end = at_ + 1;
        return class_part(std::move(any));
      }
      case '^':
      case '$':
        return place(1);
      default:
        return kNoPart;
    }
  }

  PartId group(int depth) {
    ++at_;
    const bool is_kept = !text_.substr(at_).starts_with("?:");
    if ((is_kept && peek('?')) || depth == kDeepest)
      return kNoPart;
    at_ += is_kept ? 0U : 2U;
    const std::uint32_t number = is_kept ? ++syntax_.groups : 0U;
    const PartId inside = choice(depth + 1);
    if (inside == kNoPart || !peek(')'))
      return kNoPart;
    ++at_;
    return add({.kind = Part::Kind::kGroup, .number = number, .child = inside});
  }

  PartId class_part(std::optional<CharacterClass> found) {
    if (!found)
      return kNoPart;
    at_ = found->end;
    syntax_.classes.push_back(*std::move(found));
    return add({.kind = Part::Kind::kClass,
                .number = static_cast<std::uint32_t>(syntax_.classes.size() - 1)});
  }

  PartId place(std::size_t length) {
    at_ += length;
    return add({.kind = Part::Kind::kPlace,
                .begin = static_cast<std::uint32_t>(at_ - length),
                .end = static_cast<std::uint32_t>(at_)});
  }

  PartId escape() {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (next == 'b' || next == 'B')
      return place(2);
    if (auto named = read_escaped_class(text_, at_))
      return class_part(std::move(named));
    if (next <= ' ' || is_alphanumeric(next) || static_cast<unsigned char>(next) >= 0x80)
      return kNoPart;
    at_ += 2;
    return text_part(at_ - 1);
  }

  /// What stands behind an item. Repeated places and stacked operators are RE2's to judge.
  PartId repetition(PartId item) {
    if (at_ >= text_.size() || !is_repetition(text_[at_]))
      return item;
    Part part{.kind = Part::Kind::kRepeat, .child = item};
    if (syntax_[item].kind == Part::Kind::kPlace || !read_count(part))
      return kNoPart;
    part.is_lazy = peek('?');
    at_ += part.is_lazy ? 1U : 0U;
    if (at_ < text_.size() && is_repetition(text_[at_]))
      return kNoPart;
    return add(part);
  }

  bool read_count(Part& part) {
    const char mark = text_[at_++];
    if (mark == '{')
      return read_braces(part);
    part.least = mark == '+' ? 1 : 0;
    part.is_endless = mark != '?';
    return true;
  }

  bool read_braces(Part& part) {
    if (!number(part.least))
      return false;
    part.most = part.least;
    if (peek(',')) {
      ++at_;
      part.is_endless = peek('}');
      if (part.is_endless)
        part.most = std::max(part.least, 1U);
      else if (!number(part.most))
        return false;
    }
    if (!peek('}') || part.most < part.least || part.most == 0)
      return false;
    ++at_;
    return true;
  }

  bool number(std::uint32_t& value) {
    const char* const begin = text_.data() + at_;
    const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), value);
    if (error != std::errc() || value > kMostRepeats)
      return false;
    at_ += static_cast<std::size_t>(end - begin);
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Syntax syntax_;
};

}  // namespace

std::optional<Syntax> read_syntax(std::string_view folded) {
  return SyntaxReader(folded).read();
}

}  // namespace plumbline::pattern
