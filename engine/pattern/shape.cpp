#include "engine/pattern/shape.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "engine/pattern/character_class.h"

namespace plumbline::pattern {
namespace {

constexpr int kDeepest = 50;
constexpr std::size_t kMostRepeats = 1000;  // RE2's own bound for counts within counts
constexpr std::size_t kFrame = 8;           // instructions of every program
constexpr std::size_t kMostNoted = 6;       // requirements of one pattern

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

std::size_t code_point_length(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
  return end - at;
}

/// A piece of a pattern. Sizes are upper bounds.
struct Piece {
  std::size_t instructions = 0;
  std::size_t repeats = 1;                       ///< product of the counts inside
  bool nullable = true;                          ///< may match without taking a character
  bool is_place = false;                         ///< ^ $ \b: takes none at all
  std::optional<Literals> exact = Literals{""};  ///< all strings that it matches, where few
  Literals required;                             ///< where `exact` is not known
  std::vector<Literals> also;                    ///< what else is required, and that again
};

Literals requirement_of(const Piece& piece) {
  return piece.exact ? as_requirement(*piece.exact) : piece.required;
}

/// Pieces one behind the other; neighbours of which all strings are known melt into longer ones.
class Chain {
 public:
  /// Characters that nothing repeats.
  void add_text(std::string_view text) {
    whole_.instructions += text.size();
    whole_.nullable = whole_.nullable && text.empty();
    if (append(run_, text))
      return;
    end_run();
    append(run_, text);
  }

  void add(Piece piece) {
    whole_.instructions += piece.instructions;
    whole_.repeats = std::max(whole_.repeats, piece.repeats);
    whole_.nullable = whole_.nullable && piece.nullable;
    if (piece.is_place)
      return;
    if (piece.exact) {
      if (auto longer = joined(run_, *piece.exact)) {
        run_ = *std::move(longer);
        return;
      }
    }
    end_run();
    if (piece.exact)
      run_ = *std::move(piece.exact);
    else
      require(std::move(piece.required), piece.also.empty());
    for (Literals& more : piece.also) note(std::move(more));
  }

  Piece take() {
    if (all_in_run_) {
      whole_.exact = std::move(run_);
    } else {
      end_run();
      whole_.exact.reset();
    }
    return std::move(whole_);
  }

 private:
  void end_run() {
    all_in_run_ = false;
    require(as_requirement(std::exchange(run_, {""})));
  }
  void require(Literals literals, bool is_new = true) {
    if (is_new)
      note(literals);
    whole_.required = rarer(std::move(whole_.required), std::move(literals));
  }
  void note(Literals literals) {
    if (!literals.empty() && whole_.also.size() < kMostNoted)
      whole_.also.push_back(std::move(literals));
  }

  Piece whole_;
  Literals run_{""};
  bool all_in_run_ = true;
};

void unite(Piece& left, Piece right) {
  left.instructions += right.instructions + 1;
  left.repeats = std::max(left.repeats, right.repeats);
  left.nullable = left.nullable || right.nullable;
  const bool all_known =
      left.exact && right.exact && left.exact->size() + right.exact->size() <= kMostLiterals;
  if (all_known) {
    left.exact = united(*std::move(left.exact), *std::move(right.exact));
    return;
  }
  left.also.clear();
  Literals first = requirement_of(left), second = requirement_of(right);
  left.required.clear();
  left.exact.reset();
  if (first.empty() || second.empty())
    return;
  if (auto either = united(std::move(first), std::move(second)))
    left.required = as_requirement(*std::move(either));
}

/// Recursive descent. Whatever is not surely understood makes the answer nullopt.
class ShapeReader {
 public:
  ShapeReader(std::string_view text, std::size_t most_instructions)
      : text_(text), most_(most_instructions) {}

  std::optional<Shape> read() {
    std::optional<Piece> all = alternatives(0);
    if (!all || at_ != text_.size())
      return std::nullopt;
    return Shape{requirement_of(*all), std::move(all->also),
                 !all->nullable && all->instructions + kFrame <= most_};
  }

 private:
  bool peek(char c) const { return at_ < text_.size() && text_[at_] == c; }

  std::optional<Piece> alternatives(int depth) {
    std::optional<Piece> all = sequence(depth);
    while (all && peek('|')) {
      ++at_;
      std::optional<Piece> next = sequence(depth);
      if (!next)
        return std::nullopt;
      unite(*all, *std::move(next));
    }
    return all;
  }

  std::optional<Piece> sequence(int depth) {
    Chain chain;
    while (at_ < text_.size() && !peek('|') && !peek(')')) {
      if (const std::string_view text = plain_text(); !text.empty()) {
        chain.add_text(text);
        continue;
      }
      std::optional<Piece> piece = atom(depth);
      if (!piece || !repetition(*piece))
        return std::nullopt;
      chain.add(*std::move(piece));
    }
    return chain.take();
  }

  /// The characters from here on that mean themselves and that no operator behind repeats.
  std::string_view plain_text() {
    const std::size_t begin = at_;
    std::size_t last = at_;
    while (at_ < text_.size() && !is_operator(text_[at_])) {
      last = at_;
      at_ += code_point_length(text_, at_);
    }
    if (at_ > begin && at_ < text_.size() && is_repetition(text_[at_]))
      at_ = last;
    return text_.substr(begin, at_ - begin);
  }

  std::optional<Piece> atom(int depth) {
    switch (text_[at_]) {
      case '(':
        return group(depth);
      case '[':
        return character_class();
      case '\\':
        return escape();
      case '.':
        ++at_;
        return class_piece(any_character());
      case '^':
      case '$':
        ++at_;
        return place();
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']':
        return std::nullopt;
      default:
        return character();
    }
  }

  std::optional<Piece> group(int depth) {
    ++at_;
    if (text_.substr(at_).starts_with("?:"))
      at_ += 2;
    else if (peek('?'))
      return std::nullopt;
    if (depth == kDeepest)
      return std::nullopt;
    std::optional<Piece> inside = alternatives(depth + 1);
    if (!inside || !peek(')'))
      return std::nullopt;
    ++at_;
    inside->instructions += 2;
    return inside;
  }

  std::optional<Piece> character_class() {
    const std::optional<CharacterClass> found = read_class(text_, at_);
    if (!found)
      return std::nullopt;
    at_ = found->end;
    return class_piece(*found);
  }

  static Piece class_piece(const CharacterClass& one) {
    Piece piece;
    piece.instructions = one.instructions;
    piece.nullable = false;
    piece.exact.reset();
    if (!one.members.empty())
      piece.exact = one.members;
    return piece;
  }

  std::optional<Piece> escape() {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (next == 'b' || next == 'B') {
      at_ += 2;
      return place();
    }
    if (const auto named = read_escaped_class(text_, at_)) {
      at_ = named->end;
      return class_piece(*named);
    }
    if (next <= ' ' || is_alphanumeric(next) || static_cast<unsigned char>(next) >= 0x80)
      return std::nullopt;
    ++at_;
    return character();
  }

  static Piece place() {
    Piece piece;
    piece.instructions = 1;
    piece.is_place = true;
    return piece;
  }

  Piece character() {
    const std::size_t length = code_point_length(text_, at_);
    Piece piece;
    piece.instructions = length;
    piece.nullable = false;
    piece.exact = Literals{std::string(text_.substr(at_, length))};
    at_ += length;
    return piece;
  }

  struct Count {
    std::size_t least = 0, most = 0;
    bool endless = false;
  };

  /// What stands behind an atom. False where RE2 shall judge: repeated places, stacked operators.
  bool repetition(Piece& piece) {
    if (at_ >= text_.size() || !is_repetition(text_[at_]))
      return true;
    const std::optional<Count> count = read_count();
    if (!count || piece.is_place)
      return false;
    if (peek('?'))
      ++at_;
    if (at_ < text_.size() && is_repetition(text_[at_]))
      return false;
    return repeat(piece, *count);
  }

  std::optional<Count> read_count() {
    switch (text_[at_++]) {
      case '*':
        return Count{0, 1, true};
      case '+':
        return Count{1, 1, true};
      case '?':
        return Count{0, 1, false};
      default:
        return read_braces();
    }
  }

  std::optional<Count> read_braces() {
    const std::optional<std::size_t> least = number();
    if (!least)
      return std::nullopt;
    Count count{*least, *least, false};
    if (peek(',')) {
      ++at_;
      count.endless = peek('}');
      const std::optional<std::size_t> most = count.endless ? least : number();
      if (!most)
        return std::nullopt;
      count.most = *most;
    }
    if (!peek('}') || count.most < count.least || count.most == 0)
      return std::nullopt;
    ++at_;
    return count;
  }

  std::optional<std::size_t> number() {
    std::size_t value = 0;
    const char* const begin = text_.data() + at_;
    const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), value);
    if (error != std::errc() || value > kMostRepeats)
      return std::nullopt;
    at_ += static_cast<std::size_t>(end - begin);
    return value;
  }

  static bool repeat(Piece& piece, const Count& count) {
    const std::size_t copies = count.most + (count.endless ? 1 : 0);
    piece.repeats *= count.most;
    piece.instructions = copies * (piece.instructions + 1);
    if (piece.repeats > kMostRepeats)
      return false;
    const bool once_or_never = count.least == 0 && count.most == 1 && !count.endless;
    const bool once = count.least == 1 && count.most == 1 && !count.endless;
    if (!once && piece.exact) {
      if (!once_or_never)
        piece.required = as_requirement(*piece.exact);
      piece.exact = once_or_never ? united(*piece.exact, {""}) : std::nullopt;
    }
    if (count.least == 0) {
      piece.nullable = true;
      piece.required.clear();
      piece.also.clear();
    }
    return true;
  }

  std::string_view text_;
  std::size_t most_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Shape> shape_of(std::string_view folded, std::size_t most_instructions) {
  return ShapeReader(folded, most_instructions).read();
}

}  // namespace plumbline::pattern
