#include "engine/fix/mend.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "engine/docx/revise.h"
#include "engine/fix/locale.h"
#include "engine/fix/text_copy.h"

namespace plumbline::fix {
namespace {

constexpr int kMostTrials = 64;  // checks of a copy; what is not decided by then is for a person

using Candidates = std::vector<const Finding*>;

bool by_place(const Edit& a, const Edit& b) {
  return std::tie(a.raw_begin, a.raw_end) < std::tie(b.raw_begin, b.raw_end);
}

std::vector<Edit> edits_of(const Candidates& findings) {
  std::vector<Edit> edits;
  for (const Finding* finding : findings)
    std::ranges::copy(finding->edits, std::back_inserter(edits));
  std::ranges::sort(edits, by_place);
  return edits;
}

/// Where a place of the text stands once it is edited.
std::size_t moved(std::size_t at, const std::vector<Edit>& edits) {
  std::size_t gone = 0, come = 0;
  for (const Edit& edit : edits) {
    if (edit.raw_begin >= at)
      break;
    gone += std::min(edit.raw_end, at) - edit.raw_begin;
    come += edit.text.size();
  }
  return at - gone + come;
}

/// What makes two findings the same: where it stands says more than its words, which may change.
using Key = std::tuple<std::string, std::string, std::size_t, std::size_t>;

Key key_of(const Finding& finding, const std::vector<Edit>& edits) {
  if (finding.absence)
    return {finding.rule, finding.state, 0, 0};
  return {finding.rule, finding.state, moved(finding.raw_begin, edits),
          moved(finding.raw_end, edits)};
}

bool is_open(Outcome outcome) {
  return outcome == Outcome::kNeedsReview || outcome == Outcome::kNotChecked ||
         outcome == Outcome::kRuleError;
}

std::set<std::string> open_rules(const DocumentReport& report) {
  std::set<std::string> ids;
  for (const RuleResult& rule : report.rules) {
    if (is_open(rule.outcome) || rule.unlisted > 0)
      ids.insert(rule.id);
  }
  return ids;
}

/// Those that are not listed too.
std::size_t count_of(const DocumentReport& report) {
  std::size_t count = report.findings.size();
  for (const RuleResult& rule : report.rules) count += rule.unlisted;
  return count;
}

/// One kind of file and how it is changed.
class Copier {
 public:
  Copier(const DocumentReport& report, std::string_view bytes) : bytes_(bytes) {
    if (report.format == "docx") {
      revision_.emplace(bytes, readers::Limits{});
      problem_ = revision_->problem();
    } else if (report.format != "txt" && report.format != "md") {
      problem_ = locale::other_format(report.format);
    }
  }

  const std::string& problem() const { return problem_; }

  bool can(const Finding& finding) {
    return !revision_ || std::ranges::all_of(
                             finding.edits, [&](const Edit& edit) { return revision_->can(edit); });
  }

  /// Empty with a problem where it cannot be made.
  std::string copy(const std::vector<Edit>& edits) {
    std::string bytes;
    if (revision_) {
      docx::Copy copy = revision_->apply(edits);
      problem_ = std::move(copy.problem);
      bytes = std::move(copy.bytes);
    } else if (std::optional<std::string> copy = text_copy(bytes_, edits)) {
      bytes = *std::move(copy);
    } else {
      problem_ = locale::kNotWritten;
    }
    return bytes;
  }

 private:
  std::string_view bytes_;
  std::optional<docx::Revision> revision_;
  std::string problem_;
};

class Mender {
 public:
  Mender(const DocumentReport& report, std::string_view bytes, const Recheck& recheck)
      : report_(report), copier_(report, bytes), recheck_(recheck), open_(open_rules(report)) {}

  Mended run() {
    Mended mended{.problem = copier_.problem()};
    const Candidates candidates = mended.problem.empty() ? possible() : Candidates();
    keep(candidates);
    if (!kept_.empty() && bytes_.empty())
      mended.problem = copier_.problem();
    mended.bytes = std::move(bytes_);
    mended.edits = edits_of(kept_);
    for (const Finding* finding : kept_) mended.fixed.push_back(finding->rule);
    for (const Finding& finding : report_.findings) mended.waived += finding.waived ? 1 : 0;
    const std::size_t rest = kept_.empty() ? count_of(report_) : rest_;
    mended.left = rest - std::min(rest, mended.waived);
    return mended;
  }

 private:
  /// Findings whose edits can be made and do not meet those of another.
  Candidates possible() {
    Candidates result;
    std::map<std::size_t, std::size_t> taken;  // begin → end
    for (const Finding& finding : report_.findings) {
      if (finding.waived || finding.edits.empty() || !copier_.can(finding) ||
          std::ranges::any_of(finding.edits, [&](const Edit& edit) { return meets(edit, taken); }))
        continue;
      for (const Edit& edit : finding.edits) taken[edit.raw_begin] = edit.raw_end;
      result.push_back(&finding);
    }
    return result;
  }

  static bool meets(const Edit& edit, const std::map<std::size_t, std::size_t>& taken) {
    const auto next = taken.lower_bound(edit.raw_begin);
    if (next != taken.end() && (next->first == edit.raw_begin || next->first < edit.raw_end))
      return true;
    return next != taken.begin() && std::prev(next)->second > edit.raw_begin;
  }

  /// Keeps all of them where that is proven to be right, else those halves and quarters that are.
  /// As deep as the logarithm of their number.
  void keep(const Candidates& candidates) {
    if (candidates.empty() || trials_ >= kMostTrials)
      return;
    Candidates all = kept_;
    all.insert(all.end(), candidates.begin(), candidates.end());
    if (std::string bytes = proven(all); !bytes.empty()) {
      kept_ = std::move(all);
      bytes_ = std::move(bytes);
      rest_ = tried_;
      return;
    }
    if (candidates.size() == 1)
      return;
    const auto middle = candidates.begin() + static_cast<std::ptrdiff_t>(candidates.size() / 2);
    keep({candidates.begin(), middle});
    keep({middle, candidates.end()});
  }

  /// The copy; empty where it is not as it must be.
  std::string proven(const Candidates& findings) {
    ++trials_;
    const std::vector<Edit> edits = edits_of(findings);
    std::string bytes = copier_.copy(edits);
    if (bytes.empty())
      return {};
    const DocumentReport after = recheck_(bytes);
    tried_ = count_of(after);
    const bool same_kind = after.status == report_.status && after.pack == report_.pack &&
                           after.source.text == edited(report_.source.text, edits);
    return same_kind && nothing_new(after, findings, edits) ? bytes : std::string();
  }

  bool nothing_new(const DocumentReport& after, const Candidates& fixed,
                   const std::vector<Edit>& edits) const {
    std::map<Key, int> expected;
    std::set<Key> gone;
    for (const Finding& finding : report_.findings) {
      if (std::ranges::binary_search(fixed, &finding))
        gone.insert(key_of(finding, edits));
      else
        ++expected[key_of(finding, edits)];
    }
    const bool known = std::ranges::all_of(after.findings, [&](const Finding& finding) {
      const Key key = key_of(finding, {});
      return expected[key]-- > 0 || (is_unlisted(finding) && !gone.contains(key));
    });
    const std::set<std::string> open = open_rules(after);
    return known && std::ranges::includes(open_, open);
  }

  /// Its rule has more findings than are listed: what moves up into the list is not new.
  bool is_unlisted(const Finding& finding) const {
    const std::string rule = finding.rule.substr(0, finding.rule.find('.'));
    return std::ranges::any_of(
        report_.rules, [&](const RuleResult& one) { return one.id == rule && one.unlisted > 0; });
  }

  const DocumentReport& report_;
  Copier copier_;
  const Recheck& recheck_;
  std::set<std::string> open_;
  Candidates kept_;        ///< in the order of the report
  std::string bytes_;      ///< with the edits of kept_
  std::size_t rest_ = 0;   ///< findings of that copy
  std::size_t tried_ = 0;  ///< findings of the last copy that was checked
  int trials_ = 0;
};

}  // namespace

Mended mend(const DocumentReport& report, std::string_view bytes, const Recheck& recheck) {
  return Mender(report, bytes, recheck).run();
}

}  // namespace plumbline::fix
