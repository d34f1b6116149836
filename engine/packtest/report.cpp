#include "engine/packtest/report.h"

#include <algorithm>
#include <utility>

#include "engine/packtest/cases.h"

namespace plumbline::packtest {

std::size_t Report::skipped() const {
  return static_cast<std::size_t>(std::ranges::count_if(results, &CaseResult::skipped));
}

std::size_t Report::failed() const {
  return static_cast<std::size_t>(std::ranges::count_if(results, &CaseResult::failed));
}

bool Report::passes(const Bars& bars) const {
  return failed() == 0 && mutation.unclean.empty() && coverage.percent() >= bars.coverage &&
         mutation.percent() >= bars.mutation;
}

Report test(const std::shared_ptr<const rules::Pack>& pack, const rules::PackFiles& files,
            std::size_t jobs, DiagnosticSink& sink) {
  Report report;
  report.pack = pack;
  report.results = run_cases(*pack, cases_of(*pack, files, sink), jobs, sink);
  if (sink.has_errors())
    return report;
  report.coverage = measure(*pack, report.results, jobs);
  std::vector<Case> cases;
  for (const CaseResult& result : report.results) {
    if (!result.skipped())
      cases.push_back(result.test);
  }
  report.mutation = mutate(pack, files, cases, jobs, sink);
  return report;
}

}  // namespace plumbline::packtest
