#include "engine/pattern/literals.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace plumbline::pattern {
namespace {

constexpr std::size_t kLongest = 48;  // bytes; what lies beyond makes no text rarer
constexpr int kTooCommon = 100;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_common_mark(char c) {
  return std::string_view(",.:;()-/% \n").find(c) != std::string_view::npos;
}

/// How likely some text holds it: digits and marks stand in all, one Han character in every other
/// report, two, Latin letters and signs like × in a few.
int commonness(std::string_view literal) {
  constexpr std::size_t kHan = 3;  // bytes
  if (std::ranges::all_of(literal, is_digit))
    return literal.size() < kHan ? 60 : 30;
  if (literal.size() < kHan)
    return std::ranges::all_of(literal, is_common_mark) ? 60 : 4;
  return literal.size() == kHan ? 30 : literal.size() <= 2 * kHan ? 4 : 1;
}

int commonness(const Literals& literals) {
  int sum = 0;
  for (const std::string& one : literals) sum += commonness(one);
  return sum;
}

}  // namespace

std::optional<Literals> joined(const Literals& left, Literals right) {
  // Mostly one of them is the empty string alone.
  if (left.size() == 1 && left.front().empty())
    return right;
  if (left.size() * right.size() > kMostLiterals)
    return std::nullopt;
  Literals out;
  out.reserve(left.size() * right.size());
  for (const std::string& first : left) {
    for (const std::string& second : right) {
      if (first.size() + second.size() > kLongest)
        return std::nullopt;
      out.push_back(first + second);
    }
  }
  return out;
}

bool append(Literals& literals, std::string_view text) {
  const auto has_room = [&](const std::string& one) {
    return one.empty() || one.size() + text.size() <= kLongest;
  };
  if (!std::ranges::all_of(literals, has_room))
    return false;
  for (std::string& one : literals) one += text;
  return true;
}

std::optional<Literals> united(Literals left, Literals right) {
  if (left.size() + right.size() > kMostLiterals)
    return std::nullopt;
  std::ranges::move(right, std::back_inserter(left));
  return left;
}

bool is_rarer(const Literals& left, const Literals& right) {
  return !left.empty() && (right.empty() || commonness(left) < commonness(right));
}

Literals as_requirement(Literals literals) {
  if (literals.size() <= 1)
    return literals.empty() || literals.front().empty() || commonness(literals) > kTooCommon
               ? Literals()
               : literals;
  // A string that holds another adds nothing to "one of them".
  std::ranges::sort(literals, [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  Literals out;
  std::size_t shorter = 0;  // those of `out` that may be inside
  for (std::string& one : literals) {
    if (!out.empty() && out.back() == one)
      continue;
    if (!out.empty() && out.back().size() < one.size())
      shorter = out.size();
    const auto is_inside = [&one](const std::string& other) {
      return one.find(other) != std::string::npos;
    };
    if (std::none_of(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(shorter), is_inside))
      out.push_back(std::move(one));
  }
  const bool says_nothing = (!out.empty() && out.front().empty()) || commonness(out) > kTooCommon;
  return says_nothing ? Literals() : out;
}

}  // namespace plumbline::pattern
