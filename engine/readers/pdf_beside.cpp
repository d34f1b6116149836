#include "engine/readers/pdf_beside.h"

#include <algorithm>
#include <cstdint>
#include <unordered_set>
#include <utility>

#include "engine/base/code_points.h"
#include "engine/base/utf8.h"
#include "engine/readers/locale_office.h"
#include "engine/readers/page_losses.h"
#include "engine/readers/program.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kMostTold = 2000;     // bytes
constexpr std::size_t kMostNames = 20;      // of files
constexpr std::size_t kCover = 300;         // characters: so few make no report
constexpr std::size_t kPlaceholder = 2000;  // characters of the note that stands for a form

/// Han, kana, letters and digits; full-width ones as the others.
bool is_word(char32_t& c) {
  c = c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x3040;
}

std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    char32_t value = c.value;
    if (is_word(value)) {
      characters += value;
    }
    at = c.end;
  }
  return characters;
}

/// The words of all pages, to ask whether a text is among them, whatever its lines.
class ReadWords {
 public:
  explicit ReadWords(const std::vector<LayoutPage>& pages) {
    for (const LayoutPage& page : pages) {
      for (const LayoutWord& word : page.words) {
        text_ += characters_of(word.text);
      }
    }
    for (std::size_t i = 0; i + 1 < text_.size(); ++i) {
      pairs_.insert(pair(text_, i));
    }
  }
  std::size_t size() const { return text_.size(); }

  /// Nearly all pairs of neighbours stand in the words. What says nothing is there.
  bool hold(std::string_view words) const {
    const std::u32string text = characters_of(words);
    if (text.size() < 2) {
      return text.empty() || text_.find(text) != std::u32string::npos;
    }
    std::size_t found = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      found += pairs_.count(pair(text, i));
    }
    return found * 10 >= (text.size() - 1) * 7;
  }

 private:
  static std::uint64_t pair(const std::u32string& text, std::size_t at) {
    return std::uint64_t{text[at]} << 32 | text[at + 1];
  }
  std::u32string text_;
  std::unordered_set<std::uint64_t> pairs_;
};

std::string unread(const std::vector<std::string>& texts, const ReadWords& read) {
  std::string words;
  for (const std::string& text : texts) {
    if (!read.hold(text) && words.size() + text.size() < kMostTold) {
      words += (words.empty() ? "" : "；") + text;
    }
  }
  std::ranges::replace_if(
      words, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return words;
}

std::size_t count_characters(const std::vector<LayoutPage>& pages) {
  std::size_t count = 0;
  for (const LayoutPage& page : pages) {
    for (const LayoutWord& word : page.words) {
      count += count_code_points(word.text);
    }
  }
  return count;
}

/// The page that stands for a form that only its own program shows.
bool is_placeholder(const std::vector<LayoutPage>& pages) {
  std::string text;
  for (const LayoutPage& page : pages) {
    for (const LayoutWord& word : page.words) {
      text += word.text;
    }
  }
  return count_code_points(text) < kPlaceholder &&
         std::ranges::any_of(locale::kFormPlaceholders, [&](std::string_view words) {
           return text.find(words) != std::string::npos;
         });
}

std::string list_of(const std::vector<std::string>& names) {
  std::string list;
  for (std::size_t i = 0; i < std::min(names.size(), kMostNames); ++i) {
    list += (list.empty() ? "" : "、") + names[i];
  }
  return list + (names.size() > kMostNames ? "……" : "");
}

Failure look_at_files(std::string_view bytes, const PdfTraits& traits, bool few,
                      const Limits& limits, std::vector<Loss>& losses) {
  if (!traits.files && !traits.collection && traits.complete) {
    return {};
  }
  ProgramCall call;
  call.arguments = {"pdfdetach", "-list", "-enc", "UTF-8", "{input}"};
  call.input = bytes;
  const std::vector<std::string> names = parse_embedded_files(run(call, limits).output);
  if (traits.collection && few) {
    return {ReadOutcome::kUnsupportedType, locale::portfolio(list_of(names))};
  }
  if (traits.collection) {
    add_loss(losses, "attachment", locale::portfolio_files(list_of(names)), 0, true);
  } else if (!names.empty()) {
    add_loss(losses, "attachment", locale::attachments(names.size(), list_of(names)), 0, few);
  }
  return {};
}

}  // namespace

std::vector<std::string> parse_embedded_files(std::string_view output) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < output.size();) {
    const std::size_t end = std::min(output.find('\n', at), output.size());
    const std::string_view line = output.substr(at, end - at);
    const std::size_t colon = line.find(": ");
    const bool numbered =
        colon != std::string_view::npos && colon > 0 &&
        std::ranges::all_of(line.substr(0, colon), [](char c) { return c >= '0' && c <= '9'; });
    if (numbered && names.size() <= kMostNames) {
      const std::string_view name = line.substr(colon + 2);
      names.emplace_back(utf8::is_valid(name) ? utf8::prefix(name, 200) : "?");
    }
    at = end + 1;
  }
  return names;
}

PdfInfo ask_pdf_info(std::string_view bytes, const PdfTraits& traits, const Limits& limits,
                     std::vector<Loss>& losses) {
  if (traits.complete && !traits.turned && !traits.cropped) {
    return {};
  }
  ProgramCall call;
  call.arguments = {"pdfinfo", "-box", "-f", "1", "-l", "5000", "{input}"};
  call.input = bytes;
  PdfInfo info = parse_pdf_info(run(call, limits).output);
  if (info.frames.empty()) {
    add_loss(losses, "not-drawn", std::string(locale::kFramesUnknown), 0, false);
  }
  return info;
}

Failure look_beside(std::string_view bytes, const PdfTraits& traits, std::string_view form,
                    const std::vector<LayoutPage>& pages, const Limits& limits,
                    std::vector<Loss>& losses) {
  if (traits.dynamic || form == "XFA") {
    if (is_placeholder(pages)) {
      return {ReadOutcome::kUnsupportedType, std::string(locale::kDynamicForm)};
    }
    add_loss(losses, "form", std::string(locale::kFormUnread), 0, true);
  } else if (!traits.complete && form == "AcroForm") {
    add_loss(losses, "form", std::string(locale::kFormUnknown), 0, false);
  }
  if (!traits.remarks.empty() || !traits.values.empty()) {
    const ReadWords read(pages);
    if (std::string words = unread(traits.remarks, read); !words.empty()) {
      add_loss(losses, "annotation", locale::unread_remarks(words), 0, true);
    }
    if (std::string words = unread(traits.values, read); !words.empty()) {
      add_loss(losses, "form", locale::unread_values(words), 0, true);
    }
  }
  return look_at_files(bytes, traits, count_characters(pages) < kCover, limits, losses);
}

}  // namespace plumbline::readers
