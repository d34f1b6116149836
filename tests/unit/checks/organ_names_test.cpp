#include "engine/checks/organ_names.h"

#include <doctest/doctest.h>

#include <string>

namespace plumbline::checks {
namespace {

OrganNames names() {
  return {{{"政府", "人民政府"},
           {"人民政府", "人民政府"},
           {"镇", "镇人民政府"},
           {"街道", "街道办事处"},
           {"县委", "县委员会"},
           {"卫健委", "卫生健康委员会"},
           {"科技局", "科学技术局"}},
          {"省", "市", "县", "区"},
          {"中共"}};
}

struct Pair {
  const char* a;
  const char* b;
};

TEST_CASE("short forms name the same organ") {
  const Pair same[] = {
      {"柳溪区应急管理局", "临江市柳溪区应急管理局"},
      {"市科技局", "柳溪市科学技术局"},
      {"望禾镇", "望禾镇人民政府"},
      {"望禾镇政府", "柳溪县望禾镇人民政府"},
      {"锦禾街道", "星澜区锦禾街道办事处"},
      {"市卫健委", "柳溪市卫生健康委员会"},
      {"中共柳溪县委", "中共柳溪县委员会"},
      {"柳溪教育局", "柳溪区教育局"},
      {"柳溪县农业农村局", "柳溪县农业农村局（乡村振兴局）"},
      {"柳溪县农业农村局(乡村振兴局)", "柳溪县农业农村局"},
  };
  for (const Pair& pair : same) {
    CAPTURE(pair.a);
    CHECK(same_organ(pair.a, pair.b, names()));
    CHECK(same_organ(pair.b, pair.a, names()));
  }
}

TEST_CASE("other organs are not short forms") {
  const Pair different[] = {
      {"柳溪县人民政府", "柳溪县人民政府办公室"}, {"柳溪县教育和体育局", "柳溪县教育局"},
      {"柳溪县体育局（教育局）", "柳溪县教育局"}, {"（教育局）", "柳溪县教育局"},
      {"柳溪县教育局", "柳溪县体育局"},           {"柳溪区人民政府", "临江市人民政府"},
      {"柳溪县教育局", "望禾县教育局"},           {"", "柳溪县教育局"},
  };
  for (const Pair& pair : different) {
    CAPTURE(pair.a);
    CHECK_FALSE(same_organ(pair.a, pair.b, names()));
    CHECK_FALSE(same_organ(pair.b, pair.a, names()));
  }
}

TEST_CASE("a name with words left out may be a short form") {
  const Pair doubtful[] = {
      {"柳溪县教育局", "柳溪县教育体育局"},
      {"柳溪县文旅局", "柳溪县文化广电旅游局"},
      {"县林业局", "柳溪县林业和草原局"},
  };
  for (const Pair& pair : doubtful) {
    CAPTURE(pair.a);
    CHECK(shortened(pair.a, pair.b, names()));
    CHECK(shortened(pair.b, pair.a, names()));
  }
  const Pair others[] = {
      {"柳溪县教育局", "望禾县教育体育局"},
      {"柳溪县体育局", "柳溪县教育局"},
      {"柳溪县人民政府", "柳溪县人民政府办公室"},
      {"柳溪市生态环境局", "柳溪市生态环境局望禾分局"},
      {"教育局", "柳溪县教育体育局"},
      {"", "柳溪县教育局"},
  };
  for (const Pair& pair : others) {
    CAPTURE(pair.a);
    CHECK_FALSE(shortened(pair.a, pair.b, names()));
    CHECK_FALSE(shortened(pair.b, pair.a, names()));
  }
}

TEST_CASE("joint issuers are compared one by one") {
  const auto left = organs_in("中共柳溪县委、柳溪县人民政府");
  CHECK(left.size() == 2);
  CHECK(strangers(left, organs_in("中共柳溪县委员会、柳溪县政府"), names()).empty());
  CHECK(strangers(left, organs_in("柳溪县人民政府"), names()).empty());  // one of them signs
  CHECK(strangers(organs_in("望禾镇"), organs_in("中共望禾镇委员会、望禾镇人民政府"), names())
            .empty());
  CHECK(strangers(left, organs_in("中共柳溪县委、柳溪县人民政府办公室"), names()).size() == 1);
}

}  // namespace
}  // namespace plumbline::checks
