#include "engine/readers/docx_numbering.h"

#include <algorithm>

#include "engine/readers/docx_number_format.h"

namespace plumbline::readers {
namespace {

constexpr int kMaxLinks = 16;
constexpr std::int64_t kMaxNumber = 1'000'000'000;  // clamps starts such as 2^31

std::int64_t value_of(XmlNode node, std::int64_t fallback) {
  return std::clamp<std::int64_t>(docx_number(node.attribute("w:val"), fallback), 0, kMaxNumber);
}

int level_number(XmlNode node) {
  const std::int64_t level = docx_number(node.attribute("w:ilvl"), 0);
  return static_cast<int>(std::clamp<std::int64_t>(level, 0, DocxNumbering::kLevels - 1));
}

/// Word 2010 writes newer formats into mc:Choice and an older one into mc:Fallback.
XmlNode number_format(XmlNode level) {
  const XmlNode choice = level.path({"mc:AlternateContent", "mc:Choice", "w:numFmt"});
  return choice ? choice : level.child("w:numFmt");
}

}  // namespace

DocxNumbering::Level DocxNumbering::read_level(XmlNode node) {
  Level level;
  level.start = value_of(node.child("w:start"), 1);
  const XmlNode format = number_format(node);
  const std::string_view custom = format.attribute("w:format");
  level.format = custom.empty() ? format.attribute("w:val") : custom;
  level.text = node.child("w:lvlText").attribute("w:val");
  if (const XmlNode suffix = node.child("w:suff")) {
    level.suffix = suffix.attribute("w:val");
  }
  level.style = node.child("w:pStyle").attribute("w:val");
  level.decimal_only = docx_toggle(node.child("w:isLgl"));
  if (const XmlNode restart = node.child("w:lvlRestart")) {
    level.restart = value_of(restart, 0);
  }
  return level;
}

void DocxNumbering::read_abstract(XmlNode node) {
  Abstract abstract;
  abstract.style_link = node.child("w:numStyleLink").attribute("w:val");
  for (const XmlNode child : node.children()) {
    if (child.is("w:lvl")) {
      abstract.levels[static_cast<std::size_t>(level_number(child))] = read_level(child);
    }
  }
  abstracts_.emplace(docx_number(node.attribute("w:abstractNumId"), -1), std::move(abstract));
}

void DocxNumbering::read_num(XmlNode node) {
  Num num;
  num.abstract = docx_number(node.child("w:abstractNumId").attribute("w:val"), -1);
  for (const XmlNode child : node.children()) {
    if (!child.is("w:lvlOverride")) {
      continue;
    }
    const int level = level_number(child);
    if (const XmlNode start = child.child("w:startOverride")) {
      num.start[static_cast<std::size_t>(level)] = value_of(start, 1);
    }
    if (const XmlNode own = child.child("w:lvl")) {
      num.level[level] = read_level(own);
    }
  }
  nums_.emplace(docx_number(node.attribute("w:numId"), -1), std::move(num));
}

/// An abstract numbering may only name a list style; the numbers stand where that style points to.
void DocxNumbering::link_styles(const DocxStyles& styles) {
  for (auto& [id, num] : nums_) {
    for (int hop = 0; hop < kMaxLinks; ++hop) {
      const auto abstract = abstracts_.find(num.abstract);
      if (abstract == abstracts_.end() || abstract->second.style_link.empty()) {
        break;
      }
      const auto target = nums_.find(styles.number_of(abstract->second.style_link));
      if (target == nums_.end()) {
        break;
      }
      num.abstract = target->second.abstract;
    }
  }
}

DocxNumbering::DocxNumbering(XmlNode numbering, const DocxStyles& styles) {
  for (const XmlNode node : numbering.children()) {
    if (node.is("w:abstractNum")) {
      read_abstract(node);
    } else if (node.is("w:num")) {
      read_num(node);
    }
  }
  link_styles(styles);
  for (const auto& [id, num] : nums_) {
    const auto abstract = abstracts_.find(num.abstract);
    for (int level = 0; abstract != abstracts_.end() && level < kLevels; ++level) {
      const std::string& style = abstract->second.levels[static_cast<std::size_t>(level)].style;
      if (!style.empty()) {
        by_style_.emplace(style, id);
      }
    }
  }
}

/// A level that names this style wins over what the style says of its level.
int DocxNumbering::styled_level(const Num& num, std::string_view style) const {
  const auto abstract = abstracts_.find(num.abstract);
  if (abstract == abstracts_.end() || style.empty()) {
    return 0;
  }
  const auto level = std::ranges::find(abstract->second.levels, style, &Level::style);
  return level == abstract->second.levels.end()
             ? 0
             : static_cast<int>(level - abstract->second.levels.begin());
}

const DocxNumbering::Level& DocxNumbering::level_of(const Num& num, int level) const {
  const auto own = num.level.find(level);
  return own != num.level.end()
             ? own->second
             : abstracts_.find(num.abstract)->second.levels[static_cast<std::size_t>(level)];
}

void DocxNumbering::count(std::int64_t id, const Num& num, int level) {
  auto& value = counters_[num.abstract].value;
  const auto at = static_cast<std::size_t>(level);
  const bool restarts = num.start[at].has_value() && fired_.emplace(id, level).second;
  if (restarts || !value[at]) {
    value[at] = num.start[at].value_or(level_of(num, level).start);
  } else {
    ++*value[at];
  }
  for (int deeper = level + 1; deeper < kLevels; ++deeper) {
    const std::optional<std::int64_t>& restart = level_of(num, deeper).restart;
    if (!restart || level < *restart) {
      value[static_cast<std::size_t>(deeper)].reset();
    }
  }
}

std::string DocxNumbering::label(const Num& num, int level) const {
  const Level& form = level_of(num, level);
  const auto& value = counters_.find(num.abstract)->second.value;
  std::string label;
  for (std::size_t i = 0; i < form.text.size(); ++i) {
    const int digit = form.text[i] == '%' && i + 1 < form.text.size() ? form.text[i + 1] - '0' : 0;
    if (digit < 1 || digit > kLevels) {
      label += form.text[i];
      continue;
    }
    ++i;
    const Level& its = level_of(num, digit - 1);
    const std::int64_t number = value[static_cast<std::size_t>(digit - 1)].value_or(its.start);
    label += format_number(number, form.decimal_only ? "decimal" : its.format);
  }
  const bool ascii = !label.empty() && static_cast<unsigned char>(label.back()) < 0x80;
  return form.suffix != "nothing" && ascii ? label + ' ' : label;
}

std::string DocxNumbering::next(const DocxProperties& properties, std::string_view style) {
  const auto linked = by_style_.find(style);
  const std::int64_t fallback = linked == by_style_.end() ? 0 : linked->second;
  const std::int64_t id = properties.number.num.value_or(fallback);
  if (id <= 0) {
    return {};
  }
  const auto num = nums_.find(id);
  if (num == nums_.end() || !abstracts_.contains(num->second.abstract)) {
    missing_ = true;
    return {};
  }
  const int level = properties.number.level.value_or(styled_level(num->second, style));
  count(id, num->second, level);
  return level_of(num->second, level).format == "bullet" ? std::string()
                                                         : label(num->second, level);
}

}  // namespace plumbline::readers
