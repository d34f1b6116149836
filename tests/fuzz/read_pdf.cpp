// What foreign programs write for a pdf and for a doc: bytes stand in for their output.
#include <cstdint>
#include <string>

#include "engine/readers/legacy.h"
#include "engine/readers/pdf.h"
#include "engine/readers/program.h"
#include "tests/fuzz/extraction_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  const std::string bytes(data, data + size);
  readers::Limits limits;
  limits.ocr = size % 2 == 1;
  limits.run = [&](const readers::ProgramCall& call) {
    // NUL parts the outputs of the programs; each takes the part of its turn.
    readers::ProgramResult result;
    result.end = readers::ProgramResult::End::kExited;
    const std::size_t cut = std::min(bytes.find('\0'), bytes.size());
    const bool first = call.arguments.front() == "pdftotext";
    result.output = first ? bytes.substr(0, cut) : bytes.substr(std::min(cut + 1, bytes.size()));
    return result;
  };
  fuzz::check(readers::read_pdf("%PDF-1.7", limits));
  fuzz::check(readers::read_pdf(bytes, limits));  // and for the objects of the file itself
  fuzz::check(readers::read_rtf("{\\rtf", limits));
  fuzz::check(readers::read_doc(bytes, limits));
  return 0;
}
