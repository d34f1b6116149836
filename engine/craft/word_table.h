#pragma once

#include <string>
#include <vector>

#include "engine/craft/draft.h"

namespace plumbline::craft {

/// A term of a text rule as a row for a clerk.
struct WordRow {
  std::string rule, list, name;  ///< "wording", "forbid", "W-01"
  std::string match;             ///< empty where the term has several patterns
  std::string right, severity;   ///< empty where the term does not say
  int row = 0;                   ///< of the sheet; 0 = from the pack
};

/// Terms with a name in the pack's own files, in the order of the files.
std::vector<WordRow> word_rows(const rules::Pack& pack);

/// What became of an import.
struct WordChange {
  std::string id;    ///< RULE.NAME
  std::string what;  ///< "match", "right", "severity", "new", or "kept": not in the table
};

/// Why a row cannot be written into the pack.
enum class WordFault : std::uint8_t {
  kTwice,        ///< the id stands in two rows
  kNoMatch,      ///< a term needs words
  kSeveral,      ///< several patterns or severities: to be changed in the YAML
  kCannotEmpty,  ///< a value that is there cannot be taken out here
  kNoList,       ///< no such rule, or its list is not written with one line for each term
};
struct WordProblem {
  WordFault fault = WordFault::kNoList;
  std::string id;
  int row = 0;
};

struct WordImport {
  Files files;  ///< those that change, whole
  std::vector<WordChange> changes;
  std::vector<WordProblem> problems;  ///< where there is one, nothing may be written
};

/// The rows written into the pack's files: values replaced in place, new names added behind the
/// last term of their list. Everything else, comments and line ends too, stays byte by byte.
WordImport with_words(const rules::Pack& pack, const rules::PackFiles& files,
                      const std::vector<WordRow>& rows);

}  // namespace plumbline::craft
