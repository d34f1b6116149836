// What a worker may send, as the program hears it: a frame, then any kind of message. Whatever the
// bytes, a message is refused or keeps every promise, and what is taken encodes to itself.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/base/code_points.h"
#include "engine/base/crc32.h"
#include "engine/isolation/frame.h"
#include "engine/isolation/message.h"
#include "engine/isolation/permitted.h"

namespace {

using namespace plumbline;
using namespace plumbline::isolation;

void require(bool holds) {
  if (!holds)
    std::abort();
}

void check_extraction(std::string_view payload) {
  const auto extraction = decode_extraction(payload, 1);
  if (!extraction)
    return;
  require(utf8::is_valid(extraction->raw) && utf8::is_valid(extraction->message));
  std::size_t last = 0;
  for (const readers::Block& block : extraction->blocks) {
    require(last <= block.span.begin && block.span.begin <= block.span.end);
    require(utf8::is_valid(
        std::string_view(extraction->raw).substr(block.span.begin, block.span.size())));
    require(block.kind <= readers::BlockKind::kPageBreak && block.page >= 0 && block.line >= 0);
    last = block.span.end;
  }
  require(last <= extraction->raw.size());
  last = 0;
  for (const readers::PlacedWord& word : extraction->words) {
    require(last <= word.span.begin && word.span.begin < word.span.end && word.box.page > 0);
    require(0 <= word.box.left && word.box.left <= word.box.right && 0 <= word.box.top &&
            word.box.top <= word.box.bottom && word.box.right <= 10'000'000 &&
            word.box.bottom <= 10'000'000);
    last = word.span.end;
  }
  require(last <= extraction->raw.size());
  for (const Loss& loss : extraction->losses)
    require(utf8::is_valid(loss.what) && utf8::is_valid(loss.kind));
  require(encode(1, *extraction) == payload);
}

void check_archive(std::string_view payload) {
  Archive archive;
  if (decode_archive(payload, 1, archive))
    require(archive.skipped >= 0 && utf8::is_valid(archive.message));
  const auto member = decode_member(payload, 1);
  if (!member)
    return;
  require(utf8::is_valid(member->path) && !member->path.starts_with('/'));
  require(("/" + member->path + "/").find("/../") == std::string::npos);
  require((member->outcome == ReadOutcome::kOk) == member->message.empty());
  require(encode(1, *member) == payload);
}

void check_call(std::string_view payload) {
  auto call = decode_call(payload, "document");
  if (!call)
    return;
  require(call->arguments.front().find('/') == std::string::npos);
  if (permit(*call))
    require(call->wall_seconds <= 60 && call->max_output <= 64u << 20);
}

void check(std::string_view payload) {
  check_extraction(payload);
  check_archive(payload);
  check_call(payload);
  if (const auto result = decode_result(payload))
    require(encode(*result) == payload);
  if (const auto document = decode_document(payload))
    require(encode(*document) == payload);
  decode_protections(payload);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const Header header = parse_header(header_of(bytes));
  require(header.length == size && header.checksum == crc32_of(bytes));
  check(bytes);
  return 0;
}
