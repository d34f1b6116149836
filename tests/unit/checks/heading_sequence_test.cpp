#include "engine/checks/heading_sequence.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/document/document.h"
#include "engine/document/vocabulary.h"
#include "engine/readers/reader.h"

namespace plumbline::checks {
namespace {

document::Document document_of(const std::string& text) {
  readers::Extraction extraction = readers::read("a.txt", text, {});
  return document::Document::build(text::Text::build(std::move(extraction)),
                                   document::Vocabulary{});
}

/// "gap 三、 at 四、计划" and so on, one line each.
std::string faults_of(const std::string& text) {
  const document::Document document = document_of(text);
  std::string lines;
  for (const SequenceFault& fault :
       sequence_faults(document.outline(), document.text().view(), {})) {
    const document::Heading& heading = document.outline()[fault.heading];
    lines += fault.state + (fault.expected_mark.empty() ? "" : " " + fault.expected_mark) + " at " +
             std::string(document.text().view({heading.mark.begin, heading.text.end})) + "\n";
  }
  return lines;
}

struct Case {
  const char* text;
  const char* faults;
};

TEST_CASE("gaps and repeats and broken marks are found") {
  const Case cases[] = {
      {"一、甲\n内容甲。\n二、乙\n内容乙。\n四、丁\n内容丁。\n", "gap 三、 at 四、丁\n"},
      {"一、甲\n（一）子\n内容。\n（三）丑\n内容。\n二、乙\n内容。\n", "gap (二) at (三)丑\n"},
      {"一、甲\n（一）子\n内容。\n（一）丑\n内容。\n（二）寅\n内容。\n", "repeat (二) at (一)丑\n"},
      {"一、甲\n（一）子\n内容。\n（二）丑\n内容。\n（二）寅\n内容。\n", "repeat (三) at (二)寅\n"},
      {"一、甲\n（一）子\n内容。\n（二）丑\n内容。\n（二）寅\n内容。\n（四）卯\n内容。\n（五）辰\n内容。\n",
       "repeat (三) at (二)寅\n"},
      {"一、甲\n（一）子\n内容。\n（二）丑\n内容。\n（二）寅\n内容。\n（五）卯\n内容。\n",
       "repeat (三) at (二)寅\ngap (三) at (五)卯\n"},
      {"一、甲\n内容。\n一、乙\n内容。\n二、丙\n内容。\n", "repeat 二、 at 一、乙\n"},
      {"一、甲\n（一）子\n内容。\n（二）、丑\n内容。\n（三）寅\n内容。\n", "mark at (二)、丑\n"},
      {"一、甲\n1.子\n内容。\n2.丑\n内容。\n4.卯\n内容。\n", "gap 3. at 4.卯\n"},
      {"一、甲\n内容。\n十、乙\n内容。\n十一、丙\n内容。\n十三、丁\n内容。\n",
       "gap 二、 at 十、乙\ngap 十二、 at 十三、丁\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(faults_of(one.text) == one.faults);
  }
}

TEST_CASE("legitimate numbering is left alone") {
  const char* const texts[] = {
      "一、甲\n1.子\n内容。\n2.丑\n内容。\n二、乙\n3.寅\n内容。\n4.卯\n内容。\n",
      "一、甲\n（一）子\n内容。\n（二）丑\n内容。\n（一）寅\n内容。\n（二）卯\n内容。\n",
      "一、甲\n内容。二、乙\n三、丙\n内容。\n",
      "一、甲\n1.子\n内容。\n2.丑\n内容。\n二、乙\n1.寅\n内容。\n",
      "一、甲\n内容甲。（一）子的内容。（二）丑的内容。\n（三）寅\n内容。\n",
      "一、甲\n（一）子的内容；（二）丑的内容；\n（三）寅的内容。\n",
      "一、甲\n（二）子\n内容。\n（三）丑\n内容。\n",
      "一、甲\n内容。\n二、乙\n内容。\n一、子\n内容。\n二、丑\n内容。\n三、丙\n内容。\n四、丁\n内容"
      "。\n",
      "一、甲\n内容。\n三、乙 12 0 3\n二、丙\n内容。\n",
      "没有标题的正文。\n",
  };
  for (const char* text : texts) {
    CAPTURE(text);
    CHECK(faults_of(text) == "");
  }
}

TEST_CASE("the shape of a mark forgets its number") {
  CHECK(mark_shape("(三)、") == "(N)、");
  CHECK(mark_shape("十一、") == "N、");
  CHECK(mark_shape("12. ") == "N.");
}

}  // namespace
}  // namespace plumbline::checks
