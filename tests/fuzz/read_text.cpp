// Bytes -> Extraction -> Text for text and Markdown files: whatever comes in, the outcome is
// stated, spans are in order and the way back is exact. tests/fuzz/CMakeLists.txt tells how to run
// it.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/base/utf8.h"
#include "engine/readers/markdown.h"
#include "engine/readers/plain_text.h"
#include "engine/text/text.h"

namespace {

using plumbline::RawSpan;
using plumbline::TextSpan;
using plumbline::text::Text;

void require(bool holds) {
  if (!holds)
    std::abort();
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const plumbline::CodePoint c = plumbline::decode_utf8(text, at);
    if (!c.valid)
      return false;
    at = c.end;
  }
  return true;
}

void check(const plumbline::readers::Extraction& extraction) {
  using plumbline::ReadOutcome;
  require(is_utf8(extraction.raw));
  require(extraction.message.empty() == (extraction.outcome == ReadOutcome::kOk));
  std::size_t last = 0;
  for (const plumbline::readers::Block& block : extraction.blocks) {
    require(last <= block.span.begin && block.span.begin <= block.span.end);
    last = block.span.end;
  }
  require(last <= extraction.raw.size());
}

void check(const Text& text) {
  require(is_utf8(text.view()));
  std::size_t last = 0;
  for (std::size_t at = 0; at < text.view().size(); ++at) {
    const RawSpan raw = text.to_raw({at, at + 1});
    require(last <= raw.begin && raw.begin <= raw.end && raw.end <= text.raw().size());
    last = raw.begin;
  }
  for (const plumbline::text::Paragraph& paragraph : text.paragraphs()) {
    require(!paragraph.span.empty() && paragraph.span.end <= text.view().size());
    require(is_utf8(text.raw(text.to_raw(paragraph.span))));
    require(is_utf8(text.display(paragraph.span)));
    require(text.locate(text.to_raw(paragraph.span)).column > 0);
    const std::string_view view = text.view(paragraph.span);
    require(view.find('\n') == view.npos && view.front() != ' ' && view.back() != ' ');
    // Words of one block fold to the very text that stands there.
    if (paragraph.first_block == paragraph.last_block)
      require(plumbline::text::fold(text.raw(text.to_raw(paragraph.span))) == view);
  }
}

void run(plumbline::readers::Extraction extraction) {
  check(extraction);
  check(Text::build(std::move(extraction)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  run(plumbline::readers::read_plain_text(bytes, {}));
  run(plumbline::readers::read_markdown(bytes, {}));
  return 0;
}
