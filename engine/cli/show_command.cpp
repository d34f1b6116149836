#include <algorithm>

#include "engine/cli/commands.h"
#include "engine/cli/options.h"
#include "engine/cli/packs.h"
#include "engine/cli/work.h"
#include "engine/io/file.h"
#include "engine/isolation/document_reader.h"
#include "engine/output/overview.h"

namespace plumbline::cli {
namespace {

int show_dump(const Engine& engine, const std::string& path, const CheckOptions& options,
              const Session& session) {
  const Result<std::string> bytes = io::read_file(path, options.max_input_bytes);
  if (!bytes) {
    session.complain(bytes.error());
    return kNotChecked;
  }
  isolation::DocumentReader reader(session.environment.worker);
  return print(session, engine.dump(reader.read(path, *bytes, options.max_input_bytes)) + "\n")
             ? kClean
             : kUsage;
}

}  // namespace

int run_show(const Arguments& arguments, const Session& session) {
  const std::optional<std::string> path = only_path(arguments, "show", session);
  if (!path)
    return kUsage;
  DiagnosticSink sink;
  const CheckOptions options = check_options(arguments, session, sink);
  std::shared_ptr<const Engine> engine;
  if (!sink.has_errors())
    engine = load_engine(arguments.all("--pack"), session, sink);
  if (engine)
    engine->validate(options, sink);
  session.complain(sink);
  if (sink.has_errors())
    return kUsage;
  if (arguments.has("--dump"))
    return show_dump(*engine, *path, options, session);
  isolation::DocumentReader reader(session.environment.worker);
  const DocumentReport report = check_file(*engine, options, *path, reader);
  if (!print(session, output::overview(report)))
    return kUsage;
  const bool is_whole = report.status != DocumentStatus::kNotChecked &&
                        std::ranges::none_of(report.losses, &Loss::text_missing);
  return is_whole ? kClean : kNotChecked;
}

}  // namespace plumbline::cli
