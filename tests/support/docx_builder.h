#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/zip_builder.h"

namespace plumbline::support {

/// The parts of a docx that a test cares for; the rest is made up.
struct DocxParts {
  std::string body;                   ///< inside w:body
  std::string numbering;              ///< inside w:numbering; "" = no such part
  std::string styles;                 ///< inside w:styles; "" = no such part
  std::string footnotes;              ///< inside w:footnotes; "" = no such part
  std::string header;                 ///< inside w:hdr, id rIdHeader; "" = no such part
  std::vector<std::string> pictures;  ///< bytes of word/media/…, ids rIdPicture1, 2 …
  int pages = 0;                      ///< of docProps/app.xml; 0 = no such part
  std::string prefix = "w";           ///< rewrites w: in all parts
  std::string main = "word/document.xml";
  std::string name_space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
};

std::vector<ZipPart> docx_parts(const DocxParts& parts);
std::string make_docx(const DocxParts& parts);
/// A docx whose w:body holds just this.
std::string docx_of(std::string body);

/// <w:p> with one run.
std::string paragraph(std::string_view text, std::string_view properties = "");
std::string run(std::string_view text, std::string_view properties = "");

}  // namespace plumbline::support
