#pragma once

#include <string>
#include <string_view>

#include "plumbline/diagnostic.h"

namespace plumbline {

std::string_view name_of(Level level);  ///< "note" "warning" "error"

/// "a.yml:14:5: error[P1103]: message", then the line and a caret under the words; wide characters
/// take two columns there. Ends with '\n'.
std::string render_diagnostic(const Diagnostic& diagnostic);

}  // namespace plumbline
