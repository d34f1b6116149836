#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "doctest/doctest.h"
#include "engine/base/diagnostic.h"
#include "tests/support/golden.h"

/// Packs with a fault, tests/golden/FOLDER/CASE/, and what is said of them in both languages.
namespace plumbline::testing {

namespace fs = std::filesystem;

inline std::vector<fs::path> golden_packs(const std::string& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(PLUMBLINE_SOURCE_DIR "/tests/golden/" + folder))
    out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

/// The files of a case as CASE/…; its subfolders that are packs are those that it may extend.
inline std::map<std::string, std::string> files_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file())
      continue;
    const fs::path inside = fs::relative(entry.path(), folder);
    const bool other = fs::is_regular_file(folder / *inside.begin() / "pack.yaml");
    files[(other ? inside : folder.filename() / inside).string()] = read_whole(entry.path());
  }
  return files;
}

inline std::string rendered(const DiagnosticSink& sink, Language language) {
  std::string out;
  for (const Diagnostic& one : sink.all()) out += render_diagnostic(one, language);
  return out;
}

/// Holds what was said against `name`.txt and, in Chinese, `name`.zh.txt.
inline void check_said(const std::string& name, const DiagnosticSink& sink) {
  CAPTURE(name);
  const std::string english = rendered(sink, Language::kEnglish);
  const std::string chinese = rendered(sink, Language::kChinese);
  CHECK(english != "");
  CHECK(english == golden(name + ".txt", english));
  CHECK(chinese == golden(name + ".zh.txt", chinese));
}

}  // namespace plumbline::testing
