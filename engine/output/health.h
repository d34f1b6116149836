#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plumbline/report.h"

/// What `plumbline doctor` prints.
namespace plumbline::output {

/// Some formats that are read in the same way.
struct FormatHealth {
  std::string formats;  ///< "doc wps rtf"
  bool readable = true;
  std::string program;  ///< foreign program that reads them; empty = none is needed
  std::string version;  ///< its first words about itself; empty = unknown
  std::string install;  ///< command that installs what is missing, also of a readable one
};

struct ProtectionHealth {
  std::string id;  ///< stable: "limits" "no-new-privileges" "seccomp" "landlock" "bubblewrap"
  bool holds = false;
  int level = 0;  ///< of landlock; 0 = there are none
};

/// Something that reading does without where it is missing.
struct ExtraHealth {
  std::string id;  ///< stable: "ocr" "chinese-font"
  bool ready = false;
  std::string version;  ///< empty = unknown
  std::string install;  ///< command that installs what is missing
};

struct LibraryHealth {
  std::string name, version;
};

struct PackHealth {
  std::string id, version;
  bool loads = true;
};

struct Health {
  std::string version;  ///< of the program
  std::string system;   ///< "Linux 6.1 x86_64"
  std::vector<FormatHealth> formats;
  std::vector<ExtraHealth> extras;
  std::vector<LibraryHealth> libraries;
  std::vector<ProtectionHealth> protections;
  bool workers = true;  ///< can be started
  std::vector<PackHealth> packs;
};

/// The libraries of others that write reports, as they are loaded on this machine.
std::vector<LibraryHealth> writing_libraries();

std::string health_text(const Health& health);
/// {"schema": "doctor-v1", "plumbline", "system", "formats": [{"formats": [], "readable",
/// "program", "version", "install"}], "extras": [{"id", "ready", "version", "install"}],
/// "libraries": [{"name", "version"}], "workers", "protections": [{"id", "holds", "level"}],
/// "packs": [{"id", "version", "loads"}]}
std::string health_json(const Health& health);

}  // namespace plumbline::output
