#include <algorithm>
#include <string>

#include "engine/readers/locale_office.h"
#include "engine/readers/xml.h"

namespace plumbline::readers {
namespace {

Failure corrupt(std::string_view part, std::string_view what) {
  return {ReadOutcome::kCorrupt, locale::damaged(part, what)};
}

/// Behind `end`, searched from `at`; the end of the text where it does not come.
std::size_t behind(std::string_view bytes, std::size_t at, std::string_view end) {
  const std::size_t found = bytes.find(end, at);
  return found == std::string_view::npos ? bytes.size() : found + end.size();
}

/// Behind the '>' of a tag that begins at `at`; '>' inside quotes does not count.
std::size_t behind_tag(std::string_view bytes, std::size_t at) {
  char quote = 0;
  for (; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (quote != 0) {
      quote = c == quote ? '\0' : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return bytes.size();
}

}  // namespace

Failure check_xml(std::string_view bytes, std::string_view part, const XmlLimits& limits) {
  std::size_t depth = 0, tags = 0;
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at)) {
    const std::string_view rest = bytes.substr(at);
    if (rest.starts_with("<!--")) {
      at = behind(bytes, at + 4, "-->");
    } else if (rest.starts_with("<![CDATA[")) {
      at = behind(bytes, at + 9, "]]>");
    } else if (rest.starts_with("<?")) {
      at = behind(bytes, at + 2, "?>");
    } else if (rest.starts_with("<!")) {
      return corrupt(part, locale::kDtd);
    } else {
      const std::size_t end = behind_tag(bytes, at + 1);
      const bool closing = rest.starts_with("</");
      const bool closed = bytes[end - 1] == '>' && end >= 2 && bytes[end - 2] == '/';
      depth = closing ? depth - std::min<std::size_t>(depth, 1) : depth + (closed ? 0 : 1);
      at = end;
      if (++tags > limits.max_tags || depth > limits.max_depth) {
        return {ReadOutcome::kLimitExceeded,
                depth > limits.max_depth ? locale::too_deep(part) : locale::too_many_tags(part)};
      }
    }
  }
  return {};
}

}  // namespace plumbline::readers
