#pragma once

#include <string>

#include "engine/document/document.h"
#include "engine/document/vocabulary.h"

namespace plumbline::document {

/// The vocabulary of the national pack: what these tests prove, they prove of its patterns too.
const Vocabulary& pack_words();

/// A sample written short: @T is a title, @P a preamble, @W a section, @S signature and date.
std::string sample(std::string text);

/// A document over a plain text.
Document document_of(const std::string& text);

}  // namespace plumbline::document
