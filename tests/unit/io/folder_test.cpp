#include "engine/io/folder.h"

#include <sys/stat.h>

#include "doctest/doctest.h"
#include "engine/io/file.h"
#include "temp_folder.h"

namespace plumbline::io {
namespace {

TEST_SUITE("io.folder") {
  TEST_CASE("files come sorted while hidden ones and junk and links are skipped and counted") {
    const TempFolder folder("walk");
    for (const char* name :
         {"b.txt", "a/2.docx", "a/10.docx", "a.txt", "甲/乙.txt", ".git/config", ".hidden",
          "~$b.docx", ".DS_Store", "Desktop.ini", "Thumbs.db", "__MACOSX/a.txt", "a/~$x.docx"})
      folder.put(name, "x");
    std::filesystem::create_directories(folder / "empty");
    std::filesystem::create_symlink(".", folder / "loop");
    std::filesystem::create_symlink("b.txt", folder / "link.txt");
    const Listing listing = list_folder(folder / "");
    const std::vector<std::string> expected = {folder / "a.txt", folder / "a/10.docx",
                                               folder / "a/2.docx", folder / "b.txt",
                                               folder / "甲/乙.txt"};
    CHECK(listing.files == expected);
    CHECK(listing.hidden == 2);
    CHECK(listing.junk == 6);
    CHECK(listing.links == 2);
    CHECK(listing.skipped() == 10);
    CHECK(listing.problems.empty());
  }

  TEST_CASE("what is neither file nor folder stays in the listing") {
    const TempFolder folder("fifo");
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(list_folder(folder / "").files == std::vector<std::string>{folder / "pipe"});
  }

  TEST_CASE("a folder that cannot be opened is a problem with its path") {
    const TempFolder folder("gone");
    const Listing listing = list_folder(folder / "none");
    REQUIRE(listing.problems.size() == 1);
    CHECK(listing.problems[0].path == folder / "none");
    CHECK(listing.problems[0].code == kReadFailed);
  }

  TEST_CASE("junk is known by its name only") {
    for (const char* name : {"~$a.docx", ".DS_Store", "desktop.ini", "DESKTOP.INI", "thumbs.db"}) {
      CAPTURE(name);
      CHECK(is_junk(name));
    }
    for (const char* name : {"~a.docx", "a~$.docx", "DS_Store", "desktop.ini.txt", "a.docx", ""}) {
      CAPTURE(name);
      CHECK_FALSE(is_junk(name));
    }
  }
}

}  // namespace
}  // namespace plumbline::io
