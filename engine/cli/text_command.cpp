#include <algorithm>

#include "engine/cli/commands.h"
#include "engine/io/file.h"
#include "engine/isolation/document_reader.h"
#include "engine/output/columns.h"
#include "engine/output/overview.h"
#include "plumbline/archive.h"
#include "plumbline/reading.h"

namespace plumbline::cli {

namespace {

bool is_read(ReadOutcome outcome) {
  return outcome == ReadOutcome::kOk || outcome == ReadOutcome::kOkWithLosses;
}

/// Reads documents for people to look at.
class TextView {
 public:
  TextView(const Arguments& arguments, const Session& session)
      : reader_(session.environment.worker),
        ocr_(arguments.has("--ocr")),
        annotated_(arguments.has("--annotate-places")) {}

  std::string document(std::string_view path, std::string_view bytes) {
    const Reading reading = reading_of(reader_.read(path, bytes, kLimit, ocr_));
    all_read_ = all_read_ && is_read(reading.outcome) &&
                std::ranges::none_of(reading.losses, &Loss::text_missing);
    return annotated_ ? output::annotated_reading(reading) : output::reading_words(reading);
  }

  /// Every file in the archive under its path.
  std::string archive(const std::string& path, std::string_view bytes) {
    const Archive archive = reader_.open(bytes, kLimit);
    std::string words = output::printable(archive.message) + (archive.message.empty() ? "" : "\n");
    for (const ArchiveMember& member : archive.members) {
      words += "== " + output::printable(path + '/' + member.path) + "\n";
      words += is_read(member.outcome) ? document(member.path, member.bytes)
                                       : output::printable(member.message) + "\n";
      all_read_ = all_read_ && is_read(member.outcome);
    }
    all_read_ = all_read_ && is_read(archive.outcome);
    return words;
  }

  bool all_read() const { return all_read_; }
  static constexpr std::size_t kLimit = 100u << 20;

 private:
  isolation::DocumentReader reader_;
  bool ocr_, annotated_;
  bool all_read_ = true;
};

}  // namespace

int run_text(const Arguments& arguments, const Session& session) {
  const std::optional<std::string> path = only_path(arguments, "text", session);
  if (!path)
    return kUsage;
  const Result<std::string> bytes = io::read_file(*path, TextView::kLimit);
  if (!bytes) {
    session.complain(bytes.error());
    return kNotChecked;
  }
  TextView view(arguments, session);
  const std::string words =
      is_archive(*bytes) ? view.archive(*path, *bytes) : view.document(*path, *bytes);
  if (!print(session, words))
    return kUsage;
  return view.all_read() ? kClean : kNotChecked;
}

}  // namespace plumbline::cli
