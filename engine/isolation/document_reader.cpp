#include "engine/isolation/document_reader.h"

#include <signal.h>
#include <sys/wait.h>

#include <utility>

#include "engine/isolation/frame.h"
#include "engine/isolation/locale.h"
#include "engine/isolation/message.h"
#include "engine/isolation/program_runner.h"
#include "engine/isolation/worker.h"

namespace plumbline::isolation {
namespace {

using readers::Extraction;

struct Fault {
  ReadOutcome outcome;
  std::string_view message;
};

constexpr Fault kTimedOut = {ReadOutcome::kTimeout, locale::kTimeout};
constexpr Fault kNoMemory = {ReadOutcome::kOutOfMemory, locale::kOutOfMemory};
constexpr Fault kCrash = {ReadOutcome::kCrashed, locale::kCrashed};
constexpr Fault kForbidden = {ReadOutcome::kCrashed, locale::kForbidden};
constexpr Fault kBadAnswer = {ReadOutcome::kCrashed, locale::kBadAnswer};
constexpr Fault kNotStarted = {ReadOutcome::kCrashed, locale::kNotStarted};

/// Why a worker went away.
Fault fault_of(int status) {
  if (WIFEXITED(status))
    return WEXITSTATUS(status) == kOutOfMemoryStatus ? kNoMemory : kBadAnswer;
  switch (WTERMSIG(status)) {
    case SIGPROF:
    case SIGXCPU:
      return kTimedOut;
    case SIGKILL:  // not by us: the system ran out of memory
      return kNoMemory;
    case SIGSYS:
      return kForbidden;
    default:
      return kCrash;
  }
}

Extraction failed(const readers::Format& format, const Fault& fault) {
  Extraction extraction;
  extraction.format = format.name;
  extraction.outcome = fault.outcome;
  extraction.message = fault.message;
  return extraction;
}

}  // namespace

struct DocumentReader::Impl {
  WorkerProgram program;
  DocumentLimits limits;
  Timer timer;
  std::optional<Process> worker;
  ProgramRunner runner;
  unsigned documents = 0;  ///< that the worker was given
  std::uint32_t number = 0;

  bool start();
  Fault stop(Channel::End end);
  std::optional<Fault> ask(const DocumentMessage& document, Extraction& answer);
  std::optional<Fault> listen(const DocumentMessage& document, Extraction& answer);
  bool serve_call(std::string_view payload, std::string_view document);
  Extraction read(const readers::Format& format, DocumentMessage document);
};

/// A worker that is there, is not worn out, and has nothing unasked to say.
bool DocumentReader::Impl::start() {
  if (worker && (documents >= limits.documents_per_worker || !worker->channel().is_quiet()))
    worker.reset();
  for (int attempt = 0; !worker && attempt < 2; ++attempt) {
    if (std::optional<Process> started = Process::start(program, std::string(kReaderRole)))
      worker.emplace(*std::move(started));
    documents = 0;
  }
  return worker.has_value();
}

Fault DocumentReader::Impl::stop(Channel::End end) {
  const int status = worker->end();
  worker.reset();
  switch (end) {
    case Channel::End::kTimeout:
      return kTimedOut;
    case Channel::End::kClosed:
      return fault_of(status);
    default:
      return kBadAnswer;
  }
}

bool DocumentReader::Impl::serve_call(std::string_view payload, std::string_view document) {
  std::optional<readers::ProgramCall> call = decode_call(payload, document);
  if (!call)
    return false;
  const long left = timer.stop();
  const std::string result = encode(runner.run(*call));
  timer.start(left);
  return worker->channel().send(result, timer.descriptor()) == Channel::End::kOk;
}

/// Hears calls for programs, then the answer.
std::optional<Fault> DocumentReader::Impl::listen(const DocumentMessage& document,
                                                  Extraction& answer) {
  for (unsigned calls = 0;; ++calls) {
    std::string payload;
    const Channel::End end = worker->channel().receive(payload, kMaxAnswer, timer.descriptor());
    if (end != Channel::End::kOk)
      return stop(end);
    if (kind_of(payload) == MessageKind::kProgramCall && calls < limits.program_calls) {
      if (serve_call(payload, document.bytes))
        continue;
      return stop(Channel::End::kGarbled);
    }
    std::optional<Extraction> extraction = decode_extraction(payload, document.number);
    if (!extraction)
      return stop(Channel::End::kGarbled);
    answer = *std::move(extraction);
    return std::nullopt;
  }
}

std::optional<Fault> DocumentReader::Impl::ask(const DocumentMessage& document,
                                               Extraction& answer) {
  if (!start())
    return kNotStarted;
  ++documents;
  timer.start(limits.wall_milliseconds);
  const Channel::End end = worker->channel().send(encode(document), timer.descriptor());
  std::optional<Fault> fault =
      end == Channel::End::kOk ? listen(document, answer) : std::optional(stop(end));
  timer.stop();
  return fault;
}

Extraction DocumentReader::Impl::read(const readers::Format& format, DocumentMessage document) {
  document.cpu_milliseconds = limits.cpu_milliseconds;
  Extraction answer;
  for (bool again = true;;) {
    const bool fresh = !worker || documents == 0;
    document.number = ++number;
    const std::optional<Fault> fault = ask(document, answer);
    const bool worn = !fault && answer.outcome == ReadOutcome::kOutOfMemory;
    if (worn)
      worker.reset();  // nothing that it still holds must weigh on the next document
    if (fault && (fault->outcome == ReadOutcome::kTimeout || fresh || !again))
      return failed(format, *fault);
    if (!fault && (!worn || fresh || !again)) {
      if (answer.format.empty())
        answer.format = format.name;
      return answer;
    }
    again = false;
  }
}

DocumentReader::DocumentReader(WorkerProgram program, DocumentLimits limits)
    : impl_(std::make_unique<Impl>()) {
  impl_->runner.program = program;
  impl_->program = std::move(program);
  impl_->limits = limits;
}

DocumentReader::~DocumentReader() = default;

Extraction DocumentReader::read(std::string_view path, std::string_view bytes,
                                std::size_t max_input_bytes) {
  const bool in_reach = !bytes.empty() && bytes.size() <= max_input_bytes;
  const readers::Format* format = in_reach ? readers::format_of(path, bytes) : nullptr;
  if (format == nullptr || !format->foreign || impl_->program.path.empty())
    return readers::read(path, bytes, {.max_input_bytes = max_input_bytes});
  return impl_->read(*format, {.max_input_bytes = max_input_bytes, .path = path, .bytes = bytes});
}

std::optional<Protections> DocumentReader::protections() {
  if (impl_->program.path.empty() || !impl_->start())
    return std::nullopt;
  impl_->timer.start(impl_->limits.wall_milliseconds);
  const Channel& channel = impl_->worker->channel();
  const int timer = impl_->timer.descriptor();
  std::string answer;
  if (channel.send(encode_question_about_protections(), timer) != Channel::End::kOk ||
      channel.receive(answer, kMaxAnswer, timer) != Channel::End::kOk)
    return std::nullopt;
  return decode_protections(answer);
}

int DocumentReader::worker() const {
  return impl_->worker ? impl_->worker->identifier() : 0;
}

}  // namespace plumbline::isolation
