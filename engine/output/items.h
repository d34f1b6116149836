#pragma once

#include <string>
#include <vector>

#include "plumbline/report.h"

namespace plumbline::output {

/// One item of the law's list of required content, with the elements that make it up.
struct Item {
  std::size_t number = 0;
  std::vector<const ElementState*> parts;  ///< of the report, the main one first
  bool unread = false;  ///< part of the document was not read: nothing can be called absent
};

/// Elements grouped by item in order; elements without an item count on from one each.
std::vector<Item> items_of(const DocumentReport& document);

/// Part of the text was not read.
bool lacks_text(const DocumentReport& document);

/// "有", "缺", and for one that the law does not ask for, "无（可不写）"; "未定" for what may stand
/// in a part that was not read.
std::string state_words(const ElementState& element, bool unread);

/// "有（不足的原因 缺）": state of the main part, then the parts that are wanting.
std::string item_state_words(const Item& item);

/// "①主要举措和成效 有  ②存在的不足 有（不足的原因 缺）  ⑤其他 无（可不写）"
std::string items_line(const DocumentReport& document);
/// "五项内容：①有 ②有（不足的原因 缺） ③缺 …"
std::string items_in_short(const DocumentReport& document);

}  // namespace plumbline::output
