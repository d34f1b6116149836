#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/document/draft.h"

/// Which lines, and which part of a line, are a title. Private to engine/document.
namespace plumbline::document {

/// Lines put together as one string, with the way back.
struct Joined {
  std::string words;
  std::vector<std::pair<std::size_t, std::size_t>> starts;  ///< byte in words, byte in the text

  void add(std::string_view part, std::size_t text_begin);
  std::size_t to_text(std::size_t at) const;
};

struct TitleCandidate {
  std::size_t pattern = 0;  ///< index into the list: earlier is better
  std::size_t first = 0;
  std::size_t last = 0;
  TextSpan at;
  TextSpan year_at;
};

/// Holds lines against lists of title patterns. Reads the draft, which must outlive it.
class TitleMatcher {
 public:
  using Found = std::optional<TitleCandidate>;

  explicit TitleMatcher(const Draft& draft) : draft_(draft) {}

  /// No furniture, running text, heading, annex or number; short enough.
  bool may_be_title(const Line& line) const;
  Joined join(std::size_t first, std::size_t last) const;
  /// All lines from `first` to `last` together.
  Found match_lines(const Vocabulary::List& list, std::size_t first, std::size_t last) const;
  /// The line alone, or what is left when a page glued the organ and a date behind the title, its
  /// own labels, or its own name behind a dash.
  Found match_line(const Vocabulary::List& list, std::size_t i) const;
  /// The front of a line that holds furniture: the title of the page or of the document, then the
  /// name of the site or labels.
  Found match_furniture(const Vocabulary::List& list, std::size_t i) const;
  /// A stretch of the text that belongs to no line: a value of the metadata.
  Found match_span(const Vocabulary::List& list, TextSpan at) const;

 private:
  Found match(const Vocabulary::List& list, const Joined& joined, std::size_t first,
              std::size_t last) const;
  Found match_wrapped(const Vocabulary::List& list, std::size_t i) const;
  Found before_label(const Vocabulary::List& list, std::size_t i) const;
  Found before_site_name(const Vocabulary::List& list, std::size_t i) const;
  Found match_before_date(const Vocabulary::List& list, std::size_t i) const;
  Found match_front(const Vocabulary::List& list, std::size_t i, std::size_t size) const;
  Found match_part(const Vocabulary::List& list, std::size_t i, TextSpan part) const;
  bool is_label(std::string_view words) const;

  const Draft& draft_;
};

}  // namespace plumbline::document
