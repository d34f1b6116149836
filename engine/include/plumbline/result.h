#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "plumbline/diagnostic.h"

namespace plumbline {

/// Wraps the Diagnostic of a failed call: `return fail({.code = ..., .message = ...});`
struct Failure {
  Diagnostic error;
};
[[nodiscard]] inline Failure fail(Diagnostic diagnostic) { return {std::move(diagnostic)}; }

/// A T, or the one Diagnostic that explains its absence. Member names follow std::expected.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure.error)) {}

  bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }
  const Diagnostic& error() const& {
    assert(!has_value());
    return std::get<1>(state_);
  }
  T& operator*() & {
    assert(has_value());
    return std::get<0>(state_);
  }
  const T& operator*() const& {
    assert(has_value());
    return std::get<0>(state_);
  }
  T&& operator*() && {
    assert(has_value());
    return std::get<0>(std::move(state_));
  }
  T* operator->() { return &**this; }
  const T* operator->() const { return &**this; }

 private:
  std::variant<T, Diagnostic> state_;
};

}  // namespace plumbline
