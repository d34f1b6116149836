#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/text/offset_map.h"
#include "plumbline/span.h"

namespace plumbline::text {

/// Whether a blank that was read between `before` and `after` (both in normal form) is kept: one
/// between letters and digits of Latin script, none anywhere else. A line end parts letters only,
/// for a number broken across lines is one number.
bool keeps_blank(std::string_view before, std::string_view after, bool at_line_end);

/// Appends pieces of raw text to a normalised text, and where they came from to a map. Blanks on
/// the outside of a piece are dropped.
class Normalizer {
 public:
  /// `raw` is the whole text as read; it must outlive the normalizer. `map` may be null.
  Normalizer(std::string_view raw, std::string& out, OffsetMap* map)
      : raw_(raw), out_(out), map_(map) {}

  void append(RawSpan piece);
  /// A further piece of the same line: marks that are no text stood between.
  void append_more(RawSpan piece);

 private:
  void add_unit(RawSpan unit, std::size_t out_begin, bool same);
  void add_blank(std::size_t unit_begin, std::size_t out_begin);

  std::string_view raw_;
  std::string& out_;
  OffsetMap* map_;
  std::size_t piece_begin_ = 0;  ///< in out_
  std::size_t last_end_ = 0;     ///< raw end of the last unit
  bool blank_ = false;           ///< blanks were read since
  bool line_end_ = false;        ///< and a line end among them
};

}  // namespace plumbline::text
