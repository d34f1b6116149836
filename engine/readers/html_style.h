#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace plumbline::readers {

/// What declarations of a style say about being seen.
enum class Seen : std::uint8_t { kUntold, kShown, kHidden };
struct HtmlStyle {
  Seen box = Seen::kUntold;      ///< the element and all in it
  Seen letters = Seen::kUntold;  ///< size 0 or no colour, until an element inside says otherwise
  Seen ink = Seen::kUntold;      ///< kHidden: white, seen on a ground only
  bool ground = false;           ///< has a background of its own
};

/// What a style says, in small letters and without blanks.
std::string squeezed_style(std::string_view text);

/// Reads "name: value; …" as in a style attribute. Linear.
HtmlStyle parse_html_style(std::string_view declarations);

/// The rules of a page's own style elements, as far as one class or id decides: who is hidden by
/// more than that counts as shown. What holds for some media only is passed over.
class HtmlStyleSheet {
 public:
  void add(std::string_view css);
  bool empty() const { return rules_.empty(); }
  /// What the rules say of an element; the last of those that say something, ids before classes.
  HtmlStyle style_of(std::string_view tag, std::string_view id, std::string_view classes) const;

 private:
  struct Rule {
    HtmlStyle style;
    std::size_t order = 0;
  };
  void add_rule(std::string_view selectors, std::string_view declarations);
  void add_selector(std::string_view selector, const HtmlStyle& style);
  void apply(const std::string& key, HtmlStyle& style, std::size_t (&orders)[2]) const;

  std::map<std::string, Rule, std::less<>> rules_;  ///< by ".class", "tag.class", "#id"
  std::size_t count_ = 0;
};

}  // namespace plumbline::readers
