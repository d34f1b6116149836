#include <doctest/doctest.h>

#include <functional>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include "engine/pattern/pattern.h"

// What a pattern makes when it is first asked is asked for by several threads at once. A result
// that differs fails anywhere; a race that this once went well fails under ./dev tsan.
namespace plumbline::pattern {
namespace {

constexpr std::ptrdiff_t kThreads = 4;
constexpr int kRounds = 30;

using Ask = std::function<std::string(const Pattern&)>;

std::string all_matches(const Pattern& pattern, std::string_view text) {
  std::string out;
  pattern.each(text, {0, text.size()}, [&out](const Match& match) {
    out += std::to_string(match.span.begin) + "-" + std::to_string(match.span.end);
    for (const TextSpan group : match.groups) out += "(" + std::to_string(group.begin) + ")";
    out += " ";
    return true;
  });
  return out;
}

Pattern fresh(std::string_view author) {
  PatternError error;
  auto pattern = Pattern::compile(author, error);
  REQUIRE(pattern);
  return *std::move(pattern);
}

/// What each thread is told by a pattern that nobody has asked before.
std::vector<std::string> ask_at_once(std::string_view author, const Ask& ask) {
  const Pattern pattern = fresh(author);
  std::latch start(kThreads);
  std::vector<std::string> answers(kThreads);
  {
    std::vector<std::jthread> threads;
    for (std::string& answer : answers) {
      threads.emplace_back([&start, &answer, &ask, &pattern] {
        start.arrive_and_wait();
        answer = ask(pattern);
      });
    }
  }
  return answers;
}

TEST_CASE("threads that ask a new pattern at once are told the same") {
  const std::string few = "2024年制定规章3件，法治治治，12件";
  std::string many(70 << 10, '3');  // longer than a program takes whole: RE2 judges it
  const struct {
    std::string_view author;
    Ask ask;
    std::string expected;
  } cases[] = {
      {"(\\d{1,3})件", [&](const Pattern& p) { return all_matches(p, few); },
       "19-23(19) 41-46(41) "},
      {"(?:法?)+治", [&](const Pattern& p) { return all_matches(p, few); },  // RE2 searches
       "26-32 32-35 35-38 "},
      {"\\d+", [&](const Pattern& p) { return p.matches(many) ? "whole" : "no"; }, "whole"},
      {"\\d+",
       [&](const Pattern& p) { return all_matches(p, few) + (p.matches(many) ? "whole" : "no"); },
       "0-4 19-20 41-43 whole"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.author);
    for (int round = 0; round < kRounds; ++round) {
      for (const std::string& answer : ask_at_once(c.author, c.ask)) CHECK(answer == c.expected);
    }
  }
}

}  // namespace
}  // namespace plumbline::pattern
