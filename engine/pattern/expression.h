#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "engine/pattern/pattern.h"
#include "engine/pattern/source.h"

namespace plumbline::pattern {

/// A folded pattern, made ready when it is asked for the first time: of the patterns of a pack a
/// report needs a few. Searched with a program of its own where that knows all of it, else with
/// RE2. Share it freely between threads.
class Expression {
 public:
  static constexpr std::size_t kMostInstructions = 5000;

  /// `is_sound`: RE2 takes it (Shape::is_sound).
  Expression(std::string folded, bool is_sound);
  ~Expression();

  /// Asks RE2 now; false and `error` filled where it is refused.
  bool accept(const Source& source, PatternError& error) const;

  /// Calls `visit` for each match in `where`, the leftmost first, until it returns false; false
  /// then. What stands beside `where` counts for ^ $ and \b. Both throw std::logic_error for a
  /// pattern that RE2 refuses, which nobody has accepted.
  bool each(std::string_view text, TextSpan where,
            const std::function<bool(const Match&)>& visit) const;
  bool matches(std::string_view text) const;

 private:
  struct Compiled;

  std::unique_ptr<Compiled> compiled_;
};

}  // namespace plumbline::pattern
