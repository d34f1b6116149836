#include "engine/cli/version.h"

namespace plumbline::cli {

std::string_view version() {
  return PLUMBLINE_VERSION;
}

}  // namespace plumbline::cli
