#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/checks/check.h"

/// `fix:` of a rule or a term: the mechanical change that puts its hits right.
namespace plumbline::checks {

/// The smallest edits that turn text[at] into `right`; none where they are the same already.
std::vector<TextEdit> edits_to(std::string_view text, TextSpan at, std::string_view right);

/// Words and what stands in their place, or the whole hit and its right form.
class Repair {
 public:
  Repair() = default;  ///< mends nothing
  /// `fix: right`, or a map of words to words. nullptr: mends nothing.
  static Repair read(const rules::Node* fix, const std::string& right);

  /// The words with every part replaced, the longest first, in one pass: what was put in is not
  /// looked at again.
  std::string apply(std::string_view words) const;
  /// What apply() changes in text[at]; none where it would change a number.
  std::vector<TextEdit> edits(std::string_view text, TextSpan at) const;

 private:
  std::string whole_;                                       ///< in place of the hit; else
  std::vector<std::pair<std::string, std::string>> parts_;  ///< folded words, longest first
};

}  // namespace plumbline::checks
