#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/failure.h"
#include "engine/readers/layout.h"
#include "engine/readers/pdf_frames.h"
#include "engine/readers/pdf_traits.h"
#include "engine/readers/reader.h"

namespace plumbline::readers {

/// The boxes of the pages and the kind of form, by pdfinfo; empty where the traits tell that
/// nothing of it matters. A loss where the program gives no answer.
PdfInfo ask_pdf_info(std::string_view bytes, const PdfTraits& traits, const Limits& limits,
                     std::vector<Loss>& losses);

/// What people see of the file beside the words of its pages and what is not read: forms, boxes
/// over the pages, files inside. A failure where the pages are nothing but a cover for it.
Failure look_beside(std::string_view bytes, const PdfTraits& traits, std::string_view form,
                    const std::vector<LayoutPage>& pages, const Limits& limits,
                    std::vector<Loss>& losses);

/// Names in the output of `pdfdetach -list`.
std::vector<std::string> parse_embedded_files(std::string_view output);

}  // namespace plumbline::readers
