#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "plumbline/message.h"

namespace plumbline {

enum class Level : std::uint8_t { kNote, kWarning, kError };

/// A complaint about the checker's own inputs: a pack, an option, a file that cannot be opened.
/// What a document got wrong is a Finding.
struct Diagnostic {
  std::string code;  ///< stable, "P1103"; never renumbered, see docs/diagnostics.md
  Level level = Level::kError;
  Message message;     ///< lower case; names the thing, the place and the remedy
  std::string path;    ///< file, empty when there is none
  int line = 0;        ///< from 1; 0 when there is no line
  int column = 0;      ///< code points from 1
  int length = 0;      ///< code points to underline, 0 for a lone caret
  std::string source;  ///< the text of that line, for the caret; may be empty
};

/// Gathers diagnostics so that one run reports every mistake. Not thread-safe.
class DiagnosticSink {
 public:
  void add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }
  bool has_errors() const {
    for (const Diagnostic& diagnostic : all_) {
      if (diagnostic.level == Level::kError)
        return true;
    }
    return false;
  }
  std::span<const Diagnostic> all() const { return all_; }

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace plumbline
