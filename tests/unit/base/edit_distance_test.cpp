#include "engine/base/edit_distance.h"

#include <doctest/doctest.h>

#include <vector>

using namespace plumbline;

TEST_CASE("the distance counts code points and a swap once") {
  const struct {
    std::string_view a, b;
    std::size_t distance;
  } rows[] = {{"pattern", "patern", 1},
              {"法制", "法治", 1},
              {"absnet", "absent", 1},
              {"", "ab", 2},
              {"a", "a", 0},
              {"kitten", "sitting", 3}};
  for (const auto& row : rows) {
    CAPTURE(row.a);
    CHECK(edit_distance(row.a, row.b, 9) == row.distance);
    CHECK(edit_distance(row.b, row.a, 9) == row.distance);
  }
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("a", "abcdef", 2) == 3);
}

TEST_CASE("the nearest candidate must be near enough to be meant") {
  const std::vector<std::string> keys = {"title", "check", "points", "法治"};
  CHECK(nearest("titel", keys) == "title");
  CHECK(nearest("point", keys) == "points");
  CHECK(nearest("severity", keys) == "");
  CHECK(did_you_mean("chekc", keys).in(Language::kEnglish) == "; did you mean 'check'?");
  CHECK(did_you_mean("x", keys).in(Language::kEnglish) == "");
}
