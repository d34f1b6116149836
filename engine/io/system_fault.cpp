#include "engine/io/system_fault.h"

#include <algorithm>
#include <system_error>

#include "engine/io/messages.h"

namespace plumbline::io {

Message system_fault(int error) {
  const auto* const row =
      std::ranges::find(words::kSystemFaults, error, &words::SystemFault::error);
  return row != words::kSystemFaults.end() ? Message(row->form)
                                           : Message(std::generic_category().message(error));
}

}  // namespace plumbline::io
