#include "engine/elements/elements.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/document/vocabulary.h"
#include "engine/readers/reader.h"

namespace plumbline::elements {
namespace {

std::vector<pattern::Pattern> patterns(std::initializer_list<const char*> sources) {
  std::vector<pattern::Pattern> result;
  for (const char* source : sources) result.push_back(pattern::Pattern::literal_or_die(source));
  return result;
}

const std::vector<Definition>& definitions() {
  static const std::vector<Definition> all = {
      {.id = "work",
       .label = "举措",
       .heading = patterns({"举措"}),
       .not_heading = patterns({"不足"}),
       .near = patterns({"工作"}),
       .thematic_sections = 2,
       .thematic_share = 40},
      {.id = "faults",
       .label = "不足",
       .heading = patterns({"不足", "问题"}),
       .not_heading = patterns({"问题整改"}),
       .lead = patterns({"还存在.*不足"}),
       .mention = patterns({"有待加强"}),
       .near = patterns({"亮点"})},
      {.id = "causes",
       .label = "原因",
       .heading = patterns({"原因"}),
       .lead = patterns({"主要原因"}),
       .mention = patterns({"由于"}),
       .within = "faults"},
      {.id = "plan",
       .label = "安排",
       .heading = patterns({"安排", "打算"}),
       .lead = patterns({"^下一步"}),
       .near = patterns({"亮点"}),
       .later_year = true},
      {.id = "rest", .label = "其他", .optional = true, .heading = patterns({"其他"})},
  };
  return all;
}

/// "work=section faults=absent(nearest …) …" for a text with one paragraph a line.
std::string recognised(const std::string& text, int report_year = 0) {
  const auto document = document::Document::build(
      text::Text::build(readers::read("a.txt", text, {})), document::Vocabulary{}, report_year);
  std::string result;
  for (const Element& element : recognise(document, definitions())) {
    if (element.definition->optional)
      continue;
    if (!result.empty())
      result += ' ';
    result += element.definition->id + '=' + std::string(name_of(element.state));
    if (element.shared)
      result += "+shared";
    if (element.heading != document::kNone)
      result +=
          '[' + std::string(document.text().view(document.outline()[element.heading].mark)) + ']';
    if (element.nearest != document::kNone)
      result += "~" + std::string(document.text().view(document.outline()[element.nearest].mark));
  }
  return result;
}

struct Row {
  const char* what;
  const char* text;
  const char* expected;
};

const Row kRows[] = {
    {"a short sentence that is a name is never absence, a clause of a long one may be",
     "今年的举措。大家做了三件事，效果很好。\n\n工作安排。继续努力做好各项事情。\n\n针对各类不足，"
     "大家逐项整改到位。\n",
     "work=passage faults=absent causes=absent plan=passage"},
    {"every element in a section of its own",
     "一、主要举措\n我们做了三件事。\n二、存在的不足和原因\n队伍偏弱。\n三、工作安排\n继续努力。\n",
     "work=section[一、] faults=section[二、] causes=section[二、] plan=section[三、]"},
    {"a lower heading makes a subsection",
     "一、主要举措\n（一）抓队伍。做实事。\n（二）存在不足。人手偏少，由于编制不够。\n二、工作安排"
     "\n继续。\n",
     "work=section[一、] faults=subsection[(二)] causes=mention plan=section[二、]"},
    {"a lead sentence makes a passage",
     "一、主要举措\n我们做了三件事。\n工作中还存在一些不足。主要原因是人少。\n下一步，我们将继续努"
     "力。\n",
     "work=section[一、] faults=passage causes=absent plan=passage"},
    {"the sentence behind a run-in heading leads its paragraph",
     "一、主要举措\n（一）抓整改。工作中还存在一些不足。主要原因是人少。\n二、工作安排\n继续。\n",
     "work=section[一、] faults=passage causes=absent plan=section[二、]"},
    {"words that pass by are a mention",
     "一、主要举措\n做了三件事，执法水平有待加强。\n二、工作安排\n继续。\n",
     "work=section[一、] faults=mention causes=absent plan=section[二、]"},
    {"one heading for two elements is shared",
     "一、主要举措\n做了三件事。\n二、存在问题和下步打算\n人手偏少。由于编制少。\n",
     "work=section[一、] faults=section+shared[二、] causes=mention plan=section+shared[二、]"},
    {"thematic sections carry what no heading names",
     "一、强化责任\n层层落实。\n二、规范执法\n严格公正。\n三、存在的问题\n人手偏少。\n",
     "work=section[一、] faults=section[三、] causes=absent plan=absent"},
    {"a heading that only looks like it is no evidence, and is not the nearest miss either",
     "一、主要举措\n（一）抓好问题整改。逐项销号。\n二、工作亮点\n三项经验。\n",
     "work=section[一、] faults=absent~二、 causes=absent plan=absent~二、"},
    {"a text without headings has no sections", "我们做了三件事。\n",
     "work=absent faults=absent causes=absent plan=absent"},
};

TEST_SUITE("elements.elements") {
  TEST_CASE("the best form of each element is recognised") {
    for (const Row& row : kRows) {
      CAPTURE(row.what);
      CHECK(recognised(row.text) == row.expected);
    }
  }

  TEST_CASE("a last heading of the year to come is the plan in whatever words") {
    const std::string front = "一、主要举措\n做了三件事。\n二、存在的不足\n人手偏少。\n";
    const std::string found =
        "work=section[一、] faults=section[二、] causes=absent plan=section[三、]";
    const std::string absent = "work=section[一、] faults=section[二、] causes=absent plan=absent";
    CHECK(recognised(front + "三、开创2025年新局面\n继续。\n", 2024) == found);
    CHECK(recognised(front + "三、2025年主要举措\n继续。\n四、其他情况\n无。\n", 2024) == found);
    CHECK(recognised(front + "三、二〇二五年新局面\n做。\n四、2025年任务\n做。\n", 2024) == found);
    CHECK(recognised(front + "三、开创2025年新局面\n继续。\n", 0) == absent);
    CHECK(recognised(front + "三、开创2024年新局面\n继续。\n", 2024) == absent);
    CHECK(recognised(front + "三、2024至2025年任务\n继续。\n", 2024) == absent);
    CHECK(recognised(front + "三、落实《纲要（2025年）》\n继续。\n", 2024) == absent);
    CHECK(recognised(front + "三、编号12025年任务\n继续。\n", 2024) == absent);
    CHECK(recognised("一、2025年新局面\n层层落实。\n二、存在的不足\n人手偏少。\n", 2024) ==
          "work=section[一、] faults=section[二、] causes=absent plan=absent");
  }

  TEST_CASE("spans of an element cover its text and stay inside the document") {
    const std::string text = "一、主要举措\n做事。\n二、存在的不足\n人少。\n三、安排\n做。\n";
    const auto document = document::Document::build(
        text::Text::build(readers::read("a.txt", text, {})), document::Vocabulary{});
    const auto elements = recognise(document, definitions());
    REQUIRE(elements[1].spans.size() == 1);
    CHECK(document.text().view(elements[1].spans[0]) == "二、存在的不足\n人少。\n");
  }
}

}  // namespace
}  // namespace plumbline::elements
