#pragma once

#include <set>
#include <string>

#include "engine/cli/outputs.h"

namespace plumbline::cli {

/// A target whose format makes one file for each document (Writer::one_each): in a folder each is
/// written when its document is done; a lone file or standard output takes one document only.
class Copies {
 public:
  /// Makes the folder. `head` is the run without documents. `taken` are the names of files that the
  /// run has written into that folder, of other formats too. References must outlive it.
  Copies(const Target& target, RunReport head, const output::WriteOptions& options,
         std::set<std::string>& taken, const Session& session);

  /// `document` is the same afterwards.
  void add(DocumentReport& document);
  /// False after a complaint where one could not be made or written.
  bool finish();

 private:
  void write(const std::string& file, const std::string& bytes);

  const Target& target_;
  RunReport run_;  ///< of one document while it is written
  const output::WriteOptions options_;
  const Session& session_;
  std::set<std::string>& taken_;
  std::string lone_;  ///< bytes of the only document
  std::size_t documents_ = 0;
  bool is_good_ = true;
};

}  // namespace plumbline::cli
