#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/reader.h"

namespace plumbline::readers {

/// Tells what became of a page (from 1; 0 = of the whole file).
void add_loss(std::vector<Loss>& losses, std::string_view kind, std::string what, int page,
              bool text_missing = false);

/// The same once for all `pages` (ascending; none = nothing to tell); `words` takes their list.
void add_loss(std::vector<Loss>& losses, std::string_view kind, const std::vector<int>& pages,
              std::string (*words)(std::string_view), bool text_missing = false);

}  // namespace plumbline::readers
