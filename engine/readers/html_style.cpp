#include "engine/readers/html_style.h"

#include <algorithm>
#include <cstdlib>

#include "engine/base/ascii.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kMostRules = 20'000;
constexpr std::size_t kStronger = 1'000'000;  // than any order of rules with one class
constexpr double kFarAway = -900;             // pixels: beyond every screen, or below every text

double number(const std::string& value, double fallback) {
  char* end = nullptr;
  const double parsed = std::strtod(value.c_str(), &end);
  return end == value.c_str() ? fallback : parsed;
}

bool one_of(std::string_view value, std::initializer_list<std::string_view> values) {
  return std::ranges::find(values, value) != values.end();
}

bool is_white(std::string_view value) {
  return one_of(value, {"#fff", "#ffffff", "white", "rgb(255,255,255)", "rgba(255,255,255,1)"});
}

/// Declarations that hide only together.
struct Box {
  bool lifted = false;   ///< taken out of the flow
  bool cut = false;      ///< what overflows is not shown
  bool nothing = false;  ///< no wider or higher than a pixel
  bool far = false;      ///< beyond the screen once lifted
  bool snipped = false;  ///< clipped to nothing once lifted
};

void read_seen(const std::string& name, const std::string& value, HtmlStyle& style) {
  if (name == "display" || name == "visibility") {
    style.box = one_of(value, {"none", "hidden", "collapse"}) ? Seen::kHidden : Seen::kShown;
  } else if (name == "opacity") {
    style.box = number(value, 1) == 0 ? Seen::kHidden : Seen::kShown;
  } else if (name == "font-size") {
    style.letters = number(value, 1) == 0 ? Seen::kHidden : Seen::kShown;
  } else if (name == "color") {
    style.letters = one_of(value, {"transparent", "rgba(0,0,0,0)"}) ? Seen::kHidden : style.letters;
    style.ink = is_white(value) ? Seen::kHidden : Seen::kShown;
  } else if (name.starts_with("background")) {
    style.ground = !one_of(value, {"none", "transparent"}) && !is_white(value);
  }
}

void read_box(const std::string& name, const std::string& value, Box& box, HtmlStyle& style) {
  if (name == "position") {
    box.lifted = one_of(value, {"absolute", "fixed"});
  } else if (name == "overflow") {
    box.cut = one_of(value, {"hidden", "clip"});
  } else if (one_of(name, {"height", "width", "max-height", "max-width"})) {
    box.nothing = box.nothing || (number(value, 100) <= 1 && value.find('%') == std::string::npos);
  } else if (one_of(name, {"left", "right", "top", "bottom"})) {
    box.far = box.far || number(value, 0) <= kFarAway;
  } else if (name == "clip") {
    box.snipped = value.starts_with("rect(0") || value.starts_with("rect(1px");
  } else if (one_of(name, {"text-indent", "margin-left", "margin-top"}) &&
             number(value, 0) <= kFarAway) {
    style.box = Seen::kHidden;
  }
}

/// Without comments.
std::string bare(std::string_view css) {
  std::string result;
  for (std::size_t at = 0; at < css.size();) {
    const std::size_t open = std::min(css.find("/*", at), css.size());
    result += css.substr(at, open - at);
    const std::size_t close = css.find("*/", open);
    at = close == std::string_view::npos ? css.size() : close + 2;
  }
  return result;
}

/// Behind the brace that closes what opens at `open`.
std::size_t behind_block(std::string_view css, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t at = open; at < css.size(); ++at) {
    depth += css[at] == '{' ? 1u : 0u;
    if (css[at] == '}' && --depth == 0) {
      return at + 1;
    }
  }
  return css.size();
}

}  // namespace

std::string squeezed_style(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
      result += lower_ascii(c);
    }
  }
  return result;
}

HtmlStyle parse_html_style(std::string_view declarations) {
  HtmlStyle style;
  Box box;
  for (std::size_t at = 0; at < declarations.size();) {
    const std::size_t end = std::min(declarations.find(';', at), declarations.size());
    const std::string one = squeezed_style(declarations.substr(at, end - at));
    const std::size_t colon = one.find(':');
    if (colon != std::string::npos) {
      const std::string name = one.substr(0, colon);
      const std::string value = one.substr(colon + 1, one.find('!', colon) - colon - 1);
      const Seen before = style.box;
      read_seen(name, value, style);
      read_box(name, value, box, style);
      style.box = before == Seen::kHidden ? before : style.box;
    }
    at = end + 1;
  }
  if ((box.cut && box.nothing) || (box.lifted && (box.far || box.snipped))) {
    style.box = Seen::kHidden;
  }
  return style;
}

void HtmlStyleSheet::add(std::string_view css) {
  const std::string text = bare(css);
  const std::string_view rest = text;
  for (std::size_t at = 0; at < rest.size() && count_ < kMostRules;) {
    const std::size_t open = rest.find('{', at);
    if (open == std::string_view::npos) {
      return;
    }
    const std::string_view selectors = rest.substr(at, open - at);
    const std::size_t end = behind_block(rest, open);
    if (selectors.find('@') == std::string_view::npos) {
      add_rule(selectors, rest.substr(open + 1, end - open - 2));
    }
    at = end;
  }
}

void HtmlStyleSheet::add_rule(std::string_view selectors, std::string_view declarations) {
  const HtmlStyle style = parse_html_style(declarations);
  if (style.box == Seen::kUntold && style.letters == Seen::kUntold) {
    return;
  }
  for (std::size_t at = 0; at < selectors.size() && count_ < kMostRules;) {
    const std::size_t end = std::min(selectors.find(',', at), selectors.size());
    add_selector(selectors.substr(at, end - at), style);
    at = end + 1;
  }
}

/// Of ".tab.open" and "#list .tab" only the last word is kept, and only where they show it.
void HtmlStyleSheet::add_selector(std::string_view selector, const HtmlStyle& style) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = selector.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) {
    return;
  }
  selector = selector.substr(first, selector.find_last_not_of(kBlanks) - first + 1);
  const std::size_t mark = selector.find_last_of(".#");
  if (mark == std::string_view::npos || selector.find_first_of(":[*", mark) != selector.npos) {
    return;
  }
  const std::size_t begin = selector.find_last_of(" \t\r\n>+~.#", mark == 0 ? 0 : mark - 1);
  const bool alone = mark == 0 || begin == std::string_view::npos;
  HtmlStyle told = style;
  if (!alone) {
    told.box = told.box == Seen::kHidden ? Seen::kUntold : told.box;
    told.letters = told.letters == Seen::kHidden ? Seen::kUntold : told.letters;
  }
  if (told.box == Seen::kUntold && told.letters == Seen::kUntold) {
    return;
  }
  const std::string key(alone ? selector : selector.substr(mark));
  const bool stronger = !alone || key.find('#') != std::string::npos;
  rules_[key] = {told, ++count_ + (stronger ? kStronger : 0)};
}

void HtmlStyleSheet::apply(const std::string& key, HtmlStyle& style,
                           std::size_t (&orders)[2]) const {
  const auto found = rules_.find(key);
  if (found == rules_.end()) {
    return;
  }
  const Rule& rule = found->second;
  if (rule.style.box != Seen::kUntold && rule.order >= orders[0]) {
    style.box = rule.style.box;
    orders[0] = rule.order;
  }
  if (rule.style.letters != Seen::kUntold && rule.order >= orders[1]) {
    style.letters = rule.style.letters;
    orders[1] = rule.order;
  }
}

HtmlStyle HtmlStyleSheet::style_of(std::string_view tag, std::string_view id,
                                   std::string_view classes) const {
  HtmlStyle style;
  std::size_t orders[2] = {0, 0};
  const auto look_up = [&](std::string_view name, char mark) {
    if (!name.empty()) {
      const std::string key = mark + std::string(name);
      apply(key, style, orders);
      apply(std::string(tag) + key, style, orders);
    }
  };
  look_up(id, '#');
  for (std::size_t at = 0; at < classes.size();) {
    const std::size_t end = std::min(classes.find_first_of(" \t\r\n", at), classes.size());
    look_up(classes.substr(at, end - at), '.');
    at = end + 1;
  }
  return style;
}

}  // namespace plumbline::readers
