// Bytes as an archive: every entry inflated, every member listed, and what they are read as.
#include <cstdint>
#include <string>

#include "engine/readers/archive.h"
#include "engine/readers/program.h"
#include "engine/readers/zip.h"
#include "tests/fuzz/extraction_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  const std::string bytes(data, data + size);
  readers::ZipArchive archive(bytes, {.max_total_bytes = 4u << 20});
  for (const readers::ZipRecord& record : archive.entries()) {
    fuzz::require(utf8::is_valid(record.name));
    const auto content = archive.read(record);
    fuzz::require(content.failure || content.bytes.size() == record.size);
  }
  const Archive members =
      readers::open_archive(bytes, {}, {.max_members = 100, .max_bytes = 4u << 20});
  for (const ArchiveMember& member : members.members) {
    fuzz::require(utf8::is_valid(member.path) && member.path.find("..") != 0);
    fuzz::require(member.message.empty() == (member.outcome == ReadOutcome::kOk));
  }
  readers::Limits limits;
  limits.run = [](const readers::ProgramCall&) { return readers::ProgramResult{}; };
  fuzz::check(readers::read("a", bytes, limits));
  return 0;
}
