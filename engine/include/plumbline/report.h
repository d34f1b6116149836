#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/span.h"

/// The result model: plain values, the one source of every output format. The fixed JSON form is
/// schemas/report-v1.schema.json; docs/formats/report.md explains it.
namespace plumbline {

enum class Severity : std::uint8_t { kNote, kWarning, kError };

/// What a rule came to, closed set (design §5).
enum class Outcome : std::uint8_t {
  kPass,
  kPartial,
  kFail,
  kNotApplicable,
  kNeedsReview,
  kNotChecked,
  kBlocked,
  kRuleError,
  kWaived,
};

enum class DocumentStatus : std::uint8_t { kChecked, kOtherKind, kNotChecked };

/// What became of a file's bytes. Anything but the first two is "not checked".
enum class ReadOutcome : std::uint8_t {
  kOk,
  kOkWithLosses,
  kEmpty,
  kScanned,
  kTextUnreliable,
  kNeedsPassword,
  kUnsupportedType,
  kCorrupt,
  kLimitExceeded,
  kTimeout,
  kOutOfMemory,
  kCrashed,
  kUnreadable,
};

std::string_view name_of(Severity severity);      ///< "note" "warning" "error"
std::string_view name_of(Outcome outcome);        ///< "pass" … "waived", as in JSON
std::string_view name_of(DocumentStatus status);  ///< "checked" "other-kind" "not-checked"
std::string_view name_of(ReadOutcome outcome);    ///< "ok" "ok-with-losses" "empty" …
std::optional<Severity> severity_named(std::string_view name);

/// Where words stand on a page as it is shown: tenths of a point (1/720 inch) from its upper left
/// corner, ends exclusive.
struct PageBox {
  int page = 0;  ///< from 1
  int left = 0, top = 0, right = 0, bottom = 0;
};

/// A place in the original. Columns are code points from 1, ends exclusive; 0 = not applicable.
struct Location {
  int line = 0;
  int column = 0;
  int end_line = 0;
  int end_column = 0;
  int page = 0;
  int paragraph = 0;
  std::string section;  ///< heading marks from the top, "一、>（二）"; empty outside the outline
  std::vector<PageBox> boxes;  ///< pdf, ofd: one for each line of the words, in reading order
};

struct BasisReference {
  std::string document;  ///< title with its number, as printed
  std::string article;   ///< "25(3)"; may be empty
  std::string level;     ///< authority A1..A5
};

/// A mechanical change that a rule declares safe (`fix:`).
struct Edit {
  std::size_t raw_begin = 0;  ///< bytes in Source::text that it replaces; never a line end
  std::size_t raw_end = 0;
  std::string text;  ///< what stands there afterwards, UTF-8; may be empty
};

struct Finding {
  std::string rule;  ///< full id, "wording.W-01" where the rule has sub-ids
  Severity severity = Severity::kNote;
  std::string message;
  std::string advice;
  std::vector<BasisReference> basis;
  Location location;
  std::string quote;       ///< text as read at the place, masked where the rule says so
  std::string normalized;  ///< the same, normalised: what "the same finding" compares
  std::string fingerprint;
  std::size_t raw_begin = 0;  ///< bytes in Source::text; begin == end for an absence
  std::size_t raw_end = 0;
  bool absence = false;  ///< about something that is not there
  bool waived = false;
  std::string waiver;  ///< why it is waived, as a report prints it; empty where it is not
  std::string state;   ///< what the check calls it, "absent" "late"; writers do not print it
  /// Put it right together, in the order of the text, disjoint; empty = left for a person. Writers
  /// do not print them.
  std::vector<Edit> edits;
};

struct FactValue {
  std::string value;
  Location location;
};

/// Facts of a document; an absent fact is nullopt, never a guess.
struct Facts {
  std::optional<FactValue> title, report_year, issuer, document_number, signer, addressee,
      signature, date;
};

struct ElementState {
  std::string id;     ///< "achievements"
  std::string label;  ///< "主要举措和成效", from the pack
  int item = 0;       ///< item of the law's list; 0 = none
  bool optional = false;
  std::string state;    ///< section subsection passage mention absent
  std::string heading;  ///< empty where no heading names it
  std::string nearest;  ///< nearest miss for what is missing, may be empty
  std::optional<Location> location;
};

struct OutlineEntry {
  int level = 0;
  std::string mark;
  std::string text;
  Location location;
};

struct RuleResult {
  std::string id;
  std::string title;
  Outcome outcome = Outcome::kPass;
  std::string reason;
  int possible = 0;          ///< points
  int earned = 0;            ///< points
  std::size_t unlisted = 0;  ///< findings beyond those that are listed
};

struct Gate {
  std::string rule;
  std::string cap;  ///< the grade it caps at
  std::string reason;
};

/// Integer points; percent = 100 * earned / applicable, rounded down.
struct Score {
  int earned = 0;
  int applicable = 0;
  int low = 0;   ///< earned if everything undecided fails
  int high = 0;  ///< earned if everything undecided passes
  int percent = 0;
  std::string grade;
  std::vector<Gate> gates;
};

/// Something that was there and is not in the text that was checked.
struct Loss {
  std::string kind;  ///< stable word: "page-number", "image", "revision" …
  std::string what;
  Location location;
  /// Body text may be missing (a scanned page): what is absent cannot be judged, such rules become
  /// not-checked.
  bool text_missing = false;
};

/// Document text for writers that show findings beside it. Shared, immutable.
struct Source {
  std::string text;  ///< as read, UTF-8; Finding::raw_begin counts in it
  /// Characters of `text` that a page for others shows as "*": personal data. Sorted, disjoint,
  /// whole code points.
  std::vector<RawSpan> masked;
  std::string file;  ///< bytes of the file, for a copy of it; filled where a writer asks for it
};

struct DocumentReport {
  std::string path;
  std::string sha256;
  std::string format;  ///< "txt" "md" "docx" …
  DocumentStatus status = DocumentStatus::kNotChecked;
  std::string reason;  ///< why other-kind or not-checked, in the interface language
  ReadOutcome read = ReadOutcome::kUnreadable;
  std::vector<Loss> losses;
  std::string pack;      ///< id of the pack that checked it
  std::string reporter;  ///< kind of reporter it was checked as; empty when unknown
  Facts facts;
  std::vector<ElementState> elements;
  std::vector<OutlineEntry> outline;
  std::vector<RuleResult> rules;
  std::vector<Finding> findings;
  std::optional<Score> score;
  std::vector<std::string> explanation;  ///< filled under --explain
  Source source;
};

struct PackInfo {
  std::string id, version, sha256, title;
};

struct Summary {
  int documents = 0, checked = 0, other_kind = 0, not_checked = 0, skipped = 0;
  int errors = 0, warnings = 0, notes = 0;  ///< findings that are not waived
  int waived = 0;
};

struct RunReport {
  std::string version;
  std::string profile, as_of, reporter;  ///< empty when not given
  std::vector<PackInfo> packs;
  std::vector<DocumentReport> documents;
  Summary summary;
};

}  // namespace plumbline
