#include "engine/text/builder.h"

#include <utility>

#include "engine/text/furniture.h"
#include "engine/text/line.h"
#include "engine/text/normalizer.h"
#include "engine/text/reflow.h"

namespace plumbline::text {
namespace {

/// Where the normal form of a block stands in the scratch text and its map.
struct Chunk {
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
  void normalize_blocks() {
    scratch_.reserve(extraction_.raw.size());
    chunks_.reserve(extraction_.blocks.size());
    Normalizer normalizer(extraction_.raw, scratch_, &scratch_map_);
    for (const readers::Block& block : extraction_.blocks) {
      Chunk chunk{{scratch_.size(), 0}, scratch_map_.runs(), 0};
      normalizer.append(block.span);
      chunk.text.end = scratch_.size();
      chunk.last_run = scratch_map_.runs();
      chunks_.push_back(chunk);
    }
  }

  void collect_lines() {
    int gap = 0;
    bool border = false;
    int page = 0;
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
      const readers::Block& block = extraction_.blocks[i];
      const bool breaks = block.kind == readers::BlockKind::kPageBreak ||
                          (block.page != page && page != 0 && block.page != 0);
      border |= breaks;
      page = block.page != 0 ? block.page : page;
      if (chunks_[i].text.empty()) {
        gap += block.kind == readers::BlockKind::kLine ? 1 : 0;
        continue;
      }
      Line line{.block = i, .text = text_of(i), .gap = gap, .after_border = border};
      measure(std::string_view(extraction_.raw).substr(block.span.begin, block.span.size()), line);
      lines_.push_back(line);
      gap = 0;
      border = false;
    }
  }

  std::string_view text_of(std::size_t chunk) const {
    const TextSpan span = chunks_[chunk].text;
    return std::string_view(scratch_).substr(span.begin, span.size());
  }

  void add_paragraph(const Flow& flow) {
    if (!built_.normal.empty())
      add_separator(flow);
    const readers::Block& block = extraction_.blocks[lines_[flow.first].block];
    Paragraph paragraph{.span = {built_.normal.size(), 0},
                        .kind = block.kind,
                        .first_block = lines_[flow.first].block,
                        .last_block = lines_[flow.last].block,
                        .heading_hint = block.heading_hint,
                        .uncertain_break = flow.uncertain_break};
    for (std::size_t i = flow.first; i <= flow.last; ++i) {
      if (!lines_[i].furniture)
        add_line(i, i != flow.first);
    }
    paragraph.span.end = built_.normal.size();
    built_.paragraphs.push_back(paragraph);
  }

  /// The raw bytes from the end of what was added last to the beginning of a line.
  RawSpan raw_before(std::size_t line) const {
    const OffsetMap::Unit last = built_.map.unit_at(built_.normal.size() - 1);
    const OffsetMap::Unit next = scratch_map_.unit_at(chunks_[lines_[line].block].text.begin);
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

  void add_line(std::size_t i, bool joined) {
    const Chunk& chunk = chunks_[lines_[i].block];
    if (joined && keeps_blank(built_.normal, lines_[i].text, true))
      add_mark(' ', raw_before(i));
    built_.map.append(scratch_map_, chunk.first_run, chunk.last_run, built_.normal.size());
    built_.normal += lines_[i].text;
  }

  readers::Extraction& extraction_;
  std::string scratch_;
  OffsetMap scratch_map_;
  std::vector<Chunk> chunks_;  ///< one for each block
  std::vector<Line> lines_;
  Built built_;
};

}  // namespace

Built build_paragraphs(readers::Extraction& extraction) {
  return Builder(extraction).run();
}

}  // namespace plumbline::text
