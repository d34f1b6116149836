#include "engine/output/items.h"

#include <algorithm>
#include <array>

#include "engine/output/columns.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

bool is_present(const ElementState& element) {
  return element.state != "absent" && element.state != "mention";
}

/// Parts beside the main one are told only where they are wanting.
std::string wanting_parts(const Item& item) {
  std::string words;
  for (std::size_t i = 1; i < item.parts.size(); ++i) {
    const ElementState& part = *item.parts[i];
    if (!is_present(part))
      words += (words.empty() ? "" : "、") + printable(part.label) + state_words(part, item.unread);
  }
  return words.empty() ? "" : "（" + words + "）";
}

}  // namespace

bool lacks_text(const DocumentReport& document) {
  return std::ranges::any_of(document.losses, &Loss::text_missing);
}

std::string state_words(const ElementState& element, bool unread) {
  if (unread && element.state == "absent")
    return "未定";
  if (element.optional && element.state == "absent")
    return "无（可不写）";
  return std::string(words_of_state(element.state));
}

std::vector<Item> items_of(const DocumentReport& document) {
  std::vector<Item> items;
  const bool unread = lacks_text(document);
  for (const ElementState& element : document.elements) {
    const auto number =
        element.item > 0 ? static_cast<std::size_t>(element.item) : items.size() + 1;
    auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) {
      return element.item > 0 && item.number == number;
    });
    if (found == items.end())
      found = items.insert(items.end(), {number, {}, unread});
    found->parts.push_back(&element);
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const Item& a, const Item& b) { return a.number < b.number; });
  return items;
}

std::string item_state_words(const Item& item) {
  return state_words(*item.parts.front(), item.unread) + wanting_parts(item);
}

std::string items_line(const DocumentReport& document) {
  std::string words;
  for (const Item& item : items_of(document)) {
    const ElementState& element = *item.parts.front();
    words += (words.empty() ? "" : "  ") + circled(item.number) + printable(element.label) + " " +
             item_state_words(item);
    if (!element.nearest.empty())
      words += "（最接近：“" + printable(element.nearest) + "”）";
  }
  return words;
}

std::string items_in_short(const DocumentReport& document) {
  static constexpr std::array<std::string_view, 10> kCounts = {"一", "两", "三", "四", "五",
                                                               "六", "七", "八", "九", "十"};
  const std::vector<Item> items = items_of(document);
  if (items.empty())
    return "";
  std::string words(items.size() <= kCounts.size() ? kCounts[items.size() - 1] : "各");
  words += "项内容：";
  for (const Item& item : items) {
    const ElementState& element = *item.parts.front();
    words += (&item == &items.front() ? "" : " ") + circled(item.number) +
             (is_present(element) ? "有" : state_words(element, item.unread)) + wanting_parts(item);
  }
  return words;
}

}  // namespace plumbline::output
