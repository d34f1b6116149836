#include "engine/output/html_source.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/output/html_text.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

/// Walks the text once; findings begin and end on the way. Where several lie over each other the
/// mark is that of the severest.
class Walk {
 public:
  Walk(const DocumentReport& document, std::size_t number)
      : findings_(document.findings),
        text_(document.source.text),
        masked_(document.source.masked),
        document_(std::to_string(number)) {
    view_.ranges.resize(findings_.size());
    begins_ = order_by(&Finding::raw_begin);
    ends_ = order_by(&Finding::raw_end);
  }

  SourceView run() {
    out_ = "<p>";
    for (std::size_t at = 0; at < text_.size();) {
      turn(at);
      const CodePoint next = decode_utf8(text_, at);
      character(next.value, at);
      at = next.end;
    }
    turn(std::string::npos);
    out_ += "</p>\n";
    return std::move(view_);
  }

 private:
  std::vector<std::size_t> order_by(std::size_t Finding::*place) const {
    std::vector<std::size_t> order(findings_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return findings_[i].*place; });
    return order;
  }

  /// Severest first, then the one that stands first in the list.
  std::pair<int, std::size_t> rank(std::size_t finding) const {
    return {-static_cast<int>(findings_[finding].severity), finding};
  }

  bool has_words(std::size_t finding, std::size_t at) const {
    return at < text_.size() && at < findings_[finding].raw_end;
  }

  /// Findings that end at or before `at`, then those that begin there.
  void turn(std::size_t at) {
    for (; ended_ < ends_.size() && findings_[ends_[ended_]].raw_end <= at; ++ended_) {
      const std::size_t finding = ends_[ended_];
      if (active_.erase(rank(finding)) == 0)
        continue;
      close_mark();
      view_.ranges[finding].to = segments_;
    }
    for (; begun_ < begins_.size() && findings_[begins_[begun_]].raw_begin <= at; ++begun_) {
      const std::size_t finding = begins_[begun_];
      close_mark();
      reference(finding);
      if (!has_words(finding, at))
        continue;
      view_.ranges[finding].from = segments_;
      active_.insert(rank(finding));
    }
  }

  void character(char32_t c, std::size_t at) {
    if (c == U'\n') {
      close_mark();
      out_ += "</p>\n<p>";
      return;
    }
    if (c == U'\r' && at + 1 < text_.size() && text_[at + 1] == '\n')
      return;
    if (!active_.empty() && !in_mark_)
      open_mark(active_.begin()->second);
    append_html(is_masked(at) ? U'*' : c, out_);
  }

  bool is_masked(std::size_t at) {
    while (mask_ < masked_.size() && masked_[mask_].end <= at) ++mask_;
    return mask_ < masked_.size() && masked_[mask_].begin <= at;
  }

  std::string classes(const Finding& finding) const {
    return std::string(name_of(finding.severity)) + (finding.waived ? " waived" : "");
  }

  void open_mark(std::size_t finding) {
    const Finding& one = findings_[finding];
    out_ += "<mark class=\"" + classes(one) + "\" id=\"s" + document_ + "-" +
            std::to_string(segments_++) + "\" data-doc=\"" + document_ + "\" data-finding=\"" +
            std::to_string(finding + 1) + "\" data-severity=\"" +
            std::string(name_of(one.severity)) + "\">";
    in_mark_ = true;
  }

  void close_mark() {
    if (in_mark_)
      out_ += "</mark>";
    in_mark_ = false;
  }

  void reference(std::size_t finding) {
    const Finding& one = findings_[finding];
    const std::string id = document_ + "-" + std::to_string(finding + 1);
    out_ += "<a class=\"ref " + classes(one) + (one.absence ? " absent" : "") + "\" id=\"m" + id +
            "\" href=\"#f" + id + "\" data-severity=\"" + std::string(name_of(one.severity)) +
            "\" aria-label=\"" + std::string(words_of(one.severity)) + "，第" +
            std::to_string(finding + 1) + "条\">" + std::to_string(finding + 1) + "</a>";
  }

  const std::vector<Finding>& findings_;
  const std::string& text_;
  const std::vector<RawSpan>& masked_;
  const std::string document_;
  SourceView view_;
  std::string& out_ = view_.html;
  std::vector<std::size_t> begins_, ends_;
  std::size_t begun_ = 0, ended_ = 0, mask_ = 0, segments_ = 0;
  bool in_mark_ = false;
  std::set<std::pair<int, std::size_t>> active_;
};

}  // namespace

SourceView source_view(const DocumentReport& document, std::size_t number) {
  return Walk(document, number).run();
}

}  // namespace plumbline::output
