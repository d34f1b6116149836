#include "engine/checks/catalogue.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/checks/locale_traces.h"
#include "engine/checks/messages.h"
#include "engine/checks/patterns.h"
#include "engine/checks/prose.h"
#include "engine/checks/scope.h"
#include "engine/checks/table_columns.h"
#include "engine/checks/title_index.h"
#include "engine/text/text.h"

namespace plumbline::checks {
namespace {

constexpr std::size_t kMark = std::string_view("《").size();

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int year_of(std::string_view day) {
  return number(day.substr(0, day.find('-')));
}

bool same_years(const CatalogueEntry& entry, const TitleName& name) {
  return entry.name.years == name.years;
}

class Catalogue : public Check {
 public:
  Catalogue(const rules::Rule& rule, const rules::Pack& pack, DiagnosticSink& sink)
      : scopes_(scopes_at(rule.body)),
        state_(rules::string_at(rule.body, "prefix")),
        local_(patterns_at(rule.body, "local", pack, sink)),
        past_(patterns_at(rule.body, "past", pack, sink)),
        index_(rules::strings_at(rule.body, "closing"), least(rule)),
        least_stated_(static_cast<std::size_t>(
            rules::int_at(rule.body, "least_stated", static_cast<int>(least(rule))))) {
    for (const rules::Node* table : rules::nodes_of(rule.body.find("tables")))
      read_titles(*table, pack, sink);
    for (const rules::Node* table : rules::nodes_of(rule.body.find("slip_table")))
      read_slips(*table, pack, sink);
    if (const rules::Node* slips = rule.body.find("closing_slips")) {
      for (const rules::Node::Entry& entry : slips->entries)
        closing_slips_[entry.key] = rules::string_at(*slips, entry.key);
    }
  }

  Verdict run(const Context& context) const override {
    const int year = context.document.facts().year();
    const DatedPatterns local(local_, year), past(past_, year);
    const std::string_view text = context.document.text().view();
    const std::vector<TextSpan> scope = spans_of(scopes_, context.document, context.elements);
    Verdict verdict;
    for (const TextSpan at : titles(text)) {
      if (!inside(scope, at))
        continue;
      Hit hit = judge(text, at, local, past, year);
      if (context.trace != nullptr)
        context.trace->add(std::string(text.substr(at.begin, at.size())) + "：" +
                           (hit.state.empty() ? std::string(traces::kNoDoubt)
                                              : hit.state + "，" + hit.values["right"]));
      if (!hit.state.empty())
        verdict.hits.push_back(std::move(hit));
    }
    return verdict;
  }

 private:
  static std::size_t least(const rules::Rule& rule) {
    constexpr int kLeast = 8;
    return static_cast<std::size_t>(rules::int_at(rule.body, "least", kLeast));
  }

  void read_titles(const rules::Node& name, const rules::Pack& pack, DiagnosticSink& sink) {
    const rules::Table* table = table_with(name, pack, {"title"}, sink);
    for (std::size_t i = 0; table != nullptr && i < table->rows.size(); ++i) {
      CatalogueEntry entry;
      entry.title = cell(*table, i, "title");
      entry.name = title_name(text::fold(entry.title), state_);
      entry.until = cell(*table, i, "until");
      entry.present = cell(*table, i, "present");
      const std::string_view slack = cell(*table, i, "slack");
      entry.slack = static_cast<std::size_t>(number(slack));
      if (entry.title.empty())
        complain_of_row(name, i, {words::kColumnEmpty, {"title"}}, sink);
      if (!entry.until.empty() && year_of(entry.until) == 0)
        complain_of_row(name, i, {words::kNotADay, {"until"}}, sink);
      if (slack.find_first_not_of("0123456789") != std::string_view::npos)
        complain_of_row(name, i, {words::kNotANumber, {"slack"}}, sink);
      index_.add(std::move(entry));
    }
  }

  void read_slips(const rules::Node& name, const rules::Pack& pack, DiagnosticSink& sink) {
    const rules::Table* table = table_with(name, pack, {"wrong", "right"}, sink);
    for (std::size_t i = 0; table != nullptr && i < table->rows.size(); ++i) {
      const std::string_view wrong = cell(*table, i, "wrong"), right = cell(*table, i, "right");
      if (wrong.empty() || right.empty())
        complain_of_row(name, i, {words::kColumnsEmpty, {"wrong", "right"}}, sink);
      slips_[title_name(text::fold(wrong), state_).base] = right;
    }
  }

  /// A hit without a state where the title is right, or unknown and like no other.
  Hit judge(std::string_view text, TextSpan at, const DatedPatterns& local,
            const DatedPatterns& past, int year) const {
    const std::string_view title = text.substr(at.begin + kMark, at.size() - 2 * kMark);
    const TitleName name = title_name(title, state_);
    const std::vector<const CatalogueEntry*> known = index_.named(name.base);
    Hit hit;
    hit.at = at;
    if (!known.empty())
      judge_known(hit, known, name, year, past, text);
    else if (const auto slip = slips_.find(name.base); slip != slips_.end())
      say(hit, "near", slip->second);
    else if (const std::string right = repaired(name.base); !right.empty())
      say(hit, "near", right);
    else if (const CatalogueEntry* other =
                 title.starts_with(state_) ? index_.otherwise_closed(name.base) : nullptr;
             other != nullptr)
      say(hit, "near", other->title);
    else if (const CatalogueEntry* meant = title.starts_with(state_)
                                               ? index_.meant_by(name.base, least_stated_)
                                               : index_.meant_by(name.base);
             meant != nullptr && !is_local(local, title, meant->name.base))
      say(hit, "near", fitting(*meant, name).title);
    return hit;
  }

  /// It holds words of a place or an organ that the title of the catalogue does not.
  static bool is_local(const DatedPatterns& local, std::string_view title, std::string_view meant) {
    return std::ranges::any_of(local.all(), [&](const pattern::Pattern& one) {
      const std::optional<pattern::Match> own = one.find(title, {0, title.size()});
      return own && meant.find(title.substr(own->span.begin, own->span.size())) == meant.npos;
    });
  }

  /// The title with its closing word put right. A slip of more than one character leaves no doubt;
  /// others, and those that change the length, need a known title.
  std::string repaired(std::string_view base) const {
    for (const auto& [wrong, right] : closing_slips_) {
      if (!base.ends_with(wrong))
        continue;
      std::string meant = std::string(base.substr(0, base.size() - wrong.size())) + right;
      const std::vector<const CatalogueEntry*> known = index_.named(meant);
      if (!known.empty())
        return known.front()->title;
      if (const CatalogueEntry* other = index_.otherwise_closed(meant); other != nullptr)
        return other->title;
      if (wrong.size() == right.size() && count_code_points(wrong) > 1)
        return meant;
    }
    return {};
  }

  /// Among entries of the same name the one of the same years.
  const CatalogueEntry& fitting(const CatalogueEntry& meant, const TitleName& name) const {
    for (const CatalogueEntry* entry : index_.named(meant.name.base)) {
      if (same_years(*entry, name))
        return *entry;
    }
    return meant;
  }

  void judge_known(Hit& hit, const std::vector<const CatalogueEntry*>& known, const TitleName& name,
                   int year, const DatedPatterns& past, std::string_view text) const {
    const bool dated = std::ranges::any_of(
        known, [](const CatalogueEntry* entry) { return entry->name.years.has_value(); });
    if (dated && name.years && !name.lost_dash)
      return judge_years(hit, known, name);
    const bool in_force = std::ranges::any_of(known, [&](const CatalogueEntry* entry) {
      return entry->until.empty() || year == 0 || year <= year_of(entry->until);
    });
    if (in_force || past.found_in({text}, sentence_around(text, hit.at)))
      return;
    say(hit, "obsolete", known.front()->present);
    hit.values["until"] = known.front()->until;
  }

  static void judge_years(Hit& hit, const std::vector<const CatalogueEntry*>& known,
                          const TitleName& name) {
    const CatalogueEntry* nearest = known.front();
    int best = -1;
    for (const CatalogueEntry* entry : known) {
      if (!entry->name.years)
        continue;
      const int apart = std::abs(entry->name.years->from - name.years->from) +
                        std::abs(entry->name.years->to - name.years->to);
      if (best < 0 || apart < best) {
        best = apart;
        nearest = entry;
      }
    }
    if (best != 0)
      say(hit, "years", nearest->title);
    else if (!name.tail.empty())
      say(hit, "form", nearest->title);
  }

  static void say(Hit& hit, std::string state, const std::string& right) {
    hit.state = std::move(state);
    hit.values["right"] = right;
  }

  std::vector<std::string> scopes_;
  std::string state_;
  Patterns local_, past_;
  TitleIndex index_;
  std::size_t least_stated_;  ///< code points of a near miss that bears the name of the state
  std::map<std::string, std::string, std::less<>> slips_, closing_slips_;
};

}  // namespace

std::unique_ptr<const Check> compile_catalogue(const rules::Rule& rule, const rules::Pack& pack,
                                               DiagnosticSink& sink) {
  return std::make_unique<Catalogue>(rule, pack, sink);
}

}  // namespace plumbline::checks
