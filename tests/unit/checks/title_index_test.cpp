#include "engine/checks/title_index.h"

#include <doctest/doctest.h>

#include <string>

#include "engine/checks/title_name.h"

using namespace plumbline::checks;

namespace {

constexpr std::string_view kState = "中华人民共和国";

TitleIndex sample() {
  TitleIndex index({"法", "条例", "规定"}, 8);
  for (const char* title :
       {"重大行政决策程序暂行条例", "建设工程质量管理条例", "城市市容和环境卫生管理条例"})
    index.add({title, title_name(title, kState), "", "", 0});
  return index;
}

std::string meant(std::string_view base) {
  const TitleIndex index = sample();
  const CatalogueEntry* entry = index.meant_by(base);
  return entry == nullptr ? "" : entry->title;
}

}  // namespace

TEST_CASE("a title name parts base and years and tail") {
  const TitleName outline = title_name("法治政府建设实施纲要(2021-2025)年", kState);
  CHECK(outline.base == "法治政府建设实施纲要");
  CHECK(outline.years == YearRange{2021, 2025});
  CHECK(outline.tail == "年");
  CHECK(title_name("中华人民共和国行政处罚法(2021年修订)", kState).base == "行政处罚法");
  CHECK(title_name("纲要(20212025年)", kState).lost_dash);
}

TEST_CASE("a mutilated title is traced and another document is not") {
  CHECK(meant("重大行政决策程序条例") == "重大行政决策程序暂行条例");
  CHECK(meant("建设工程造价管理条例") == "");
  CHECK(meant("市容和环境卫生管理条例") == "");
  CHECK(meant("重大行政决策程序规定") == "");
}
