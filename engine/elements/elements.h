#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/document.h"
#include "engine/pattern/pattern.h"
#include "plumbline/span.h"

/// The required parts of a document, recognised by pack data (design §2): a stage of its own after
/// `document`. Nothing here knows a Chinese word.
namespace plumbline::elements {

/// Best form in which an element stands, weakest first.
enum class State : std::uint8_t { kAbsent, kMention, kPassage, kSubsection, kSection };
std::string_view name_of(State state);

/// How a pack recognises one element. Patterns run on normalised text.
struct Definition {
  std::string id;
  std::string label;
  /// Which item of the law's list it belongs to (art. 25 has five); several elements may share one.
  int item = 0;
  bool optional = false;  ///< may be left out without a word (其他需要报告的情况)
  std::vector<pattern::Pattern> heading;      ///< names it in a heading's words
  std::vector<pattern::Pattern> not_heading;  ///< a heading that only looks like it
  std::vector<pattern::Pattern> lead;         ///< a lead sentence or paragraph devoted to it
  std::vector<pattern::Pattern> passage;      ///< a sentence devoted to it, anywhere in a paragraph
  std::vector<pattern::Pattern> mention;      ///< words that only pass by
  /// So many mentions make a passage (a cause for each of several problems); 0 = never.
  int mentions_for_passage = 0;
  std::vector<pattern::Pattern> near;  ///< words that make a heading its nearest miss
  /// Looked for only inside this element (problem-causes in problems); empty = whole body.
  std::string within;
  /// Thematic reports: first-level sections that no element claims carry it, when there are at
  /// least so many of them, or when they hold so many percent of the body. 0 = never.
  int thematic_sections = 0;
  int thematic_share = 0;
  /// A last first-level heading that names the year after the report's and no other names it, in
  /// whatever words (2025年，奋力开创新局面).
  bool later_year = false;
};

struct Element {
  const Definition* definition = nullptr;
  State state = State::kAbsent;
  std::size_t heading = document::kNone;  ///< index into outline(); kNone where no heading names it
  std::size_t nearest = document::kNone;  ///< nearest miss, index into outline()
  std::vector<TextSpan> spans;            ///< its text, heading included; sorted
  TextSpan at;                            ///< where it begins; empty when absent
  bool shared = false;                    ///< its heading names another element too
  std::string why;                        ///< for --explain: which pattern, which place
};

/// One Element per definition, same order.
std::vector<Element> recognise(const document::Document& document,
                               std::span<const Definition> definitions);

}  // namespace plumbline::elements
