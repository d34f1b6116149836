#pragma once

#include <string>
#include <vector>

namespace plumbline::readers {

/// Sorted page numbers as they are printed: "1–3、7".
std::string page_list(const std::vector<int>& pages);

}  // namespace plumbline::readers
