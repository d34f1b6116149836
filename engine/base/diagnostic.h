#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "plumbline/diagnostic.h"

namespace plumbline {

std::string_view name_of(Level level);  ///< "note" "warning" "error"

/// A diagnostic that has no place in its file; its code is that of the message.
Diagnostic diagnostic_of(Message message, std::string path = "", Level level = Level::kError);

/// "8 MiB"; "1000 bytes" where it is no whole number of them.
Message size_in_words(std::size_t bytes);

/// "a.yml:14:5: error[P1103]: message", then the line and a caret under the words; wide characters
/// take two columns there. Ends with '\n'. Code and place are the same in every language.
std::string render_diagnostic(const Diagnostic& diagnostic, Language language);

/// In the order of the files' text, each once.
void hand_over(const DiagnosticSink& found, DiagnosticSink& sink);

}  // namespace plumbline
