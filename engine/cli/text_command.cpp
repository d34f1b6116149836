#include "engine/cli/commands.h"
#include "engine/io/file.h"
#include "engine/isolation/document_reader.h"
#include "engine/output/overview.h"
#include "plumbline/engine.h"
#include "plumbline/reading.h"

namespace plumbline::cli {

int run_text(const Arguments& arguments, const Session& session) {
  const std::optional<std::string> path = only_path(arguments, "text", session);
  if (!path)
    return kUsage;
  const std::size_t limit = CheckOptions().max_input_bytes;
  const Result<std::string> bytes = io::read_file(*path, limit);
  if (!bytes) {
    session.complain(bytes.error());
    return kNotChecked;
  }
  isolation::DocumentReader reader(session.environment.worker);
  const Reading reading = reading_of(reader.read(*path, *bytes, limit));
  if (!print(session, output::reading_words(reading)))
    return kUsage;
  const bool is_read =
      reading.outcome == ReadOutcome::kOk || reading.outcome == ReadOutcome::kOkWithLosses;
  return is_read ? kClean : kNotChecked;
}

}  // namespace plumbline::cli
