// A page, a resource file and the list of documents of an OFD, NUL between them, in an honest zip.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "engine/readers/ofd.h"
#include "tests/fuzz/extraction_check.h"
#include "tests/support/zip_builder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  const std::string bytes(data, data + size);
  std::array<std::string, 3> parts;
  std::size_t begin = 0;
  for (std::string& part : parts) {
    const std::size_t end = std::min(bytes.find('\0', begin), bytes.size());
    part = bytes.substr(begin, end - begin);
    begin = std::min(end + 1, bytes.size());
  }
  const std::string body = "<DocBody><DocRoot>D.xml</DocRoot></DocBody>" + parts[2];
  const std::string document =
      "<Document><CommonData><DocumentRes>R.xml</DocumentRes></CommonData>"
      "<Pages><Page BaseLoc=\"P.xml\"/></Pages></Document>";
  fuzz::check(readers::read_ofd(
      support::make_zip({{"OFD.xml", "<OFD>" + body + "</OFD>"},
                         {"D.xml", document},
                         {"P.xml", "<Page><Content>" + parts[0] + "</Content></Page>"},
                         {"R.xml", "<Res>" + parts[1] + "</Res>"}}),
      {}));
  return 0;
}
