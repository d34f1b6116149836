#include <doctest/doctest.h>

#include <string>

#include "engine/rules/formed_yaml.h"
#include "engine/rules/lint.h"
#include "engine/rules/pack.h"
#include "engine/rules/yaml_reader.h"
#include "tests/support/golden_pack.h"
#include "tests/support/memory_pack_files.h"

using namespace plumbline;
using testing::MemoryPackFiles;

namespace {

DiagnosticSink said_about(const std::string& folder, const MemoryPackFiles& files) {
  DiagnosticSink sink;
  const auto pack = rules::load_pack(folder, files, sink);
  CHECK((pack == nullptr) == sink.has_errors());
  if (pack)
    rules::lint_pack(*pack, files, sink);
  return sink;
}

DiagnosticSink said_about(std::map<std::string, std::string> files, const std::string& more) {
  files["p/pack.yaml"] = "id: p\nversion: 1.0.0\ntitle: 包\nfor: any\n" + more;
  return said_about("p", MemoryPackFiles(files));
}

std::string repeated(std::string_view words, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += words;
  return out;
}

const std::string kUsesTable =
    "rules:\n  a:\n    title: 甲\n    check: organs\n    left: issuer\n    right: signature\n"
    "    severity: warning\n    message: 有误\n    table: t\n";

}  // namespace

// PLUMBLINE_UPDATE_GOLDEN=1 writes what the loader says; the difference is reviewed as code.
TEST_CASE("every bad pack is refused or doubted in the words that stand beside it") {
  const auto packs = testing::golden_packs("pack");
  CHECK(packs.size() >= 50);
  for (const auto& folder : packs) {
    const std::string name = folder.filename().string();
    testing::check_said("pack/" + name + "/expected",
                        said_about(name, MemoryPackFiles(testing::files_of(folder))));
  }
}

TEST_CASE("what is too large to lie in a folder is refused in words too") {
  const auto check = [](const std::string& name, const DiagnosticSink& sink) {
    testing::check_said("pack-made/" + name, sink);
  };
  check("values", said_about({}, "samples: [" + repeated("a, ", 200'001) + "]\n"));
  check("bytes", said_about({{"p/a.yaml", "#" + std::string(9u << 20, '-')}}, "files: [a.yaml]\n"));
  check("table",
        said_about({{"p/t.csv", std::string(9u << 20, '-')}}, "tables: {t: t.csv}\n" + kUsesTable));
  std::map<std::string, std::string> many;
  std::string files = "files: [";
  for (int i = 0; i < 500; ++i) {
    const std::string name = "f" + std::to_string(i) + ".yaml";
    files += name + ", ";
    many["p/" + name] = "retired: {}\n";
  }
  check("files", said_about(many, files + "]\n"));
}

TEST_CASE("of a hundred mistakes in one file the first words are that there are more") {
  const DiagnosticSink all = said_about({}, "terms:\n" + repeated("  a: x\n", 200));
  CHECK(all.all().size() == 101);
  DiagnosticSink first;
  first.add(all.all().front());
  testing::check_said("pack-made/mistakes", first);
}

TEST_CASE("a program whose own schema is broken says so") {
  DiagnosticSink sink;
  CHECK(rules::read_formed_yaml("a.yaml", "a: 1\n", "{", sink).top == nullptr);
  testing::check_said("pack-made/schema", sink);
}
