// Bytes -> Extraction -> Text for text and Markdown files: whatever comes in, the outcome is
// stated, spans are in order and the way back is exact. tests/fuzz/CMakeLists.txt tells how to run
// it.
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/readers/markdown.h"
#include "engine/readers/plain_text.h"
#include "engine/text/text.h"
#include "tests/fuzz/extraction_check.h"

namespace {

using plumbline::RawSpan;
using plumbline::TextSpan;
using plumbline::text::Text;

using plumbline::utf8::is_valid, plumbline::fuzz::require;

void check(const Text& text) {
  require(is_valid(text.view()));
  std::size_t last = 0;
  for (std::size_t at = 0; at < text.view().size(); ++at) {
    const RawSpan raw = text.to_raw({at, at + 1});
    require(last <= raw.begin && raw.begin <= raw.end && raw.end <= text.raw().size());
    last = raw.begin;
  }
  for (const plumbline::text::Paragraph& paragraph : text.paragraphs()) {
    require(!paragraph.span.empty() && paragraph.span.end <= text.view().size());
    require(is_valid(text.raw(text.to_raw(paragraph.span))));
    require(is_valid(text.display(paragraph.span)));
    require(text.locate(text.to_raw(paragraph.span)).column > 0);
    const std::string_view view = text.view(paragraph.span);
    require(view.find('\n') == view.npos && view.front() != ' ' && view.back() != ' ');
    // Words of one block fold to the very text that stands there.
    if (paragraph.first_block == paragraph.last_block)
      require(plumbline::text::fold(text.raw(text.to_raw(paragraph.span))) == view);
  }
}

void run(plumbline::readers::Extraction extraction) {
  plumbline::fuzz::check(extraction);
  check(Text::build(std::move(extraction)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  run(plumbline::readers::read_plain_text(bytes, {}));
  run(plumbline::readers::read_markdown(bytes, {}));
  return 0;
}
