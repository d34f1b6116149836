#pragma once

#include <string>
#include <utility>

#include "engine/readers/reader.h"

namespace plumbline::readers {

/// Why bytes could not be read. kOk = they could.
struct Failure {
  ReadOutcome outcome = ReadOutcome::kOk;
  std::string message;  ///< Chinese, what happened and what to do

  explicit operator bool() const { return outcome != ReadOutcome::kOk; }
};

inline Extraction failed(std::string format, Failure failure) {
  Extraction extraction;
  extraction.format = std::move(format);
  extraction.outcome = failure.outcome;
  extraction.message = std::move(failure.message);
  return extraction;
}

}  // namespace plumbline::readers
