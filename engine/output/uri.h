#pragma once

#include <string>
#include <string_view>

namespace plumbline::output {

/// A relative reference: everything but the unreserved characters and '/' is percent-encoded.
std::string uri(std::string_view path);

}  // namespace plumbline::output
