#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/docx_walk.h"
#include "engine/readers/failure.h"
#include "engine/readers/reader.h"

namespace plumbline::readers {

/// A picture in the text of a docx.
struct DocxPicture {
  int paragraph = 0;  ///< as DocxPiece::paragraph
  std::string link;   ///< id of the relationship
  double area = 0;    ///< square centimetres
};
std::vector<DocxPicture> docx_pictures(const std::vector<DocxWalker::Drawing>& drawings);

/// Pictures as large as pages, pasted instead of text.
struct DocxScans {
  std::vector<DocxPicture> unread;
  struct Recognised {
    int paragraph = 0;
    std::size_t pictures = 0;
    Extraction text;  ///< of this picture and of those that follow it at once
  };
  std::vector<Recognised> recognised;
  Failure why_not_recognised;
};

/// Finds them among `pictures`: where there are few words, any but small ones. With `limits.ocr`
/// they are recognised; `bytes_of` gives the file behind a link, "" where there is none.
DocxScans read_docx_scans(const std::vector<DocxPicture>& pictures, bool few_words,
                          const std::function<std::string(const std::string&)>& bytes_of,
                          const Limits& limits);

}  // namespace plumbline::readers
