#include "engine/isolation/message.h"

#include <algorithm>

#include "engine/isolation/frame.h"
#include "engine/isolation/wire.h"

namespace plumbline::isolation {
namespace {

constexpr std::size_t kMaxPath = 4096, kMaxArgument = 256, kMaxErrors = 32u << 10;
constexpr std::uint32_t kMaxSeconds = 3600;
constexpr std::uint64_t kMaxMemory = 64ull << 30, kMaxOutput = 64u << 20;
constexpr std::size_t kMaxArguments = 32;

using End = readers::ProgramResult::End;

void begin(Packer& packer, MessageKind kind) {
  packer.u8(static_cast<std::uint8_t>(kind));
}

Unpacker open(std::string_view payload, MessageKind kind) {
  Unpacker unpacker(payload);
  if (unpacker.u8() != static_cast<std::uint8_t>(kind))
    unpacker.fail();
  return unpacker;
}

/// A name without a folder, or nothing.
bool is_plain(std::string_view name) {
  return name.find('/') == name.npos && !name.starts_with('.') && name.find('\0') == name.npos;
}

bool is_inside(std::string_view name) {
  return !name.starts_with('/') && name.find("..") == name.npos && name.find('\0') == name.npos;
}

}  // namespace

std::optional<MessageKind> kind_of(std::string_view payload) {
  const std::uint8_t kind = Unpacker(payload).u8();
  if (kind < static_cast<std::uint8_t>(MessageKind::kDocument) ||
      kind > static_cast<std::uint8_t>(MessageKind::kProtections))
    return std::nullopt;
  return static_cast<MessageKind>(kind);
}

std::string encode(const DocumentMessage& message) {
  const auto& [is_archive, number, cpu_milliseconds, max_input_bytes, path, bytes, ocr] = message;
  Packer packer;
  packer.reserve(bytes.size() + path.size() + 64);
  begin(packer, is_archive ? MessageKind::kOpenArchive : MessageKind::kDocument);
  packer.flag(ocr);
  packer.u32(number);
  packer.u32(cpu_milliseconds);
  packer.u64(max_input_bytes);
  packer.text(path.substr(0, kMaxPath));
  packer.text(bytes);
  return packer.take();
}

std::optional<DocumentMessage> decode_document(std::string_view payload) {
  DocumentMessage message;
  message.is_archive = kind_of(payload) == MessageKind::kOpenArchive;
  Unpacker unpacker =
      open(payload, message.is_archive ? MessageKind::kOpenArchive : MessageKind::kDocument);
  message.ocr = unpacker.flag();
  message.number = unpacker.u32();
  message.cpu_milliseconds = unpacker.u32();
  message.max_input_bytes = unpacker.u64();
  message.path = unpacker.text(kMaxPath);
  message.bytes = unpacker.text(kMaxQuestion);
  return unpacker.done() ? std::optional(message) : std::nullopt;
}

std::string encode(const readers::ProgramCall& call, std::string_view document) {
  const auto& [arguments, input, input_name, output_name, wall, cpu, memory, output] = call;
  const bool same = input.data() == document.data() && input.size() == document.size();
  Packer packer;
  begin(packer, MessageKind::kProgramCall);
  packer.u32(static_cast<std::uint32_t>(arguments.size()));
  for (const std::string& argument : arguments) packer.text(argument);
  packer.text(input_name);
  packer.text(output_name);
  packer.u32(wall);
  packer.u32(cpu);
  packer.u64(memory);
  packer.u64(output);
  packer.flag(same);
  packer.text(same ? "" : input);
  return packer.take();
}

std::optional<readers::ProgramCall> decode_call(std::string_view payload,
                                                std::string_view document) {
  Unpacker unpacker = open(payload, MessageKind::kProgramCall);
  readers::ProgramCall call;
  const std::size_t arguments = unpacker.count(4);
  if (arguments == 0 || arguments > kMaxArguments)
    return std::nullopt;
  for (std::size_t i = 0; i < arguments; ++i)
    call.arguments.emplace_back(unpacker.text(kMaxArgument));
  call.input_name = unpacker.text(kMaxArgument);
  call.output_name = unpacker.text(kMaxArgument);
  call.wall_seconds = unpacker.number_up_to(kMaxSeconds);
  call.cpu_seconds = unpacker.number_up_to(kMaxSeconds);
  call.max_memory = std::min(unpacker.u64(), kMaxMemory);
  call.max_output = std::min(unpacker.u64(), kMaxOutput);
  const bool same = unpacker.flag();
  call.input = unpacker.text(same ? 0 : kMaxQuestion);
  if (same)
    call.input = document;
  const bool holds = unpacker.done() && is_plain(call.arguments.front()) &&
                     is_plain(call.input_name) && is_inside(call.output_name);
  return holds ? std::optional(std::move(call)) : std::nullopt;
}

std::string encode_question_about_protections() {
  return {static_cast<char>(MessageKind::kProtections)};
}

std::string encode(const Protections& protections) {
  const auto& [limits, no_new_privileges, seccomp, landlock] = protections;
  Packer packer;
  begin(packer, MessageKind::kProtections);
  packer.flag(limits);
  packer.flag(no_new_privileges);
  packer.flag(seccomp);
  packer.u8(landlock);
  return packer.take();
}

std::optional<Protections> decode_protections(std::string_view payload) {
  Unpacker unpacker = open(payload, MessageKind::kProtections);
  Protections protections;
  protections.limits = unpacker.flag();
  protections.no_new_privileges = unpacker.flag();
  protections.seccomp = unpacker.flag();
  protections.landlock = unpacker.u8();
  return unpacker.done() ? std::optional(protections) : std::nullopt;
}

std::string encode(const readers::ProgramResult& result) {
  const auto& [end, status, output, errors] = result;
  Packer packer;
  begin(packer, MessageKind::kProgramResult);
  packer.u8(static_cast<std::uint8_t>(end));
  packer.u32(static_cast<std::uint32_t>(status));
  packer.text(output);
  packer.text(std::string_view(errors).substr(0, kMaxErrors));
  return packer.take();
}

std::optional<readers::ProgramResult> decode_result(std::string_view payload) {
  Unpacker unpacker = open(payload, MessageKind::kProgramResult);
  readers::ProgramResult result;
  result.end = static_cast<End>(unpacker.small_up_to(static_cast<std::uint8_t>(End::kNotStarted)));
  result.status = static_cast<int>(unpacker.number_up_to(255));
  result.output = unpacker.text(kMaxAnswer);
  result.errors = unpacker.text(kMaxErrors);
  return unpacker.done() ? std::optional(std::move(result)) : std::nullopt;
}

}  // namespace plumbline::isolation
