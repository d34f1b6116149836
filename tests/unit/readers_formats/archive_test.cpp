#include "engine/readers/archive.h"

#include <doctest/doctest.h>

#include "tests/support/docx_builder.h"
#include "tests/support/zip_builder.h"

namespace plumbline::readers {
namespace {

using support::deflated, support::make_zip, support::ZipPart;

/// "path:outcome" of every member, then "skipped N".
std::string dump(const Archive& archive) {
  if (archive.outcome != ReadOutcome::kOk) {
    return std::string(name_of(archive.outcome)) + " " + archive.message;
  }
  std::string lines;
  for (const ArchiveMember& member : archive.members) {
    lines += member.path + ":" + std::string(name_of(member.outcome)) + "\n";
  }
  return lines + "skipped " + std::to_string(archive.skipped);
}

std::string nested(std::string inner, int times) {
  for (int i = 0; i < times; ++i) {
    inner = make_zip({{"z.zip", inner}, {"beside.txt", "text"}});
  }
  return inner;
}

TEST_CASE("a zip of documents is an archive and a zip that is a document is none") {
  CHECK(recognises_archive("", make_zip({{"a.txt", "x"}})));
  CHECK(recognises_archive("", make_zip({{"word/a.txt", "x"}, {"xl/b.txt", "y"}})));
  CHECK(recognises_archive("", make_zip({{"a.txt", "x"}}).substr(0, 30)));
  CHECK_FALSE(recognises_archive("", support::docx_of(support::paragraph("x"))));
  CHECK_FALSE(recognises_archive("", make_zip({{"OFD.xml", "x"}})));
  CHECK_FALSE(recognises_archive("", make_zip({{"[Content_Types].xml", ""}, {"xl/w.xml", "x"}})));
  CHECK_FALSE(recognises_archive("a.zip", "PK is a word"));
}

TEST_CASE("members are sorted and junk and links are counted and names are labels") {
  const std::string bytes =
      make_zip({{"b.txt", "2"},
                {"folder/", ""},
                {"folder/a.txt", "1"},
                {"~$b.docx", "junk"},
                {"__MACOSX/b.txt", "junk"},
                {"x/desktop.ini", "junk"},
                {".hidden/a.txt", "junk"},
                {"../../etc/x", "3"},
                {"/abs", "4"},
                {"C:\\z", "5"},
                {.name = "link", .data = "/etc/passwd", .attributes = 0xA1FF0000u}});
  CHECK(dump(open_archive(bytes, {})) ==
        "C:/z:ok\nabs:ok\nb.txt:ok\netc/x:ok\nfolder/a.txt:ok\nskipped 5");
}

TEST_CASE("one bad member costs that member") {
  const ZipPart aes = {.name = "aes.txt",
                       .data = "text of more than twenty bytes",
                       .method = 99,
                       .flags = 1,
                       .extra = support::little(0x9901, 2) + support::little(7, 2) +
                                support::little(2, 2) + "AE\x03" + support::little(8, 2)};
  const std::string bytes = make_zip({{"a.txt", "text"},
                                      {.name = "crc.txt", .data = "text", .crc = 7},
                                      {.name = "locked.txt", .data = "text", .flags = 1},
                                      {.name = "lzma.txt", .data = "text", .method = 14},
                                      aes,
                                      deflated("bomb.txt", std::string(20u << 20, 'x')),
                                      {"same", "1"},
                                      {"x/../same", "2"},
                                      {"z.txt", "text"}});
  CHECK(dump(open_archive(bytes, {})) ==
        "a.txt:ok\naes.txt:needs-password\nbomb.txt:limit-exceeded\ncrc.txt:corrupt\n"
        "locked.txt:needs-password\nlzma.txt:unsupported-type\nsame:ok\nsame:corrupt\nz.txt:ok\n"
        "skipped 0");
}

TEST_CASE("archives inside each other are opened three deep and their siblings are read") {
  CHECK(dump(open_archive(nested("no zip", 3), {})) ==
        "beside.txt:ok\nz.zip/beside.txt:ok\nz.zip/z.zip/beside.txt:ok\nz.zip/z.zip/z.zip:ok\n"
        "skipped 0");
  CHECK(dump(open_archive(nested("no zip", 12), {})) ==
        "beside.txt:ok\nz.zip/beside.txt:ok\nz.zip/z.zip/beside.txt:ok\n"
        "z.zip/z.zip/z.zip:limit-exceeded\nskipped 0");
  CHECK(dump(open_archive(make_zip({{"cut.zip", nested("x", 1).substr(0, 90)}, {"a", "x"}}), {})) ==
        "a:ok\ncut.zip:corrupt\nskipped 0");
  CHECK(dump(open_archive(make_zip({{"none.zip", make_zip({{".x", ""}})}, {"a", "x"}}), {})) ==
        "a:ok\nnone.zip:empty\nskipped 1");
}

TEST_CASE("bounds hold for all members together") {
  std::vector<ZipPart> inner;
  for (int i = 0; i < 3000; ++i) {
    inner.push_back({"n" + std::to_string(1000 + i), "x"});
  }
  const Archive many =
      open_archive(make_zip({{"a.zip", make_zip(inner)}, {"b.zip", make_zip(inner)}}), {});
  REQUIRE(many.members.size() == 4097);
  CHECK(many.members.back().outcome == ReadOutcome::kLimitExceeded);
  CHECK(many.members.back().path == "b.zip/n2096");

  const std::string bytes = make_zip({{"1", "12345"}, {"2", "12345"}, {"3", "123456"}, {"4", ""}});
  CHECK(dump(open_archive(bytes, {}, {.max_bytes = 15})) ==
        "1:ok\n2:ok\n3:limit-exceeded\n4:ok\nskipped 0");
}

TEST_CASE("read says that an archive is no document") {
  const Extraction whole = read("a.zip", make_zip({{"a.txt", "x"}}), {});
  CHECK(whole.format == "zip");
  CHECK(whole.outcome == ReadOutcome::kUnsupportedType);
  CHECK(whole.message.find("压缩包") != std::string::npos);
  CHECK(read("a.docx", make_zip({{"a.txt", "x"}}).substr(0, 40), {}).outcome ==
        ReadOutcome::kCorrupt);
  CHECK(read("a.docx", make_zip({{"[Content_Types].xml", ""}, {"ppt/a.xml", ""}}), {}).format ==
        "pptx");
}

}  // namespace
}  // namespace plumbline::readers
