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

/// Somewhere begins a DTD, a comment or a CDATA section, or it looks so.
bool holds_declaration(std::string_view bytes) {
  std::size_t at = bytes.find('!');
  while (at != std::string_view::npos && (at == 0 || bytes[at - 1] != '<')) {
    at = bytes.find('!', at + 1);
  }
  return at != std::string_view::npos;
}

}  // namespace

Failure check_xml(std::string_view bytes, std::string_view part, const XmlLimits& limits) {
  constexpr std::size_t kShortestTag = 2;
  if (bytes.size() / kShortestTag < limits.max_tags && !holds_declaration(bytes)) {
    return {};  // nearly every part: neither DTD nor room for too many tags
  }
  std::size_t tags = 0;
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
      at = behind_tag(bytes, at + 1);
      if (++tags > limits.max_tags) {
        return {ReadOutcome::kLimitExceeded, locale::too_many_tags(part)};
      }
    }
  }
  return {};
}

}  // namespace plumbline::readers
