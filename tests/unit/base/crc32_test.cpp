#include "engine/base/crc32.h"

#include <doctest/doctest.h>

#include <string>

using plumbline::crc32_of;

TEST_CASE("crc-32 of known texts shorter and longer than one step") {
  CHECK(crc32_of("") == 0);
  CHECK(crc32_of("a") == 0xE8B7BE43u);
  CHECK(crc32_of("123456789") == 0xCBF43926u);
  CHECK(crc32_of("The quick brown fox jumps over the lazy dog") == 0x414FA339u);
  CHECK(crc32_of(std::string(32, '\xff')) == 0xFF6CAB0Bu);
}
