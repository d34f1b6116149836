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
  in_parallel(count, std::min(kMostThreads, std::size_t{std::thread::hardware_concurrency()}),
              work);
}

void in_parallel(std::size_t count, std::size_t threads,
                 const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto take_turns = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::future<void>> others;
  try {
    while (others.size() + 1 < std::min(count, threads))
      others.push_back(std::async(std::launch::async, take_turns));
  } catch (const std::system_error&) {
    // Then with as many as there are.
  }
  take_turns();
  for (std::future<void>& one : others) one.get();
}

}  // namespace plumbline
