#include <array>

#include "engine/readers/archive.h"
#include "engine/readers/docx.h"
#include "engine/readers/html.h"
#include "engine/readers/legacy.h"
#include "engine/readers/markdown.h"
#include "engine/readers/ofd.h"
#include "engine/readers/pdf.h"
#include "engine/readers/plain_text.h"
#include "engine/readers/reader.h"

namespace plumbline::readers {

std::span<const Format> formats() {
  // First match wins: containers by their magic bytes, then marked-up text, plain text last.
  static constexpr std::array kFormats{
      Format{"docx", recognises_docx, read_docx},
      Format{"ofd", recognises_ofd, read_ofd},
      Format{"pdf", recognises_pdf, read_pdf},
      Format{"doc", recognises_doc, read_doc},
      Format{"odt", recognises_odt, read_odt},
      Format{"xlsx", recognises_other_office, read_other_office},
      Format{"zip", recognises_archive, read_archive},
      Format{"rtf", recognises_rtf, read_rtf},
      Format{"xml", recognises_xml_document, read_xml_document},
      Format{"mht", recognises_mht, read_mht},
      Format{"html", recognises_html, read_html},
      Format{"md", recognises_markdown, read_markdown, false},
      Format{"txt", recognises_plain_text, read_plain_text, false},
  };
  return kFormats;
}

}  // namespace plumbline::readers
