#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/rules/lint.h"
#include "engine/rules/pack.h"
#include "tests/support/memory_pack_files.h"

using namespace plumbline;
namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// The files of a case as CASE/…; its subfolders are the packs that it may extend.
std::map<std::string, std::string> files_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file())
      continue;
    const fs::path inside = fs::relative(entry.path(), folder);
    const bool own = !inside.has_parent_path();
    files[(own ? folder.filename() / inside : inside).string()] = text_of(entry.path());
  }
  return files;
}

std::string said_about(const fs::path& folder) {
  DiagnosticSink sink;
  const testing::MemoryPackFiles files(files_of(folder));
  const auto pack = rules::load_pack(folder.filename().string(), files, sink);
  CHECK((pack == nullptr) == sink.has_errors());
  if (pack)
    rules::lint_pack(*pack, files, sink);
  std::string out;
  for (const Diagnostic& one : sink.all()) out += render_diagnostic(one);
  return out;
}

std::vector<fs::path> cases() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(PLUMBLINE_SOURCE_DIR "/tests/golden/pack"))
    out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

// PLUMBLINE_UPDATE_GOLDEN=1 writes what the loader says; the difference is reviewed as code.
TEST_CASE("every bad pack is refused or doubted in the words that stand beside it") {
  const bool update = std::getenv("PLUMBLINE_UPDATE_GOLDEN") != nullptr;
  CHECK(cases().size() >= 50);
  for (const fs::path& folder : cases()) {
    CAPTURE(folder.filename().string());
    const std::string said = said_about(folder);
    CHECK(said != "");
    if (update)
      std::ofstream(folder / "expected.txt", std::ios::binary) << said;
    CHECK(said == text_of(folder / "expected.txt"));
  }
}
