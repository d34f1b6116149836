#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "engine/checks/table_columns.h"
#include "engine/packtest/cases.h"
#include "engine/packtest/mutate.h"
#include "engine/rules/pack.h"
#include "plumbline/engine.h"
#include "tests/support/golden_pack.h"
#include "tests/support/memory_pack_files.h"

using namespace plumbline;
using testing::MemoryPackFiles;

// The packs of tests/golden/pack are those that the loader and lint see through.
TEST_CASE("what the checks and the cases of a pack lack is said in both languages") {
  for (const auto& folder : testing::golden_packs("tested-pack")) {
    const std::string name = folder.filename().string();
    CAPTURE(name);
    const MemoryPackFiles files(testing::files_of(folder));
    DiagnosticSink sink;
    const auto pack = rules::load_pack(name, files, sink);
    REQUIRE(pack);
    Engine::create({pack}, sink);
    const auto cases = packtest::cases_of(*pack, files, sink);
    packtest::mutate(pack, files, cases, 1, sink);
    testing::check_said("tested-pack/" + name + "/expected", sink);
  }
}

// The loader knows all names of tables, so that no pack comes so far.
TEST_CASE("a check that looks for a table in vain says so") {
  rules::Node name;
  name.kind = rules::Node::Kind::kScalar;
  name.scalar = "lawz";
  DiagnosticSink sink;
  CHECK(checks::table_with(name, rules::Pack(), {"title"}, sink) == nullptr);
  testing::check_said("tested-pack-made/table", sink);
}
