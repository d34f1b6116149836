#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "plumbline/report.h"

/// Parts of the web page. `number` is a document's number in the page, from 1.
namespace plumbline::output {

std::string_view page_css();  ///< html/page.css, embedded
std::string_view page_js();   ///< html/page.js, embedded

/// All about one document, its section left open for what the page adds.
std::string html_document(const DocumentReport& document, std::size_t number);
/// Findings beside the text, with filters and keys.
std::string html_findings(const DocumentReport& document, std::size_t number);
/// How the points come about.
std::string html_ledger(const DocumentReport& document, std::size_t number);

/// `<name class="classes">words</name>`; words are HTML already.
std::string html_element(std::string_view name, std::string_view classes, std::string_view words);

}  // namespace plumbline::output
