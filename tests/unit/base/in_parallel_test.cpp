#include "engine/base/in_parallel.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace plumbline {
namespace {

TEST_CASE("every number is worked on once") {
  for (const std::size_t count : {0U, 1U, 2U, 1000U}) {
    std::vector<int> calls(count);
    in_parallel(count, [&](std::size_t i) { ++calls[i]; });
    CHECK(calls == std::vector<int>(count, 1));
  }
}

TEST_CASE("what the work throws is thrown on the caller's side when all threads have ended") {
  std::atomic<int> running = 0;
  const auto work = [&](std::size_t i) {
    ++running;
    if (i == 7) {
      --running;
      throw std::runtime_error("seven");
    }
    --running;
  };
  CHECK_THROWS_WITH(in_parallel(100, work), "seven");
  CHECK(running == 0);
}

}  // namespace
}  // namespace plumbline
