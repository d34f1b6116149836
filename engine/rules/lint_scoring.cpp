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
        linted_.warn(*gate->find("rule"), {words::kGateWithoutPoints, {rule->id}});
    }
  }

  void grades(const Node& scoring) {
    const Node* grades = scoring.find("grades");
    if (grades == nullptr)
      return;
    std::set<int> floors;
    for (const Node& grade : grades->items) {
      if (!floors.insert(int_at(grade, "from")).second)
        linted_.warn(*grade.find("from"), words::kGradeTwice);
    }
    if (!floors.contains(0))
      linted_.warn(*grades, words::kNoLowestGrade);
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
      linted_.warn(*stated, {words::kWrongTotal, {std::to_string(sum), stated->scalar}});
  }

  void points(const Rule& rule) {
    const Node* deduct = rule.body.find("deduct");
    if (deduct != nullptr && rule.deduct > rule.points)
      linted_.warn(*deduct, {words::kDeductsMore, {rule.id, std::to_string(rule.points)}});
    const Node* partial = rule.body.find("partial");
    for (const auto& [state, earned] : rule.partial) {
      if (earned >= rule.points)
        linted_.warn(*partial->find(state),
                     {words::kEarnsNoLess, {state, rule.id, std::to_string(rule.points)}});
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
        linted_.warn(*stated, {words::kThresholdTooHigh, {std::to_string(most)}});
    }
  }

  const Linted& linted_;
};

}  // namespace

void lint_scoring(const Linted& linted) {
  ScoringLint(linted).run();
}

}  // namespace plumbline::rules
