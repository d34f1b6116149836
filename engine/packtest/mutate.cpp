#include "engine/packtest/mutate.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "engine/base/in_parallel.h"

namespace plumbline::packtest {
namespace {

bool among(const std::vector<std::string>& ids, const std::string& rule) {
  return std::ranges::any_of(
      ids, [&](const std::string& id) { return rule == id || rule.starts_with(id + "."); });
}

std::string words_of(const Finding& finding) {
  return finding.rule + " “" + finding.quote + "” " + finding.message;
}

/// Findings are known again by rule, quote and message.
using Known = std::map<std::string, int>;

Known known_of(const DocumentReport& report) {
  Known known;
  for (const Finding& finding : report.findings) ++known[words_of(finding)];
  return known;
}

/// One sample with the engine that judges what is made of it.
struct Stand {
  const Engine* engine = nullptr;
  const Sample* sample = nullptr;
  Known known;

  DocumentReport check(const std::string& bytes) const {
    return engine->check({"sample.txt", bytes}, sample->options);
  }
};

void judge(const Stand& stand, Mutant& mutant) {
  const Mutation& mutation = mutant.mutation;
  const DocumentReport report =
      stand.check(apply(mutation, stand.sample->subject.document.text().raw()));
  mutant.caught = mutation.must.empty();
  if (report.status != DocumentStatus::kChecked) {
    mutant.besides.push_back(report.reason);
    return;
  }
  Known known = stand.known;
  for (const Finding& finding : report.findings) {
    const bool old = known[words_of(finding)]-- > 0;
    const bool meant = among(mutation.must, finding.rule);
    mutant.caught = mutant.caught || (meant && !old);
    if (!old && !meant && !among(mutation.may, finding.rule))
      mutant.besides.push_back(words_of(finding));
  }
}

}  // namespace

int MutationScore::held() const {
  return static_cast<int>(std::ranges::count_if(mutants, &Mutant::holds));
}

int MutationScore::percent() const {
  return mutants.empty() ? 100 : held() * 100 / static_cast<int>(mutants.size());
}

MutationScore mutate(const std::shared_ptr<const rules::Pack>& pack, const rules::PackFiles& files,
                     const std::vector<Case>& cases, std::size_t jobs, DiagnosticSink& sink) {
  MutationScore score;
  const std::vector<Sample> samples = samples_of(*pack, files, sink);
  const std::optional<Engine> engine =
      samples.empty() ? std::nullopt : Engine::create({pack}, sink);
  if (!engine)
    return score;
  for (const Sample& sample : samples) {
    Stand stand{&*engine, &sample, {}};
    const DocumentReport clean = stand.check(std::string(sample.subject.document.text().raw()));
    for (const Finding& finding : clean.findings) {
      if (finding.severity != Severity::kNote)
        score.unclean.push_back(sample.name + ": " + words_of(finding));
    }
    stand.known = known_of(clean);
    Mutations all;
    add_structure_mutations(*pack, sample, all);
    add_date_mutations(*pack, sample, all);
    add_number_mutations(*pack, sample, all);
    add_word_mutations(*pack, sample, cases, all, sink);
    std::vector<Mutant> mutants(all.size());
    in_parallel(all.size(), jobs, [&](std::size_t i) {
      mutants[i].mutation = std::move(all[i]);
      judge(stand, mutants[i]);
    });
    std::ranges::move(mutants, std::back_inserter(score.mutants));
  }
  return score;
}

}  // namespace plumbline::packtest
