#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "engine/pattern/pattern.h"
#include "engine/pattern/prepared.h"
#include "engine/pattern/source.h"

namespace plumbline::pattern {

/// A folded pattern in RE2, compiled when it is asked for the first time: of the patterns of a pack
/// a report needs a few. Share it freely between threads.
class Expression {
 public:
  static constexpr std::size_t kMostInstructions = 5000;

  explicit Expression(Prepared prepared);
  ~Expression();

  /// Compiles it now; false and `error` filled where it is refused.
  bool accept(const Source& source, PatternError& error) const;

  /// Somebody has searched with it.
  bool is_compiled() const { return is_compiled_.load(std::memory_order_relaxed); }
  /// Every match begins with ^.
  bool is_at_line_begin() const { return prepared_.at_line_begin; }

  /// Begin of the leftmost match in `where`, npos where there is none; what stands beside `where`
  /// counts for ^ $ and \b. All three throw std::logic_error for a pattern that RE2 refuses, which
  /// nobody has accepted.
  std::size_t first(std::string_view text, TextSpan where) const;
  /// The leftmost match in `where` with its groups.
  bool search(std::string_view text, TextSpan where, Match& match) const;
  bool matches(std::string_view text) const;

 private:
  struct Compiled;
  const Compiled& compiled() const;

  Prepared prepared_;
  mutable std::once_flag once_;
  mutable std::atomic<bool> is_compiled_ = false;
  mutable std::unique_ptr<const Compiled> compiled_;
};

}  // namespace plumbline::pattern
