#include "engine/base/junk_name.h"

#include <algorithm>
#include <array>

namespace plumbline {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_name(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, {}, lower, lower);
}

}  // namespace

bool is_junk_name(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kNames = {".DS_Store", "desktop.ini",
                                                             "Thumbs.db", "__MACOSX"};
  return name.starts_with("~$") ||
         std::ranges::any_of(kNames, [&](std::string_view junk) { return same_name(name, junk); });
}

}  // namespace plumbline
