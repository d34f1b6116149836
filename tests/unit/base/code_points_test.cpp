#include "engine/base/code_points.h"

#include <doctest/doctest.h>

#include <random>

#include "engine/base/utf8.h"

using namespace plumbline;

TEST_CASE("well-formed utf-8 is accepted and anything else is named by its offset") {
  CHECK(!utf8::first_invalid("a法\xF0\x9F\x98\x80"));
  const struct {
    std::string_view bytes;
    std::size_t offset;
  } rows[] = {{"a\x80", 1},
              {"\xC0\xAF", 0},
              {"\xED\xA0\x80", 0},
              {"ab\xE6\xB3", 2},
              {"\xF4\x90\x80\x80", 0},
              {"\xB7\xA8", 0},
              {"\xE0\x80\x80", 0},
              {"法\xFF", 3}};
  for (const auto& row : rows) {
    CAPTURE(row.offset);
    CHECK(utf8::first_invalid(row.bytes) == row.offset);
  }
}

TEST_CASE("the first invalid byte is where decoding one by one stops") {
  constexpr std::string_view kPieces[] = {"a",        "<w:t>",        "法",
                                          "，",       "\u0800",       "\uD7FF",
                                          "\uE000",   "\uFFFF",       "\U0001F600",
                                          "\u00A0",   "\xED\xA0\x80", "\xE0\x9F\xBF",
                                          "\xC0\xAF", "\xE6\xB3",     "\xF4\x90\x80\x80",
                                          "\xFF",     "\x80"};
  constexpr std::size_t kValid = 10;
  std::mt19937 random(3);
  for (int round = 0; round < 20'000; ++round) {
    std::string text(random() % 9, 'x');
    for (std::size_t piece = random() % 6; piece > 0; --piece)
      text += kPieces[random() % (random() % 8 == 0 ? std::size(kPieces) : kValid)];
    text.append(random() % 9, 'y');
    std::size_t at = 0;
    while (at < text.size() && decode_utf8_slowly(text, at).valid)
      at = decode_utf8_slowly(text, at).end;
    CAPTURE(text);
    REQUIRE(utf8::first_invalid(text) == (at < text.size() ? std::optional(at) : std::nullopt));
  }
}

TEST_CASE("lengths and offsets count code points") {
  CHECK(utf8::length("a法治b") == 4);
  CHECK(utf8::length("\x80\x80") == 2);
  CHECK(utf8::offset_of("a法治b", 0) == 0);
  CHECK(utf8::offset_of("a法治b", 2) == 4);
  CHECK(utf8::offset_of("a法治b", 9) == 8);
}

TEST_CASE("decoding gives code points and marks what is not utf-8") {
  CHECK(utf8::decode("x法\xF0\x9F\x98\x80") == U"x法\U0001F600");
  CHECK(utf8::decode("\xFF") == U"\xFFFD");
}

TEST_CASE("wide characters take two columns and joiners none") {
  CHECK(utf8::width(U'a') == 1);
  CHECK(utf8::width(U'法') == 2);
  CHECK(utf8::width(U'（') == 2);
  CHECK(utf8::width(U'é') == 1);
  CHECK(utf8::width(0x200B) == 0);
}
