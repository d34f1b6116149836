#include "engine/score/score.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace plumbline {
namespace {

rules::Pack pack_with_gate() {
  rules::Pack pack;
  pack.grades = {{"优秀", 90}, {"合格", 60}, {"不合格", 0}};
  pack.gates = {{"duty", "不合格", "缺少履职情况", {Outcome::kFail}}};
  return pack;
}

RuleResult result(const char* id, Outcome outcome, int possible, int earned) {
  RuleResult made;
  made.id = id;
  made.outcome = outcome;
  made.possible = possible;
  made.earned = earned;
  return made;
}

std::string line(const Score& score) {
  std::string text = std::to_string(score.earned) + "/" + std::to_string(score.applicable) + " " +
                     std::to_string(score.low) + ".." + std::to_string(score.high) + " " +
                     std::to_string(score.percent) + "% " + score.grade;
  for (const Gate& gate : score.gates) text += " gate:" + gate.rule;
  return text;
}

std::string scored(const std::vector<RuleResult>& results) {
  return line(score::compute(pack_with_gate(), results, 0));
}

rules::Rule rule(int points, int deduct) {
  rules::Rule made;
  made.points = points;
  made.deduct = deduct;
  made.partial = {{"mention", 5}, {"thin", 9}};
  return made;
}

TEST_CASE("a ledger that can be recomputed by hand") {
  CHECK(scored({result("a", Outcome::kPass, 30, 30), result("b", Outcome::kPartial, 20, 5)}) ==
        "35/50 35..35 70% 合格");
  CHECK(scored({result("a", Outcome::kPass, 2, 2), result("b", Outcome::kFail, 1, 0)}) ==
        "2/3 2..2 66% 合格");
}

TEST_CASE("not applicable and blocked rules leave both sides") {
  CHECK(scored({result("a", Outcome::kPass, 10, 10), result("b", Outcome::kNotApplicable, 50, 0),
                result("c", Outcome::kBlocked, 40, 0)}) == "10/10 10..10 100% 优秀");
}

TEST_CASE("what is undecided opens an interval and is neither zero nor dropped") {
  const Outcome undecided[] = {Outcome::kNeedsReview, Outcome::kNotChecked, Outcome::kRuleError};
  for (const Outcome outcome : undecided) {
    CHECK(scored({result("a", Outcome::kPass, 80, 80), result("b", outcome, 20, 0)}) ==
          "80/100 80..100 80% 合格～优秀");
  }
  CHECK(scored({result("a", Outcome::kPass, 95, 95), result("b", Outcome::kNeedsReview, 5, 0)}) ==
        "95/100 95..100 95% 优秀");
}

TEST_CASE("a gate caps the grade and not the points") {
  CHECK(scored({result("a", Outcome::kPass, 95, 95), result("duty", Outcome::kFail, 5, 0)}) ==
        "95/100 95..95 95% 不合格 gate:duty");
  CHECK(scored({result("a", Outcome::kPass, 95, 95), result("duty", Outcome::kPartial, 5, 2)}) ==
        "97/100 97..97 97% 优秀");
}

TEST_CASE("a waived failure scores and gates as it would unwaived") {
  CHECK(scored({result("a", Outcome::kPass, 95, 95), result("duty", Outcome::kWaived, 5, 0)}) ==
        "95/100 95..95 95% 不合格 gate:duty");
  CHECK(scored({result("a", Outcome::kPass, 95, 95), result("duty", Outcome::kWaived, 5, 5)}) ==
        "100/100 100..100 100% 优秀");
}

TEST_CASE("nothing applicable has no grade") {
  CHECK(scored({}) == "0/0 0..0 0% ");
  CHECK(scored({result("a", Outcome::kNotApplicable, 5, 0)}) == "0/0 0..0 0% ");
}

TEST_CASE("points of one rule") {
  using score::earned_points;
  CHECK(earned_points(rule(15, 0), {Outcome::kPass, {}}) == 15);
  CHECK(earned_points(rule(15, 0), {Outcome::kFail, {"absent"}}) == 0);
  CHECK(earned_points(rule(15, 0), {Outcome::kPartial, {"mention"}}) == 5);
  CHECK(earned_points(rule(15, 0), {Outcome::kPartial, {"thin", "mention"}}) == 5);
  CHECK(earned_points(rule(15, 0), {Outcome::kPartial, {"thin", "absent"}}) == 0);
  CHECK(earned_points(rule(15, 0), {Outcome::kNeedsReview, {}}) == 0);
  CHECK(earned_points(rule(15, 0), {Outcome::kNotApplicable, {}}) == 0);
  CHECK(earned_points(rule(5, 2), {Outcome::kFail, {"found", "found"}}) == 1);
  CHECK(earned_points(rule(5, 2), {Outcome::kFail, {"found", "found", "found"}}) == 0);
  CHECK(earned_points(rule(5, 2), {Outcome::kFail, std::vector<std::string>(100000, "found")}) ==
        0);
}

}  // namespace
}  // namespace plumbline
