#pragma once

#include <cstddef>
#include <functional>

namespace plumbline::packtest {

/// Calls `work` with 0 … count-1, each once, on up to `jobs` threads; returns when all are done.
/// `work` must write to places of its own. An exception of a call is thrown again here.
void in_parallel(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& work);

}  // namespace plumbline::packtest
