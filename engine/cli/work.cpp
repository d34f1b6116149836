#include "engine/cli/work.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <future>
#include <map>
#include <mutex>
#include <new>
#include <system_error>
#include <utility>
#include <vector>

#include "engine/cli/messages.h"
#include "engine/cli/session.h"
#include "engine/io/file.h"
#include "plumbline/archive.h"

namespace plumbline::cli {
namespace {

constexpr std::size_t kLargestChunk = 16;
constexpr std::size_t kChunksPerJob = 8;
// Inputs that are ahead of the one that is handed over next.
constexpr std::size_t kMostWaiting = 64;

using isolation::DocumentReader;
using WorkOn = std::function<void(std::size_t, DocumentReader&)>;

/// Threads take the next chunk of a common queue, each with a reader of its own; this thread uses
/// `reader`: a worker dies with the thread that started it. `work(i, …)` writes to slots of its
/// own. What a thread throws is thrown again when all have ended.
class Queue {
 public:
  Queue(const WorkOptions& options, std::size_t jobs, std::size_t count, DocumentReader& reader,
        const WorkOn& work)
      : count_(count), work_(work) {
    chunk_ = std::clamp(count / (jobs * kChunksPerJob), std::size_t{1}, kLargestChunk);
    std::vector<std::future<void>> others;
    try {
      while (others.size() + 1 < std::min(jobs, count))
        others.push_back(std::async(std::launch::async, [this, &options] {
          DocumentReader own(options.worker);
          take_chunks(own);
        }));
    } catch (const std::system_error&) {
      // Then with as many as there are.
    }
    take_chunks(reader);
    for (std::future<void>& one : others) one.get();
  }

 private:
  void take_chunks(DocumentReader& reader) {
    for (;;) {
      const std::size_t begin = next_.fetch_add(chunk_);
      if (begin >= count_)
        return;
      for (std::size_t i = begin; i < std::min(begin + chunk_, count_); ++i) work_(i, reader);
    }
  }

  std::size_t count_;
  const WorkOn& work_;
  std::size_t chunk_ = 1;
  std::atomic<std::size_t> next_ = 0;
};

/// Calls `check` and makes what it throws the document's reason.
DocumentReport guarded(const std::string& path, const std::function<DocumentReport()>& check) {
  try {
    return check();
  } catch (const std::bad_alloc& error) {
    return unchecked(path, ReadOutcome::kOutOfMemory,
                     say(Language::kChinese, Say::kCheckFailed, {error.what()}));
  } catch (const std::exception& error) {
    return unchecked(path, ReadOutcome::kCrashed,
                     say(Language::kChinese, Say::kCheckFailed, {error.what()}));
  }
}

DocumentReport not_opened(const std::string& path, const Diagnostic& error) {
  const bool too_large = error.code == io::kTooLarge;
  return unchecked(path, too_large ? ReadOutcome::kLimitExceeded : ReadOutcome::kUnreadable,
                   error.message.in(Language::kChinese));
}

/// What one input came to: one report, or those of an archive.
struct Checked {
  std::vector<DocumentReport> reports;
  int skipped = 0;
};

class Run {
 public:
  Run(const Engine& engine, const CheckOptions& options, std::span<const Input> inputs,
      const WorkOptions& work, const TakeReport& take)
      : engine_(engine), options_(options), inputs_(inputs), work_(work), take_(take) {}

  int run() {
    DocumentReader reader(work_.worker);
    Queue(work_, work_.jobs, inputs_.size(), reader,
          [this](std::size_t i, DocumentReader& own) { work_on(i, own); });
    if (failure_)
      std::rethrow_exception(failure_);
    return skipped_;
  }

 private:
  void work_on(std::size_t i, DocumentReader& reader) {
    try {
      if (wait_for_room(i))
        hand_over(i, check_input(inputs_[i], reader));
    } catch (...) {
      end_with(std::current_exception());
    }
  }

  Checked check_input(const Input& input, DocumentReader& reader) {
    if (input.known)
      return {{*input.known}, 0};
    Checked checked;
    DocumentReport report = guarded(input.path, [&]() -> DocumentReport {
      const Result<std::string> bytes = read_input(input, options_.max_input_bytes);
      if (!bytes)
        return not_opened(input.path, bytes.error());
      if (!is_archive(*bytes))
        return check_bytes(input.path, *bytes, reader);
      checked = check_archive(input.path, *bytes, reader);
      return {};
    });
    if (checked.reports.empty())
      checked.reports.push_back(std::move(report));
    if (!work_.keep_source) {
      for (DocumentReport& one : checked.reports) one.source = {};
    }
    return checked;
  }

  DocumentReport check_bytes(const std::string& path, std::string_view bytes,
                             DocumentReader& reader) {
    DocumentReport report = engine_.check(
        {path, bytes}, reader.read(path, bytes, options_.max_input_bytes, options_.ocr), options_);
    if (work_.keep_file)
      report.source.file = bytes;
    return report;
  }

  Checked check_archive(const std::string& path, std::string_view bytes, DocumentReader& reader) {
    Archive archive = reader.open(bytes, options_.max_input_bytes);
    Checked checked{std::vector<DocumentReport>(archive.members.size()), archive.skipped};
    if (archive.outcome != ReadOutcome::kOk)
      checked.reports.push_back(unchecked(path, archive.outcome, archive.message));
    // Where the archive is all there is to do, its members share the threads.
    const std::size_t jobs = inputs_.size() == 1 ? work_.jobs : 1;
    Queue(work_, jobs, archive.members.size(), reader, [&](std::size_t i, DocumentReader& own) {
      ArchiveMember& member = archive.members[i];
      checked.reports[i] = check_member(path + '/' + member.path, member, own);
      member.bytes = {};
    });
    return checked;
  }

  DocumentReport check_member(const std::string& path, const ArchiveMember& member,
                              DocumentReader& reader) {
    if (member.outcome != ReadOutcome::kOk)
      return unchecked(path, member.outcome, member.message);
    return guarded(path, [&] { return check_bytes(path, member.bytes, reader); });
  }

  /// The input that is to be handed over next never waits. False where the work has ended.
  bool wait_for_room(std::size_t i) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return failure_ || i < taken_ + kMostWaiting; });
    return !failure_;
  }

  /// Who holds the next one in order hands it over, with those that waited for it.
  void hand_over(std::size_t i, Checked&& checked) {
    std::unique_lock lock(mutex_);
    waiting_.emplace(i, std::move(checked));
    if (work_.on_progress)
      work_.on_progress(++done_);
    if (std::exchange(is_handing_over_, true))
      return;
    while (!failure_ && !waiting_.empty() && waiting_.begin()->first == taken_) {
      Checked next = std::move(waiting_.extract(waiting_.begin()).mapped());
      lock.unlock();
      const std::exception_ptr failure = give(std::move(next));
      lock.lock();
      if (failure && !failure_)
        failure_ = failure;
      ++taken_;
      room_.notify_all();
    }
    is_handing_over_ = false;
  }

  /// Who waits for room must not wait for an input that never comes.
  void end_with(const std::exception_ptr& failure) {
    const std::scoped_lock lock(mutex_);
    if (!failure_)
      failure_ = failure;
    room_.notify_all();
  }

  std::exception_ptr give(Checked&& checked) {
    try {
      skipped_ += checked.skipped;
      for (DocumentReport& report : checked.reports) take_(std::move(report));
      return nullptr;
    } catch (...) {
      return std::current_exception();
    }
  }

  const Engine& engine_;
  const CheckOptions& options_;
  std::span<const Input> inputs_;
  const WorkOptions& work_;
  const TakeReport& take_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::map<std::size_t, Checked> waiting_;
  std::size_t taken_ = 0;  ///< inputs that were handed over
  std::size_t done_ = 0;   ///< inputs that were checked
  bool is_handing_over_ = false;
  std::exception_ptr failure_;
  int skipped_ = 0;  ///< touched only by the one that hands over, and at the end
};

}  // namespace

DocumentReport check_file(const Engine& engine, const CheckOptions& options,
                          const std::string& path, isolation::DocumentReader& reader) {
  const Result<std::string> bytes = io::read_file(path, options.max_input_bytes);
  if (!bytes)
    return not_opened(path, bytes.error());
  return engine.check({path, *bytes},
                      reader.read(path, *bytes, options.max_input_bytes, options.ocr), options);
}

int check_all(const Engine& engine, const CheckOptions& options, std::span<const Input> inputs,
              const WorkOptions& work, const TakeReport& take) {
  return Run(engine, options, inputs, work, take).run();
}

}  // namespace plumbline::cli
