#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/cli/arguments.h"
#include "engine/cli/inputs.h"
#include "engine/cli/session.h"
#include "engine/output/writer.h"

namespace plumbline::cli {

/// One output of a run.
struct Target {
  const output::Writer* writer = nullptr;
  std::string file;     ///< empty = standard output
  bool folder = false;  ///< one file for each document in the folder `file`
};

/// --format and --output, resolved. FORMAT=FILE has its own format; FILE alone takes --format, else
/// the format of its ending, else text. Standard output gets the report unless every output goes to
/// a file. Complains about unknown formats, two formats on standard output, one file named twice
/// (one folder may take several formats whose names differ), files that cannot be written.
std::vector<Target> resolve_targets(const Arguments& arguments, const Session& session,
                                    DiagnosticSink& sink);

/// Complains about targets that would overwrite a document or one of `others`, which the run reads
/// too, and about one file for several documents where a format makes one each.
void spare_inputs(const std::vector<Target>& targets, const std::vector<Input>& inputs,
                  const std::vector<std::string>& others, const Session& session,
                  DiagnosticSink& sink);

/// Where a file or folder is, also where it does not exist yet: one place has one name.
std::string place_of(const std::string& file);

bool goes_to_standard_output(const std::vector<Target>& targets);

class Copies;

/// All targets of a run while it goes on. Formats that can (Writer::pieces) go out document by
/// document; the others keep the documents and are written at the end. A terminal too gets its
/// report at the end, because progress is shown there until then.
class Outputs {
 public:
  /// Opens the targets and writes the begin of each. `run` has no documents yet.
  /// `contact` is for letters and must outlive it.
  Outputs(const std::vector<Target>& targets, RunReport run, const Contact& contact,
          const Session& session);
  ~Outputs();

  /// The next document.
  void add(DocumentReport&& document);
  /// Ends every target; false after a complaint where one could not be written.
  bool finish(const Summary& summary);

 private:
  class Sink;
  std::vector<std::unique_ptr<Sink>> sinks_;
  /// By folder: formats that make a file for each document may share one.
  std::map<std::string, std::set<std::string>> names_;
  std::vector<std::unique_ptr<Copies>> copies_;
  RunReport run_;
  std::size_t documents_ = 0;
  bool keeps_documents_ = false;
};

}  // namespace plumbline::cli
