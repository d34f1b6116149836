#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "engine/readers/docx_styles.h"
#include "engine/readers/xml.h"

namespace plumbline::readers {

/// Automatic numbers: "一、" is often not in the text. Counters belong to the abstract numbering,
/// so two lists that share one count on. Feed the paragraphs in the order of the text.
class DocxNumbering {
 public:
  static constexpr int kLevels = 9;

  DocxNumbering() = default;
  DocxNumbering(XmlNode numbering, const DocxStyles& styles);

  /// The number of the next paragraph with these properties and this style, with what separates it
  /// from the text; "" where it has none.
  std::string next(const DocxProperties& properties, std::string_view style);
  /// Some numbering that was asked for is not defined.
  bool missing() const { return missing_; }

 private:
  struct Level {
    std::int64_t start = 1;
    std::string format = "decimal", text, suffix = "tab", style;
    bool decimal_only = false;            ///< w:isLgl
    std::optional<std::int64_t> restart;  ///< w:lvlRestart
  };
  using Levels = std::array<Level, kLevels>;
  struct Abstract {
    Levels levels;
    std::string style_link;  ///< w:numStyleLink
  };
  struct Num {
    std::int64_t abstract = -1;
    std::array<std::optional<std::int64_t>, kLevels> start;
    std::map<int, Level> level;
  };
  struct Counter {
    std::array<std::optional<std::int64_t>, kLevels> value;
  };

  static Level read_level(XmlNode node);
  void read_abstract(XmlNode node);
  void read_num(XmlNode node);
  void link_styles(const DocxStyles& styles);
  const Level& level_of(const Num& num, int level) const;
  void count(std::int64_t id, const Num& num, int level);
  int styled_level(const Num& num, std::string_view style) const;
  std::string label(const Num& num, int level) const;

  std::map<std::int64_t, Abstract> abstracts_;
  std::map<std::int64_t, Num> nums_;
  std::map<std::string, std::int64_t, std::less<>> by_style_;  ///< first num with such a level
  std::map<std::int64_t, Counter> counters_;
  std::set<std::pair<std::int64_t, int>> fired_;  ///< startOverride counts once for a num
  bool missing_ = false;
};

}  // namespace plumbline::readers
