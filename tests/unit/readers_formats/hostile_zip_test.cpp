#include <doctest/doctest.h>

#include <functional>

#include "engine/readers/zip.h"
#include "tests/support/zip_builder.h"

namespace plumbline::readers {
namespace {

using support::deflated, support::little, support::make_zip, support::ZipPart;

/// What became of opening the archive and reading its first entry.
Failure fate(const std::string& bytes, const ZipLimits& limits = {}) {
  ZipArchive archive(bytes, limits);
  if (archive.failure()) {
    return archive.failure();
  }
  REQUIRE(!archive.entries().empty());
  return archive.read(archive.entries().front()).failure;
}

std::string plain() {
  return make_zip({{"a.xml", "text"}, {"b.xml", "more"}});
}

std::string replaced(std::string bytes, std::string_view from, std::string_view to,
                     bool last = false) {
  const std::size_t at = last ? bytes.rfind(from) : bytes.find(from);
  REQUIRE(at != std::string::npos);
  return bytes.replace(at, to.size(), to);
}

std::string overlapping() {
  // Both directory records point to the first local header.
  std::string bytes = make_zip({{"a.xml", "text"}, {"b.xml", "text"}});
  const std::size_t second = bytes.find("PK\x01\x02", bytes.find("PK\x01\x02") + 1);
  bytes.replace(second + 42, 4, little(0, 4));
  return bytes.replace(second + 46, 5, "a.xml");
}

std::string with_zip64() {
  std::string bytes = plain();
  const std::size_t end = bytes.rfind("PK\x05\x06");
  const std::string offset = bytes.substr(end + 16, 4), size = bytes.substr(end + 12, 4);
  const std::string record = "PK\x06\x06" + little(44, 8) + little(45, 2) + little(45, 2) +
                             little(0, 8) + little(2, 8) + little(2, 8) + size + little(0, 4) +
                             offset + little(0, 4);
  const std::string locator = "PK\x06\x07" + little(0, 4) + little(end, 8) + little(1, 4);
  std::string tail = bytes.substr(end);
  tail.replace(16, 4, little(0xFFFFFFFF, 4));
  return bytes.substr(0, end) + record + locator + tail;
}

struct Row {
  std::string_view name;
  std::function<std::string()> make;
  ReadOutcome outcome;
  std::string_view words;  ///< that the message must hold
};

TEST_CASE("honest archives are read") {
  const Row rows[] = {
      {"stored", plain, ReadOutcome::kOk, ""},
      {"deflated", [] { return make_zip({deflated("a", "text text text")}); }, ReadOutcome::kOk,
       ""},
      {"streamed", [] { return make_zip({{.name = "a", .data = "text", .streamed = true}}); },
       ReadOutcome::kOk, ""},
      {"zip64", with_zip64, ReadOutcome::kOk, ""},
      {"130 to 1 but small", [] { return make_zip({deflated("a", std::string(4 << 20, 'x'))}); },
       ReadOutcome::kOk, ""},
      {"junk behind the end", [] { return plain() + "\r\n"; }, ReadOutcome::kOk, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Failure failure = fate(row.make());
    CAPTURE(failure.message);
    CHECK(failure.outcome == row.outcome);
  }
}

TEST_CASE("hostile archives end in a typed outcome that names the check") {
  const auto one = [](ZipPart part) { return [part] { return make_zip({part}); }; };
  const Row rows[] = {
      {"bomb by declared size", one({.name = "a", .data = "x", .size = 256u << 20}),
       ReadOutcome::kLimitExceeded, "膨胀"},
      {"bomb by ratio", one(deflated("a", std::string(20u << 20, 'x'))),
       ReadOutcome::kLimitExceeded, "膨胀"},
      {"bomb that declares ten bytes",
       [] {
         ZipPart part = deflated("a", std::string(80u << 20, 'x'));
         part.size = 10;
         return make_zip({part});
       },
       ReadOutcome::kLimitExceeded, "膨胀"},
      {"size that is not true",
       [] {
         ZipPart part = deflated("a", "text text text");
         part.size = 5;
         return make_zip({part});
       },
       ReadOutcome::kCorrupt, "大小与声明不符"},
      {"overlap", overlapping, ReadOutcome::kCorrupt, "重叠"},
      {"same name twice",
       [] {
         return make_zip({{"a.xml", "1"}, {"A.xml", "2"}});
       },
       ReadOutcome::kCorrupt, "重名"},
      {"encrypted", one({.name = "a", .data = "text", .flags = 1}), ReadOutcome::kNeedsPassword,
       "密码"},
      {"deflate64", one({.name = "a", .data = "text", .method = 9}), ReadOutcome::kUnsupportedType,
       "压缩方法 9"},
      {"aes",
       one({.name = "a",
            .data = "text of more than twenty bytes",
            .method = 99,
            .flags = 1,
            .extra = little(0x9901, 2) + little(7, 2) + little(2, 2) + "AE\x03" + little(8, 2)}),
       ReadOutcome::kNeedsPassword, "密码"},
      {"wrong checksum", one({.name = "a", .data = "text", .crc = 7}), ReadOutcome::kCorrupt,
       "校验和"},
      {"broken deflate", one({.name = "a", .data = "\x07\xFF\xFF", .method = 8}),
       ReadOutcome::kCorrupt, "压缩数据"},
      {"truncated", [] { return plain().substr(0, 60); }, ReadOutcome::kCorrupt, "目录缺失"},
      {"bad central signature", [] { return replaced(plain(), "PK\x01\x02", "PKxx"); },
       ReadOutcome::kCorrupt, "目录不完整"},
      {"bad local signature", [] { return replaced(plain(), "PK\x03\x04", "PKxx"); },
       ReadOutcome::kCorrupt, "位置不对"},
      {"two names", one({.name = "a.xml", .data = "text", .local_name = "b.xml"}),
       ReadOutcome::kCorrupt, "不一致"},
      {"directory beyond the file",
       [] {
         std::string bytes = plain();
         return bytes.replace(bytes.size() - 6, 4, little(0x7FFFFFFF, 4));
       },
       ReadOutcome::kCorrupt, "目录的位置"},
      {"one disk of many",
       [] {
         std::string bytes = plain();
         return bytes.replace(bytes.size() - 18, 2, little(1, 2));
       },
       ReadOutcome::kCorrupt, "分卷"},
      {"fewer entries on this disk",
       [] {
         std::string bytes = plain();
         return bytes.replace(bytes.size() - 14, 2, little(1, 2));
       },
       ReadOutcome::kCorrupt, "分卷"},
      {"deflate without an end",
       [] {
         ZipPart part = deflated("a", "text text text");
         part.data.pop_back();
         return make_zip({part});
       },
       ReadOutcome::kCorrupt, "压缩数据"},
      {"stored but larger", one({.name = "a", .data = "text", .size = 5}), ReadOutcome::kCorrupt,
       "大小与声明不符"},
      {"prefix", [] { return "MZ stub" + plain(); }, ReadOutcome::kCorrupt, "目录"},
      {"20000 entries",
       [] {
         std::vector<ZipPart> parts;
         for (int i = 0; i < 20'000; ++i) {
           parts.push_back({"n" + std::to_string(i), ""});
         }
         return make_zip(parts);
       },
       ReadOutcome::kLimitExceeded, "文件过多"},
      {"empty", [] { return std::string("PK\x05\x06"); }, ReadOutcome::kCorrupt, "目录缺失"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Failure failure = fate(row.make());
    CAPTURE(failure.message);
    CHECK(failure.outcome == row.outcome);
    CHECK(failure.message.find(row.words) != std::string::npos);
  }
}

TEST_CASE("what is inflated is counted over all entries") {
  const std::string bytes =
      make_zip({deflated("a", std::string(700, 'x')), deflated("b", std::string(700, 'y'))});
  ZipArchive archive(bytes, {.max_total_bytes = 1000});
  CHECK(archive.read(archive.entries()[0]).failure.outcome == ReadOutcome::kOk);
  CHECK(archive.read(archive.entries()[1]).failure.outcome == ReadOutcome::kLimitExceeded);
}

TEST_CASE("names that climb out of the archive are labels only") {
  const std::string bytes =
      make_zip({{"../../etc/x", "1"},
                {"/abs", "2"},
                {"C:\\z", "3"},
                {.name = "link", .data = "/etc/passwd", .attributes = 0xA1FF0000u}});
  ZipArchive archive(bytes, {});
  REQUIRE(archive.entries().size() == 4);
  CHECK(archive.entries()[0].name == "../../etc/x");
  CHECK(archive.read(*archive.find("/abs")).bytes == "2");
  CHECK(archive.entries()[3].symlink());
  CHECK_FALSE(archive.entries()[2].symlink());
}

TEST_CASE("every cut of an archive is refused or read never half read") {
  const std::string whole = make_zip({deflated("a.xml", std::string(300, 'x')), {"b.xml", "more"}});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    ZipArchive archive(std::string_view(whole).substr(0, size), {});
    CHECK(archive.failure().outcome == ReadOutcome::kCorrupt);
  }
}

}  // namespace
}  // namespace plumbline::readers
