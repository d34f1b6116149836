#pragma once

#include "plumbline/message.h"

namespace plumbline::io {

/// What an errno means: "No space left on device".
Message system_fault(int error);

}  // namespace plumbline::io
