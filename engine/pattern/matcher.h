#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/pattern/pattern.h"
#include "engine/pattern/program.h"

namespace plumbline::pattern {

/// Searches a stretch of text with one program: goes back where a choice led nowhere, and never to
/// the same choice at the same place twice, so that time and memory are linear in the stretch, for
/// all of its matches together. For one thread.
class Matcher {
 public:
  /// Views: both must live longer. What stands beside `where` counts for ^ $ and \b.
  Matcher(const Program& program, std::string_view text, TextSpan where)
      : program_(program), text_(text), where_(where), from_(where.begin) {}

  /// The leftmost match behind the last one.
  std::optional<Match> next();
  /// All of `where` is one match.
  bool matches();

 private:
  /// A place to go back to. In a choice or run that has been entered before, `state` tells how far
  /// it has come; it is never 0 there.
  struct Job {
    std::uint32_t step;
    std::uint32_t state;
    std::size_t at;
    std::size_t path;  ///< length of `path_` there
  };
  static constexpr std::uint32_t kRestore = 0x80000000;  ///< the step is a slot of old value `at`

  bool run_from(std::size_t at);
  bool follow(Job job);
  bool choose(const Step& step, Job& job);
  bool run(const Step& step, Job& job);
  bool run_most(const Step& step, Job& job);
  bool run_fewest(const Step& step, Job& job);
  void leave(std::uint32_t step, std::uint32_t state, std::size_t at);

  bool stands(const Step& step, std::size_t at) const;
  /// False where the step surely fails.
  bool may_go(std::uint32_t step, std::size_t at) const;
  std::size_t behind_member(const CodeSet& set, std::size_t at) const;
  bool holds(Step::Code place, std::size_t at) const;
  bool was_here(const Step& step, std::size_t at);
  void forget_path();
  void save(std::uint32_t slot, std::size_t at);
  Match match() const;

  const Program& program_;
  std::string_view text_;
  TextSpan where_;
  std::size_t from_;
  bool is_whole_ = false;
  std::vector<Job> jobs_;
  std::vector<std::size_t> slots_;
  std::vector<bool> visited_;      ///< branch by place, from which no match comes
  std::vector<std::size_t> path_;  ///< of `visited_`, those that are not yet left for good
  std::size_t entered_ = 0;        ///< branches
};

}  // namespace plumbline::pattern
