#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/dates.h"
#include "engine/document/document.h"
#include "engine/document/marks.h"
#include "engine/document/vocabulary.h"

/// What the stages of Document::build hand to each other. Private to engine/document.
namespace plumbline::document {

/// A paragraph with what its form alone tells.
struct Line {
  TextSpan span;
  std::string_view words;
  std::size_t points = 0;  ///< length in code points, counted up to kLongLine
  std::optional<Mark> mark;
  int hint = 0;  ///< heading level that the format claims
  /// A mark, or the lack of one, that makes a heading only with the words behind it (headings.cpp).
  bool loose = false;
  bool part = false;          ///< 第一部分
  std::size_t words_end = 0;  ///< byte behind the words of a loose heading
  bool cell = false;
  bool furniture = false;  ///< words of a web page, or a row of a metadata table
  bool labelled = false;   ///< a row of a metadata table
  bool prose = false;      ///< running text
};
inline constexpr std::size_t kLongLine = 400;

/// Values of a page's metadata table.
struct Metadata {
  std::optional<TextSpan> title, number, date;
};

struct Title {
  std::size_t first = kNone;  ///< lines; kNone = none, or only in the metadata
  std::size_t last = kNone;
  Fact fact;
  int year = 0;
  TextSpan year_at;
  bool found() const { return !fact.value.empty(); }
};

struct Draft {
  const text::Text& text;
  const Vocabulary& words;
  std::vector<Line> lines;
  std::vector<Role> roles;
  std::size_t first_heading = 0;  ///< first numbered line, lines.size() where there is none
  std::size_t body_first = 0;     ///< first line of the preamble, or the first heading
  std::size_t tail_first = 0;     ///< first line behind the body
  Metadata metadata;
  Title title;
  std::vector<std::size_t> letterhead;  ///< lines
  std::vector<TextSpan> signature;      ///< organs, seals left off
  bool signed_by_person = false;
  std::optional<TextSpan> number, addressee;
  std::vector<TextSpan> signers;  ///< what follows 签发人, one span per line
  std::optional<DateFact> date;
  std::vector<Heading> outline;
  TextSpan lead_in, body;
};

// The stages, in their order.
void survey(Draft& draft);                  // survey.cpp
void find_marked_headings(Draft& draft);    // headings.cpp
void read_metadata(Draft& draft);           // metadata.cpp
void find_title(Draft& draft);              // title.cpp
void find_unmarked_headings(Draft& draft);  // headings.cpp
void read_head(Draft& draft);               // head.cpp
void read_tail(Draft& draft);               // tail.cpp
void build_outline(Draft& draft);           // outline.cpp
Facts read_facts(Draft& draft);             // facts.cpp

// Shared by the stages.
void drop_contents(Draft& draft);  // contents.cpp, part of the survey
bool matches_any(const Vocabulary::List& list, std::string_view words);
bool found_any(const Vocabulary::List& list, std::string_view words);
std::optional<pattern::Match> first_of(const Vocabulary::List& list, std::string_view words);
/// The span without blanks and without table borders, brackets and bullets at its ends.
TextSpan trim(std::string_view text, TextSpan span);
/// Names of persons as they are set: 陆远 方知行, 陆 远 山, 上官 云  方 知 行.
std::vector<std::string> person_names(std::string_view raw);

}  // namespace plumbline::document
