#include "engine/pattern/literals.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace plumbline::pattern {
namespace {

constexpr std::size_t kLongest = 48;  // bytes; what lies beyond makes no text rarer
constexpr int kTooCommon = 100;

/// How likely some text holds it, by its length: one Han character stands in every other report,
/// two in a few, digits and marks in all.
int commonness(std::string_view literal) {
  constexpr std::size_t kHan = 3;  // bytes
  if (literal.size() < kHan)
    return literal.size() == 1 ? 60 : 20;
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

Literals rarer(Literals left, Literals right) {
  if (left.empty() || (!right.empty() && commonness(right) < commonness(left)))
    return right;
  return left;
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
