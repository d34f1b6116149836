#pragma once

#include <string>
#include <string_view>

/// Names of OOXML (ECMA-376; its strict form has other namespaces).
namespace plumbline::docx {

inline constexpr std::string_view kWord =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr std::string_view kStrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
inline constexpr std::string_view kRelationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
inline constexpr std::string_view kStrictRelationships =
    "http://purl.oclc.org/ooxml/officeDocument/relationships";

/// Writes elements of WordprocessingML with the prefix that a part uses; where it has none, each
/// outermost element declares one itself.
class WordPrefix {
 public:
  WordPrefix(std::string_view prefix, bool strict)
      : prefix_(prefix.empty() ? "w" : prefix),
        declaration_(prefix.empty()
                         ? " xmlns:w=\"" + std::string(strict ? kStrictWord : kWord) + '"'
                         : std::string()) {}

  /// ` w:NAME="value"`; the value must be escaped.
  std::string attribute(std::string_view name, std::string_view value) const {
    return ' ' + prefix_ + ':' + std::string(name) + "=\"" + std::string(value) + '"';
  }
  std::string empty(std::string_view name, std::string_view attributes = {}) const {
    return '<' + prefix_ + ':' + std::string(name) + declaration_ + std::string(attributes) + "/>";
  }
  std::string element(std::string_view name, std::string_view content,
                      std::string_view attributes = {}) const {
    const std::string tag = prefix_ + ':' + std::string(name);
    return '<' + tag + declaration_ + std::string(attributes) + '>' + std::string(content) + "</" +
           tag + '>';
  }

 private:
  std::string prefix_;
  std::string declaration_;
};

}  // namespace plumbline::docx
