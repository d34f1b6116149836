#include "engine/readers/library_versions.h"

#include <libxml/parser.h>
#include <unicode/uversion.h>
#include <zip.h>

#include <cstdlib>
#include <pugixml.hpp>

namespace plumbline::readers {
namespace {

/// 20914 for 2.9.14, as libxml2 tells it.
std::string dotted(long number) {
  return std::to_string(number / 10'000) + "." + std::to_string(number / 100 % 100) + "." +
         std::to_string(number % 100);
}

std::string icu_version() {
  UVersionInfo numbers = {};
  u_getVersion(numbers);
  char words[U_MAX_VERSION_STRING_LENGTH] = {};
  u_versionToString(numbers, words);
  return words;
}

}  // namespace

std::vector<LibraryVersion> library_versions() {
  constexpr long kPugixml = PUGIXML_VERSION;  // 1130 for 1.13
  return {{"ICU", icu_version()},
          {"libxml2", dotted(std::strtol(xmlParserVersion, nullptr, 10))},
          {"libzip", zip_libzip_version()},
          {"pugixml", std::to_string(kPugixml / 1000) + "." + std::to_string(kPugixml / 10 % 100)}};
}

}  // namespace plumbline::readers
