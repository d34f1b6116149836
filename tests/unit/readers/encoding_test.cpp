#include "engine/readers/encoding.h"

#include <doctest/doctest.h>
#include <unicode/unistr.h>

#include <string>
#include <string_view>

namespace plumbline::readers {
namespace {

using namespace std::string_literals;

std::string encoded(std::string_view utf8, const char* encoding) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  std::string bytes(utf8.size() * 4 + 16, '\0');
  const int length = text.extract(0, text.length(), bytes.data(),
                                  static_cast<std::uint32_t>(bytes.size()), encoding);
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

/// "ok UTF-8 [loss loss]"
std::string shown(const Decoded& decoded) {
  std::string out = std::string(name_of(decoded.outcome)) + " " + decoded.encoding;
  for (const Loss& loss : decoded.losses)
    out += " " + loss.kind + "@" + std::to_string(loss.location.line);
  return out;
}

const std::string kReport =
    "云岭县水务局2025年度法治政府建设情况报告\n\n县委、县政府：\n　　2025年，我局办理行政处罚案件"
    "１２件，组织培训3场次，参训率98.5%。现将有关情况报告如下：\n一、主要举措和成效\n";

TEST_CASE("the same text is read from every encoding") {
  struct Case {
    std::string bytes, expected;
  };
  const Case cases[] = {
      {kReport, "ok UTF-8"},
      {"\xEF\xBB\xBF" + kReport, "ok UTF-8"},
      {encoded(kReport, "GB18030"), "ok GB18030"},
      {"\x84\x31\x95\x33" + encoded(kReport, "GB18030"), "ok GB18030"},
      {encoded(kReport, "UTF-16LE"), "ok UTF-16LE"},
      {encoded(kReport, "UTF-16BE"), "ok UTF-16BE"},
      {"\xFF\xFE" + encoded(kReport, "UTF-16LE"), "ok UTF-16LE"},
      {"\xFE\xFF" + encoded(kReport, "UTF-16BE"), "ok UTF-16BE"},
      {"\xFF\xFE\0\0"s + encoded(kReport, "UTF-32LE"), "ok UTF-32LE"},
      {"\0\0\xFE\xFF"s + encoded(kReport, "UTF-32BE"), "ok UTF-32BE"},
  };
  for (const Case& c : cases) {
    const Decoded decoded = decode(c.bytes);
    CHECK(shown(decoded) == c.expected);
    CHECK(decoded.text == kReport);
    CHECK(decoded.message.empty());
  }
}

TEST_CASE("short texts are not mistaken") {
  for (const std::string_view text : {"联通", "2023年度", "报告", "法治", "（一）"}) {
    CAPTURE(text);
    CHECK(decode(encoded(text, "GB18030")).text == text);
    CHECK(decode(text).text == text);
  }
  CHECK(decode("plain ASCII 123").text == "plain ASCII 123");
}

TEST_CASE("other encodings and binaries are refused and never guessed") {
  const std::string traditional = "縣政府關於法治政府建設情況的報告，辦理行政處罰案件十二件。";
  CHECK(shown(decode(encoded(traditional, "Big5"))) == "unsupported-type ");
  CHECK(shown(decode(encoded("これは報告書のテキストです。確認してください。", "Shift_JIS"))) ==
        "unsupported-type ");
  CHECK(shown(decode("\x01\x02\x03\x80\xff\xfe\x00\x10"s)) == "unsupported-type ");
  CHECK(shown(decode(std::string(100, '\0'))) == "unsupported-type UTF-8 control-character@1");
  CHECK(decode("%PDF-1.4 ...").message.find("PDF") != std::string::npos);
  CHECK(decode("PK\x03\x04xx").message.find("zip") != std::string::npos);
  CHECK(decode("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").message.find("docx") != std::string::npos);
  CHECK(shown(decode("+bNVsu2U/Xpxe+ou+YqVUSg-")) == "unsupported-type ");  // UTF-7
  CHECK(shown(decode("a + b = c, C++ 17, +86 10 6601, +ABCD")).starts_with("ok"));
  CHECK(shown(decode("{\\rtf1 text}")) == "unsupported-type ");
}

TEST_CASE("a character cut by the end of the file is dropped and listed") {
  CHECK(shown(decode(kReport + "\xE6\xB3")) == "ok-with-losses UTF-8 cut-end@6");
  CHECK(decode(kReport + "\xE6\xB3").text == kReport);
  const std::string gb = encoded(kReport, "GB18030");
  CHECK(shown(decode(gb + "\xB7")) == "ok-with-losses GB18030 cut-end@6");
  CHECK(decode(gb + "\xB7").text == kReport);
  CHECK(shown(decode("\xFF\xFE" + encoded(kReport, "UTF-16LE") + "x")) ==
        "ok-with-losses UTF-16LE cut-end@6");
}

TEST_CASE("few broken characters are losses with their lines and many make the text unreliable") {
  std::string text = kReport;
  text.insert(text.find("县委"), "\xff");
  Decoded decoded = decode(text);
  CHECK(shown(decoded) == "ok-with-losses UTF-8 broken-character@3");
  CHECK(decoded.losses[0].what == "第 3 行：无法还原的字符（1 处）");
  CHECK(decoded.text.find("\uFFFD县委") != std::string::npos);

  CHECK(decoded.losses[0].text_missing);

  std::string gb;
  for (int i = 0; i < 20; ++i) gb += encoded(kReport, "GB18030");
  gb.insert(gb.find(encoded("县委", "GB18030")), "\xff");
  CHECK(shown(decode(gb)) == "ok-with-losses GB18030 broken-character@3");
  CHECK(shown(decode(gb.substr(0, 60))) == "unsupported-type ");  // too short to be certain

  std::string mixed;
  for (int i = 0; i < 20; ++i) mixed += kReport;
  mixed += encoded("另一段用别的编码写成的话", "GB18030");
  CHECK(shown(decode(mixed)).starts_with("text-unreliable UTF-8 broken-character@101"));
}

TEST_CASE("archives and images are refused by name") {
  const std::string tar = std::string(257, 'a') + "ustar";
  const std::string iso = std::string(32769, '\0') + "CD001";
  CHECK(decode("Rar!\x1A\7").message.find("rar") != std::string::npos);
  CHECK(decode("7z\xBC\xAF\x27\x1C").message.find("7z") != std::string::npos);
  CHECK(decode("\x1F\x8B\x08").message.find("gzip") != std::string::npos);
  CHECK(decode(tar).message.find("tar") != std::string::npos);
  CHECK(decode(iso).message.find("iso") != std::string::npos);
  CHECK(decode(tar.substr(1)).outcome == ReadOutcome::kOk);
}

TEST_CASE("characters outside of gb 2312 are counted") {
  CHECK(count_rare("法治政府建设，2025年 A。《》") == 0);
  CHECK(count_rare("\U00020BB7\u3431\uE001法") == 3);
  CHECK(count_rare("縣") == 1);
  CHECK(count_rare("") == 0);
}

TEST_CASE("nul and private characters are listed") {
  CHECK(shown(decode(kReport + "甲\0乙"s)) == "ok-with-losses UTF-8 control-character@6");
  CHECK(shown(decode(kReport + "\uE001")) == "ok-with-losses UTF-8 private-character@6");
}

TEST_CASE("every cut of a report decodes to a beginning of it") {
  for (const char* encoding : {"UTF-8", "GB18030"}) {
    const std::string bytes = encoded(kReport, encoding);
    for (std::size_t end = 4; end <= bytes.size(); ++end) {
      const Decoded decoded = decode(std::string_view(bytes).substr(0, end));
      CAPTURE(end);
      CHECK(decoded.encoding == encoding);
      CHECK(kReport.starts_with(decoded.text));
    }
  }
}

}  // namespace
}  // namespace plumbline::readers
