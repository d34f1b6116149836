#include <algorithm>

#include "engine/base/code_points.h"
#include "engine/base/utf8_bytes.h"
#include "engine/isolation/locale.h"
#include "engine/isolation/message.h"
#include "engine/isolation/wire.h"

namespace plumbline::isolation {
namespace {

using readers::Along;
using readers::Block;
using readers::BlockKind;
using readers::PlacedWord;

constexpr std::size_t kMaxText = 32u << 20, kMaxWords = 16u << 10, kMaxName = 64;
constexpr std::uint32_t kMaxPlace = 1u << 30;  // a line, a page, a paragraph
constexpr std::uint8_t kMaxHint = 9;
constexpr std::uint32_t kMaxTenths = 10'000'000;  // of a point
constexpr std::size_t kBlockBytes = 35, kLossBytes = 37, kWordBytes = 25;

bool is_name(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::string words(Unpacker& unpacker, std::size_t most) {
  const std::string_view text = unpacker.text(most);
  if (!utf8::is_valid(text))
    unpacker.fail();
  return std::string(text);
}

std::string name(Unpacker& unpacker) {
  const std::string_view text = unpacker.text(kMaxName);
  if (!is_name(text))
    unpacker.fail();
  return std::string(text);
}

int place(Unpacker& unpacker) {
  return static_cast<int>(unpacker.number_up_to(kMaxPlace));
}
void pack_place(Packer& packer, int value) {
  packer.u32(static_cast<std::uint32_t>(std::max(value, 0)));
}

void pack(Packer& packer, const Block& block) {
  const auto& [kind, span, line, page, paragraph, heading_hint, centred, continues, label, row,
               column] = block;
  packer.u8(static_cast<std::uint8_t>(kind));
  packer.u32(static_cast<std::uint32_t>(span.begin));
  packer.u32(static_cast<std::uint32_t>(span.end));
  for (const int value : {line, page, paragraph, label, row, column}) pack_place(packer, value);
  packer.u8(static_cast<std::uint8_t>(std::clamp<int>(heading_hint, 0, kMaxHint)));
  packer.u8(static_cast<std::uint8_t>((centred ? 1 : 0) | (continues ? 2 : 0)));
}

Block unpack_block(Unpacker& unpacker) {
  Block block;
  block.kind = static_cast<BlockKind>(
      unpacker.small_up_to(static_cast<std::uint8_t>(BlockKind::kPageBreak)));
  block.span.begin = unpacker.number_up_to(kMaxText);
  block.span.end = unpacker.number_up_to(kMaxText);
  block.line = place(unpacker);
  block.page = place(unpacker);
  block.paragraph = place(unpacker);
  block.label = place(unpacker);
  block.row = place(unpacker);
  block.column = place(unpacker);
  block.heading_hint = unpacker.small_up_to(kMaxHint);
  const std::uint8_t flags = unpacker.small_up_to(3);
  block.centred = (flags & 1) != 0;
  block.continues = (flags & 2) != 0;
  return block;
}

void pack(Packer& packer, const Loss& loss) {
  const auto& [kind, what, location, text_missing] = loss;
  const auto& [line, column, end_line, end_column, page, paragraph, section, boxes] = location;
  packer.text(kind);
  packer.text(utf8::prefix(what, kMaxWords));
  for (const int value : {line, column, end_line, end_column, page, paragraph})
    pack_place(packer, value);
  packer.text(utf8::prefix(section, kMaxName));
  packer.flag(text_missing);
}

Loss unpack_loss(Unpacker& unpacker) {
  Loss loss;
  loss.kind = name(unpacker);
  loss.what = words(unpacker, kMaxWords);
  Location& at = loss.location;
  for (int* value : {&at.line, &at.column, &at.end_line, &at.end_column, &at.page, &at.paragraph})
    *value = place(unpacker);
  at.section = words(unpacker, kMaxName);
  loss.text_missing = unpacker.flag();
  return loss;
}

/// The page of a word is that of its block.
void pack(Packer& packer, const PlacedWord& word) {
  const auto& [span, box, along] = word;
  packer.u32(static_cast<std::uint32_t>(span.begin));
  packer.u32(static_cast<std::uint32_t>(span.end));
  for (const int value : {box.left, box.top, box.right, box.bottom}) pack_place(packer, value);
  packer.u8(static_cast<std::uint8_t>(along));
}

PlacedWord unpack_word(Unpacker& unpacker) {
  PlacedWord word;
  word.span.begin = unpacker.number_up_to(kMaxText);
  word.span.end = unpacker.number_up_to(kMaxText);
  for (int* value : {&word.box.left, &word.box.top, &word.box.right, &word.box.bottom})
    *value = static_cast<int>(unpacker.number_up_to(kMaxTenths));
  word.along = static_cast<Along>(unpacker.small_up_to(static_cast<std::uint8_t>(Along::kUp)));
  if (word.box.right < word.box.left || word.box.bottom < word.box.top)
    unpacker.fail();
  return word;
}

bool on_border(std::string_view text, std::size_t at) {
  return at == text.size() || !continues_character(text[at]);
}

/// Sorted, apart, each inside of one block, which has a page: the words get it. On the borders of
/// characters.
bool take_pages(readers::Extraction& extraction) {
  std::size_t last = 0, block = 0;
  for (PlacedWord& word : extraction.words) {
    if (word.span.begin < last || word.span.end <= word.span.begin)
      return false;
    last = word.span.end;
    while (block < extraction.blocks.size() && extraction.blocks[block].span.end < last) ++block;
    if (block == extraction.blocks.size() || extraction.blocks[block].page == 0 ||
        word.span.begin < extraction.blocks[block].span.begin ||
        !on_border(extraction.raw, word.span.begin) || !on_border(extraction.raw, last))
      return false;
    word.box.page = extraction.blocks[block].page;
  }
  return true;
}

/// Sorted, apart, inside the text, on the borders of characters.
bool fit(std::string_view raw, const std::vector<Block>& blocks) {
  std::size_t last = 0;
  for (const Block& block : blocks) {
    if (block.span.begin < last || block.span.end < block.span.begin ||
        block.span.end > raw.size() || !on_border(raw, block.span.begin) ||
        !on_border(raw, block.span.end) ||
        static_cast<std::size_t>(block.label) > block.span.size() ||
        !on_border(raw, block.span.begin + static_cast<std::size_t>(block.label)))
      return false;
    last = block.span.end;
  }
  return true;
}

/// What was not read says why.
bool is_told(const readers::Extraction& extraction) {
  return extraction.outcome == ReadOutcome::kOk ||
         extraction.outcome == ReadOutcome::kOkWithLosses || !extraction.message.empty();
}

/// Too much text is an outcome, no broken promise: the sender says so itself.
bool is_sendable(const readers::Extraction& extraction) {
  return extraction.raw.size() <= kMaxText && extraction.blocks.size() < (32u << 20) / kBlockBytes;
}

/// So many places would not fit: the text goes without.
bool has_room(const readers::Extraction& extraction) {
  return extraction.raw.size() + extraction.blocks.size() * kBlockBytes +
             extraction.words.size() * kWordBytes <
         (60u << 20);
}

}  // namespace

std::string encode(std::uint32_t number, const readers::Extraction& extraction) {
  const auto& [format, outcome, message, raw, blocks, losses, places] = extraction;
  const bool whole = is_sendable(extraction);
  Packer packer;
  packer.reserve(raw.size() + blocks.size() * kBlockBytes + places.size() * kWordBytes + 4096);
  packer.u8(static_cast<std::uint8_t>(MessageKind::kExtraction));
  packer.u32(number);
  packer.text(format);
  packer.u8(static_cast<std::uint8_t>(whole ? outcome : ReadOutcome::kLimitExceeded));
  packer.text(whole ? utf8::prefix(message, kMaxWords) : locale::kTooMuchText);
  packer.text(whole ? raw : "");
  packer.u32(whole ? static_cast<std::uint32_t>(blocks.size()) : 0);
  if (whole) {
    for (const Block& block : blocks) pack(packer, block);
  }
  packer.u32(static_cast<std::uint32_t>(losses.size()));
  for (const Loss& loss : losses) pack(packer, loss);
  const bool placed = whole && has_room(extraction);
  packer.u32(placed ? static_cast<std::uint32_t>(places.size()) : 0);
  if (placed) {
    for (const PlacedWord& word : places) pack(packer, word);
  }
  return packer.take();
}

std::optional<readers::Extraction> decode_extraction(std::string_view payload,
                                                     std::uint32_t number) {
  Unpacker unpacker(payload);
  if (unpacker.u8() != static_cast<std::uint8_t>(MessageKind::kExtraction) ||
      unpacker.u32() != number)
    return std::nullopt;
  readers::Extraction extraction;
  extraction.format = name(unpacker);
  extraction.outcome = static_cast<ReadOutcome>(
      unpacker.small_up_to(static_cast<std::uint8_t>(ReadOutcome::kCrashed)));
  extraction.message = words(unpacker, kMaxWords);
  extraction.raw = words(unpacker, kMaxText);
  const std::size_t blocks = unpacker.count(kBlockBytes);
  extraction.blocks.reserve(blocks);
  for (std::size_t i = 0; i < blocks && unpacker.ok(); ++i)
    extraction.blocks.push_back(unpack_block(unpacker));
  const std::size_t losses = unpacker.count(kLossBytes);
  for (std::size_t i = 0; i < losses && unpacker.ok(); ++i)
    extraction.losses.push_back(unpack_loss(unpacker));
  const std::size_t places = unpacker.count(kWordBytes);
  extraction.words.reserve(places);
  for (std::size_t i = 0; i < places && unpacker.ok(); ++i)
    extraction.words.push_back(unpack_word(unpacker));
  const bool holds = unpacker.done() && fit(extraction.raw, extraction.blocks) &&
                     take_pages(extraction) && is_told(extraction);
  return holds ? std::optional(std::move(extraction)) : std::nullopt;
}

}  // namespace plumbline::isolation
