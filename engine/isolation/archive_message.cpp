#include <algorithm>

#include "engine/base/code_points.h"
#include "engine/isolation/frame.h"
#include "engine/isolation/message.h"
#include "engine/isolation/wire.h"

namespace plumbline::isolation {
namespace {

constexpr std::size_t kMaxWords = 16u << 10;
constexpr std::size_t kMaxLabel = 64u << 10;  // a name of a zip entry is no longer, nested ones are
constexpr std::uint32_t kMaxMembers = 1u << 16, kMaxSkipped = 1u << 24;

Unpacker open(std::string_view payload, MessageKind kind, std::uint32_t number) {
  Unpacker unpacker(payload);
  if (unpacker.u8() != static_cast<std::uint8_t>(kind) || unpacker.u32() != number)
    unpacker.fail();
  return unpacker;
}

Packer begin(MessageKind kind, std::uint32_t number) {
  Packer packer;
  packer.u8(static_cast<std::uint8_t>(kind));
  packer.u32(number);
  return packer;
}

void pack_outcome(Packer& packer, ReadOutcome outcome, std::string_view message) {
  packer.u8(static_cast<std::uint8_t>(outcome));
  packer.text(utf8::prefix(message, kMaxWords));
}

/// Words go with every outcome but kOk.
ReadOutcome unpack_outcome(Unpacker& unpacker, std::string& message) {
  const auto outcome = static_cast<ReadOutcome>(
      unpacker.small_up_to(static_cast<std::uint8_t>(ReadOutcome::kCrashed)));
  message = unpacker.text(kMaxWords);
  if (!utf8::is_valid(message) || message.empty() != (outcome == ReadOutcome::kOk))
    unpacker.fail();
  return outcome;
}

/// A label below the archive, without a way out of it.
bool is_label(std::string_view path) {
  if (path.empty() || path.front() == '/' || !utf8::is_valid(path) || path.find('\0') != path.npos)
    return false;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t slash = std::min(path.find('/', at), path.size());
    if (path.substr(at, slash - at) == "..")
      return false;
    at = slash + 1;
  }
  return true;
}

}  // namespace

std::string encode(std::uint32_t number, const Archive& archive) {
  Packer packer = begin(MessageKind::kArchive, number);
  pack_outcome(packer, archive.outcome, archive.message);
  packer.u32(static_cast<std::uint32_t>(std::max(archive.skipped, 0)));
  packer.u32(static_cast<std::uint32_t>(archive.members.size()));
  return packer.take();
}

std::optional<std::size_t> decode_archive(std::string_view payload, std::uint32_t number,
                                          Archive& archive) {
  Unpacker unpacker = open(payload, MessageKind::kArchive, number);
  archive.outcome = unpack_outcome(unpacker, archive.message);
  archive.skipped = static_cast<int>(unpacker.number_up_to(kMaxSkipped));
  const std::size_t members = unpacker.number_up_to(kMaxMembers);
  return unpacker.done() ? std::optional(members) : std::nullopt;
}

std::string encode(std::uint32_t number, const ArchiveMember& member) {
  const auto& [path, bytes, outcome, message] = member;
  Packer packer = begin(MessageKind::kMember, number);
  packer.reserve(bytes.size() + path.size() + message.size() + 64);
  packer.text(utf8::prefix(path, kMaxLabel));
  pack_outcome(packer, outcome, message);
  packer.text(bytes);
  return packer.take();
}

std::optional<ArchiveMember> decode_member(std::string_view payload, std::uint32_t number) {
  Unpacker unpacker = open(payload, MessageKind::kMember, number);
  ArchiveMember member;
  member.path = unpacker.text(kMaxLabel);
  member.outcome = unpack_outcome(unpacker, member.message);
  member.bytes = unpacker.text(member.outcome == ReadOutcome::kOk ? kMaxQuestion : 0);
  return unpacker.done() && is_label(member.path) ? std::optional(std::move(member)) : std::nullopt;
}

}  // namespace plumbline::isolation
