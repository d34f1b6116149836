#pragma once

#include <string>
#include <vector>

#include "plumbline/diagnostic.h"

namespace plumbline::io {

/// What stands in a folder, at any depth. Sorted by the bytes of the path; the same folder gives
/// the same listing on every machine.
struct Listing {
  std::vector<std::string> files;    ///< everything but folders and what is skipped, sorted
  std::vector<Diagnostic> problems;  ///< folders that could not be opened, sorted by path
  int hidden = 0;                    ///< hidden files and folders, not entered
  int junk = 0;                      ///< what office programs and systems leave behind
  int links = 0;                     ///< symbolic links, not followed

  int skipped() const { return hidden + junk + links; }
};

/// Walks `folder`. `folder` itself may be a link; links inside are never followed, so it ends.
Listing list_folder(const std::string& folder);

/// "~$draft.docx", ".DS_Store", "desktop.ini", "Thumbs.db", "__MACOSX": no document of anybody's.
bool is_junk(const std::string& name);

}  // namespace plumbline::io
