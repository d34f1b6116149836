#include "engine/io/pack_files.h"

#include "doctest/doctest.h"
#include "temp_folder.h"

namespace plumbline::io {
namespace {

TEST_SUITE("io.pack_files") {
  TEST_CASE("a pack is found beside the one that names it before the pack path") {
    const TempFolder folder("find");
    folder.put("mine/city/pack.yaml", "");
    folder.put("mine/nation/pack.yaml", "");
    folder.put("ours/nation/pack.yaml", "");
    folder.put("ours/format/pack.yaml", "");
    folder.put("ours/no-pack/rules.yaml", "");
    const DiskPackFiles files({folder / "ours"});
    CHECK(files.find_pack("nation", folder / "mine/city") == folder / "mine/nation");
    CHECK(files.find_pack("nation", folder / "mine/city/") == folder / "mine/nation");
    CHECK(files.find_pack("format", folder / "mine/city") == folder / "ours/format");
    CHECK(files.find_pack("nation", "") == folder / "ours/nation");
    for (const char* name : {"no-pack", "nowhere", "", ".", "..", "../mine/nation", "/etc"}) {
      CAPTURE(name);
      CHECK(files.find_pack(name, folder / "mine/city") == std::nullopt);
    }
    CHECK(files.names() == std::vector<std::string>{"format", "nation"});
  }

  TEST_CASE("files of a folder come sorted and without folders") {
    const TempFolder folder("list");
    folder.put("p/b.yaml", "B");
    folder.put("p/a.yaml", "A");
    folder.put("p/below/c.yaml", "C");
    const DiskPackFiles files({});
    CHECK(files.list(folder / "p") ==
          std::vector<std::string>{folder / "p/a.yaml", folder / "p/b.yaml"});
    CHECK(files.list(folder / "none").empty());
    CHECK(*files.read(folder / "p/a.yaml") == "A");
    CHECK_FALSE(files.read(folder / "p/none.yaml"));
  }

  TEST_CASE("packs are found from the program in a build tree and where it is installed") {
    const TempFolder folder("beside");
    folder.put("src/rules/one/pack.yaml", "");
    folder.put("usr/share/plumbline/rules/one/pack.yaml", "");
    folder.put("bare/rules/readme", "");
    const auto first = [](const std::vector<std::string>& found) {
      return found.empty() ? std::string("none") : found.front();
    };
    CHECK(first(pack_folders(folder / "src/build/dev/engine/plumbline")) == folder / "src/rules");
    CHECK(first(pack_folders(folder / "usr/bin/plumbline")) ==
          folder / "usr/share/plumbline/rules");
    CHECK(first(pack_folders(folder / "bare/plumbline")) != folder / "bare/rules");
  }
}

}  // namespace
}  // namespace plumbline::io
