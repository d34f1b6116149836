#include "engine/readers/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <memory>

#include "engine/base/ascii.h"
#include "engine/readers/html_style.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kLongestTag = 16u << 10;

/// Elements that end where another begins, and those that hold nothing: they pile up no depth.
constexpr std::string_view kEndThemselves[] = {
    "area",   "base",  "br",   "col",   "colgroup", "dd",     "dt", "embed", "hr", "img",
    "input",  "li",    "link", "meta",  "optgroup", "option", "p",  "param", "rp", "rt",
    "source", "tbody", "td",   "tfoot", "th",       "thead",  "tr", "track", "wbr"};

/// Makes markup that libxml2 reads in linear time, and keeps all text. It compares every attribute
/// of a tag with every other, so tags that are absurdly long lose theirs (a picture inside its
/// address is the honest case); and it searches its stack at every end tag, so elements beyond
/// twice the depth that the tree keeps are left out.
class Tamer {
 public:
  explicit Tamer(bool& flattened) : flattened_(flattened) {}

  std::string run(std::string_view html) {
    std::string kept;
    kept.reserve(html.size());
    for (std::size_t at = 0; at < html.size();) {
      const std::size_t open = std::min(html.find('<', at), html.size());
      kept.append(html.substr(at, open - at));
      const std::size_t close = std::min(html.find('>', open), html.size());
      const std::size_t end = std::min(close + 1, html.size());
      const std::string_view tag = html.substr(open, end - open);
      if (is_condition(tag)) {
        kept.append(static_cast<std::size_t>(std::ranges::count(tag, '\n')), '\n');
      } else if (!is_markup(tag)) {
        kept.append(tag);
      } else if (keeps(tag)) {
        kept.append(tag.size() <= kLongestTag ? tag : tag.substr(0, 1 + name_of(tag).size()));
        kept.append(tag.size() <= kLongestTag ? "" : ">");
      }
      at = end;
    }
    return kept;
  }

 private:
  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
  static bool is_markup(std::string_view tag) {
    return tag.size() > 2 && (is_letter(tag[1]) || (tag[1] == '/' && is_letter(tag[2])));
  }
  /// "<![if !supportLists]>", "<![endif]>": Word writes them around numbers; they are no text.
  static bool is_condition(std::string_view tag) {
    return tag.ends_with("]>") && (tag.starts_with("<![if") || tag.starts_with("<![endif"));
  }
  static std::string_view name_of(std::string_view tag) {
    const std::size_t begin = tag[1] == '/' ? 2 : 1;
    return tag.substr(begin, tag.find_first_of(" \t\r\n/>", begin) - begin);
  }

  bool keeps(std::string_view tag) {
    const std::string name = lower_ascii(name_of(tag).substr(0, 20));
    if (std::ranges::binary_search(kEndThemselves, name)) {
      return true;
    }
    std::size_t& open = open_[name];
    if (tag[1] != '/') {
      const bool fits = depth_ < 2 * HtmlTree::kMaxDepth;
      flattened_ = flattened_ || !fits;
      depth_ += fits ? 1 : 0;
      open += fits ? 1 : 0;
      left_out_[name] += fits ? 0 : 1;
      return fits;
    }
    if (left_out_[name] > 0) {
      --left_out_[name];
      return false;
    }
    depth_ -= open > 0 ? 1 : 0;
    open -= open > 0 ? 1 : 0;
    return true;
  }

  bool& flattened_;
  std::size_t depth_ = 0;
  std::map<std::string, std::size_t, std::less<>> open_, left_out_;
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

}  // namespace

class HtmlBuilder {
 public:
  HtmlBuilder(HtmlTree& tree, htmlParserCtxtPtr context) : tree_(tree), context_(context) {}

  void start(std::string_view tag, const xmlChar** attributes) {
    if (full()) {
      return;
    }
    if (open_.size() >= HtmlTree::kMaxDepth) {
      tree_.flattened_ = true;
      ++deeper_;
      return;
    }
    add(*tree_.tags_.emplace(tag).first);
    HtmlNode& node = tree_.nodes_.back();
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      set(node, view(attributes[0]), view(attributes[1]));
    }
    open_.push_back(tree_.nodes_.size() - 1);
  }

  void end() {
    if (deeper_ > 0) {
      --deeper_;
    } else if (!open_.empty()) {
      tree_.nodes_[open_.back()].end = tree_.nodes_.size();
      open_.pop_back();
    }
  }

  void text(std::string_view characters) {
    if (full()) {
      return;
    }
    std::vector<HtmlNode>& nodes = tree_.nodes_;
    const bool grows = !nodes.empty() && nodes.back().tag.empty() && !open_.empty() &&
                       nodes.back().parent == open_.back();
    if (!grows) {
      add({});
    }
    nodes.back().text += characters;
  }

  void comment(std::string_view words) {
    constexpr std::size_t kMost = 1000, kLongest = 200;
    if (tree_.comments_.size() < kMost && words.size() <= kLongest) {
      tree_.comments_.push_back({std::string(words), tree_.nodes_.size()});
    }
  }

  void finish() {
    while (!open_.empty()) {
      deeper_ = 0;
      end();
    }
  }

 private:
  bool full() {
    tree_.cut_ = tree_.cut_ || tree_.nodes_.size() >= HtmlTree::kMaxNodes;
    return tree_.cut_;
  }

  void add(std::string_view tag) {
    HtmlNode node;
    node.tag = tag;
    node.parent = open_.empty() ? 0 : open_.back();
    node.line = context_->input == nullptr ? 0 : context_->input->line;
    tree_.nodes_.push_back(std::move(node));
    tree_.nodes_.back().end = tree_.nodes_.size();
  }

  void set(HtmlNode& node, std::string_view name, std::string_view value) {
    struct Row {
      std::string_view name;
      std::string HtmlAttributes::*member;
    };
    constexpr Row kRows[] = {
        {"id", &HtmlAttributes::id},           {"class", &HtmlAttributes::classes},
        {"href", &HtmlAttributes::href},       {"name", &HtmlAttributes::name},
        {"property", &HtmlAttributes::name},   {"style", &HtmlAttributes::style},
        {"content", &HtmlAttributes::content}, {"type", &HtmlAttributes::type},
        {"start", &HtmlAttributes::start},     {"value", &HtmlAttributes::value}};
    if (name == "hidden") {
      node.hidden = true;
    } else if (name == "reversed") {
      own(node).reversed = true;
    } else if ((name == "src" || name == "data") && html_shows_file(node.tag)) {
      own(node).href += value;
    } else if (name == "colspan" || name == "rowspan") {
      (name == "colspan" ? own(node).columns : own(node).rows) = spanned(value);
    } else if (name == "color") {
      own(node).style += ";color:" + std::string(value);
    } else if (name == "bgcolor") {
      own(node).style += ";background:" + std::string(value);
    } else if (name == "align") {
      own(node).style += ";text-align:" + std::string(value);
    }
    for (const Row& row : kRows) {
      if (row.name == name) {
        (own(node).*row.member) += value;
      }
    }
    if (name == "style") {
      const std::string style = squeezed_style(value);
      node.hidden = node.hidden || style.find("display:none") != std::string::npos ||
                    style.find("visibility:hidden") != std::string::npos;
    }
  }

  static int spanned(std::string_view value) {
    constexpr int kMost = 1000;
    int count = 1;
    std::from_chars(value.data(), value.data() + value.size(), count);
    return std::clamp(count, 1, kMost);
  }

  HtmlAttributes& own(HtmlNode& node) {
    if (node.attributes == 0) {
      node.attributes = tree_.attributes_.size();
      tree_.attributes_.emplace_back();
    }
    return tree_.attributes_[node.attributes];
  }

  HtmlTree& tree_;
  htmlParserCtxtPtr context_;
  std::vector<std::size_t> open_;
  std::size_t deeper_ = 0;  ///< open elements that were flattened
};

namespace {

HtmlBuilder& builder(void* user) {
  return *static_cast<HtmlBuilder*>(user);
}

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
  builder(user).start(view(name), attributes);
}
void on_end(void* user, const xmlChar*) {
  builder(user).end();
}
void on_text(void* user, const xmlChar* text, int length) {
  builder(user).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}
void on_comment(void* user, const xmlChar* words) {
  builder(user).comment(view(words));
}
void on_error(void*, xmlErrorPtr) {}

struct FreeContext {
  void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};

}  // namespace

HtmlTree HtmlTree::parse(std::string_view utf8) {
  static const bool kReady = (xmlInitParser(), true);
  HtmlTree tree;
  const std::string html = Tamer(tree.flattened_).run(utf8);
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(htmlNewParserCtxt());
  if (!kReady || context == nullptr) {
    return tree;
  }
  HtmlBuilder builder(tree, context.get());
  htmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.comment = on_comment;
  handler.cdataBlock = nullptr;
  handler.serror = on_error;
  handler.initialized = XML_SAX2_MAGIC;
  *context->sax = handler;
  context->userData = &builder;
  htmlCtxtReadMemory(context.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                         HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  builder.finish();
  return tree;
}

std::string html_library_version() {
  const long number = std::strtol(xmlParserVersion, nullptr, 10);  // 20914 for 2.9.14
  return std::to_string(number / 10'000) + "." + std::to_string(number / 100 % 100) + "." +
         std::to_string(number % 100);
}

}  // namespace plumbline::readers
