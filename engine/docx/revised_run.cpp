#include "engine/docx/revised_run.h"

#include <algorithm>

#include "engine/docx/xml_scan.h"

namespace plumbline::docx {
namespace {

/// Part of a cut inside one w:t; bytes of the part.
struct Segment {
  const RunPiece* piece = nullptr;
  std::size_t begin = 0, end = 0;
  std::string_view text;
};

bool touches(const RunPiece& piece, const Cut& cut) {
  if (cut.begin == cut.end)
    return !piece.name.empty() && piece.text <= cut.begin && cut.begin <= piece.text_end;
  return piece.text < cut.end && cut.begin < piece.text_end;
}

/// Empty where some part of the cut cannot be divided.
std::vector<Segment> segments_of(const RunText& run, const Cut& cut) {
  std::vector<Segment> segments;
  auto first = std::ranges::partition_point(
      run.pieces(), [&](const RunPiece& one) { return one.text_end < cut.begin; });
  for (; first != run.pieces().end() && first->text <= cut.end; ++first) {
    const RunPiece& piece = *first;
    if (!touches(piece, cut))
      continue;
    const std::size_t begin = run.raw_offset(piece, std::max(cut.begin, piece.text));
    const std::size_t end = run.raw_offset(piece, std::min(cut.end, piece.text_end));
    if (piece.name.empty() || !piece.divisible || begin == std::string_view::npos ||
        end == std::string_view::npos)
      return {};
    segments.push_back({&piece, begin, end, segments.empty() ? cut.text : std::string_view()});
    if (cut.begin == cut.end)
      break;
  }
  return segments;
}

/// Copies a run and breaks it where something changes.
class Rewriter {
 public:
  Rewriter(std::string_view xml, const RunText& run, std::size_t begin, std::size_t end,
           const TrackedMarks& marks)
      : xml_(xml), end_(end), marks_(marks) {
    XmlScanner scanner(xml, begin);
    XmlToken token;
    scanner.next(token);
    at_ = run.properties().empty()
              ? token.end
              : static_cast<std::size_t>(run.properties().data() - xml.data()) +
                    run.properties().size();
    opening_ = xml.substr(begin, at_ - begin);
    close_ = "</" + std::string(run.name()) + ">";
    open_ = "<" + std::string(run.name()) + ">" + std::string(run.properties());
  }

  void change(const Segment& segment) {
    const RunPiece& piece = *segment.piece;
    const bool inside = segment.begin > piece.inner;
    const std::size_t stop = inside ? segment.begin : piece.begin;
    if (at_ == stop && !opening_.empty()) {
      opening_.clear();  // nothing of the run stands before the change
    } else {
      if (inside && at_ <= piece.begin && !piece.preserved && is_space(xml_[segment.begin - 1]))
        preserve(piece);
      copy(stop);
      out_ += (inside ? "</" + std::string(piece.name) + ">" : "") + close_;
    }
    track(segment);
    opening_ = open_;
    if (segment.end < piece.inner_end) {
      opening_ += text_tag(piece.name);
      at_ = segment.end;
    } else {
      at_ = std::min(xml_.find('>', piece.inner_end), end_ - 1) + 1;
    }
  }

  std::string finish() {
    if (opening_.empty() || xml_.substr(at_, end_ - at_) != close_)
      copy(end_);
    return std::move(out_);
  }

 private:
  static std::string text_tag(std::string_view name) {
    return "<" + std::string(name) + " xml:space=\"preserve\">";
  }

  void copy(std::size_t to) {
    out_ += opening_;
    opening_.clear();
    out_.append(xml_, at_, to - at_);
    at_ = to;
  }

  void preserve(const RunPiece& piece) {
    copy(piece.begin + 1 + piece.name.size());
    out_ += " xml:space=\"preserve\"";
  }

  void track(const Segment& segment) {
    const RunPiece& piece = *segment.piece;
    if (segment.end > segment.begin) {
      std::string name(prefix_of(piece.name));
      name += (name.empty() ? "" : ":") + std::string("delText");
      out_ += marks_.word.element(
          "del",
          open_ + text_tag(name) +
              std::string(xml_.substr(segment.begin, segment.end - segment.begin)) + "</" + name +
              ">" + close_,
          marks_.next());
    }
    if (!segment.text.empty())
      out_ += marks_.word.element("ins",
                                  open_ + text_tag(piece.name) + escaped(segment.text) + "</" +
                                      std::string(piece.name) + ">" + close_,
                                  marks_.next());
  }

  std::string_view xml_;
  std::size_t end_;
  const TrackedMarks& marks_;
  std::string open_, close_;  ///< of a further run like this one
  std::string opening_;       ///< what must be written before anything else of the run
  std::size_t at_ = 0;        ///< what stands before it is written
  std::string out_;
};

}  // namespace

bool can_cut(const RunText& run, const Cut& cut) {
  return run.divisible() && !segments_of(run, cut).empty();
}

std::string revised_run(std::string_view xml, const RunText& run, std::size_t begin,
                        std::size_t end, std::span<const Cut> cuts, const TrackedMarks& marks) {
  Rewriter rewriter(xml, run, begin, end, marks);
  for (const Cut& cut : cuts) {
    for (const Segment& segment : segments_of(run, cut)) rewriter.change(segment);
  }
  return rewriter.finish();
}

}  // namespace plumbline::docx
