#pragma once

#include <string_view>

namespace plumbline {

/// "~$draft.docx", ".DS_Store", "desktop.ini", "Thumbs.db", "__MACOSX": no document of anybody's.
/// `name` is one step of a path.
bool is_junk_name(std::string_view name);

}  // namespace plumbline
