#include "engine/isolation/worker.h"

#include <malloc.h>
#include <sys/time.h>
#include <unistd.h>

#include <exception>
#include <new>
#include <optional>
#include <string>

#include "engine/isolation/channel.h"
#include "engine/isolation/frame.h"
#include "engine/isolation/locale.h"
#include "engine/isolation/message.h"
#include "engine/isolation/process.h"
#include "engine/readers/archive.h"

namespace plumbline::isolation {
namespace {

constexpr int kMappedFrom = 256 << 10;  // bytes; what is as large goes back to the system at once

/// Ends this process when it has used so much processor time; 0 = no end.
void allow_processor_time(std::uint32_t milliseconds) {
  itimerval timer{};
  timer.it_value.tv_sec = milliseconds / 1000;
  timer.it_value.tv_usec = static_cast<suseconds_t>(milliseconds % 1000) * 1000;
  ::setitimer(ITIMER_PROF, &timer, nullptr);
}

readers::Extraction failed(ReadOutcome outcome, std::string_view message) {
  readers::Extraction extraction;
  extraction.outcome = outcome;
  extraction.message = message;
  return extraction;
}

/// Asks the other side to run a program and waits.
readers::ProgramResult ask_for(const readers::ProgramCall& call, std::string_view document,
                               const Channel& channel) {
  std::string answer;
  if (channel.send(encode(call, document)) != Channel::End::kOk ||
      channel.receive(answer, kMaxQuestion) != Channel::End::kOk)
    ::_exit(0);  // nobody is there any more
  return decode_result(answer).value_or(readers::ProgramResult{});
}

readers::Extraction read_guarded(const DocumentMessage& document, const Read& read,
                                 const Channel& channel) {
  readers::Limits limits;
  limits.max_input_bytes = document.max_input_bytes;
  limits.ocr = document.ocr;
  limits.run = [&](const readers::ProgramCall& call) {
    return ask_for(call, document.bytes, channel);
  };
  try {
    return read(document.path, document.bytes, limits);
  } catch (const std::bad_alloc&) {
    return failed(ReadOutcome::kOutOfMemory, locale::kOutOfMemory);
  } catch (const std::exception&) {
    return failed(ReadOutcome::kCrashed, locale::kCrashed);
  }
}

bool answer_document(std::string_view question, const Read& read, const Channel& channel) {
  const std::optional<DocumentMessage> document = decode_document(question);
  if (!document)
    return false;
  allow_processor_time(document->cpu_milliseconds);
  std::string answer;
  try {
    answer = encode(document->number, read_guarded(*document, read, channel));
  } catch (const std::bad_alloc&) {
    answer = encode(document->number, failed(ReadOutcome::kOutOfMemory, locale::kOutOfMemory));
  }
  allow_processor_time(0);
  return channel.send(answer) == Channel::End::kOk;
}

bool answer_archive(std::string_view question, const Channel& channel) {
  const std::optional<DocumentMessage> document = decode_document(question);
  if (!document)
    return false;
  allow_processor_time(document->cpu_milliseconds);
  Archive archive =
      readers::open_archive(document->bytes, {.max_input_bytes = document->max_input_bytes});
  bool sent = channel.send(encode(document->number, archive)) == Channel::End::kOk;
  for (std::size_t i = 0; i < archive.members.size() && sent; ++i) {
    sent = channel.send(encode(document->number, archive.members[i])) == Channel::End::kOk;
    archive.members[i] = {};
  }
  allow_processor_time(0);
  return sent;
}

bool answer_one(std::string_view question, const Protections& protections, const Read& read,
                const Channel& channel) {
  const std::optional<MessageKind> kind = kind_of(question);
  if (kind == MessageKind::kProtections)
    return channel.send(encode(protections)) == Channel::End::kOk;
  if (kind == MessageKind::kOpenArchive)
    return answer_archive(question, channel);
  return kind == MessageKind::kDocument && answer_document(question, read, channel);
}

/// Tables that libraries build or load at their first use, while they still may.
void warm_up() {
  using namespace std::string_view_literals;
  constexpr std::string_view kPage =
      "<html><head><meta charset=gb18030></head><body><p>\xD2\xBB\xA1\xA2</p></body></html>";
  for (const std::string_view bytes : {kPage, "\xFF\xFE\x00\x4E"sv, "\xFE\xFF\x4E\x00"sv})
    readers::read("", bytes, {});
}

}  // namespace

int serve_documents(const SandboxLimits& limits, const Read& read) try {
  ::mallopt(M_MMAP_THRESHOLD, kMappedFrom);
  ::mallopt(M_TRIM_THRESHOLD, kMappedFrom);
  warm_up();
  const Protections protections = lock_down(limits);
  const Channel channel(kWorkerDescriptor);
  for (;;) {
    std::string question;
    if (channel.receive(question, kMaxQuestion) != Channel::End::kOk ||
        !answer_one(question, protections, read, channel))
      return 0;
  }
} catch (const std::bad_alloc&) {
  return kOutOfMemoryStatus;
}

int run_worker(std::string_view role) {
  if (role == kReaderRole)
    return serve_documents({}, readers::read);
  return role == kConverterRole ? serve_programs(true) : 2;
}

}  // namespace plumbline::isolation
