#include <filesystem>
#include <utility>

#include "engine/cli/copies.h"
#include "engine/cli/outputs.h"
#include "engine/io/atomic_write.h"

namespace plumbline::cli {
namespace {

constexpr std::size_t kFullFindings = 6;  // a screenful, with what stands around them

}  // namespace

/// One target: where its bytes go, and whether they go at once.
class Outputs::Sink {
 public:
  Sink(const Target& target, const Session& session) : target_(target), session_(session) {
    const bool terminal = target.file.empty() && session.environment.out_is_terminal;
    options_ = {.colour = terminal, .full_findings = terminal ? kFullFindings : 0};
    is_held_back_ = terminal;
    if (!target.file.empty())
      file_ = std::make_unique<io::OutputFile>(target.file);
  }

  bool needs_all() const { return target_.writer->pieces == nullptr; }

  void begin(const RunReport& run) {
    if (!needs_all())
      put(target_.writer->pieces->begin(run, options_));
  }

  void add(const DocumentReport& document, std::size_t index) {
    if (!needs_all())
      put(target_.writer->pieces->document(document, index, options_));
  }

  bool finish(const RunReport& run) {
    if (needs_all()) {
      const Result<std::string> bytes = target_.writer->write(run, options_);
      if (!bytes) {
        session_.complain(bytes.error());
        return false;
      }
      put(*bytes);
    } else {
      put(target_.writer->pieces->end(run, options_));
    }
    return close();
  }

 private:
  void put(const std::string& bytes) {
    if (file_)
      file_->append(bytes);
    else if (is_held_back_)
      held_back_ += bytes;
    else if (is_good_ && session_.environment.out)  // not once its reader went away
      is_good_ = print(session_, bytes);
  }

  bool close() {
    if (!file_)
      return (held_back_.empty() || print(session_, held_back_)) && is_good_;
    if (const std::optional<Diagnostic> problem = file_->finish()) {
      session_.complain(*problem);
      return false;
    }
    if (session_.environment.err_is_terminal)
      session_.environment.err << session_.words(Say::kWritten, {target_.file}) << "\n"
                               << std::flush;
    return true;
  }

  const Target& target_;
  const Session& session_;
  output::WriteOptions options_;
  std::unique_ptr<io::OutputFile> file_;
  std::string held_back_;
  bool is_held_back_ = false;
  bool is_good_ = true;
};

Outputs::Outputs(const std::vector<Target>& targets, RunReport run, const Contact& contact,
                 const Session& session)
    : run_(std::move(run)) {
  for (const Target& target : targets) {
    const std::filesystem::path place = place_of(target.file);
    if (!target.folder && !target.file.empty())  // no copy takes the name of another output
      names_[place.parent_path().string()].insert(place.filename().string());
  }
  for (const Target& target : targets) {
    if (target.writer->one_each) {
      copies_.push_back(std::make_unique<Copies>(target, run_,
                                                 output::WriteOptions{.contact = &contact},
                                                 names_[place_of(target.file)], session));
      continue;
    }
    sinks_.push_back(std::make_unique<Sink>(target, session));
    sinks_.back()->begin(run_);
    keeps_documents_ = keeps_documents_ || sinks_.back()->needs_all();
  }
}

Outputs::~Outputs() = default;

void Outputs::add(DocumentReport&& document) {
  for (const std::unique_ptr<Sink>& sink : sinks_) sink->add(document, documents_);
  for (const std::unique_ptr<Copies>& copies : copies_) copies->add(document);
  document.source.file = {};
  ++documents_;
  if (keeps_documents_)
    run_.documents.push_back(std::move(document));
}

bool Outputs::finish(const Summary& summary) {
  run_.summary = summary;
  bool all_written = true;
  for (const std::unique_ptr<Sink>& sink : sinks_) all_written = sink->finish(run_) && all_written;
  for (const std::unique_ptr<Copies>& copies : copies_)
    all_written = copies->finish() && all_written;
  return all_written;
}

}  // namespace plumbline::cli
