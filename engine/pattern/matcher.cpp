#include "engine/pattern/matcher.h"

#include <cstring>

#include "engine/base/utf8.h"
#include "engine/base/utf8_bytes.h"

namespace plumbline::pattern {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kShort = 200;  // branches that are cheaper to enter twice than to note

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

std::optional<Match> Matcher::next() {
  while (from_ < where_.end) {
    const CodePoint first = decode_utf8(text_, from_);
    const bool is_begin = !program_.is_at_line_begin() || holds(Step::Code::kLineBegin, from_);
    if (is_begin && program_.may_begin_with(first.value) && may_go(0, from_) && run_from(from_)) {
      forget_path();
      from_ = slots_[1];
      return match();
    }
    from_ = first.end;
  }
  return std::nullopt;
}

bool Matcher::matches() {
  is_whole_ = true;
  return run_from(where_.begin);
}

bool Matcher::run_from(std::size_t at) {
  jobs_.clear();
  path_.clear();
  slots_.assign(2 + 2 * program_.groups(), kNone);
  slots_[0] = at;
  leave(0, 0, at);
  while (!jobs_.empty()) {
    const Job job = jobs_.back();
    jobs_.pop_back();
    path_.resize(job.path);
    if ((job.step & kRestore) != 0)
      slots_[job.step & ~kRestore] = job.at;
    else if (follow(job))
      return true;
  }
  return false;
}

/// Something to come back to.
void Matcher::leave(std::uint32_t step, std::uint32_t state, std::size_t at) {
  jobs_.push_back({step, state, at, path_.size()});
}

/// Goes on from there until the match is found or the way ends.
bool Matcher::follow(Job job) {
  for (;;) {
    const Step& step = program_[job.step++];
    switch (step.code) {
      case Step::Code::kText:
        if (!stands(step, job.at))
          return false;
        job.at += step.y - step.x;
        break;
      case Step::Code::kSet:
        job.at = behind_member(program_.set(step.x), job.at);
        if (job.at == kNone)
          return false;
        break;
      case Step::Code::kRun:
        if (!run(step, job))
          return false;
        break;
      case Step::Code::kChoice:
        if (!choose(step, job))
          return false;
        break;
      case Step::Code::kSave:
        save(step.x, job.at);
        break;
      case Step::Code::kJump:
        job.step = step.x;
        break;
      case Step::Code::kDone:
        slots_[1] = job.at;
        return !is_whole_ || job.at == where_.end;
      default:
        if (!holds(step.code, job.at))
          return false;
    }
  }
}

/// Takes the next branch that may lead on and notes the others. `state`: branches tried.
bool Matcher::choose(const Step& step, Job& job) {
  if (job.state == 0 && was_here(step, job.at))
    return false;
  std::uint32_t branch = job.state;
  while (branch < step.y && !may_go(program_.target(step.x + branch), job.at)) ++branch;
  if (branch == step.y)
    return false;
  if (branch + 1 < step.y)
    leave(job.step - 1, branch + 1, job.at);
  job.step = program_.target(step.x + branch);
  job.state = 0;
  return true;
}

bool Matcher::run(const Step& step, Job& job) {
  if (job.state == 0 && was_here(step, job.at))
    return false;
  return step.is_lazy ? run_fewest(step, job) : run_most(step, job);
}

/// `state`: characters up to `at`, and one.
bool Matcher::run_most(const Step& step, Job& job) {
  std::uint32_t taken = 0;
  if (job.state == 0) {
    const CodeSet& set = program_.set(step.x);
    for (; taken < step.most; ++taken) {
      const std::size_t next = behind_member(set, job.at);
      if (next == kNone)
        break;
      job.at = next;
    }
    if (taken < step.least)
      return false;
  } else {
    taken = job.state - 1;
  }
  const auto back = [&] {
    do --job.at;
    while (continues_character(text_[job.at]));
    --taken;
  };
  while (!may_go(job.step, job.at)) {
    if (taken == step.least)
      return false;
    back();
  }
  const std::size_t at = job.at;
  if (taken > step.least) {
    back();
    leave(job.step - 1, taken + 1, job.at);
  }
  job.at = at;
  job.state = 0;
  return true;
}

/// `state`: characters up to `at`, and one.
bool Matcher::run_fewest(const Step& step, Job& job) {
  const CodeSet& set = program_.set(step.x);
  std::uint32_t taken = job.state == 0 ? 0 : job.state - 1;
  while (taken < step.least || !may_go(job.step, job.at)) {
    job.at = taken < step.most ? behind_member(set, job.at) : kNone;
    if (job.at == kNone)
      return false;
    ++taken;
  }
  if (taken < step.most) {
    const std::size_t next = behind_member(set, job.at);
    if (next != kNone)
      leave(job.step - 1, taken + 2, next);
  }
  job.state = 0;
  return true;
}

bool Matcher::stands(const Step& step, std::size_t at) const {
  const std::size_t size = step.y - step.x;
  if (where_.end - at < size)
    return false;
  // Mostly the last byte tells.
  const char* const wanted = program_.text(step).data();
  const char* const found = text_.data() + at;
  return found[size - 1] == wanted[size - 1] && std::memcmp(found, wanted, size - 1) == 0;
}

bool Matcher::may_go(std::uint32_t step, std::size_t at) const {
  while (program_[step].code == Step::Code::kSave) ++step;
  const Step& first = program_[step];
  if (first.code == Step::Code::kText)
    return stands(first, at);
  return first.code != Step::Code::kSet || behind_member(program_.set(first.x), at) != kNone;
}

std::size_t Matcher::behind_member(const CodeSet& set, std::size_t at) const {
  if (at >= where_.end)
    return kNone;
  const CodePoint found = decode_utf8(text_, at);
  return found.valid && found.end <= where_.end && set.contains(found.value) ? found.end : kNone;
}

bool Matcher::holds(Step::Code place, std::size_t at) const {
  if (place == Step::Code::kLineBegin)
    return at == 0 || text_[at - 1] == '\n';
  if (place == Step::Code::kLineEnd)
    return at == text_.size() || text_[at] == '\n';
  const bool before = at > 0 && is_word(text_[at - 1]);
  const bool behind = at < text_.size() && is_word(text_[at]);
  return (before != behind) == (place == Step::Code::kWordEdge);
}

/// Whether this branch has been entered here before. A short search does not keep account.
bool Matcher::was_here(const Step& step, std::size_t at) {
  if (++entered_ <= kShort)
    return false;
  const std::size_t places = where_.end - where_.begin + 1;
  if (visited_.empty())
    visited_.resize(places * program_.branches());
  const std::size_t place = step.branch * places + (at - where_.begin);
  if (visited_[place])
    return true;
  visited_[place] = true;
  path_.push_back(place);
  return false;
}

/// The way to a match is not one that led nowhere.
void Matcher::forget_path() {
  for (const std::size_t place : path_) visited_[place] = false;
}

void Matcher::save(std::uint32_t slot, std::size_t at) {
  if (!jobs_.empty())
    leave(slot | kRestore, 0, slots_[slot]);
  slots_[slot] = at;
}

Match Matcher::match() const {
  Match out{.span = {slots_[0], slots_[1]}, .groups = {}};
  out.groups.reserve(program_.groups());
  for (std::size_t i = 2; i < slots_.size(); i += 2) {
    const bool is_set = slots_[i] != kNone && slots_[i + 1] != kNone;
    out.groups.push_back(is_set ? TextSpan{slots_[i], slots_[i + 1]} : TextSpan{kNone, kNone});
  }
  return out;
}

}  // namespace plumbline::pattern
