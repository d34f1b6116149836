#include "engine/pattern/shape.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "engine/pattern/syntax.h"

namespace plumbline::pattern {
namespace {

constexpr std::size_t kFrame = 8;  // instructions of every program

constexpr std::size_t kLongestCharacter = 4;  // bytes

std::size_t sum(std::size_t left, std::size_t right) {
  return left == kEndless || right == kEndless ? kEndless : left + right;
}

/// A piece of a pattern. Sizes are upper bounds.
struct Piece {
  std::size_t instructions = 0;
  std::size_t repeats = 1;                       ///< product of the counts inside
  std::size_t longest = 0;                       ///< bytes of what it matches
  bool nullable = true;                          ///< may match without taking a character
  bool is_place = false;                         ///< ^ $ \b: takes none at all
  std::optional<Literals> exact = Literals{""};  ///< all strings that it matches, where few
  Literals required;      ///< where `exact` is not known; not yet as few strings as possible
  std::size_t reach = 0;  ///< bytes up to the end of the required string
};

Literals requirement_of(Piece piece) {
  return as_requirement(piece.exact ? *std::move(piece.exact) : std::move(piece.required));
}

/// Says nothing where the empty string is among them.
Literals as_wish(Literals literals) {
  const bool says_nothing =
      std::ranges::any_of(literals, [](const std::string& one) { return one.empty(); });
  return says_nothing ? Literals() : std::move(literals);
}

/// Pieces one behind the other; neighbours of which all strings are known melt into longer ones.
class Chain {
 public:
  /// Characters that nothing repeats.
  void add_text(std::string_view text) {
    whole_.instructions += text.size();
    whole_.nullable = whole_.nullable && text.empty();
    if (!append(run_, text)) {
      end_run();
      append(run_, text);
    }
    whole_.longest = sum(whole_.longest, text.size());
  }

  void add(Piece piece) {
    whole_.instructions += piece.instructions;
    whole_.repeats = std::max(whole_.repeats, piece.repeats);
    whole_.nullable = whole_.nullable && piece.nullable;
    if (piece.is_place)
      return;
    std::optional<Literals> longer;
    if (piece.exact)
      longer = joined(run_, *piece.exact);
    if (!longer)
      end_run();
    if (piece.exact)
      run_ = longer ? *std::move(longer) : *std::move(piece.exact);
    else
      require(std::move(piece.required), sum(whole_.longest, piece.reach));
    whole_.longest = sum(whole_.longest, piece.longest);
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
    require(as_wish(std::exchange(run_, {""})), whole_.longest);
  }
  void require(Literals literals, std::size_t reach) {
    if (!is_rarer(literals, whole_.required))
      return;
    whole_.required = std::move(literals);
    whole_.reach = reach;
  }

  Piece whole_;
  Literals run_{""};
  bool all_in_run_ = true;
};

/// One of several pieces.
class Choice {
 public:
  void add(Piece piece) {
    whole_.instructions += piece.instructions + 1;
    whole_.repeats = std::max(whole_.repeats, piece.repeats);
    whole_.longest = std::max(whole_.longest, piece.longest);
    whole_.reach = std::max(whole_.reach, piece.exact ? piece.longest : piece.reach);
    is_nullable_ = is_nullable_ || piece.nullable;
    pieces_.push_back(std::move(piece));
  }

  Piece take() {
    whole_.nullable = is_nullable_;
    std::size_t known = 0;
    for (const Piece& one : pieces_) known += one.exact ? one.exact->size() : kMostLiterals + 1;
    if (known <= kMostLiterals)
      unite_exact();
    else
      unite_required();
    return std::move(whole_);
  }

 private:
  void unite_exact() {
    whole_.exact = Literals();
    for (Piece& one : pieces_) std::ranges::move(*one.exact, std::back_inserter(*whole_.exact));
  }

  void unite_required() {
    whole_.exact.reset();
    Literals all;
    for (Piece& one : pieces_) {
      Literals literals = requirement_of(std::move(one));
      if (literals.empty())
        return;
      std::ranges::move(literals, std::back_inserter(all));
    }
    all = as_requirement(std::move(all));
    if (all.size() <= kMostLiterals)
      whole_.required = std::move(all);
  }

  Piece whole_;
  std::vector<Piece> pieces_;
  bool is_nullable_ = false;
};

/// What each part of a pattern comes to.
class ShapeReader {
 public:
  ShapeReader(std::string_view pattern, const Syntax& syntax)
      : pattern_(pattern), syntax_(syntax) {}

  std::optional<Piece> piece_of(PartId id) const {
    const Part& part = syntax_[id];
    switch (part.kind) {
      case Part::Kind::kText:
        return text_piece(pattern_.substr(part.begin, part.end - part.begin));
      case Part::Kind::kClass:
        return class_piece(syntax_.classes[part.number]);
      case Part::Kind::kPlace:
        return place();
      case Part::Kind::kSequence:
        return sequence(part);
      case Part::Kind::kChoice:
        return choice(part);
      case Part::Kind::kGroup:
        return group(part);
      case Part::Kind::kRepeat:
        return repetition(part);
    }
    return std::nullopt;
  }

 private:
  std::optional<Piece> sequence(const Part& part) const {
    Chain chain;
    for (PartId id = part.child; id != kNoPart; id = syntax_[id].next) {
      const Part& one = syntax_[id];
      if (one.kind == Part::Kind::kText) {
        chain.add_text(pattern_.substr(one.begin, one.end - one.begin));
        continue;
      }
      std::optional<Piece> piece = piece_of(id);
      if (!piece)
        return std::nullopt;
      chain.add(*std::move(piece));
    }
    return chain.take();
  }

  std::optional<Piece> choice(const Part& part) const {
    Choice choice;
    for (PartId id = part.child; id != kNoPart; id = syntax_[id].next) {
      std::optional<Piece> piece = piece_of(id);
      if (!piece)
        return std::nullopt;
      choice.add(*std::move(piece));
    }
    return choice.take();
  }

  std::optional<Piece> group(const Part& part) const {
    std::optional<Piece> inside = piece_of(part.child);
    if (inside)
      inside->instructions += 2;
    return inside;
  }

  static Piece text_piece(std::string_view text) {
    Piece piece;
    piece.instructions = text.size();
    piece.longest = text.size();
    piece.nullable = false;
    piece.exact = Literals{std::string(text)};
    return piece;
  }

  static Piece class_piece(const CharacterClass& one) {
    Piece piece;
    piece.instructions = one.instructions;
    piece.longest = kLongestCharacter;
    piece.nullable = false;
    piece.exact.reset();
    if (!one.members.empty())
      piece.exact = one.members;
    return piece;
  }

  static Piece place() {
    Piece piece;
    piece.instructions = 1;
    piece.is_place = true;
    return piece;
  }

  std::optional<Piece> repetition(const Part& part) const {
    std::optional<Piece> piece = piece_of(part.child);
    return piece && repeat(*piece, part) ? piece : std::nullopt;
  }

  /// False where RE2 shall judge.
  static bool repeat(Piece& piece, const Part& count) {
    const std::size_t copies = count.most + (count.is_endless ? 1U : 0U);
    piece.repeats *= count.most;
    piece.instructions = copies * (piece.instructions + 1);
    if (piece.repeats > kMostRepeats)
      return false;
    const bool once_or_never = count.least == 0 && count.most == 1 && !count.is_endless;
    const bool once = count.least == 1 && count.most == 1 && !count.is_endless;
    if (!once && piece.exact) {
      if (!once_or_never)
        require_each(piece, count.least);
      piece.exact = once_or_never ? united(*piece.exact, {""}) : std::nullopt;
    }
    piece.longest =
        count.is_endless || piece.longest == kEndless ? kEndless : piece.longest * count.most;
    if (count.least == 0) {
      piece.nullable = true;
      piece.required.clear();
    }
    return true;
  }

  /// What is repeated is required: two of it where it is one string and stands at least twice.
  static void require_each(Piece& piece, std::size_t least) {
    piece.required = as_wish(*piece.exact);
    piece.reach = piece.longest;
    if (piece.required.size() == 1 && least > 1) {
      piece.required.front() += piece.exact->front();
      piece.reach *= 2;
    }
  }

  std::string_view pattern_;
  const Syntax& syntax_;
};

}  // namespace

std::optional<Shape> shape_of(std::string_view folded, std::size_t most_instructions) {
  const std::optional<Syntax> syntax = read_syntax(folded);
  std::optional<Piece> all;
  if (syntax)
    all = ShapeReader(folded, *syntax).piece_of(syntax->root);
  if (!all)
    return std::nullopt;
  const bool is_sound = !all->nullable && all->instructions + kFrame <= most_instructions;
  const std::size_t reach = all->exact ? all->longest : all->reach;
  return Shape{requirement_of(*std::move(all)), reach, is_sound};
}

}  // namespace plumbline::pattern
