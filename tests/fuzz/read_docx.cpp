// The parts of a docx, NUL between them (body, numbering, styles, footnotes), in an honest zip:
// mutations reach the walker instead of a checksum.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/readers/docx.h"
#include "tests/fuzz/extraction_check.h"
#include "tests/support/docx_builder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  const std::string bytes(data, data + size);
  std::array<std::string, 4> parts;
  std::size_t begin = 0;
  for (std::string& part : parts) {
    const std::size_t end = std::min(bytes.find('\0', begin), bytes.size());
    part = bytes.substr(begin, end - begin);
    begin = std::min(end + 1, bytes.size());
  }
  const std::string docx = support::make_docx(
      {.body = parts[0], .numbering = parts[1], .styles = parts[2], .footnotes = parts[3]});
  const readers::DocxReading reading = readers::read_docx_with_runs(docx, {});
  fuzz::check(reading.extraction);
  for (const readers::DocxRunSpan& run : reading.runs) {
    fuzz::require(run.span.begin < run.span.end && run.span.end <= reading.extraction.raw.size() &&
                  run.part < reading.parts.size());
  }
  return 0;
}
