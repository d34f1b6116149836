#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/rules/pack.h"
#include "plumbline/diagnostic.h"

namespace plumbline::craft {

/// Files to be written, path to bytes.
using Files = std::map<std::string, std::string>;

/// A pack folder as it would be with `changed` in place: nothing is on the disk yet.
class DraftFiles : public rules::PackFiles {
 public:
  /// `base` must outlive this.
  DraftFiles(const rules::PackFiles& base, Files changed)
      : base_(base), changed_(std::move(changed)) {}

  Result<std::string> read(const std::string& path) const override;
  std::vector<std::string> list(const std::string& folder) const override;
  std::optional<std::string> find_pack(const std::string& name,
                                       const std::string& from) const override;

 private:
  const rules::PackFiles& base_;
  Files changed_;
};

/// Loads, compiles and lints the pack in `folder` as it would be. Adds to `sink` what is wrong or
/// doubted; nullptr iff there is an error.
std::shared_ptr<const rules::Pack> try_pack(const std::string& folder, const DraftFiles& files,
                                            DiagnosticSink& sink);

/// A scalar in single quotes, fit for one line of YAML; line ends become blanks.
std::string quoted(const std::string& text);
/// The RE2 pattern that matches exactly this text.
std::string literal_pattern(const std::string& text);

}  // namespace plumbline::craft
