#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/report.h"
#include "plumbline/span.h"

namespace plumbline::readers {

enum class BlockKind : std::uint8_t {
  kLine,       ///< one line of a text file; may be part of a hard-wrapped paragraph
  kParagraph,  ///< a whole paragraph: never joined with its neighbours
  kCell,       ///< a table cell
  kTextBox,
  kHeader,
  kFooter,
  kFootnote,
  kPageBreak,  ///< empty span: a form feed or a page border
};

/// One piece of Extraction::raw with its place in the original.
struct Block {
  BlockKind kind = BlockKind::kLine;
  RawSpan span;          ///< without the line end
  int line = 0;          ///< from 1, text formats
  int page = 0;          ///< from 1, paged formats
  int paragraph = 0;     ///< from 1, docx and mht
  int heading_hint = 0;  ///< level a format claims (md #, docx outline level); 0 = none. Only a
                         ///< hint: numbering decides (real Markdown gets it wrong)
  bool centred = false;
  bool continues = false;   ///< same paragraph as the block before: a page border cut it
  int label = 0;            ///< bytes in front that are an automatic number
  int row = 0, column = 0;  ///< of a table's cell, from 1, docx; merged cells count as theirs
};

/// The way in which the characters of a word follow each other on the page as it is shown.
enum class Along : std::uint8_t { kRight, kDown, kLeft, kUp };

/// Words of Extraction::raw with the place where they stand.
struct PlacedWord {
  RawSpan span;  ///< inside of one block, which has a page
  PageBox box;   ///< on the page of that block
  Along along = Along::kRight;
};

/// What a reader made of the bytes. `raw` is UTF-8; blocks are sorted and do not overlap.
struct Extraction {
  std::string format;  ///< "txt"
  ReadOutcome outcome = ReadOutcome::kOk;
  std::string message;  ///< Chinese, what happened and what to do; empty for kOk
  std::string raw;
  std::vector<Block> blocks;
  std::vector<Loss> losses;
  std::vector<PlacedWord> words;  ///< paged formats; sorted, apart, not all of `raw`
};

struct ProgramCall;
struct ProgramResult;

struct Limits {
  std::size_t max_input_bytes = 100u << 20;
  bool ocr = false;  ///< recognise scanned pages; losses of kind "ocr" name them
  /// How a reader runs a foreign program; empty = it starts the program itself. A reader that may
  /// not start any (engine/isolation) asks its parent. Readers call run() of program.h.
  std::function<ProgramResult(const ProgramCall&)> run;
};

/// One row per format in readers/table.cpp; nothing else names a format. `recognises` looks at the
/// bytes; the path is a hint between formats that bytes cannot tell apart (md, txt).
struct Format {
  std::string_view name;
  bool (*recognises)(std::string_view path, std::string_view bytes);
  Extraction (*read)(std::string_view bytes, const Limits& limits);
  bool foreign = true;  ///< parsed by libraries or programs of others: belongs in a worker process
};
std::span<const Format> formats();
/// The format that these bytes are read as; nullptr where none recognises them. Own code only.
const Format* format_of(std::string_view path, std::string_view bytes);

/// Sniffs and reads. Never throws; every input ends in a stated outcome.
Extraction read(std::string_view path, std::string_view bytes, const Limits& limits);

}  // namespace plumbline::readers
