#include "engine/readers/html_unseen.h"

#include <algorithm>
#include <cstdint>

#include "engine/readers/html_lines.h"
#include "engine/readers/html_style.h"
#include "engine/readers/locale_office.h"

namespace plumbline::readers {
namespace {

bool has_words(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") != std::string_view::npos;
}

/// Struck out by a revision, or the pronunciation of a character.
bool is_beside(const HtmlNode& node) {
  return node.tag == "del" || node.tag == "rt" || node.tag == "rp";
}

class Unseen {
 public:
  explicit Unseen(HtmlTree& tree) : tree_(tree), state_(tree.nodes().size()) {}

  HtmlUnseen run() {
    read_sheets();
    for (std::size_t i = 0; i < state_.size(); ++i) {
      look_at(i);
    }
    found_.shown_again = stops_hidden_ > 0 && stops_hidden_ >= stops_shown_;
    for (std::size_t i = 0; i < state_.size(); ++i) {
      const bool styled = state_[i].styled && !found_.shown_again;
      if (styled || state_[i].edited) {
        tree_.hide(i);
      }
    }
    found_.letters = found_.shown_again ? 0 : found_.letters;
    return std::move(found_);
  }

 private:
  /// Of a node; what is inherited comes from its parent, which stands before it.
  struct State {
    bool gone = false;    ///< it or an element around it is not shown
    bool styled = false;  ///< styles hide it, itself
    bool edited = false;  ///< del, rt
    bool unlettered = false, white = false, ground = false;
  };

  void read_sheets() {
    for (std::size_t i = 0; i < state_.size(); ++i) {
      const HtmlNode& node = tree_.nodes()[i];
      if (node.tag.empty() && i > 0 && tree_.nodes()[node.parent].tag == "style") {
        sheet_.add(node.text);
      }
    }
  }

  HtmlStyle style_of(const HtmlNode& node) const {
    if (node.attributes == 0) {
      return {};
    }
    const HtmlAttributes& own = tree_.attributes(node);
    HtmlStyle style = sheet_.empty() ? HtmlStyle() : sheet_.style_of(node.tag, own.id, own.classes);
    const HtmlStyle inside = own.style.empty() ? HtmlStyle() : parse_html_style(own.style);
    style.box = inside.box != Seen::kUntold ? inside.box : style.box;
    style.letters = inside.letters != Seen::kUntold ? inside.letters : style.letters;
    style.ink = inside.ink;
    style.ground = inside.ground;
    return style;
  }

  void look_at(std::size_t i) {
    const HtmlNode& node = tree_.nodes()[i];
    State& state = state_[i];
    if (i > 0 && node.parent < i) {
      const State& outer = state_[node.parent];
      state = {.gone = outer.gone,
               .unlettered = outer.unlettered,
               .white = outer.white,
               .ground = outer.ground};
    }
    if (node.tag.empty()) {
      look_at_text(i);
      return;
    }
    const HtmlStyle style = style_of(node);
    state.white = style.ink == Seen::kUntold ? state.white : style.ink == Seen::kHidden;
    state.ground = state.ground || style.ground;
    state.unlettered =
        style.letters == Seen::kUntold ? state.unlettered : style.letters == Seen::kHidden;
    state.edited = !state.gone && is_beside(node);
    found_.deleted += state.edited && node.tag == "del" ? 1 : 0;
    found_.glosses += state.edited && node.tag == "rt" ? 1 : 0;
    const bool vanishes = !state.gone && !node.hidden && style.box == Seen::kHidden;
    state.styled = vanishes && holds_words(i);
    stops_hidden_ += state.styled ? stops_of(i) : 0;
    state.gone = state.gone || node.hidden || vanishes || state.edited || node.tag == "style" ||
                 node.tag == "script";
  }

  void look_at_text(std::size_t i) {
    State& state = state_[i];
    const std::string& text = tree_.nodes()[i].text;
    if (state.gone || !has_words(text)) {
      return;
    }
    if (state.unlettered) {
      state.styled = true;
      ++found_.letters;
      stops_hidden_ += count_stops(text);
      return;
    }
    stops_shown_ += count_stops(text);
    if (state.white && !state.ground) {
      found_.white.push_back(i);
    }
  }

  /// Asked, as stops_of is, only of elements that no other hidden one holds: every node is looked
  /// at once.
  bool holds_words(std::size_t i) const {
    const std::vector<HtmlNode>& nodes = tree_.nodes();
    return std::any_of(nodes.begin() + static_cast<std::ptrdiff_t>(i),
                       nodes.begin() + static_cast<std::ptrdiff_t>(nodes[i].end),
                       [](const HtmlNode& node) { return has_words(node.text); });
  }

  std::size_t stops_of(std::size_t i) const {
    std::size_t count = 0;
    for (std::size_t k = i; k < tree_.nodes()[i].end; ++k) {
      count += count_stops(tree_.nodes()[k].text);
    }
    return count;
  }

  HtmlTree& tree_;
  HtmlStyleSheet sheet_;
  std::vector<State> state_;
  HtmlUnseen found_;
  std::size_t stops_hidden_ = 0, stops_shown_ = 0;
};

}  // namespace

HtmlUnseen hide_unseen(HtmlTree& tree) {
  return Unseen(tree).run();
}

std::vector<std::pair<std::string_view, std::string>> unseen_words(const HtmlTree& tree,
                                                                   const HtmlUnseen& unseen,
                                                                   std::size_t begin,
                                                                   std::size_t end) {
  const long hidden = std::ranges::count_if(tree.nodes(), [](const HtmlNode& node) {
    return node.hidden && !node.tag.empty() && !is_never_text(node) && !is_beside(node);
  });
  const long white = std::ranges::count_if(
      unseen.white, [&](std::size_t node) { return begin <= node && node < end; });
  std::vector<std::pair<std::string_view, std::string>> told;
  const auto tell = [&](std::string_view kind, long count, std::string (*words)(long)) {
    if (count > 0) {
      told.emplace_back(kind, words(count));
    }
  };
  tell("hidden-text", hidden + unseen.letters, locale::hidden_elements);
  tell("revision", unseen.deleted, locale::deleted_elements);
  tell("hidden-text", unseen.glosses, locale::glosses);
  tell("hidden-text", white, locale::white_words);
  if (unseen.shown_again) {
    told.emplace_back("hidden-text", locale::kShownByScript);
  }
  return told;
}

}  // namespace plumbline::readers
