#include "engine/io/atomic_write.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

#include "doctest/doctest.h"
#include "engine/io/file.h"
#include "temp_folder.h"

namespace plumbline::io {
namespace {

std::string code_of(const std::optional<Diagnostic>& problem) {
  return problem ? problem->code : "ok";
}

/// A disk that is full after `bytes` bytes.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &old_);
    const rlimit small = {bytes, old_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() {
    ::setrlimit(RLIMIT_FSIZE, &old_);
    std::signal(SIGXFSZ, handler_);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  rlimit old_ = {};
  void (*handler_)(int);
};

TEST_SUITE("io.atomic_write") {
  TEST_CASE("a new file and a replaced file hold exactly the bytes and nothing is left beside") {
    const TempFolder folder("write");
    CHECK(code_of(write_file(folder / "a", "first")) == "ok");
    CHECK(folder.get("a") == "first");
    CHECK(code_of(write_file(folder / "a", "second, longer")) == "ok");
    CHECK(folder.get("a") == "second, longer");
    CHECK(folder.count() == 1);
  }

  TEST_CASE("a replaced file keeps its mode and a link keeps leading to it") {
    const TempFolder folder("mode");
    const std::string path = folder.put("a", "old");
    REQUIRE(::chmod(path.c_str(), 0640) == 0);
    std::filesystem::create_symlink("a", folder / "link");
    CHECK(code_of(write_file(folder / "link", "new")) == "ok");
    CHECK(folder.get("a") == "new");
    CHECK(std::filesystem::is_symlink(folder / "link"));
    struct stat state = {};
    REQUIRE(::stat(path.c_str(), &state) == 0);
    CHECK((state.st_mode & 07777) == 0640);
  }

  TEST_CASE("a full disk leaves the old file and no other") {
    const TempFolder folder("full");
    folder.put("a", "old");
    {
      const SmallDisk disk(10);
      CHECK(code_of(write_file(folder / "a", "more than ten bytes")) == kWriteFailed);
    }
    CHECK(folder.get("a") == "old");
    CHECK(folder.count() == 1);
    CHECK(code_of(write_file("/dev/full", "x")) == kWriteFailed);
  }

  TEST_CASE("pieces appear together at the end and leave nothing where there is none") {
    const TempFolder folder("pieces");
    folder.put("a", "old");
    {
      OutputFile file(folder / "a");
      file.append("one ");
      file.append("two");
      CHECK(folder.get("a") == "old");
      CHECK(code_of(file.finish()) == "ok");
      CHECK(folder.get("a") == "one two");
      OutputFile dropped(folder / "a");
      dropped.append("three");
    }
    CHECK(folder.get("a") == "one two");
    CHECK(folder.count() == 1);
    OutputFile refused(folder / "none/a");
    refused.append("x");
    CHECK(code_of(refused.finish()) == kNoFolder);
  }

  TEST_CASE("what cannot be an output is named before anything is written") {
    const TempFolder folder("refused");
    folder.put("file", "x");
    const struct {
      std::string path;
      std::string code;
    } rows[] = {
        {folder / "", kIsFolder},
        {folder / "new/", kIsFolder},
        {"", kIsFolder},
        {folder / "none/a", kNoFolder},
        {folder / "file/a", kNoFolder},
        {folder / "new", "ok"},
        {folder / "file", "ok"},
        {"/dev/null", "ok"},
    };
    for (const auto& row : rows) {
      CAPTURE(row.path);
      CHECK(code_of(check_output(row.path)) == row.code);
    }
    CHECK(folder.count() == 1);
  }
}

}  // namespace
}  // namespace plumbline::io
