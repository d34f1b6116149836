#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/diagnostic.h"
#include "plumbline/report.h"

namespace plumbline::readers {
struct Extraction;
}
namespace plumbline::rules {
struct Pack;
}

namespace plumbline {

/// Everything that can change a verdict besides the packs.
struct CheckOptions {
  std::string profile = "submitted";
  std::string reporter;  ///< kind of reporter; empty = inferred from the issuer
  std::string as_of;     ///< YYYY-MM-DD; empty = the document's own date
  std::string explain;   ///< rule id to explain; empty = none
  int report_year = 0;   ///< taken for the document's own, as cases of packs do; 0 = as it says
  bool ocr = false;      ///< recognise scanned pages; what is found there is needs-review
  std::size_t max_input_bytes = 100u << 20;
};

struct InputDocument {
  std::string path;  ///< as it will be printed
  std::string_view bytes;
};

/// Compiles packs once, checks many documents. Immutable: share it between threads. Never prints,
/// exits, reads the clock or the environment.
class Engine {
 public:
  /// Reports every mistake in every pack; nullopt iff the sink has errors.
  static std::optional<Engine> create(std::vector<std::shared_ptr<const rules::Pack>> packs,
                                      DiagnosticSink& sink);
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  std::vector<PackInfo> packs() const;
  /// Full ids of every rule of every pack, of those that a pack disables too. Sorted.
  std::vector<std::string> rule_ids() const;
  /// Complains about options that no loaded pack knows (profile, reporter, rule to explain, date).
  void validate(const CheckOptions& options, DiagnosticSink& sink) const;
  /// Never throws: what goes wrong is the report's status, reason or a rule-error.
  DocumentReport check(const InputDocument& input, const CheckOptions& options) const;
  /// The same for a document that was read elsewhere: its bytes are only hashed.
  DocumentReport check(const InputDocument& input, readers::Extraction extraction,
                       const CheckOptions& options) const;
  /// One line of structure, for tests (Document::dump) with the first pack's vocabulary.
  std::string dump(readers::Extraction extraction) const;

 private:
  struct Impl;
  explicit Engine(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace plumbline
