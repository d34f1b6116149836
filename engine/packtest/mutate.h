#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/packtest/mutation.h"

namespace plumbline::packtest {

/// What came of one mutation.
struct Mutant {
  Mutation mutation;
  bool caught = false;               ///< one of `must` fired, or nothing had to
  std::vector<std::string> besides;  ///< "rule “quote”" of findings that nothing explains
  bool holds() const { return caught && besides.empty(); }
};

struct MutationScore {
  std::vector<Mutant> mutants;
  std::vector<std::string> unclean;  ///< errors and warnings of the samples themselves
  int held() const;
  int percent() const;  ///< rounded down; 100 where there is nothing
};

/// Breaks each sample of the pack in one place at a time, on `jobs` threads, with the whole pack in
/// view. Complains about samples and mutations that cannot be used.
MutationScore mutate(const std::shared_ptr<const rules::Pack>& pack, const rules::PackFiles& files,
                     const std::vector<Case>& cases, std::size_t jobs, DiagnosticSink& sink);

}  // namespace plumbline::packtest
