#include "engine/readers/zip_name.h"

#include <doctest/doctest.h>

#include "tests/support/zip_builder.h"

namespace plumbline::readers {
namespace {

using support::crc32_of, support::little;
using namespace std::string_view_literals;

constexpr std::string_view kGbk = "\xB1\xA8\xB8\xE6.txt"sv;  // 报告.txt

std::string unicode_path(std::string_view raw, std::string_view name, std::uint32_t error = 0) {
  return little(0x7075, 2) + little(5 + name.size(), 2) + "\x01" +
         little(crc32_of(raw) + error, 4) + std::string(name);
}

TEST_CASE("a name is decoded by flag path field utf-8 then gb18030") {
  struct Row {
    std::string_view raw;
    std::uint16_t flags;
    std::string extra;
    std::string_view name;
  };
  const Row rows[] = {
      {"报告.txt", 0x800, "", "报告.txt"},
      {"报告.txt", 0, "", "报告.txt"},
      {kGbk, 0, "", "报告.txt"},
      {kGbk, 0x800, "", "报告.txt"},  // the flag lies
      {kGbk, 0, unicode_path(kGbk, "总结.txt"), "总结.txt"},
      {kGbk, 0, unicode_path(kGbk, "总结.txt", 1), "报告.txt"},   // field of another name
      {kGbk, 0, little(0x7075, 2) + little(900, 2), "报告.txt"},  // field beyond its end
      {"\x81.txt"sv, 0, "", "\xEF\xBF\xBD.txt"},
      {"word/document.xml", 0, "", "word/document.xml"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(decode_zip_name(row.raw, row.flags, row.extra) == row.name);
  }
}

}  // namespace
}  // namespace plumbline::readers
