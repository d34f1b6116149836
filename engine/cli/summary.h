#pragma once

#include <optional>

#include "engine/cli/cli.h"
#include "plumbline/report.h"

namespace plumbline::cli {

/// Adds up what a run came to, document by document.
class Tally {
 public:
  /// `fail_on` empty = never. What was skipped is no document.
  Tally(std::optional<Severity> fail_on, int skipped) : fail_on_(fail_on) {
    summary_.skipped = skipped;
  }

  void add(const DocumentReport& document);
  void skip(int files) { summary_.skipped += files; }
  /// What is waived counts apart.
  const Summary& summary() const { return summary_; }
  /// 0, 1 or 3 (design §6).
  ExitStatus status() const;

 private:
  std::optional<Severity> fail_on_;
  Summary summary_;
  bool incomplete_ = false, found_ = false;
};

}  // namespace plumbline::cli
