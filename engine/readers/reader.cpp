#include "engine/readers/reader.h"

#include <exception>
#include <new>

#include "engine/base/utf8.h"
#include "engine/readers/messages.h"

namespace plumbline::readers {
namespace {

Extraction refused(ReadOutcome outcome, std::string_view message) {
  return {.outcome = outcome, .message = std::string(message)};
}

bool is_blank(char32_t c) {
  constexpr std::u32string_view kBlanks = U" \t\r\n\f\v\u00A0\u3000\uFEFF\u200B";
  return kBlanks.find(c) != std::u32string_view::npos;
}

bool has_text(const Extraction& extraction) {
  for (const Block& block : extraction.blocks) {
    for (std::size_t at = block.span.begin; at < block.span.end;) {
      const CodePoint c = decode_utf8(extraction.raw, at);
      if (!is_blank(c.value))
        return true;
      at = c.end;
    }
  }
  return false;
}

bool is_read(const Extraction& extraction) {
  return extraction.outcome == ReadOutcome::kOk || extraction.outcome == ReadOutcome::kOkWithLosses;
}

Extraction read_as(const Format& format, std::string_view bytes, const Limits& limits) {
  Extraction extraction = format.read(bytes, limits);
  if (is_read(extraction) && !has_text(extraction)) {
    extraction.outcome = ReadOutcome::kEmpty;
    extraction.message = messages::kNoText;
  }
  return extraction;
}

}  // namespace

const Format* format_of(std::string_view path, std::string_view bytes) {
  for (const Format& format : formats()) {
    if (format.recognises(path, bytes))
      return &format;
  }
  return nullptr;
}

Extraction read(std::string_view path, std::string_view bytes, const Limits& limits) {
  if (bytes.empty())
    return refused(ReadOutcome::kEmpty, messages::kEmptyFile);
  if (bytes.size() > limits.max_input_bytes)
    return refused(ReadOutcome::kLimitExceeded, messages::kTooLarge);
  try {
    if (const Format* format = format_of(path, bytes))
      return read_as(*format, bytes, limits);
    return refused(ReadOutcome::kUnsupportedType, messages::kUnknownType);
  } catch (const std::bad_alloc&) {
    return refused(ReadOutcome::kOutOfMemory, messages::kOutOfMemory);
  } catch (const std::exception&) {
    return refused(ReadOutcome::kCrashed, messages::kReadingFailed);
  }
}

}  // namespace plumbline::readers
