#include <doctest/doctest.h>
#include <unicode/unistr.h>

#include <string>
#include <string_view>

#include "engine/base/utf8.h"
#include "tests/unit/text/sample.h"

namespace plumbline::text {
namespace {

std::string encoded(std::string_view utf8, const char* encoding) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  std::string bytes(utf8.size() * 4 + 16, '\0');
  const int length = text.extract(0, text.length(), bytes.data(),
                                  static_cast<std::uint32_t>(bytes.size()), encoding);
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
  std::string out(text);
  for (std::size_t at = out.find(what); at != out.npos; at = out.find(what, at + with.size()))
    out.replace(at, what.size(), with);
  return out;
}

std::string full_width(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    append_utf8(c.value > 0x20 && c.value < 0x7f ? c.value + 0xfee0 : c.value, out);
    at = c.end;
  }
  return out;
}

std::string spaced_digits(std::string_view text, std::string_view blank) {
  std::string out;
  bool digit = false;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (is_digit != digit && !out.empty() && out.back() != '\n' && c != '\n' && c != '.' &&
        c != '%' && out.back() != '.')
      out += blank;
    digit = is_digit;
    out += c;
  }
  return out;
}

TEST_CASE("the same report gives the same normal text however it is handed in") {
  using namespace std::string_literals;
  const std::string report(sample_report());
  const std::string expected(text_of(report).view());
  const std::string forms[] = {
      "\xEF\xBB\xBF" + report,
      encoded(report, "GB18030"),
      encoded(report, "UTF-16LE"),
      encoded(report, "UTF-16BE"),
      "\xFF\xFE" + encoded(report, "UTF-16LE"),
      "\xFE\xFF" + encoded(report, "UTF-16BE"),
      replaced(report, "\n", "\r\n"),
      replaced(report, "\n", "\r"),
      replaced(report, "\n", "\n\n"),
      replaced(report, "\n", "\u2028"),
      replaced(report, "\n", "\n　　"),
      full_width(report),
      spaced_digits(report, " "),
      spaced_digits(report, "\u00A0"),
      replaced(report, "法治", "法\u200B治"),
      hard_wrapped(report, 26, "", "\n"),
      hard_wrapped(report, 26, "　　", "\n"),
      hard_wrapped(report, 35, "", "\n"),
      hard_wrapped(report, 35, "    ", "\n"),
      hard_wrapped(report, 40, "", "\r\n"),
      hard_wrapped(report, 40, "　　", "\n"),
      hard_wrapped(report, 28, "", "\n\n"),
      hard_wrapped(full_width(report), 26, "", "\n"),
  };
  for (const std::string& form : forms) {
    const std::size_t index = static_cast<std::size_t>(&form - forms);
    CAPTURE(index);
    CHECK(std::string(text_of(form).view()) == expected);
  }
}

TEST_CASE("markdown gives the same normal text") {
  const std::string report(sample_report());
  std::string marked = replaced(report, "\n", "\n\n");
  marked = replaced(marked, "一、主要", "## 一、主要");
  marked = replaced(marked, "二、存在", "## 二、存在");
  marked = replaced(marked, "（一）抓好", "### **（一）抓好");
  marked = replaced(marked, "权力运行", "权力运行**");
  const Text text = text_of(marked, "a.md");
  CHECK(text.extraction().format == "md");
  CHECK(text.view() == text_of(report).view());
}

}  // namespace
}  // namespace plumbline::text
