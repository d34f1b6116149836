#include "engine/output/overview.h"

#include "engine/output/columns.h"
#include "engine/output/items.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

constexpr std::size_t kLabelColumn = 10;    // terminal columns
constexpr std::size_t kElementColumn = 33;  // terminal columns
constexpr std::size_t kPlaceColumn = 14;    // terminal columns

std::string in_brackets(const std::string& words) {
  return words.empty() ? words : "（" + words + "）";
}

std::string facts(const DocumentReport& document) {
  std::string words;
  for (const LabelledFact& fact : labelled_facts(document.facts)) {
    const bool absent = fact.value.empty();
    words += "  " + padded(fact.label, kLabelColumn) + (absent ? "未见" : printable(fact.value)) +
             (absent ? "" : in_brackets(place_words(*fact.location))) + "\n";
  }
  return words;
}

std::string elements(const DocumentReport& document) {
  std::string words;
  for (std::size_t i = 0; i < document.elements.size(); ++i) {
    const ElementState& element = document.elements[i];
    words += "  " + padded(printable(element.label), kElementColumn) + " " +
             state_words(element, lacks_text(document));
    if (!element.heading.empty())
      words += "  " + printable(element.heading);
    if (element.location)
      words += in_brackets(place_words(*element.location));
    if (!element.nearest.empty())
      words += "  最接近：" + printable(element.nearest);
    words += "\n";
  }
  return words;
}

std::string outline(const DocumentReport& document) {
  std::string words;
  for (const OutlineEntry& entry : document.outline) {
    const auto depth = static_cast<std::size_t>(entry.level > 0 ? entry.level : 1);
    words += std::string(depth * 2, ' ') + printable(entry.mark + entry.text) +
             in_brackets(place_words({.line = entry.location.line,
                                      .page = entry.location.page,
                                      .paragraph = entry.location.paragraph})) +
             "\n";
  }
  return words;
}

std::string block(std::string_view title, const std::string& rows) {
  return rows.empty() ? rows : "\n【" + std::string(title) + "】\n" + rows;
}

std::string losses_of(const std::vector<Loss>& losses) {
  std::string words;
  for (const Loss& loss : losses)
    words += "  " + padded(place_words(loss.location), kPlaceColumn) + printable(loss.what) + "\n";
  return words;
}

}  // namespace

std::string overview(const DocumentReport& document) {
  std::string words = printable(document.path) + "\n" + std::string(words_of(document.status));
  if (!document.reason.empty())
    words += "：" + printable(document.reason);
  words += "\n";
  if (document.status == DocumentStatus::kNotChecked)
    return words;
  return words + block("事实", facts(document)) + block("要素", elements(document)) +
         block("提纲", outline(document)) + block("未读到的内容", losses_of(document.losses));
}

std::string reading_words(const Reading& reading) {
  std::string words =
      "格式 " + reading.format + "｜" + std::string(name_of(reading.outcome)) + "\n";
  if (!reading.message.empty())
    words += printable(reading.message) + "\n";
  for (const ReadBlock& one : reading.blocks) {
    if (one.kind == "page-break")
      continue;
    const bool plain = one.kind == "line" || one.kind == "paragraph";
    words += padded(place_words(one.location), kPlaceColumn) +
             (plain ? "" : "[" + one.kind + "] ") + printable(one.text) + "\n";
  }
  return words + block("未读到的内容", losses_of(reading.losses));
}

namespace {

/// " boxes=72.0,100.5,320.0,116.5;72.0,…": one for each line, in points.
std::string boxes_mark(const Location& place) {
  std::string words;
  for (const PageBox& box : place.boxes) {
    std::string numbers;
    for (const int tenths : {box.left, box.top, box.right, box.bottom}) {
      numbers += (numbers.empty() ? "" : ",") + std::to_string(tenths / 10) + '.' +
                 std::to_string(tenths % 10);
    }
    words += (words.empty() ? " boxes=" : ";") + numbers;
  }
  return words;
}

}  // namespace

std::string annotated_reading(const Reading& reading) {
  std::string words = "format " + reading.format + " outcome " +
                      std::string(name_of(reading.outcome)) + "\n" + printable(reading.message) +
                      (reading.message.empty() ? "" : "\n");
  const auto mark = [](std::string_view name, int value) {
    return value == 0 ? std::string() : " " + std::string(name) + "=" + std::to_string(value);
  };
  for (const ReadBlock& one : reading.blocks) {
    words += "[" + one.kind + mark("line", one.location.line) + mark("page", one.location.page) +
             mark("paragraph", one.location.paragraph) + mark("row", one.row) +
             mark("column", one.column) + mark("heading", one.heading) +
             (one.label.empty() ? "" : " label=" + printable(one.label)) +
             (one.centred ? " centred" : "") + (one.continues ? " continues" : "") +
             boxes_mark(one.location) + " bytes=" + std::to_string(one.begin) + "-" +
             std::to_string(one.end) + "] " + printable(one.text) + "\n";
  }
  for (const Loss& loss : reading.losses) {
    words += "[loss " + loss.kind + mark("line", loss.location.line) +
             mark("page", loss.location.page) + (loss.text_missing ? " text-missing" : "") + "] " +
             printable(loss.what) + "\n";
  }
  return words;
}

}  // namespace plumbline::output
