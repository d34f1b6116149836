#include "engine/readers/html_lists.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "engine/readers/docx_number_format.h"

namespace plumbline::readers {
namespace {

constexpr std::int64_t kMost = 1'000'000'000;

/// A sign that a list or an item asks for, and how Word calls the same format.
struct Sign {
  std::string_view name, format, behind = ". ";
};
constexpr Sign kSigns[] = {
    {"decimal", "decimal"},
    {"decimal-leading-zero", "decimalZero"},
    {"lower-alpha", "lowerLetter"},
    {"lower-latin", "lowerLetter"},
    {"upper-alpha", "upperLetter"},
    {"upper-latin", "upperLetter"},
    {"lower-roman", "lowerRoman"},
    {"upper-roman", "upperRoman"},
    {"cjk-ideographic", "chineseCountingThousand", "、"},
    {"simp-chinese-informal", "chineseCountingThousand", "、"},
    {"trad-chinese-informal", "chineseCountingThousand", "、"},
    {"simp-chinese-formal", "chineseLegalSimplified", "、"},
    {"none", "none"},
    {"disc", "none"},
    {"circle", "none"},
    {"square", "none"},
};
/// Of the type attribute, where capitals matter.
constexpr Sign kTypes[] = {{"1", "decimal"},
                           {"a", "lowerLetter"},
                           {"A", "upperLetter"},
                           {"i", "lowerRoman"},
                           {"I", "upperRoman"}};

const Sign* find_sign(std::span<const Sign> signs, std::string_view name) {
  const auto found = std::ranges::find(signs, name, &Sign::name);
  return found == signs.end() ? nullptr : &*found;
}

/// What "list-style: …" or "list-style-type: …" of a style attribute says; the last one holds.
const Sign* styled(std::string_view style) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t property = style.rfind("list-style");
  if (property == std::string_view::npos) {
    return nullptr;
  }
  const std::size_t colon = style.find(':', property);
  std::string_view values = colon == std::string_view::npos ? "" : style.substr(colon + 1);
  values = values.substr(0, values.find_first_of(";!"));
  while (!values.empty()) {
    const std::size_t begin = values.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) {
      break;
    }
    values.remove_prefix(begin);
    const std::size_t end = std::min(values.find_first_of(kBlanks), values.size());
    if (const Sign* sign = find_sign(kSigns, values.substr(0, end))) {
      return sign;
    }
    values.remove_prefix(end);
  }
  return nullptr;
}

const Sign* asked_for(const HtmlAttributes& own) {
  const Sign* sign = styled(own.style);
  return sign != nullptr ? sign : find_sign(kTypes, own.type);
}

std::optional<std::int64_t> whole(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end == text.data() || value > kMost || value < -kMost) {
    return std::nullopt;
  }
  return value;
}

struct List {
  std::int64_t next = 1, step = 1;
  const Sign* sign = nullptr;
};

class Lists {
 public:
  explicit Lists(const HtmlTree& tree) : tree_(tree), nodes_(tree.nodes()) {}

  std::map<std::size_t, std::string> run() {
    open_lists();
    std::map<std::size_t, std::string> numbers;
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
      const auto list = lists_.find(nodes_[i].parent);
      if (nodes_[i].tag == "li" && list != lists_.end()) {
        std::string number = take(list->second, tree_.attributes(nodes_[i]));
        if (!number.empty()) {
          numbers.emplace(i, std::move(number));
        }
      }
    }
    return numbers;
  }

 private:
  void open_lists() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].tag == "ol") {
        const HtmlAttributes& own = tree_.attributes(nodes_[i]);
        List list;
        list.step = own.reversed ? -1 : 1;
        list.next = whole(own.start).value_or(own.reversed ? 0 : 1);
        const Sign* sign = asked_for(own);
        list.sign = sign != nullptr ? sign : kSigns;
        lists_.emplace(i, list);
      } else if (nodes_[i].tag == "li" && i > 0) {
        count(nodes_[i].parent);
      }
    }
  }

  /// A reversed list without a start begins with the number of its items.
  void count(std::size_t parent) {
    const auto list = lists_.find(parent);
    if (list != lists_.end() && list->second.step < 0 &&
        !whole(tree_.attributes(nodes_[parent]).start)) {
      ++list->second.next;
    }
  }

  static std::string take(List& list, const HtmlAttributes& own) {
    const std::int64_t value = whole(own.value).value_or(list.next);
    list.next = value + list.step;
    const Sign* sign = asked_for(own);
    sign = sign != nullptr ? sign : list.sign;
    std::string number = format_number(value, sign->format);
    return number.empty() ? number : number + std::string(sign->behind);
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  std::map<std::size_t, List> lists_;
};

}  // namespace

std::map<std::size_t, std::string> html_list_numbers(const HtmlTree& tree) {
  return Lists(tree).run();
}

}  // namespace plumbline::readers
