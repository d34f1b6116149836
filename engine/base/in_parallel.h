#pragma once

#include <cstddef>
#include <functional>

namespace plumbline {

/// Calls `work` once with each number below `count`, on as many threads as the machine has cores
/// (at most four); returns when all is done. Calls for different numbers must not touch the same
/// data. What `work` throws is thrown here. Where no thread can be started, the caller's does all.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

/// The same on up to so many threads.
void in_parallel(std::size_t count, std::size_t threads,
                 const std::function<void(std::size_t)>& work);

}  // namespace plumbline
