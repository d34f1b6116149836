#include "engine/isolation/program_runner.h"

#include <utility>

#include "engine/isolation/frame.h"
#include "engine/isolation/message.h"
#include "engine/isolation/permitted.h"
#include "engine/isolation/worker.h"

namespace plumbline::isolation {
namespace {

constexpr unsigned kGraceSeconds = 5;  // to kill what runs and to remove files

}  // namespace

ProgramRunner::~ProgramRunner() {
  if (converter_)
    converter_->dismiss(kGraceSeconds);
}

bool ProgramRunner::start() {
  if (!converter_) {
    if (std::optional<Process> started = Process::start(program_, std::string(kConverterRole)))
      converter_.emplace(*std::move(started));
  }
  return converter_.has_value();
}

readers::ProgramResult ProgramRunner::run(readers::ProgramCall call) {
  readers::ProgramResult none;
  if (!permit(call) || !start())
    return none;
  timer_.start((call.wall_seconds + kGraceSeconds) * 1000l);
  std::string answer;
  const Channel& channel = converter_->channel();
  const bool answered =
      channel.send(encode(call, "-"), timer_.descriptor()) == Channel::End::kOk &&
      channel.receive(answer, kMaxAnswer, timer_.descriptor()) == Channel::End::kOk;
  timer_.stop();
  std::optional<readers::ProgramResult> result;
  if (answered)
    result = decode_result(answer);
  if (!result) {
    converter_->dismiss(kGraceSeconds);
    converter_.reset();
  }
  return std::move(result).value_or(none);
}

}  // namespace plumbline::isolation
