#include <set>
#include <string>

#include "engine/rules/lint_parts.h"

namespace plumbline::rules {
namespace {

class ScoringLint {
 public:
  explicit ScoringLint(const Linted& linted) : linted_(linted) {}

  void run() {
    for (const auto& file : linted_.pack.files) {
      if (const Node* scoring = file->find("scoring")) {
        gates(*scoring);
        grades(*scoring);
      }
    }
    total();
    for (const Rule& rule : linted_.pack.rules) points(rule);
    threshold();
  }

 private:
  void gates(const Node& scoring) {
    for (const Node* gate : nodes_of(scoring.find("gates"))) {
      const Rule* rule = linted_.pack.rule(string_at(*gate, "rule"));
      if (rule != nullptr && rule->points == 0)
        linted_.warn(*gate->find("rule"), "P1504",
                     "the gate stands on rule '" + rule->id + "', which has no points");
    }
  }

  void grades(const Node& scoring) {
    const Node* grades = scoring.find("grades");
    if (grades == nullptr)
      return;
    std::set<int> floors;
    for (const Node& grade : grades->items) {
      if (!floors.insert(int_at(grade, "from")).second)
        linted_.warn(*grade.find("from"), "P1522", "another grade begins at the same percentage");
    }
    if (!floors.contains(0))
      linted_.warn(*grades, "P1522", "no grade begins at 0, so a low score has none");
  }

  /// The pack's own word on the total; extended packs have their own.
  void total() {
    const Node* stated = nullptr;
    for (const auto& file : linted_.pack.files) {
      const Node* scoring = file->find("scoring");
      if (const Node* found = scoring == nullptr ? nullptr : scoring->find("points_total"))
        stated = found;
    }
    if (stated == nullptr)
      return;
    int sum = 0;
    for (const Rule& rule : linted_.pack.rules) sum += rule.points;
    if (std::to_string(sum) != stated->scalar)
      linted_.warn(*stated, "P1515",
                   "the points of the rules add up to " + std::to_string(sum) + ", not to " +
                       stated->scalar);
  }

  void points(const Rule& rule) {
    const Node* deduct = rule.body.find("deduct");
    if (deduct != nullptr && rule.deduct > rule.points)
      linted_.warn(*deduct, "P1521",
                   "rule '" + rule.id + "' deducts more than its " + std::to_string(rule.points) +
                       " points");
    const Node* partial = rule.body.find("partial");
    for (const auto& [state, earned] : rule.partial) {
      if (earned >= rule.points)
        linted_.warn(*partial->find(state), "P1521",
                     "in the state '" + state + "' rule '" + rule.id + "' earns no less than its " +
                         std::to_string(rule.points) + " points");
    }
  }

  void threshold() {
    int most = 0;
    for (const elements::KindEvidence& evidence : linted_.pack.kind)
      most += evidence.weight > 0 ? evidence.weight : 0;
    if (linted_.pack.any_kind || most >= linted_.pack.kind_threshold)
      return;
    for (const auto& file : linted_.pack.files) {
      const Node* kind = file->find("for");
      if (const Node* stated = kind == nullptr ? nullptr : kind->find("threshold"))
        linted_.warn(*stated, "P1523",
                     "all evidence together weighs " + std::to_string(most) +
                         ", so no document is ever of this kind");
    }
  }

  const Linted& linted_;
};

}  // namespace

void lint_scoring(const Linted& linted) {
  ScoringLint(linted).run();
}

}  // namespace plumbline::rules
