#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/contact.h"
#include "plumbline/report.h"
#include "plumbline/result.h"

namespace plumbline::output {

/// How, never what: no option changes a number or drops a finding. Reports are Chinese whatever the
/// language of the command line, so that the same input gives the same bytes.
struct WriteOptions {
  bool colour = false;  ///< text format, on a terminal
  /// Text format: findings shown in full, the rest on one line each; 0 = all in full.
  std::size_t full_findings = 0;
  const Contact* contact = nullptr;  ///< of letters; null = every blank is left to be filled in
};

/// A format whose bytes can go out while documents are still being checked: its beginning, each
/// document in order, its end. `run` has no documents; its summary is known at the end only.
struct Pieces {
  std::string (*begin)(const RunReport& run, const WriteOptions& options) = nullptr;
  /// `index` counts documents from 0.
  std::string (*document)(const DocumentReport& document, std::size_t index,
                          const WriteOptions& options) = nullptr;
  std::string (*end)(const RunReport& run, const WriteOptions& options) = nullptr;
};

/// One row per format in output/table.cpp, one file pair per format. Writers see the report and
/// nothing else; same report, same bytes. Thread-safe.
struct Writer {
  std::string_view name;        ///< value of --format
  std::string_view extension;   ///< ".json"
  std::string_view summary_zh;  ///< one line for --help
  std::string_view summary_en;
  Result<std::string> (*write)(const RunReport& report, const WriteOptions& options);
  bool binary = false;        ///< never sent to a terminal
  bool needs_source = false;  ///< reads DocumentReport::source
  /// Null for formats that need the whole run first. In a row they are what `write` gives.
  const Pieces* pieces = nullptr;
  /// A file for each document, of which it reads Source::file too where it needs the source:
  /// `write` takes one at a time.
  bool one_each = false;
  /// Put behind the document's name in a folder, so that several such formats can share one.
  std::string_view tail = "";
  bool is_letter = false;  ///< reads WriteOptions::contact
};

/// All pieces of a report in a row.
std::string joined(const Pieces& pieces, const RunReport& report, const WriteOptions& options);

std::span<const Writer> writers();
const Writer* writer_named(std::string_view name);

}  // namespace plumbline::output
