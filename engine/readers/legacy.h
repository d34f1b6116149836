#pragma once

#include <string_view>

#include "engine/readers/reader.h"

/// Formats that LibreOffice, a separate program, turns into docx for our own walker: it keeps
/// automatic numbers and tracked changes. Where it is not installed the outcome says so.
namespace plumbline::readers {

/// Compound files: doc, dot, wps, wpt; also what they are not (xls, ppt, encrypted files), named.
bool recognises_doc(std::string_view path, std::string_view bytes);
Extraction read_doc(std::string_view bytes, const Limits& limits);

bool recognises_rtf(std::string_view path, std::string_view bytes);
Extraction read_rtf(std::string_view bytes, const Limits& limits);

/// Documents in one XML file: uof, Word 2003 XML, flat docx.
bool recognises_xml_document(std::string_view path, std::string_view bytes);
Extraction read_xml_document(std::string_view bytes, const Limits& limits);

bool recognises_odt(std::string_view path, std::string_view bytes);
Extraction read_odt(std::string_view bytes, const Limits& limits);

}  // namespace plumbline::readers
