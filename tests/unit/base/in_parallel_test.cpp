#include "engine/base/in_parallel.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>
#include <vector>

namespace plumbline {
namespace {

TEST_CASE("every number is worked on once") {
  for (const std::size_t count : {0U, 1U, 2U, 1000U}) {
    std::vector<int> calls(count);
    in_parallel(count, [&](std::size_t i) { ++calls[i]; });
    CHECK(calls == std::vector<int>(count, 1));
    for (const std::size_t threads : {0U, 1U, 8U}) {
      CAPTURE(threads);
      std::fill(calls.begin(), calls.end(), 0);
      in_parallel(count, threads, [&](std::size_t i) { ++calls[i]; });
      CHECK(calls == std::vector<int>(count, 1));
    }
  }
}

TEST_CASE("calls are made side by side on so many threads as are asked for") {
  std::latch all_here(3);  // nobody goes on before three threads have come
  std::array<std::thread::id, 3> who;
  in_parallel(3, 3, [&](std::size_t i) {
    who[i] = std::this_thread::get_id();
    all_here.arrive_and_wait();
  });
  CHECK(who[0] != who[1]);
  CHECK(who[0] != who[2]);
  CHECK(who[1] != who[2]);
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
