#include "engine/text/builder.h"

#include <utility>

#include "engine/text/furniture.h"
#include "engine/text/line.h"
#include "engine/text/normalizer.h"
#include "engine/text/reflow.h"

namespace plumbline::text {
namespace {

/// Where the normal form of a line stands in the scratch text and its map.
struct Chunk {
  std::size_t block = 0, last_block = 0;
  TextSpan text;
  std::size_t first_run = 0, last_run = 0;
};

class Builder {
 public:
  explicit Builder(readers::Extraction& extraction) : extraction_(extraction) {}

  Built run() {
    normalize_blocks();
    collect_lines();
    mark_furniture(extraction_.blocks, lines_, extraction_.losses);
    for (const Flow& flow : reflow(extraction_.blocks, lines_)) add_paragraph(flow);
    return std::move(built_);
  }

 private:
  /// Pieces of one line, which a format's marks part.
  bool continues(std::size_t i) const {
    if (i == 0)
      return false;
    const readers::Block& block = extraction_.blocks[i];
    const readers::Block& before = extraction_.blocks[i - 1];
    return block.kind == readers::BlockKind::kLine && before.kind == block.kind &&
           block.line != 0 && block.line == before.line;
  }

  void normalize_blocks() {
    scratch_.reserve(extraction_.raw.size());
    chunks_.reserve(extraction_.blocks.size());
    Normalizer normalizer(extraction_.raw, scratch_, &scratch_map_);
    for (std::size_t i = 0; i < extraction_.blocks.size(); ++i) {
      if (continues(i)) {
        normalizer.append_more(extraction_.blocks[i].span);
        chunks_.back().last_block = i;
      } else {
        chunks_.push_back({i, i, {scratch_.size(), 0}, scratch_map_.runs(), 0});
        normalizer.append(extraction_.blocks[i].span);
      }
      chunks_.back().text.end = scratch_.size();
      chunks_.back().last_run = scratch_map_.runs();
    }
  }

  void collect_lines() {
    int gap = 0;
    bool border = false;
    int page = 0;
    for (const Chunk& chunk : chunks_) {
      const readers::Block& block = extraction_.blocks[chunk.block];
      const bool new_page = block.page != page && page != 0 && block.page != 0;
      border |= new_page || block.kind == readers::BlockKind::kPageBreak;
      page = block.page != 0 ? block.page : page;
      if (chunk.text.empty()) {
        gap += block.kind == readers::BlockKind::kLine ? 1 : 0;
        continue;
      }
      add_line(chunk, gap, border);
      gap = 0;
      border = false;
    }
  }

  void add_line(const Chunk& chunk, int gap, bool border) {
    const std::string_view text =
        std::string_view(scratch_).substr(chunk.text.begin, chunk.text.size());
    Line line{.block = chunk.block,
              .last_block = chunk.last_block,
              .text = text,
              .gap = gap,
              .after_border = border};
    const std::size_t begin = extraction_.blocks[chunk.block].span.begin;
    const std::size_t end = extraction_.blocks[chunk.last_block].span.end;
    measure(std::string_view(extraction_.raw).substr(begin, end - begin), line);
    lines_.push_back(line);
    line_chunks_.push_back(chunk);
  }

  void add_paragraph(const Flow& flow) {
    if (!built_.normal.empty())
      add_separator(flow);
    const readers::Block& block = extraction_.blocks[lines_[flow.first].block];
    Paragraph paragraph{.span = {built_.normal.size(), 0},
                        .kind = block.kind,
                        .first_block = lines_[flow.first].block,
                        .last_block = lines_[flow.last].last_block,
                        .heading_hint = block.heading_hint,
                        .uncertain_break = flow.uncertain_break};
    for (std::size_t i = flow.first; i <= flow.last; ++i) {
      if (!lines_[i].furniture)
        append_line(i, i != flow.first);
    }
    paragraph.span.end = built_.normal.size();
    built_.paragraphs.push_back(paragraph);
  }

  /// The raw bytes from the end of what was added last to the beginning of a line.
  RawSpan raw_before(std::size_t line) const {
    const OffsetMap::Unit last = built_.map.unit_at(built_.normal.size() - 1);
    const OffsetMap::Unit next = scratch_map_.unit_at(line_chunks_[line].text.begin);
    return {last.raw.end, next.raw.begin};
  }

  void add_separator(const Flow& flow) { add_mark('\n', raw_before(flow.first)); }
  void add_mark(char mark, RawSpan raw) {
    const std::size_t at = built_.normal.size();
    built_.normal.push_back(mark);
    built_.map.seal();
    built_.map.add({{at, at + 1}, raw, false});
    built_.map.seal();
  }

  void append_line(std::size_t i, bool joined) {
    const Chunk& chunk = line_chunks_[i];
    if (joined && keeps_blank(built_.normal, lines_[i].text, true))
      add_mark(' ', raw_before(i));
    built_.map.append(scratch_map_, chunk.first_run, chunk.last_run, built_.normal.size());
    built_.normal += lines_[i].text;
  }

  readers::Extraction& extraction_;
  std::string scratch_;
  OffsetMap scratch_map_;
  std::vector<Chunk> chunks_;  ///< blank ones included
  std::vector<Line> lines_;
  std::vector<Chunk> line_chunks_;  ///< one for each line
  Built built_;
};

}  // namespace

Built build_paragraphs(readers::Extraction& extraction) {
  return Builder(extraction).run();
}

}  // namespace plumbline::text
