#include "engine/cli/session.h"

#include <algorithm>
#include <cerrno>
#include <ostream>
#include <utility>

#include "engine/base/diagnostic.h"
#include "engine/output/columns.h"

namespace plumbline::cli {
Diagnostic wrong_use(const char* code, Message message) {
  return {.code = code, .message = std::move(message)};
}

void Session::complain(const Diagnostic& diagnostic) const {
  Diagnostic spoken = diagnostic;
  // Paths and arguments may hold what steers a terminal.
  spoken.message = output::printable(diagnostic.message.in(language));
  spoken.path = spoken.path.empty() ? "plumbline" : output::printable(spoken.path);
  environment.err << render_diagnostic(spoken, language) << std::flush;
}

void Session::complain(const DiagnosticSink& sink) const {
  for (const Diagnostic& diagnostic : sink.all()) complain(diagnostic);
  const auto is_use = [](const Diagnostic& diagnostic) {
    return diagnostic.code.starts_with("P30");
  };
  if (std::ranges::any_of(sink.all(), is_use))
    environment.err << words(Say::kSeeHelp, {command.empty() ? "" : " " + std::string(command)})
                    << "\n"
                    << std::flush;
}

bool print(const Session& session, std::string_view bytes) {
  std::ostream& out = session.environment.out;
  if (!out)  // its reader went away, or it was said
    return true;
  errno = 0;
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.flush();
  if (out || errno == EPIPE)
    return true;
  session.complain({.code = "P3101", .message = session.words(Say::kStandardOutput)});
  return false;
}

}  // namespace plumbline::cli
