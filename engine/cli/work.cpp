#include "engine/cli/work.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <new>
#include <thread>

#include "engine/cli/messages.h"
#include "engine/cli/session.h"
#include "engine/io/file.h"

namespace plumbline::cli {
namespace {

constexpr std::size_t kLargestChunk = 16;
constexpr std::size_t kChunksPerJob = 8;

DocumentReport check_one(const Engine& engine, const CheckOptions& options, const Input& input) {
  if (input.known)
    return *input.known;
  try {
    return check_file(engine, options, input.path);
  } catch (const std::bad_alloc& error) {
    return unchecked(input.path, ReadOutcome::kOutOfMemory,
                     say(Language::kChinese, Say::kCheckFailed, {error.what()}));
  } catch (const std::exception& error) {
    return unchecked(input.path, ReadOutcome::kCrashed,
                     say(Language::kChinese, Say::kCheckFailed, {error.what()}));
  }
}

/// Threads take the next chunk of a common queue; every slot is written by one of them.
class Queue {
 public:
  Queue(const Engine& engine, const CheckOptions& options, std::span<const Input> inputs,
        const WorkOptions& work)
      : engine_(engine), options_(options), inputs_(inputs), work_(work), reports_(inputs.size()) {
    chunk_ = std::clamp(inputs.size() / (work.jobs * kChunksPerJob), std::size_t{1}, kLargestChunk);
  }

  std::vector<DocumentReport> run() {
    {
      std::vector<std::jthread> threads;
      const std::size_t others = std::min(work_.jobs, inputs_.size());
      for (std::size_t i = 1; i < others; ++i) threads.emplace_back([this] { take_chunks(); });
      take_chunks();
    }
    return std::move(reports_);
  }

 private:
  void take_chunks() {
    for (;;) {
      const std::size_t begin = next_.fetch_add(chunk_);
      if (begin >= inputs_.size())
        return;
      for (std::size_t i = begin; i < std::min(begin + chunk_, inputs_.size()); ++i) check_slot(i);
    }
  }

  void check_slot(std::size_t i) {
    reports_[i] = check_one(engine_, options_, inputs_[i]);
    if (!work_.keep_source)
      reports_[i].source = {};
    if (!work_.on_progress)
      return;
    const std::lock_guard<std::mutex> lock(progress_);
    work_.on_progress(++done_);
  }

  const Engine& engine_;
  const CheckOptions& options_;
  std::span<const Input> inputs_;
  const WorkOptions& work_;
  std::vector<DocumentReport> reports_;
  std::size_t chunk_ = 1;
  std::atomic<std::size_t> next_ = 0;
  std::mutex progress_;
  std::size_t done_ = 0;
};

}  // namespace

DocumentReport check_file(const Engine& engine, const CheckOptions& options,
                          const std::string& path) {
  const Result<std::string> bytes = io::read_file(path, options.max_input_bytes);
  if (bytes)
    return engine.check({path, *bytes}, options);
  const bool too_large = bytes.error().code == io::kTooLarge;
  return unchecked(path, too_large ? ReadOutcome::kLimitExceeded : ReadOutcome::kUnreadable,
                   file_words(Language::kChinese, bytes.error()));
}

std::vector<DocumentReport> check_all(const Engine& engine, const CheckOptions& options,
                                      std::span<const Input> inputs, const WorkOptions& work) {
  return Queue(engine, options, inputs, work).run();
}

}  // namespace plumbline::cli
