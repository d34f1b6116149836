#include <filesystem>
#include <map>
#include <ostream>
#include <set>

#include "engine/cli/commands.h"
#include "engine/cli/inputs.h"
#include "engine/cli/options.h"
#include "engine/cli/packs.h"
#include "engine/cli/waive.h"
#include "engine/fix/diff.h"
#include "engine/fix/mend.h"
#include "engine/io/atomic_write.h"
#include "engine/io/file.h"
#include "engine/isolation/document_reader.h"
#include "engine/output/columns.h"
#include "plumbline/archive.h"

namespace plumbline::cli {
namespace {

/// Where changed copies go: nowhere (a diff is shown), into the document itself, a file, a folder.
struct Destination {
  bool in_place = false;
  bool folder = false;
  std::string path;

  bool is_diff() const { return !in_place && path.empty(); }
};

Destination destination_of(const Arguments& arguments, std::size_t inputs, const Session& session,
                           DiagnosticSink& sink) {
  Destination to{.in_place = arguments.has("--write"), .path = arguments.value("--output")};
  if (to.in_place && !to.path.empty())
    sink.add(wrong_use("P3031", session.words(Say::kWriteOrOutput)));
  if (to.path.empty())
    return to;
  to.folder = to.path.ends_with('/') || std::filesystem::is_directory(to.path);
  const std::filesystem::path place(to.path);
  const std::string ending = place.parent_path().extension().string();
  if (to.path.ends_with('/') && !std::filesystem::is_directory(place) &&
      (ending == ".docx" || ending == ".txt" || ending == ".md"))
    sink.add(wrong_use("P3032", session.words(Say::kFolderOrFile, {to.path})));
  else if (!to.folder && inputs > 1)
    sink.add(wrong_use("P3029", session.words(Say::kFixFolder)));
  else if (std::optional<Diagnostic> problem = to.folder ? std::nullopt : io::check_output(to.path))
    sink.add(std::move(*problem));
  return to;
}

class Fixing {
 public:
  Fixing(const Engine& engine, const CheckOptions& options, const Excuses& excuses, Destination to,
         const Session& session)
      : engine_(engine),
        options_(options),
        excusing_(excuses, options.as_of),
        to_(std::move(to)),
        session_(session),
        reader_(session.environment.worker) {}

  int run(const Inputs& inputs) {
    inputs_ = &inputs;
    for (const Input& input : inputs.documents) fix(input);
    for (const Diagnostic& complaint : excusing_.complaints(session_)) session_.complain(complaint);
    if (fixable_ && to_.is_diff())
      session_.environment.err << session_.words(Say::kFixHint) << "\n";
    return failed_                     ? kUsage
           : unread_                   ? kNotChecked
           : fixable_ && to_.is_diff() ? kFindings
                                       : kClean;
  }

 private:
  void fix(const Input& input) {
    if (input.known)
      return refuse(input.path, input.known->reason);
    const Result<std::string> bytes = read_input(input, options_.max_input_bytes);
    if (!bytes) {
      session_.complain(bytes.error());
      unread_ = true;
      return;
    }
    if (is_archive(*bytes))
      return refuse(input.path, session_.words(Say::kFixArchive));
    DocumentReport report = check(input.path, *bytes);
    if (report.status != DocumentStatus::kChecked)
      return refuse(input.path, report.reason);
    excusing_.apply(report);
    const fix::Mended mended =
        fix::mend(report, *bytes, [&](std::string_view copy) { return check(input.path, copy); });
    if (!mended.problem.empty())
      return refuse(input.path, mended.problem);
    tell(input.path, mended);
    if (!mended.bytes.empty())
      hand_over(input.path, report.source.text, mended);
  }

  DocumentReport check(const std::string& path, std::string_view bytes) {
    return engine_.check({path, bytes}, reader_.read(path, bytes, options_.max_input_bytes),
                         options_);
  }

  void refuse(const std::string& path, const std::string& why) {
    session_.complain({.code = "P3304", .message = why, .path = path});
    unread_ = true;
  }

  void tell(const std::string& path, const fix::Mended& mended) {
    std::map<std::string, int> rules;
    for (const std::string& rule : mended.fixed) ++rules[rule];
    std::string list;
    for (const auto& [rule, count] : rules)
      list += (list.empty() ? " (" : ", ") + rule + (count > 1 ? " x" + std::to_string(count) : "");
    session_.environment.err << session_.words(
                                    to_.is_diff() ? Say::kFixable : Say::kFixed,
                                    {output::printable(path), std::to_string(mended.fixed.size()),
                                     list + (list.empty() ? "" : ")"), std::to_string(mended.left),
                                     std::to_string(mended.waived)})
                             << "\n"
                             << std::flush;
  }

  void hand_over(const std::string& path, const std::string& text, const fix::Mended& mended) {
    fixable_ = true;
    if (to_.is_diff())
      failed_ = !show(fix::unified_diff(output::printable(path), text, mended.edits)) || failed_;
    else
      write(to_.in_place ? path : to_.folder ? file_in_folder(path) : to_.path, mended.bytes);
  }

  /// A terminal gets no control characters.
  bool show(const std::string& diff) {
    if (!session_.environment.out_is_terminal)
      return print(session_, diff);
    std::string safe;
    for (std::size_t begin = 0; begin < diff.size();) {
      const std::size_t end = diff.find('\n', begin);  // a diff ends with one
      safe += output::printable(diff.substr(begin, end - begin)) + "\n";
      begin = end + 1;
    }
    return print(session_, safe);
  }

  std::string file_in_folder(const std::string& path) {
    const std::filesystem::path own(path);
    std::string name = own.filename().string();
    for (int i = 2; !taken_.insert(name).second; ++i)
      name = own.stem().string() + "-" + std::to_string(i) + own.extension().string();
    std::error_code error;  // writing tells it
    std::filesystem::create_directories(to_.path, error);
    return (std::filesystem::path(to_.path) / name).string();
  }

  void write(const std::string& file, const std::string& bytes) {
    if (!to_.in_place && is_input(file)) {
      session_.complain(wrong_use("P3012", session_.words(Say::kFixIsInput, {file})));
      failed_ = true;
    } else if (const std::optional<Diagnostic> problem = io::write_file(file, bytes)) {
      session_.complain(*problem);
      failed_ = true;
    }
  }

  bool is_input(const std::string& file) const {
    for (const Input& input : inputs_->documents) {
      if (io::same_file(file, input.path))
        return true;
    }
    return false;
  }

  const Engine& engine_;
  const CheckOptions& options_;
  Excusing excusing_;
  Destination to_;
  const Session& session_;
  isolation::DocumentReader reader_;
  const Inputs* inputs_ = nullptr;
  std::set<std::string> taken_;
  bool fixable_ = false, failed_ = false, unread_ = false;
};

}  // namespace

int run_fix(const Arguments& arguments, const Session& session) {
  DiagnosticSink sink;
  if (arguments.paths.empty())
    sink.add(wrong_use("P3005", session.words(Say::kNoPath)));
  const CheckOptions options = check_options(arguments, session, sink);
  const Inputs inputs = gather_inputs(arguments.paths);
  Destination to = destination_of(arguments, inputs.documents.size(), session, sink);
  std::shared_ptr<const Engine> engine;
  if (!sink.has_errors())
    engine = load_engine(arguments.all("--pack"), session, sink);
  Excuses excuses;
  if (engine) {
    engine->validate(options, sink);
    excuses = read_excuses(arguments, *engine, sink);
  }
  session.complain(sink);
  if (sink.has_errors())
    return kUsage;
  return Fixing(*engine, options, excuses, std::move(to), session).run(inputs);
}

}  // namespace plumbline::cli
