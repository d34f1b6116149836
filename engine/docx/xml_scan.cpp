#include "engine/docx/xml_scan.h"

#include <algorithm>

#include "engine/base/utf8.h"
#include "engine/docx/names.h"

namespace plumbline::docx {
namespace {
/// Behind `end`, searched from `at`; npos where it does not come.
std::size_t behind(std::string_view xml, std::size_t at, std::string_view end) {
  const std::size_t found = xml.find(end, at);
  return found == std::string_view::npos ? found : found + end.size();
}

std::size_t behind_tag(std::string_view xml, std::size_t at) {
  char quote = 0;
  for (; at < xml.size(); ++at) {
    const char c = xml[at];
    if (quote != 0)
      quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'')
      quote = c;
    else if (c == '>')
      return at + 1;
  }
  return std::string_view::npos;
}

std::string_view name_at(std::string_view xml, std::size_t at) {
  std::size_t end = at;
  while (end < xml.size() && !is_space(xml[end]) && xml[end] != '>' && xml[end] != '/') ++end;
  return xml.substr(at, end - at);
}

bool allowed_in_xml(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

}  // namespace

bool XmlScanner::next(XmlToken& token) {
  if (at_ >= xml_.size())
    return false;
  token = {XmlKind::kText, at_, 0, {}};
  const std::string_view rest = xml_.substr(at_);
  if (rest.front() != '<') {
    token.end = std::min(xml_.find('<', at_), xml_.size());
  } else if (rest.starts_with("<!--")) {
    token.kind = XmlKind::kOther;
    token.end = behind(xml_, at_ + 4, "-->");
  } else if (rest.starts_with("<![CDATA[")) {
    token.kind = XmlKind::kLiteral;
    token.end = behind(xml_, at_ + 9, "]]>");
  } else if (rest.starts_with("<?")) {
    token.kind = XmlKind::kOther;
    token.end = behind(xml_, at_ + 2, "?>");
  } else {
    const bool closing = rest.starts_with("</");
    token.name = name_at(xml_, at_ + (closing ? 2 : 1));
    token.end = behind_tag(xml_, at_ + 1);
    const bool empty = token.end != std::string_view::npos && xml_[token.end - 2] == '/';
    token.kind = closing ? XmlKind::kEnd : empty ? XmlKind::kEmpty : XmlKind::kStart;
  }
  at_ = token.end;
  return token.end != std::string_view::npos;
}

std::vector<XmlAttribute> attributes(std::string_view tag) {
  std::vector<XmlAttribute> result;
  std::size_t at = 1 + name_at(tag, 1).size();
  for (;;) {
    while (at < tag.size() && is_space(tag[at])) ++at;
    const std::size_t equals = tag.find('=', at);
    if (equals == std::string_view::npos || tag[at] == '>' || tag[at] == '/')
      return result;
    std::string_view name = tag.substr(at, equals - at);
    while (!name.empty() && is_space(name.back())) name.remove_suffix(1);
    const std::size_t open = tag.find_first_of("\"'", equals);
    const std::size_t close = open == std::string_view::npos ? open : tag.find(tag[open], open + 1);
    if (close == std::string_view::npos)
      return result;
    result.push_back({name, tag.substr(open + 1, close - open - 1)});
    at = close + 1;
  }
}

std::string_view attribute(std::string_view tag, std::string_view name) {
  for (const XmlAttribute& one : attributes(tag)) {
    if (one.name == name)
      return one.value;
  }
  return {};
}

std::string_view prefix_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

std::string_view local_of(std::string_view name) {
  return name.substr(name.find(':') + 1);
}

void WordNames::push(std::string_view tag) {
  ++depth_;
  if (tag.find("xmlns") == std::string_view::npos)
    return;
  for (const XmlAttribute& one : attributes(tag)) {
    if (one.name != "xmlns" && prefix_of(one.name) != "xmlns")
      continue;
    const bool strict = one.value == kStrictWord;
    strict_ = strict_ || strict;
    bindings_.push_back({depth_, one.name == "xmlns" ? std::string_view() : local_of(one.name),
                         strict || one.value == kWord});
  }
}

void WordNames::pop() {
  while (!bindings_.empty() && bindings_.back().depth == depth_) bindings_.pop_back();
  --depth_;
}

std::string_view WordNames::local(std::string_view name) const {
  const std::string_view prefix = prefix_of(name);
  for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding) {
    if (binding->prefix == prefix)
      return binding->word ? local_of(name) : std::string_view();
  }
  return {};
}

std::string_view WordNames::word_attribute(std::string_view tag, std::string_view name) const {
  for (const XmlAttribute& one : attributes(tag)) {
    if (local_of(one.name) == name && !prefix_of(one.name).empty() && local(one.name) == name)
      return one.value;
  }
  return {};
}

std::string_view WordNames::prefix() const {
  for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding) {
    if (binding->word && !binding->prefix.empty())
      return binding->prefix;
  }
  return {};
}

std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = decode_utf8(text, at);
    at = next.end;
    switch (next.value) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        append_utf8(allowed_in_xml(next.value) ? next.value : kReplacement, result);
    }
  }
  return result;
}

}  // namespace plumbline::docx
