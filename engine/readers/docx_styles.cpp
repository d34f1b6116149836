#include "engine/readers/docx_styles.h"

#include <algorithm>
#include <charconv>

#include "engine/base/ascii.h"

namespace plumbline::readers {
namespace {

constexpr int kMaxHops = 16;

template <typename T>
void fill(std::optional<T>& mine, const std::optional<T>& other) {
  if (!mine) {
    mine = other;
  }
}

std::optional<bool> toggle(XmlNode property) {
  return property ? std::optional(docx_toggle(property)) : std::nullopt;
}

}  // namespace

std::int64_t docx_number(std::string_view text, std::int64_t fallback) {
  std::int64_t value = 0;
  const char* end = text.data() + text.size();
  return std::from_chars(text.data(), end, value).ec == std::errc() ? value : fallback;
}

bool docx_toggle(XmlNode property) {
  const std::string_view value = property.attribute("w:val");
  return property && value != "0" && value != "false" && value != "off";
}

void DocxProperties::inherit(const DocxProperties& other) {
  fill(number.num, other.number.num);
  fill(number.level, other.number.level);
  fill(outline, other.outline);
  fill(hidden, other.hidden);
  fill(align, other.align);
  fill(page_break_before, other.page_break_before);
}

DocxProperties docx_properties(XmlNode paragraph, XmlNode run) {
  DocxProperties properties;
  if (const XmlNode number = paragraph.child("w:numPr")) {
    if (const XmlNode id = number.child("w:numId")) {
      properties.number.num = docx_number(id.attribute("w:val"), 0);
    }
    if (const XmlNode level = number.child("w:ilvl")) {
      properties.number.level = static_cast<int>(
          std::clamp<std::int64_t>(docx_number(level.attribute("w:val"), 0), 0, 8));
    }
  }
  if (const XmlNode outline = paragraph.child("w:outlineLvl")) {
    properties.outline = static_cast<int>(
        std::clamp<std::int64_t>(docx_number(outline.attribute("w:val"), 9), 0, 9));
  }
  if (const XmlNode align = paragraph.child("w:jc")) {
    properties.align = std::string(align.attribute("w:val"));
  }
  properties.page_break_before = toggle(paragraph.child("w:pageBreakBefore"));
  properties.hidden = toggle(run.child("w:vanish"));
  return properties;
}

DocxStyles::DocxStyles(XmlNode styles) {
  for (const XmlNode node : styles.children()) {
    if (!node.is("w:style")) {
      continue;
    }
    const std::string id(node.attribute("w:styleId"));
    Style style;
    style.based_on = node.child("w:basedOn").attribute("w:val");
    style.name = lower_ascii(node.child("w:name").attribute("w:val"));
    style.own = docx_properties(node.child("w:pPr"), node.child("w:rPr"));
    const std::string_view standard = node.attribute("w:default");
    if (node.attribute("w:type") == "paragraph" && (standard == "1" || standard == "true")) {
      default_paragraph_ = id;
    }
    styles_.emplace(id, std::move(style));
  }
  for (auto& [id, style] : styles_) {
    const Style* step = &style;
    for (int hop = 0; hop < kMaxHops; ++hop) {
      style.resolved.inherit(step->own);
      const auto base = styles_.find(step->based_on);
      if (base == styles_.end()) {
        break;
      }
      step = &base->second;
    }
  }
}

const DocxProperties& DocxStyles::paragraph(std::string_view id) const {
  const auto found = styles_.find(id.empty() ? std::string_view(default_paragraph_) : id);
  return found == styles_.end() ? none_ : found->second.resolved;
}

const DocxProperties& DocxStyles::character(std::string_view id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? none_ : found->second.resolved;
}

std::string_view DocxStyles::name(std::string_view id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? std::string_view() : found->second.name;
}

std::int64_t DocxStyles::number_of(std::string_view id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? 0 : found->second.own.number.num.value_or(0);
}

}  // namespace plumbline::readers
