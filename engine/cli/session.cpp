#include "engine/cli/session.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <ostream>
#include <utility>

#include "engine/base/diagnostic.h"
#include "engine/io/file.h"
#include "engine/output/columns.h"

namespace plumbline::cli {
namespace {

constexpr std::array<std::pair<std::string_view, Say>, 9> kFileWords = {{
    {io::kMissing, Say::kFileMissing},
    {io::kIsFolder, Say::kFileIsFolder},
    {io::kNoPermission, Say::kFileNoPermission},
    {io::kNotRegular, Say::kFileNotRegular},
    {io::kTooLarge, Say::kFileTooLarge},
    {io::kChanged, Say::kFileChanged},
    {io::kReadFailed, Say::kFileReadFailed},
    {io::kWriteFailed, Say::kFileWriteFailed},
    {io::kNoFolder, Say::kFileNoFolder},
}};

}  // namespace

std::string file_words(Language language, const Diagnostic& failure) {
  for (const auto& [code, what] : kFileWords) {
    if (failure.code == code)
      return say(language, what);
  }
  return failure.message;
}

Diagnostic wrong_use(const char* code, std::string message) {
  return {.code = code, .message = std::move(message)};
}

void Session::complain(const Diagnostic& diagnostic) const {
  Diagnostic spoken = diagnostic;
  // Paths and arguments may hold what steers a terminal.
  spoken.message = output::printable(file_words(language, diagnostic));
  spoken.path = spoken.path.empty() ? "plumbline" : output::printable(spoken.path);
  environment.err << render_diagnostic(spoken) << std::flush;
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
