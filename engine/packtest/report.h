#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "engine/packtest/coverage.h"
#include "engine/packtest/mutate.h"
#include "engine/packtest/run.h"

namespace plumbline::packtest {

/// What a pack must reach, in percent.
struct Bars {
  int coverage = 0, mutation = 0;
};

/// Everything that testing one pack tells.
struct Report {
  std::shared_ptr<const rules::Pack> pack;
  std::vector<CaseResult> results;
  Coverage coverage;
  MutationScore mutation;

  std::size_t skipped() const;
  std::size_t run() const { return results.size() - skipped(); }
  std::size_t failed() const;
  /// No case fails, the samples are clean, the bars are reached.
  bool passes(const Bars& bars) const;
};

/// Runs the cases of a pack, measures their coverage and breaks its samples, on `jobs` threads. Of
/// no use where the sink has errors.
Report test(const std::shared_ptr<const rules::Pack>& pack, const rules::PackFiles& files,
            std::size_t jobs, DiagnosticSink& sink);

}  // namespace plumbline::packtest
