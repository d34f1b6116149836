#include "engine/io/file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "doctest/doctest.h"
#include "engine/io/messages.h"
#include "engine/io/system_fault.h"
#include "temp_folder.h"

namespace plumbline::io {
namespace {

std::string code_of(const Result<std::string>& result) {
  return result ? "ok" : result.error().code;
}

TEST_SUITE("io.file") {
  TEST_CASE("a file within the limit is read byte for byte") {
    const TempFolder folder("read");
    const std::string bytes = std::string("a\0b\r\n", 5) + std::string(100'000, 'x');
    const std::string path = folder.put("a.txt", bytes);
    const Result<std::string> exact = read_file(path, bytes.size());
    REQUIRE(exact);
    CHECK(*exact == bytes);
    CHECK(*read_file(folder.put("empty", ""), 10) == "");
  }

  TEST_CASE("a file over the limit is refused and never cut") {
    const TempFolder folder("large");
    const Result<std::string> result = read_file(folder.put("a.txt", "12345"), 4);
    REQUIRE(code_of(result) == kTooLarge);
    CHECK(result.error().message.in(Language::kEnglish) == "is larger than 4 bytes; split it");
    CHECK(result.error().path == folder / "a.txt");
  }

  TEST_CASE("what the system says is the system's own in english and said in chinese too") {
    for (const words::SystemFault& fault : words::kSystemFaults) {
      const Message said = system_fault(fault.error);
      CHECK(said.in(Language::kEnglish) == std::generic_category().message(fault.error));
      CHECK(said.in(Language::kChinese) == fault.form.chinese);
    }
    CHECK(system_fault(ENOSPC).in(Language::kChinese) == "磁盘已满");
    CHECK(system_fault(EDOM).in(Language::kChinese) == std::generic_category().message(EDOM));
  }

  TEST_CASE("what is no readable file is named for what it is") {
    const TempFolder folder("kinds");
    REQUIRE(::mkfifo((folder / "fifo").c_str(), 0600) == 0);
    const struct {
      std::string path;
      std::string code;
    } rows[] = {
        {folder / "nothing.txt", kMissing},
        {folder.put("file", "x") + "/below", kMissing},
        {folder / "", kIsFolder},
        {folder / "fifo", kNotRegular},
        {"/dev/zero", kNotRegular},
        {"", kMissing},
        {std::string(5000, 'a'), kReadFailed},
    };
    for (const auto& row : rows) {
      CAPTURE(row.path);
      CHECK(code_of(read_file(row.path, 100)) == row.code);
    }
  }

  TEST_CASE("what a walk found is read and what has become a link since is not") {
    const TempFolder folder("below");
    folder.put("in/a.txt", "a");
    folder.put("in/sub/b.txt", "b");
    folder.put("out/b.txt", "outside");
    std::filesystem::create_symlink("in", folder / "door");
    std::filesystem::create_symlink("../out/b.txt", folder / "in/link.txt");
    std::filesystem::create_symlink("../out", folder / "in/way");
    std::filesystem::create_symlink("gone", folder / "in/dangling");
    const std::string in = folder / "in", door = folder / "door";
    const struct {
      std::string folder, path, got;
    } rows[] = {
        {in, in + "/a.txt", "a"},
        {in + "/", in + "/a.txt", "a"},
        {in, in + "//sub//b.txt", "b"},
        {door, door + "/sub/b.txt", "b"},  // the user may give a link
        {in, in + "/link.txt", kMissing},
        {in, in + "/way/b.txt", kMissing},
        {in, in + "/dangling", kMissing},
        {in, in + "/../out/b.txt", kMissing},
        {in, folder / "out/b.txt", kMissing},
        {in, in + "/gone.txt", kMissing},
        {in, in, kMissing},
        {in, in + "/sub", kIsFolder},
        {folder / "none", folder / "none/a.txt", kMissing},
    };
    for (const auto& row : rows) {
      CAPTURE(row.path);
      const Result<std::string> bytes = read_file_below(row.folder, row.path, 100);
      CHECK((bytes ? *bytes : bytes.error().code) == row.got);
    }
    CHECK(code_of(read_file_below(in, in + "/a.txt", 0)) == kTooLarge);
    CHECK(*read_file(in + "/way/b.txt", 100) == "outside");  // explicit paths may lead anywhere
  }

  TEST_CASE("a file without permission is refused as such") {
    const TempFolder folder("permission");
    const std::string path = folder.put("a.txt", "x");
    REQUIRE(::chmod(path.c_str(), 0) == 0);
    if (::geteuid() == 0)
      MESSAGE("skipped: the superuser may read everything");
    else
      CHECK(code_of(read_file(path, 10)) == kNoPermission);
  }

  TEST_CASE("a file whose size is not what was promised has changed") {
    // /proc files promise 0 bytes and deliver more: what a growing file looks like.
    CHECK(code_of(read_file("/proc/self/status", 1 << 20)) == kChanged);
  }

  TEST_CASE("links and spellings of one file are the same file") {
    const TempFolder folder("same");
    const std::string a = folder.put("a", "x");
    const std::string b = folder.put("b", "x");
    std::filesystem::create_symlink("a", folder / "link");
    std::filesystem::create_hard_link(a, folder / "hard");
    CHECK(same_file(a, folder / "link"));
    CHECK(same_file(a, folder / "hard"));
    CHECK(same_file(a, folder / "./a"));
    CHECK_FALSE(same_file(a, b));
    CHECK_FALSE(same_file(folder / "none", folder / "none"));
  }
}

}  // namespace
}  // namespace plumbline::io
