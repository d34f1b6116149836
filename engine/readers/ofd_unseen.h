#pragma once

#include <functional>
#include <string>

#include "engine/readers/ofd_page.h"

namespace plumbline::readers {

/// What of a page people see.
struct OfdView {
  std::string hidden;   ///< words that nobody sees; they are taken out of the page
  bool layer = false;   ///< the words were recognised on the picture that is shown; all are kept
  bool filled = false;  ///< a picture is nearly as large as the page
};

/// Looks at the page and puts its words in the order of reading. `opaque` tells of the id of a
/// picture's file that nothing is seen through it.
OfdView look_at(OfdPage& page, const std::function<bool(const std::string&)>& opaque);

}  // namespace plumbline::readers
