#include "engine/cli/work.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <iterator>
#include <mutex>
#include <new>
#include <thread>

#include "engine/cli/messages.h"
#include "engine/cli/session.h"
#include "engine/io/file.h"
#include "plumbline/archive.h"

namespace plumbline::cli {
namespace {

constexpr std::size_t kLargestChunk = 16;
constexpr std::size_t kChunksPerJob = 8;

using isolation::DocumentReader;
using WorkOn = std::function<void(std::size_t, DocumentReader&)>;

/// Threads take the next chunk of a common queue, each with a reader of its own; this thread uses
/// `reader`. `work(i, …)` writes to slots of its own.
class Queue {
 public:
  Queue(const WorkOptions& options, std::size_t jobs, std::size_t count, DocumentReader& reader,
        const WorkOn& work)
      : count_(count), work_(work) {
    chunk_ = std::clamp(count / (jobs * kChunksPerJob), std::size_t{1}, kLargestChunk);
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < std::min(jobs, count); ++i) {
      threads.emplace_back([this, &options] {
        DocumentReader own(options.worker);
        take_chunks(own);
      });
    }
    take_chunks(reader);
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
                   file_words(Language::kChinese, error));
}

class Run {
 public:
  Run(const Engine& engine, const CheckOptions& options, std::span<const Input> inputs,
      const WorkOptions& work)
      : engine_(engine), options_(options), inputs_(inputs), work_(work), slots_(inputs.size()) {}

  Checked run() {
    DocumentReader reader(work_.worker);
    Queue(work_, work_.jobs, inputs_.size(), reader, [this](std::size_t i, DocumentReader& own) {
      slots_[i] = check_input(inputs_[i], own);
      tell_progress();
    });
    Checked all;
    for (Checked& slot : slots_) {
      all.skipped += slot.skipped;
      std::ranges::move(slot.reports, std::back_inserter(all.reports));
    }
    return all;
  }

 private:
  Checked check_input(const Input& input, DocumentReader& reader) {
    if (input.known)
      return {{*input.known}, 0};
    Checked checked;
    DocumentReport report = guarded(input.path, [&]() -> DocumentReport {
      const Result<std::string> bytes = io::read_file(input.path, options_.max_input_bytes);
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
    return engine_.check({path, bytes}, reader.read(path, bytes, options_.max_input_bytes),
                         options_);
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

  void tell_progress() {
    if (!work_.on_progress)
      return;
    const std::lock_guard<std::mutex> lock(progress_);
    work_.on_progress(++done_);
  }

  const Engine& engine_;
  const CheckOptions& options_;
  std::span<const Input> inputs_;
  const WorkOptions& work_;
  std::vector<Checked> slots_;
  std::mutex progress_;
  std::size_t done_ = 0;
};

}  // namespace

DocumentReport check_file(const Engine& engine, const CheckOptions& options,
                          const std::string& path, isolation::DocumentReader& reader) {
  const Result<std::string> bytes = io::read_file(path, options.max_input_bytes);
  if (!bytes)
    return not_opened(path, bytes.error());
  return engine.check({path, *bytes}, reader.read(path, *bytes, options.max_input_bytes), options);
}

Checked check_all(const Engine& engine, const CheckOptions& options, std::span<const Input> inputs,
                  const WorkOptions& work) {
  return Run(engine, options, inputs, work).run();
}

}  // namespace plumbline::cli
