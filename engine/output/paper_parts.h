#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/output/paper.h"

/// The parts of a Paper beside its body, and the ids of their styles.
namespace plumbline::output {

inline constexpr std::string_view kWordNames =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
inline constexpr std::string_view kXmlHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

inline constexpr int kSmallLine = 300;  ///< of forms, twentieths of a point

std::string_view style_id(PaperStyle style);

/// Name and bytes of every part but the body, in their order.
std::vector<std::pair<std::string, std::string>> paper_parts(PaperKind kind);

/// Page size, margins and footers: the last element of the body.
std::string section_of(PaperKind kind);

}  // namespace plumbline::output
