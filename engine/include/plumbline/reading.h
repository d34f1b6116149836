#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/report.h"

namespace plumbline::readers {
struct Extraction;
}

namespace plumbline {

/// One piece of a document as its reader found it.
struct ReadBlock {
  std::string kind;  ///< "line" "paragraph" "cell" "text-box" "header" "footer" "footnote"
                     ///< "page-break"
  Location location;
  std::string text;                ///< not normalised, UTF-8
  std::size_t begin = 0, end = 0;  ///< bytes in the text as read
  int heading = 0;                 ///< level that the format claims, 0 = none
  bool centred = false;
  bool continues = false;   ///< same paragraph as the block before
  std::string label;        ///< the automatic number in front of the text and part of it
  int row = 0, column = 0;  ///< of a table's cell, from 1, where the format tells
};

/// What a reader made of a file: for people who ask what the checker has seen.
struct Reading {
  std::string format;
  ReadOutcome outcome = ReadOutcome::kOk;
  std::string message;  ///< Chinese, what happened and what to do; empty for kOk
  std::vector<ReadBlock> blocks;
  std::vector<Loss> losses;
};

/// The reader's own result in words for people.
Reading reading_of(readers::Extraction extraction);

}  // namespace plumbline
