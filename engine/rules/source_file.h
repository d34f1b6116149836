#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "engine/rules/node.h"
#include "plumbline/diagnostic.h"

namespace plumbline::rules {

/// Checks that the bytes are text a pack may hold (UTF-8, no control characters, lines that end in
/// LF or CRLF) and cuts them into lines. nullptr iff an error was added to `sink`.
std::shared_ptr<const SourceFile> read_source(std::string path, std::string_view bytes,
                                              DiagnosticSink& sink);

/// A diagnostic at a place of a file, its line filled for the caret, its code that of the message.
/// `length` in code points.
Diagnostic diagnostic_at(const SourceFile& file, Position at, int length, Message message,
                         Level level = Level::kError);
/// At a node: a one-line scalar is underlined, anything else gets a lone caret.
Diagnostic diagnostic_at(const Node& node, Message message, Level level = Level::kError);
/// At code points [offset, offset + length) of a scalar that stands on one line; else at its begin.
Diagnostic diagnostic_inside(const Node& scalar, std::size_t offset, std::size_t length,
                             Message message, Level level = Level::kError);

}  // namespace plumbline::rules
