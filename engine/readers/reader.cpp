#include "engine/readers/reader.h"

#include <exception>
#include <new>

#include "engine/readers/messages.h"

namespace plumbline::readers {
namespace {

Extraction refused(ReadOutcome outcome, std::string_view message) {
  return {.outcome = outcome, .message = std::string(message)};
}

bool has_text(const Extraction& extraction) {
  for (const Block& block : extraction.blocks) {
    if (!block.span.empty())
      return true;
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
