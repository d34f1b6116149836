#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engine/readers/xml.h"

namespace plumbline::readers {

/// Numbering as w:numPr asks for it; what is not written is nullopt.
struct DocxNumberRequest {
  std::optional<std::int64_t> num;  ///< 0 switches numbering off
  std::optional<int> level;
};

/// What the walker needs of paragraph and run properties, own or from a style.
struct DocxProperties {
  DocxNumberRequest number;
  std::optional<int> outline;        ///< 0 = first level, 9 = body text
  std::optional<bool> hidden;        ///< w:vanish
  std::optional<std::string> align;  ///< w:jc
  std::optional<bool> page_break_before;

  /// Fills what is not set here from `other`.
  void inherit(const DocxProperties& other);
};

/// w:pPr or w:rPr (or both, as in a style) to properties.
DocxProperties docx_properties(XmlNode paragraph, XmlNode run);

/// A whole number as an attribute holds it.
std::int64_t docx_number(std::string_view text, std::int64_t fallback);

/// A toggle such as w:vanish: present and not "0", "false" or "off".
bool docx_toggle(XmlNode property);

/// styles.xml by id, chains resolved (basedOn, at most 16 hops, cycle-safe).
class DocxStyles {
 public:
  DocxStyles() = default;
  explicit DocxStyles(XmlNode styles);

  /// Properties of a paragraph style; "" = the default one.
  const DocxProperties& paragraph(std::string_view id) const;
  const DocxProperties& character(std::string_view id) const;
  /// w:name in lower case ("toc 1"); WPS localises ids, not names.
  std::string_view name(std::string_view id) const;
  /// Numbering that a list style (numStyleLink) points to.
  std::int64_t number_of(std::string_view id) const;
  /// The style itself, without what it is based on: for a w:lvl that names its style.
  bool exists(std::string_view id) const { return styles_.contains(id); }

 private:
  struct Style {
    std::string based_on, name;
    DocxProperties own, resolved;
  };
  std::map<std::string, Style, std::less<>> styles_;
  std::string default_paragraph_;
  DocxProperties none_;
};

}  // namespace plumbline::readers
