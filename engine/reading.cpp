#include "plumbline/reading.h"

#include <array>

#include "engine/readers/archive.h"
#include "engine/readers/boxes.h"
#include "engine/readers/reader.h"
#include "plumbline/archive.h"

namespace plumbline {
namespace {

std::string_view name_of(readers::BlockKind kind) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "line", "paragraph", "cell", "text-box", "header", "footer", "footnote", "page-break"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace

bool is_archive(std::string_view bytes) {
  return readers::recognises_archive("", bytes);
}

Reading reading_of(readers::Extraction extraction) {
  Reading reading = {.format = std::move(extraction.format),
                     .outcome = extraction.outcome,
                     .message = std::move(extraction.message),
                     .losses = std::move(extraction.losses)};
  reading.blocks.reserve(extraction.blocks.size());
  for (const readers::Block& block : extraction.blocks) {
    const std::string_view text =
        std::string_view(extraction.raw).substr(block.span.begin, block.span.size());
    reading.blocks.push_back({std::string(name_of(block.kind)),
                              {.line = block.line,
                               .page = block.page,
                               .paragraph = block.paragraph,
                               .boxes = readers::boxes_of(extraction, block.span)},
                              std::string(text),
                              block.span.begin,
                              block.span.end,
                              block.heading_hint,
                              block.centred,
                              block.continues,
                              std::string(text.substr(0, static_cast<std::size_t>(block.label))),
                              block.row,
                              block.column});
  }
  return reading;
}

}  // namespace plumbline
