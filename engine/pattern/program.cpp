#include "engine/pattern/program.h"

#include <algorithm>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/pattern/syntax.h"

namespace plumbline::pattern {
namespace {

constexpr std::size_t kMostSteps = 5000;
constexpr char32_t kMostBegins = 300;  // characters that are worth noting
constexpr char32_t kLast = 0x10ffff;

void sort_and_melt(std::vector<CodeRange>& ranges) {
  std::ranges::sort(ranges, {}, &CodeRange::first);
  std::size_t kept = 0;
  for (const CodeRange& one : ranges) {
    if (kept > 0 && one.first <= ranges[kept - 1].last + 1)
      ranges[kept - 1].last = std::max(ranges[kept - 1].last, one.last);
    else
      ranges[kept++] = one;
  }
  ranges.resize(kept);
}

std::vector<CodeRange> all_but(std::span<const CodeRange> ranges) {
  std::vector<CodeRange> out;
  char32_t first = 0;
  for (const CodeRange& one : ranges) {
    if (one.first > first)
      out.push_back({first, one.first - 1});
    first = one.last + 1;
  }
  if (first <= kLast)
    out.push_back({first, kLast});
  return out;
}

}  // namespace

CodeSet::CodeSet(const CharacterClass& one) : ranges_(one.ranges) {
  sort_and_melt(ranges_);
  if (one.is_negated)
    ranges_ = all_but(ranges_);
  for (const CodeRange& range : ranges_) {
    for (char32_t c = range.first; c <= range.last && c < kAscii; ++c) ascii_.set(c);
  }
}

bool CodeSet::contains_beyond(char32_t code_point) const {
  const auto behind = std::ranges::upper_bound(ranges_, code_point, {}, &CodeRange::first);
  return behind != ranges_.begin() && std::prev(behind)->last >= code_point;
}

/// Writes the steps of one part behind the other.
class ProgramWriter {
 public:
  ProgramWriter(Program& out, const Syntax& syntax) : out_(out), syntax_(syntax) {
    for (const CharacterClass& one : syntax.classes) out_.sets_.emplace_back(one);
  }

  bool write_all() {
    write(syntax_.root);
    add({.code = Step::Code::kDone});
    return is_right_ && out_.steps_.size() <= kMostSteps;
  }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(out_.steps_.size()); }
  std::uint32_t add(Step step) {
    if (step.code == Step::Code::kRun || step.code == Step::Code::kChoice)
      step.branch = out_.branches_++;
    out_.steps_.push_back(step);
    return here() - 1;
  }

  /// True where it may match without taking a character.
  bool write(PartId id) {
    const Part& part = syntax_[id];
    if (here() > kMostSteps)
      is_right_ = false;
    if (!is_right_)
      return false;
    switch (part.kind) {
      case Part::Kind::kText:
        add({.code = Step::Code::kText, .x = part.begin, .y = part.end});
        return false;
      case Part::Kind::kClass:
        add({.code = Step::Code::kSet, .x = part.number});
        return false;
      case Part::Kind::kPlace:
        add({.code = place_of(out_.pattern_[part.end - 1])});
        return true;
      case Part::Kind::kSequence:
        return sequence(part);
      case Part::Kind::kChoice:
        return choice(part);
      case Part::Kind::kGroup:
        return group(part);
      case Part::Kind::kRepeat:
        return repetition(part);
    }
    return false;
  }

  static Step::Code place_of(char mark) {
    return mark == '^'   ? Step::Code::kLineBegin
           : mark == '$' ? Step::Code::kLineEnd
           : mark == 'b' ? Step::Code::kWordEdge
                         : Step::Code::kNoWordEdge;
  }

  bool sequence(const Part& part) {
    bool may_be_empty = true;
    for (PartId id = part.child; id != kNoPart; id = syntax_[id].next)
      may_be_empty = write(id) && may_be_empty;
    return may_be_empty;
  }

  /// A choice with room for so many targets.
  std::uint32_t open_choice(std::uint32_t count) {
    const auto first = static_cast<std::uint32_t>(out_.targets_.size());
    out_.targets_.resize(first + count);
    add({.code = Step::Code::kChoice, .x = first, .y = count});
    return first;
  }

  bool choice(const Part& part) {
    std::uint32_t count = 0;
    for (PartId id = part.child; id != kNoPart; id = syntax_[id].next) ++count;
    std::uint32_t target = open_choice(count);
    std::vector<std::uint32_t> jumps;
    bool may_be_empty = false;
    for (PartId id = part.child; id != kNoPart; id = syntax_[id].next) {
      out_.targets_[target++] = here();
      may_be_empty = write(id) || may_be_empty;
      if (syntax_[id].next != kNoPart)
        jumps.push_back(add({.code = Step::Code::kJump}));
    }
    for (const std::uint32_t jump : jumps) out_.steps_[jump].x = here();
    return may_be_empty;
  }

  bool group(const Part& part) {
    if (part.number == 0)
      return write(part.child);
    add({.code = Step::Code::kSave, .x = 2 * part.number});
    const bool may_be_empty = write(part.child);
    add({.code = Step::Code::kSave, .x = 2 * part.number + 1});
    return may_be_empty;
  }

  bool repetition(const Part& part) {
    const Part& child = syntax_[part.child];
    if (child.kind == Part::Kind::kClass && !part.is_endless) {
      add({.code = Step::Code::kRun,
           .is_lazy = part.is_lazy,
           .x = child.number,
           .least = static_cast<std::uint16_t>(part.least),
           .most = static_cast<std::uint16_t>(part.most)});
      return part.least == 0;
    }
    bool may_be_empty = true;
    for (std::uint32_t i = 0; i < part.least; ++i) may_be_empty = write(part.child) && may_be_empty;
    if (part.is_endless)
      endless(part);
    else
      optional_copies(part);
    return may_be_empty;
  }

  /// Targets of a choice between going on with `inside` and leaving, in the order wanted.
  void aim(std::uint32_t target, bool is_lazy, std::uint32_t inside, std::uint32_t outside) {
    out_.targets_[target] = is_lazy ? outside : inside;
    out_.targets_[target + 1] = is_lazy ? inside : outside;
  }

  void endless(const Part& part) {
    const std::uint32_t loop = here(), target = open_choice(2), inside = here();
    if (write(part.child))
      is_right_ = false;
    add({.code = Step::Code::kJump, .x = loop});
    aim(target, part.is_lazy, inside, here());
  }

  /// x{0,3} is (?:x(?:x(?:x)?)?)?
  void optional_copies(const Part& part) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> open;  // target, begin of the copy
    for (std::uint32_t i = part.least; i < part.most && is_right_; ++i) {
      const std::uint32_t target = open_choice(2);
      open.emplace_back(target, here());
      write(part.child);
    }
    for (const auto& [target, inside] : open) aim(target, part.is_lazy, inside, here());
  }

  Program& out_;
  const Syntax& syntax_;
  bool is_right_ = true;
};

std::optional<Program> Program::compile(std::string_view folded) {
  const std::optional<Syntax> syntax = read_syntax(folded);
  if (!syntax)
    return std::nullopt;
  Program out;
  out.pattern_ = folded;
  out.groups_ = syntax->groups;
  if (!ProgramWriter(out, *syntax).write_all())
    return std::nullopt;
  out.note_begins();
  return out;
}

void Program::note_begins() {
  std::uint32_t first = 0;
  while (steps_[first].code == Step::Code::kSave) ++first;
  at_line_begin_ = steps_[first].code == Step::Code::kLineBegin;
  std::vector<std::uint32_t> open{0};
  std::vector<bool> seen(steps_.size());
  while (!open.empty() && !any_begin_) {
    const std::uint32_t at = open.back();
    open.pop_back();
    if (!seen[at] && !note_begin(at, open))
      any_begin_ = true;
    seen[at] = true;
  }
}

/// What a match may begin with if it begins with this step; false where that is anything.
bool Program::note_begin(std::uint32_t at, std::vector<std::uint32_t>& open) {
  const Step& step = steps_[at];
  switch (step.code) {
    case Step::Code::kText:
      begins_.set(decode_utf8(pattern_, step.x).value % kBegins);
      return true;
    case Step::Code::kSet:
      return note_set(sets_[step.x]);
    case Step::Code::kRun:
      if (step.least == 0)
        open.push_back(at + 1);
      return note_set(sets_[step.x]);
    case Step::Code::kJump:
      open.push_back(step.x);
      return true;
    case Step::Code::kChoice:
      open.insert(open.end(), targets_.begin() + step.x, targets_.begin() + step.x + step.y);
      return true;
    case Step::Code::kDone:
      return false;
    default:
      open.push_back(at + 1);
      return true;
  }
}

bool Program::note_set(const CodeSet& set) {
  char32_t count = 0;
  for (const CodeRange& one : set.ranges()) count += one.last - one.first + 1;
  if (count > kMostBegins)
    return false;
  for (const CodeRange& one : set.ranges()) {
    for (char32_t c = one.first; c <= one.last; ++c) begins_.set(c % kBegins);
  }
  return true;
}

}  // namespace plumbline::pattern
