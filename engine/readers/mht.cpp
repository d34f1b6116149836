#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "engine/base/ascii.h"
#include "engine/readers/failure.h"
#include "engine/readers/html.h"
#include "engine/readers/locale_office.h"

namespace plumbline::readers {
namespace {

int sextet(char c) {
  return c >= 'A' && c <= 'Z'   ? c - 'A'
         : c >= 'a' && c <= 'z' ? c - 'a' + 26
         : c >= '0' && c <= '9' ? c - '0' + 52
         : c == '+'             ? 62
         : c == '/'             ? 63
                                : -1;
}

std::string from_base64(std::string_view text) {
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = sextet(c);
    if (value < 0) {
      continue;
    }
    bits = (bits << 6 | static_cast<unsigned>(value)) & 0xFFFFFF;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>(bits >> count & 0xFF);
    }
  }
  return bytes;
}

int hex(char c) {
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                : -1;
}

std::string from_quoted_printable(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      bytes += text[at];
    } else if (at + 2 < text.size() && hex(text[at + 1]) >= 0 && hex(text[at + 2]) >= 0) {
      bytes += static_cast<char>(hex(text[at + 1]) * 16 + hex(text[at + 2]));
      at += 2;
    } else {  // a soft line end
      const std::size_t end = text.find('\n', at);
      at = end == std::string_view::npos ? text.size() : end;
    }
  }
  return bytes;
}

/// Headers of a part, in lower case, and where its body begins.
struct Head {
  std::string fields;
  std::size_t body = 0;
};
Head head_at(std::string_view bytes, std::size_t at) {
  const std::size_t unix_end = bytes.find("\n\n", at), dos_end = bytes.find("\r\n\r\n", at);
  const std::size_t end = std::min(unix_end, dos_end);
  if (end == std::string_view::npos) {
    return {lower_ascii(bytes.substr(at)), bytes.size()};
  }
  return {lower_ascii(bytes.substr(at, end - at)), end + (end == dos_end ? 4u : 2u)};
}

std::string decoded_body(const Head& head, std::string_view body) {
  const bool base64 = head.fields.find("base64") != std::string::npos;
  const bool quoted = head.fields.find("quoted-printable") != std::string::npos;
  return base64 ? from_base64(body) : quoted ? from_quoted_printable(body) : std::string(body);
}

/// "--" and the boundary as the first header names it.
std::string separator_of(std::string_view bytes, const Head& head) {
  const std::size_t at = head.fields.find("boundary=");
  if (at == std::string::npos) {
    return {};
  }
  std::string_view value = bytes.substr(at + 9, 200);
  const bool quoted = value.starts_with('"');
  value.remove_prefix(quoted ? 1 : 0);
  return "--" + std::string(value.substr(0, value.find_first_of(quoted ? "\"" : "\r\n; ")));
}

/// A letter that brings documents with it: they are what was submitted.
bool brings_documents(std::string_view bytes) {
  const std::string all = lower_ascii(bytes.substr(0, 8u << 20));
  return all.find("\ncontent-disposition: attachment") != std::string::npos ||
         all.find("\ncontent-type: application/vnd") != std::string::npos ||
         all.find("\ncontent-type: application/msword") != std::string::npos ||
         all.find("\ncontent-type: application/pdf") != std::string::npos;
}

/// The first part that is a web page; parts may have parts.
std::optional<std::string> page_in(std::string_view bytes, int depth = 0) {
  const Head whole = head_at(bytes, 0);
  const std::string separator = separator_of(bytes, whole);
  if (separator.size() <= 2) {
    return whole.fields.find("text/html") == std::string::npos
               ? std::nullopt
               : std::optional(decoded_body(whole, bytes.substr(whole.body)));
  }
  std::size_t at = bytes.find(separator, whole.body);
  while (at != std::string_view::npos) {
    const std::size_t begin = at + separator.size();
    const std::size_t end = std::min(bytes.find(separator, begin), bytes.size());
    const std::size_t line = bytes.find('\n', begin);
    if (line < end) {
      const std::string_view part = bytes.substr(line + 1, end - line - 1);
      const Head head = head_at(part, 0);
      if (head.fields.find("text/html") != std::string::npos) {
        return decoded_body(head, part.substr(head.body));
      }
      constexpr int kMaxDepth = 4;
      if (head.fields.find("multipart/") != std::string::npos && depth < kMaxDepth) {
        if (std::optional<std::string> inner = page_in(part, depth + 1)) {
          return inner;
        }
      }
    }
    at = end < bytes.size() ? end : std::string_view::npos;
  }
  return std::nullopt;
}

}  // namespace

bool recognises_mht(std::string_view, std::string_view bytes) {
  const std::string head = lower_ascii(bytes.substr(0, 2048));
  const bool mail = head.starts_with("mime-version:") || head.starts_with("from: <saved by") ||
                    head.starts_with("from:");
  return mail && head.find("mime-version:") != std::string::npos &&
         head.find("content-type:") != std::string::npos;
}

Extraction read_mht(std::string_view bytes, const Limits& limits) {
  if (brings_documents(bytes)) {
    return failed("mht", {ReadOutcome::kUnsupportedType, std::string(locale::kIsMail)});
  }
  const std::optional<std::string> page = page_in(bytes);
  if (!page) {
    return failed("mht", {ReadOutcome::kCorrupt, locale::damaged("", locale::kNoPageInArchive)});
  }
  Extraction extraction = read_html(*page, limits);
  extraction.format = "mht";
  // Lines of the decoded page are not lines of the file.
  int paragraphs = 0;
  for (Block& block : extraction.blocks) {
    block.line = 0;
    block.paragraph = ++paragraphs;
  }
  for (Loss& loss : extraction.losses) {
    loss.location.line = 0;
  }
  return extraction;
}

}  // namespace plumbline::readers
