#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/pattern/pattern.h"
#include "engine/text/text.h"
#include "plumbline/report.h"
#include "plumbline/span.h"

namespace plumbline::document {

struct Vocabulary;

/// What a paragraph is in an official document. Chinese terms of GB/T 9704 in brackets.
enum class Role : std::uint8_t {
  kFurniture,       ///< navigation, metadata tables, 浏览次数: not part of the document
  kLetterhead,      ///< 发文机关标志
  kDocumentNumber,  ///< 发文字号, may share its line with 签发人
  kSigner,          ///< 签发人
  kTitle,
  kByline,     ///< organ or date in brackets under the title
  kAddressee,  ///< 主送机关
  kPreamble,   ///< from the title to the first heading, lead-in included
  kHeading,    ///< the heading stands alone
  kBody,       ///< running text; a run-in heading stands at its front
  kSignature,  ///< 署名
  kDate,       ///< 成文日期
  kAnnex,      ///< 附件说明 and annex lists
  kNote,       ///< 附注
  kCopy,       ///< 抄送, 印发
};

inline constexpr std::size_t kNone = static_cast<std::size_t>(-1);

struct Heading {
  int level = 0;   ///< 1 一、 2 （一） 3 1. 4 （1）
  int number = 0;  ///< value of the mark, 0 where it has none
  std::string style;  ///< family of the mark: "一、" "（一）" "1." "（1）" "一是" "第一，" "#"
  TextSpan mark;  ///< may be empty
  TextSpan text;  ///< words without mark; a run-in heading ends before its first 。
  std::size_t paragraph = 0;
  std::size_t parent = kNone;  ///< index into outline()
  TextSpan section;            ///< from the heading to the next of the same or a higher level
  bool run_in = false;
};

/// A fact with its place. `value` is fit to print (design §6), `normal` to compare.
struct Fact {
  std::string value;
  std::string normal;
  TextSpan at;
  /// Where it was found: "title" "lead-in" "heading" "letterhead" "signature" "metadata" "text".
  std::string source;
};

struct Date {
  int year = 0, month = 0, day = 0;
  bool exists() const;  ///< a day that a calendar has
  std::string iso() const;
  auto operator<=>(const Date&) const = default;
};

struct DateFact {
  Date day;          ///< as written, may not exist
  std::string form;  ///< "plain" "padded" "dotted" "han" "loose" "incomplete"
  Fact fact;
};

struct Facts {
  std::optional<Fact> title, report_year, issuer, document_number, signer, addressee, signature;
  std::optional<DateFact> date;
  int year() const;  ///< report year, 0 = unknown
};

/// Structure and facts over one Text. Immutable after build; share it freely.
class Document {
 public:
  /// Never fails: a text without structure is a document with one body. A `report_year` that is
  /// not 0 is taken for the document's own, whatever the text says.
  static Document build(text::Text text, const Vocabulary& vocabulary, int report_year = 0);

  const text::Text& text() const { return text_; }
  /// text().view() for many patterns.
  pattern::IndexedText indexed() const { return {text_.view(), &index_}; }
  const Facts& facts() const { return facts_; }
  std::span<const Heading> outline() const { return outline_; }
  Role role(std::size_t paragraph) const { return roles_[paragraph]; }
  std::span<const Role> roles() const { return roles_; }
  /// 现将…报告如下, empty where there is none.
  TextSpan lead_in() const { return lead_in_; }
  /// Preamble to the last body paragraph.
  TextSpan body() const { return body_; }

  /// Index of the innermost heading whose section holds `offset`, kNone outside the outline.
  std::size_t heading_at(std::size_t offset) const;
  /// Location with its section path filled.
  Location locate(TextSpan span) const;

  /// One line for tests: "letterhead number title(2021) addressee preamble h1[一、]{h2 p p} sig
  /// date".
  std::string dump() const;

 private:
  friend class Builder;
  text::Text text_;
  pattern::PairIndex index_;
  std::vector<Role> roles_;
  std::vector<Heading> outline_;
  Facts facts_;
  TextSpan lead_in_, body_;
};

}  // namespace plumbline::document
