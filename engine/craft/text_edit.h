#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rules/node.h"

namespace plumbline::craft {

/// Changes to a YAML file that leave every other byte as it is. Places are those of its nodes.
class TextEdit {
 public:
  explicit TextEdit(std::string bytes);

  /// Replaces a scalar that stands on one line. False where it does not.
  bool replace(const rules::Node& scalar, const std::string& value);
  /// Adds "key: value" behind a scalar of a map: ", key: value" in { }, else a line of its own.
  bool add_behind(const rules::Node& scalar, bool in_braces, const std::string& entry);
  /// Adds a line "- item" behind the last of a list that has a line for each item.
  bool add_item(const rules::Node& last, const std::string& item);
  /// True where a map is written in { }.
  bool in_braces(const rules::Node& map) const;

  std::string text() const;

 private:
  struct Change {
    std::size_t line = 0, begin = 0, size = 0;  ///< bytes of the line
    std::string text;
    bool whole_line = false;  ///< put behind the line
  };
  struct Token {
    std::size_t line = 0, begin = 0, size = 0;
  };
  std::optional<Token> token(const rules::Node& scalar) const;

  std::string mark_;  ///< byte order mark, if any
  std::string end_;   ///< line end
  std::vector<std::string> lines_;
  bool ends_ = true;  ///< the last line has its end
  std::vector<Change> changes_;
};

}  // namespace plumbline::craft
