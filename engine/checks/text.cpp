#include "engine/checks/text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/checks/condition.h"
#include "engine/checks/locale_reasons.h"
#include "engine/checks/locale_traces.h"
#include "engine/checks/prose.h"
#include "engine/checks/scope.h"
#include "engine/checks/term.h"

namespace plumbline::checks {
namespace {

constexpr std::size_t kMostHits = 100'000;  // of one term in one document: a bound of memory

/// The text with what several terms ask of it, worked out once and only if asked.
class Page {
 public:
  explicit Page(const Context& context)
      : context_(context), text_(context.document.text().view()) {}

  std::string_view text() const { return text_; }
  const std::vector<TextSpan>& spans(const std::vector<std::string>& scopes) {
    const auto [found, fresh] = spans_.try_emplace(scopes);
    if (fresh)
      found->second = spans_of(scopes, context_.document, context_.elements);
    return found->second;
  }
  bool quoted(TextSpan span) {
    if (!quotations_)
      quotations_ = quotations(text_);
    return inside(*quotations_, span);
  }
  bool titled(TextSpan span) {
    if (!titles_)
      titles_ = titles(text_);
    return inside(*titles_, span);
  }
  void trace(const std::string& line) const {
    if (context_.trace != nullptr)
      context_.trace->add(line);
  }
  const Context& context() const { return context_; }
  int year() const { return context_.document.facts().year(); }

 private:
  const Context& context_;
  std::string_view text_;
  std::optional<std::vector<TextSpan>> quotations_, titles_;
  std::map<std::vector<std::string>, std::vector<TextSpan>> spans_;
};

/// One term over one document.
class Search {
 public:
  Search(const TextTerm& term, Page& page)
      : term_(term),
        page_(page),
        match_(term.match, page.year()),
        left_(term.unless_before, page.year()),
        right_(term.unless_after, page.year()),
        allow_(term.allow, page.year()) {}

  bool undecided() const { return match_.undecided(); }

  /// The places where the term stands unguarded, at most so many.
  std::vector<TextSpan> places(std::size_t most) {
    bool any = false;
    std::vector<TextSpan> found;
    for (const TextSpan span : page_.spans(term_.words.scopes)) {
      for (const pattern::Pattern& pattern : match_.all()) {
        pattern.each(page_.context().document.indexed(), span, [&](const pattern::Match& match) {
          any = true;
          take(pattern, match, found);
          return found.size() < most;
        });
      }
    }
    if (!any)
      page_.trace(traces::not_found(label()));
    return found;
  }

 private:
  static TextSpan place(const pattern::Match& match) {
    std::optional<TextSpan> place;
    for (const TextSpan group : match.groups) {
      if (group.begin == std::string_view::npos || group.empty())
        continue;
      if (!place)
        place = group;
      place->end = std::max(place->end, group.end);
    }
    return place.value_or(match.span);
  }

  /// A number that was never filled in leaves a blank, which the normal form has dropped.
  bool follows_blank(const pattern::Match& match) const {
    const std::size_t begin = match.groups.empty() ? match.span.begin : match.groups.back().begin;
    if (begin == std::string_view::npos || begin == 0)
      return false;
    const text::Text& text = page_.context().document.text();
    const RawSpan left = text.to_raw(before(page_.text(), {begin, begin}, 1));
    const RawSpan right = text.to_raw(after(page_.text(), {begin, begin}, 1));
    const std::string_view gap = text.raw({left.end, std::max(left.end, right.begin)});
    return !gap.empty() && gap.find('\n') == std::string_view::npos;
  }

  void take(const pattern::Pattern& pattern, const pattern::Match& match,
            std::vector<TextSpan>& found) {
    if (term_.blank && !follows_blank(match))
      return;
    const TextSpan at = place(match);
    const std::string words(page_.text().substr(at.begin, at.size()));
    const std::string guard = excuse(at);
    if (guard.empty())
      found.push_back(at);
    page_.trace(traces::matched(label(), words, at.begin, pattern.source(), guard));
  }

  /// Why the hit is right as it stands; empty where nothing excuses it.
  std::string excuse(TextSpan at) {
    if (term_.exempt_titles && page_.titled(at))
      return std::string(traces::kInTitle);
    if (term_.exempt_quotes && page_.quoted(at))
      return std::string(traces::kInQuotes);
    if (std::string guard = left_.guard_before(page_.text(), at); !guard.empty())
      return traces::follows(guard);
    if (std::string guard = right_.guard_after(page_.text(), at); !guard.empty())
      return traces::precedes(guard);
    if (std::string guard = allow_.guard_over(page_.text(), at); !guard.empty())
      return traces::part_of(guard);
    return {};
  }

  std::string label() const {
    return term_.words.name.empty() ? std::string(traces::kUnnamedTerm) : term_.words.name;
  }

  const TextTerm& term_;
  Page& page_;
  DatedPatterns match_, left_, right_, allow_;
};

/// Keeps the longest of overlapping hits, the earlier of equals. Result in the order of the text.
std::vector<Hit> without_overlaps(std::vector<Hit> hits) {
  std::ranges::stable_sort(hits, {}, [](const Hit& hit) { return hit.at.begin; });
  std::vector<Hit> kept;
  for (Hit& hit : hits) {
    if (hit.at.empty() || kept.empty() || !kept.back().at.overlaps(hit.at))
      kept.push_back(std::move(hit));
    else if (hit.at.size() > kept.back().at.size())
      kept.back() = std::move(hit);
  }
  return kept;
}

class TextCheck : public Check {
 public:
  TextCheck(const rules::Rule& rule, const rules::Pack& pack, DiagnosticSink& sink) {
    for (const rules::Node* term : rules::nodes_of(rule.body.find("forbid")))
      forbidden_.push_back(TextTerm::read(*term, rule, pack, sink));
    for (const rules::Node* term : rules::nodes_of(rule.body.find("require")))
      required_.push_back(TextTerm::read(*term, rule, pack, sink));
  }

  Verdict run(const Context& context) const override {
    Page page(context);
    Verdict verdict;
    for (const TextTerm& term : forbidden_) judge(term, page, verdict, forbid);
    for (const TextTerm& term : required_) judge(term, page, verdict, require);
    verdict.hits = without_overlaps(std::move(verdict.hits));
    if (verdict.hits.empty() && !verdict.reason.empty())
      verdict.outcome = Outcome::kNeedsReview;
    else
      verdict.reason.clear();
    return verdict;
  }

 private:
  /// Runs a term whose condition holds. One that hits while its condition cannot be decided leaves
  /// a reason for review instead.
  static void judge(const TextTerm& term, Page& page, Verdict& verdict,
                    void (*run)(const TextTerm&, Page&, Verdict&)) {
    const Condition condition = applies(term.words.when, term.words.unless, page.context());
    if (condition.answer == Answer::kYes)
      return run(term, page, verdict);
    page.trace(term.words.name + "：" + condition.reason);
    if (condition.answer == Answer::kNo)
      return;
    Verdict tried;
    run(term, page, tried);
    if (!tried.hits.empty())
      verdict.reason = condition.reason;
  }

  static void forbid(const TextTerm& term, Page& page, Verdict& verdict) {
    Search search(term, page);
    if (search.undecided())
      verdict.reason = no_year(term.words);
    for (const TextSpan at : search.places(kMostHits)) {
      Hit hit = term.words.hit("found", at);
      hit.values["match"] = std::string(page.text().substr(at.begin, at.size()));
      hit.edits = term.fix.edits(page.text(), at);
      verdict.hits.push_back(std::move(hit));
    }
  }

  static void require(const TextTerm& term, Page& page, Verdict& verdict) {
    Search search(term, page);
    if (search.undecided()) {
      verdict.reason = no_year(term.words);
      return;
    }
    const auto least = static_cast<std::size_t>(std::max(term.at_least, 0));
    const std::size_t count = search.places(least).size();
    page.trace(traces::counted(term.words.name, static_cast<int>(count), term.at_least));
    if (count >= least)
      return;
    Hit hit = term.words.hit("missing", {});
    hit.values["count"] = std::to_string(count);
    hit.values["at_least"] = std::to_string(term.at_least);
    verdict.hits.push_back(std::move(hit));
  }

  static std::string no_year(const TermWords& words) {
    return words.name + std::string(reasons::kNeedsReportYear);
  }

  std::vector<TextTerm> forbidden_, required_;
};

}  // namespace

std::unique_ptr<const Check> compile_text(const rules::Rule& rule, const rules::Pack& pack,
                                          DiagnosticSink& sink) {
  return std::make_unique<TextCheck>(rule, pack, sink);
}

}  // namespace plumbline::checks
