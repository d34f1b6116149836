#pragma once

#include <string>
#include <string_view>

#include "engine/cli/cli.h"
#include "engine/cli/messages.h"
#include "plumbline/diagnostic.h"

namespace plumbline::cli {

/// One run of the program: where it speaks and in which language.
struct Session {
  Environment& environment;
  Language language = Language::kChinese;
  std::string_view command = {};  ///< the name of the one that runs, where there is one

  std::string words(Say what, std::initializer_list<std::string_view> values = {}) const {
    return say(language, what, values);
  }
  /// Writes one diagnostic to standard error.
  void complain(const Diagnostic& diagnostic) const;
  /// All of them, and the hint at --help where wrong use is among them.
  void complain(const DiagnosticSink& sink) const;
};

/// A complaint about the command line, codes P30xx.
Diagnostic wrong_use(const char* code, Message message);

/// Writes `bytes` to standard output. False where they could not be written; a reader that went
/// away (`| head`) is no failure.
bool print(const Session& session, std::string_view bytes);

}  // namespace plumbline::cli
