#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Reading XML where it stands: offsets of tags in the bytes of a part, so that something can be
/// put between them without writing the part anew. For parts that readers::check_xml has passed.
namespace plumbline::docx {

enum class XmlKind : std::uint8_t {
  kStart,
  kEmpty,  ///< <a/>
  kEnd,
  kText,
  kLiteral,  ///< CDATA
  kOther,    ///< comment, processing instruction
};

struct XmlToken {
  XmlKind kind = XmlKind::kOther;
  std::size_t begin = 0, end = 0;  ///< bytes
  std::string_view name;           ///< with its prefix as written; tags only
};

/// Linear, allocates nothing. Stops at the end of the bytes or at a tag that does not end.
class XmlScanner {
 public:
  explicit XmlScanner(std::string_view xml, std::size_t from = 0) : xml_(xml), at_(from) {}
  bool next(XmlToken& token);

 private:
  std::string_view xml_;
  std::size_t at_;
};

/// Value of an attribute as written (entities stay); empty where there is none.
std::string_view attribute(std::string_view tag, std::string_view name);

/// One attribute of a tag: name and value as written.
struct XmlAttribute {
  std::string_view name, value;
};
std::vector<XmlAttribute> attributes(std::string_view tag);

/// Which prefixes stand for WordprocessingML at a place. Push every start tag, pop every end tag.
class WordNames {
 public:
  void push(std::string_view tag);
  void pop();
  /// Local name where the name is WordprocessingML's, else empty.
  std::string_view local(std::string_view name) const;
  /// Value of w:NAME, whatever w is called here.
  std::string_view word_attribute(std::string_view tag, std::string_view name) const;
  /// A prefix that stands for WordprocessingML now; empty where only the default namespace does.
  std::string_view prefix() const;
  bool strict() const { return strict_; }

 private:
  struct Binding {
    std::size_t depth;
    std::string_view prefix;
    bool word;
  };
  std::vector<Binding> bindings_;
  std::size_t depth_ = 0;
  bool strict_ = false;
};

inline bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Part of a name before its colon, and behind it.
std::string_view prefix_of(std::string_view name);
std::string_view local_of(std::string_view name);

/// Text fit for XML: marks escaped, characters that XML 1.0 does not know and broken UTF-8 become
/// U+FFFD.
std::string escaped(std::string_view text);

}  // namespace plumbline::docx
