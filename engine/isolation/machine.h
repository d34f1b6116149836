#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::isolation {

/// Some formats that are read in the same way, and what that takes on this machine.
struct FormatState {
  std::string_view formats;   ///< "doc wps rtf", as people call them
  std::string_view program;   ///< foreign program that reads them; empty = none is needed
  std::string_view packages;  ///< Debian packages that hold what is needed
  std::string version;        ///< the program's first words about itself; empty = unknown
  bool readable = true;
  bool complete = true;  ///< false: readable, yet data that some files need is missing
};

/// Looks at the disk and asks the programs that are there for their versions.
std::vector<FormatState> format_states();

/// Something that reading does without where it is missing.
struct ExtraState {
  std::string_view id;  ///< "ocr", "chinese-font"
  std::string version;  ///< empty = unknown, or nothing that has one
  bool ready = false;
  std::string packages;  ///< Debian packages that are missing
};
/// Recognition of scanned pages, fonts to draw the pages of a pdf with.
std::vector<ExtraState> extra_states();
/// What the extra "ocr" lacks, by what `tesseract --list-langs` says; "" where it lacks nothing.
std::string missing_for_recognition(bool installed, std::string_view languages);

struct LibraryState {
  std::string name, version;
};
/// The libraries of others that read documents.
std::vector<LibraryState> library_states();

/// Foreign programs run inside bubblewrap.
bool programs_are_walled();

}  // namespace plumbline::isolation
