#pragma once

#include <string_view>

namespace plumbline::readers {

/// What to tell the sender of a file that begins with the magic bytes of a format that is no text;
/// empty where the bytes are unknown. Chinese.
std::string_view message_for_magic(std::string_view bytes);

}  // namespace plumbline::readers
