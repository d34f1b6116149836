#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/output/groups.h"
#include "plumbline/report.h"

/// Phrases that letters and forms to a unit share.
namespace plumbline::output {

/// Last part of the document's path.
std::string file_name(const DocumentReport& document);

/// "《甲局关于…的报告》（文件“甲局.docx”；文号：…；成文日期：…）"; what is not there is left out.
std::string document_words(const DocumentReport& document);

/// "第3段，一、“原文”；第9段“原文”", at most `most` of them, then "等，共N处".
std::string places_words(const Group& group, std::size_t most);

/// What was not decided or not read, one line each: parts of the text, rules, findings that are not
/// listed.
std::vector<std::string> open_matters(const DocumentReport& document);
/// What was left out of the text without loss of words, one line for each kind: page numbers …
std::vector<std::string> left_out(const DocumentReport& document);

/// With a full stop, one only.
std::string sentence(std::string words);

/// "2026年1月20日" of 2026-01-20; other words as they are.
std::string day_words(const std::string& day);

/// What a person at the unit does about a document that was not read, or is of another kind.
std::string_view way_out(DocumentStatus status);

}  // namespace plumbline::output
