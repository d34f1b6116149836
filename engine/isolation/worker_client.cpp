#include "engine/isolation/worker_client.h"

#include <signal.h>
#include <sys/wait.h>

#include <utility>

#include "engine/isolation/locale.h"
#include "engine/isolation/message.h"
#include "engine/isolation/worker.h"

namespace plumbline::isolation {
namespace {

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

}  // namespace

WorkerClient::WorkerClient(WorkerProgram program, DocumentLimits limits)
    : program_(std::move(program)), limits_(limits), runner_(program_) {}

/// A worker that is there, is not worn out, and has nothing unasked to say.
bool WorkerClient::start() {
  if (worker_ && (documents_ >= limits_.documents_per_worker || !worker_->channel().is_quiet()))
    worker_.reset();
  for (int attempt = 0; !worker_ && attempt < 2; ++attempt) {
    if (std::optional<Process> started = Process::start(program_, std::string(kReaderRole)))
      worker_.emplace(*std::move(started));
    documents_ = 0;
  }
  return worker_.has_value();
}

Fault WorkerClient::stop(Channel::End end) {
  const int status = worker_->end();
  worker_.reset();
  switch (end) {
    case Channel::End::kTimeout:
      return kTimedOut;
    case Channel::End::kClosed:
      return fault_of(status);
    default:
      return kBadAnswer;
  }
}

bool WorkerClient::serve_call(std::string_view payload, std::string_view document) {
  std::optional<readers::ProgramCall> call = decode_call(payload, document);
  if (!call)
    return false;
  const long left = timer_.stop();
  const std::string result = encode(runner_.run(*std::move(call)));
  timer_.start(left);
  return worker_->channel().send(result, timer_.descriptor()) == Channel::End::kOk;
}

/// Hears calls for programs and the answer.
std::optional<Fault> WorkerClient::listen(Exchange& exchange, bool& out_of_memory) {
  for (unsigned calls = 0;;) {
    std::string payload;
    const Channel::End end =
        worker_->channel().receive(payload, exchange.longest(), timer_.descriptor());
    if (end != Channel::End::kOk)
      return stop(end);
    if (kind_of(payload) == MessageKind::kProgramCall) {
      if (++calls > limits_.program_calls || !serve_call(payload, exchange.document()))
        return stop(Channel::End::kGarbled);
      continue;
    }
    const Exchange::Reply reply = exchange.hear(payload);
    if (reply == Exchange::Reply::kBad)
      return stop(Channel::End::kGarbled);
    out_of_memory = reply == Exchange::Reply::kOutOfMemory;
    if (reply != Exchange::Reply::kMore)
      return std::nullopt;
  }
}

std::optional<Fault> WorkerClient::hold_once(Exchange& exchange, bool& out_of_memory) {
  if (!start())
    return kNotStarted;
  ++documents_;
  timer_.start(limits_.wall_milliseconds);
  const Channel::End end = worker_->channel().send(exchange.ask(++number_), timer_.descriptor());
  std::optional<Fault> fault =
      end == Channel::End::kOk ? listen(exchange, out_of_memory) : std::optional(stop(end));
  timer_.stop();
  return fault;
}

std::optional<Fault> WorkerClient::hold(Exchange& exchange) {
  bool may_repeat = worker_ && documents_ > 0;
  for (;;) {
    bool out_of_memory = false;
    const std::optional<Fault> fault = hold_once(exchange, out_of_memory);
    if (out_of_memory)
      worker_.reset();  // what it still holds must not weigh on the next document
    const bool is_lasting = fault ? fault->outcome == ReadOutcome::kTimeout : !out_of_memory;
    if (is_lasting || !may_repeat)
      return fault;
    may_repeat = false;
  }
}

}  // namespace plumbline::isolation
