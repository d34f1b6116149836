#include "engine/readers/library_versions.h"

#include <unicode/uversion.h>

#include "engine/readers/html_tree.h"
#include "engine/readers/xml_tree.h"
#include "engine/readers/zip.h"

namespace plumbline::readers {
namespace {

std::string icu_version() {
  UVersionInfo numbers = {};
  u_getVersion(numbers);
  char words[U_MAX_VERSION_STRING_LENGTH] = {};
  u_versionToString(numbers, words);
  return words;
}

}  // namespace

std::vector<LibraryVersion> library_versions() {
  return {{"ICU", icu_version()},
          {"libxml2", html_library_version()},
          {"pugixml", xml_library_version()},
          {"zlib", inflate_library_version()}};
}

}  // namespace plumbline::readers
