#pragma once

#include <string>
#include <vector>

#include "engine/document/document.h"
#include "plumbline/span.h"

namespace plumbline {

/// Personal data of one document: what it covers is never printed in full, in no finding of any
/// rule. Values only; not thread-safe while adding.
class Masking {
 public:
  void add(TextSpan span) { spans_.push_back(span); }

  /// Text as read at `span` with the digits and letters of personal data starred, except the first
  /// three and the last two of each item.
  std::string raw(const document::Document& document, TextSpan span) const;
  /// The same over normalised text.
  std::string normal(const document::Document& document, TextSpan span) const;
  /// As a message prints it: display() where nothing is masked, else the masked normal form.
  std::string display(const document::Document& document, TextSpan span) const;
  /// The same in words that were made from the text, a heading or a fact: personal data that they
  /// hold in normal form is starred.
  std::string in_words(const document::Document& document, std::string words) const;
  /// What raw() stars in the whole text: sorted, disjoint.
  std::vector<RawSpan> raw_spans(const document::Document& document) const;

 private:
  std::vector<TextSpan> starred(TextSpan within) const;
  std::vector<TextSpan> spans_;
};

}  // namespace plumbline
