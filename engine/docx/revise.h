#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "engine/docx/annotate.h"
#include "engine/readers/reader.h"

namespace plumbline::docx {

/// Changes to a docx as Word tracks them (w:del, w:ins), for its owner to accept or reject. Nothing
/// else of the document is written anew. Not thread-safe.
class Revision {
 public:
  /// `bytes` must outlive it. Never throws for bad bytes.
  Revision(std::string_view bytes, const readers::Limits& limits);
  Revision(Revision&&) noexcept;
  Revision& operator=(Revision&&) noexcept;
  ~Revision();

  /// Chinese, why the document takes no changes at all and what to do; empty where it does.
  const std::string& problem() const;
  /// The change can be tracked where it stands: in the body, in plain runs. Not so in headers,
  /// notes, text boxes and fields, nor in what somebody else has inserted.
  bool can(const Edit& change);
  /// The copy with the changes, which are sorted, disjoint and each of them possible. It is read
  /// again before it is given away: accepted, it says what it should.
  Copy apply(std::span<const Edit> changes);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace plumbline::docx
