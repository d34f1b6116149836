#include "engine/base/in_parallel.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <system_error>
#include <thread>
#include <vector>

namespace plumbline {
namespace {

constexpr std::size_t kMostThreads = 4;

}  // namespace

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto take_turns = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  const std::size_t threads =
      std::min({count, kMostThreads, std::size_t{std::thread::hardware_concurrency()}});
  std::vector<std::future<void>> others;
  try {
    while (others.size() + 1 < threads)
      others.push_back(std::async(std::launch::async, take_turns));
  } catch (const std::system_error&) {
    // Then with as many as there are.
  }
  take_turns();
  for (std::future<void>& one : others) one.get();
}

}  // namespace plumbline
