// Bytes as a web page and as a saved web page.
#include <cstdint>
#include <string>

#include "engine/readers/html.h"
#include "tests/fuzz/extraction_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  const std::string bytes(data, data + size);
  fuzz::check(readers::read_html(bytes, {}));
  fuzz::check(readers::read_mht(bytes, {}));
  return 0;
}
