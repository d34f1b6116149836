#pragma once

#include <span>
#include <string>
#include <string_view>

#include "plumbline/report.h"
#include "plumbline/result.h"

namespace plumbline::output {

enum class Language : std::uint8_t { kChinese, kEnglish };

struct WriteOptions {
  bool colour = false;  ///< text format on a terminal
  Language language = Language::kChinese;
  std::size_t width = 80;  ///< columns of the terminal, text format
};

/// One row per format in output/table.cpp, one file pair per format. Writers see the report and
/// nothing else; same report, same bytes.
struct Writer {
  std::string_view name;       ///< value of --format
  std::string_view extension;  ///< ".json"
  std::string_view summary;    ///< one line for --help
  Result<std::string> (*write)(const RunReport& report, const WriteOptions& options);
};
std::span<const Writer> writers();
const Writer* writer_named(std::string_view name);

}  // namespace plumbline::output
