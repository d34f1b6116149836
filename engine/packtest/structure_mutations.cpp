#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/packtest/messages.h"
#include "engine/packtest/mutation.h"

namespace plumbline::packtest {
namespace {

using document::Heading;

class Structure {
 public:
  Structure(const rules::Pack& pack, const Sample& sample, Mutations& all)
      : pack_(pack), sample_(sample), document_(sample.subject.document), all_(all) {}

  void run() {
    for (const elements::Element& element : sample_.subject.elements) take_out(element);
    take_out_facts();
    for (std::size_t i = 0; i < document_.outline().size(); ++i) change_mark(i);
    take_out_marks();
    misname();
    repeat();
  }

 private:
  /// From the beginning of the first line of a span to the end of its last line.
  RawSpan lines(TextSpan span) const {
    const std::string_view raw = document_.text().raw();
    RawSpan place = raw_of(sample_, span);
    const std::size_t before = raw.rfind('\n', place.begin == 0 ? 0 : place.begin - 1);
    place.begin = before == std::string_view::npos || place.begin == 0 ? 0 : before + 1;
    const std::size_t behind = raw.find('\n', place.end);
    place.end = behind == std::string_view::npos ? raw.size() : behind + 1;
    return place;
  }

  void add(Message name, std::vector<Edit> edits, std::vector<std::string> must,
           std::vector<std::string> may = {}) {
    if (must.empty() || edits.empty())
      return;
    const int line = line_of(sample_, edits.front().begin);
    all_.push_back(
        {std::move(name), std::move(edits), std::move(must), std::move(may), sample_.name, line});
  }

  /// The marks of the siblings behind a heading that goes, each moved up by one.
  std::vector<Edit> moved_up(std::size_t gone) const {
    std::vector<Edit> edits;
    const auto outline = document_.outline();
    std::size_t before = gone;
    for (std::size_t i = gone + 1; i < outline.size(); ++i) {
      if (outline[i].parent != outline[gone].parent || outline[i].style != outline[gone].style)
        continue;
      const RawSpan mark = raw_of(sample_, outline[i].mark),
                    to = raw_of(sample_, outline[before].mark);
      edits.push_back({mark.begin, mark.end, std::string(document_.text().raw(to))});
      before = i;
    }
    return edits;
  }

  void take_out(const elements::Element& element) {
    const std::string& id = element.definition->id;
    if (element.state != elements::State::kSection || element.heading == document::kNone ||
        !element.definition->within.empty())
      return;
    std::vector<std::string> must;
    for (const rules::Rule* rule : rules_of_kind(pack_, "element")) {
      if (rules::string_at(rule->body, "element") == id && rule->severity.contains("absent"))
        must.push_back(rule->id);
    }
    const RawSpan section = lines(document_.outline()[element.heading].section);
    std::vector<Edit> edits = moved_up(element.heading);
    edits.insert(edits.begin(), {section.begin, section.end, ""});
    add({words::kElement, {id}}, std::move(edits), std::move(must),
        rules_that_name(pack_, parts_of(id)));
  }

  /// The element and those that are looked for inside it.
  std::vector<std::string> parts_of(const std::string& id) const {
    std::vector<std::string> parts = {id};
    for (const elements::Definition& definition : pack_.elements) {
      if (definition.within == id)
        parts.push_back(definition.id);
    }
    return parts;
  }

  void take_out_facts() {
    const document::Facts& facts = document_.facts();
    const std::array<std::pair<const char*, const document::Fact*>, 6> rows = {{
        {"title", facts.title ? &*facts.title : nullptr},
        {"document_number", facts.document_number ? &*facts.document_number : nullptr},
        {"signer", facts.signer ? &*facts.signer : nullptr},
        {"addressee", facts.addressee ? &*facts.addressee : nullptr},
        {"signature", facts.signature ? &*facts.signature : nullptr},
        {"date", facts.date ? &facts.date->fact : nullptr},
    }};
    for (const auto& [name, fact] : rows) {
      std::vector<std::string> must;
      for (const rules::Rule* rule : rules_of_kind(pack_, "fact")) {
        if (rules::string_at(rule->body, "fact") == name &&
            (rule->severity.contains("absent") || rule->severity.contains("")))
          must.push_back(rule->id);
      }
      if (fact == nullptr)
        continue;
      const RawSpan gone = lines(fact->at);
      add({words::kFact, {std::string(name)}}, {{gone.begin, gone.end, ""}}, std::move(must),
          rules_that_name(pack_, {name, "issuer"}));
    }
  }

  /// Gives a heading the mark of its next sibling, the last one that of the one before it.
  void change_mark(std::size_t index) {
    const auto outline = document_.outline();
    const Heading& heading = outline[index];
    if (heading.mark.empty() || heading.number == 0)
      return;
    const Heading* other = nullptr;
    for (std::size_t i = 0; i < outline.size(); ++i) {
      const bool sibling = i != index && outline[i].parent == heading.parent &&
                           outline[i].style == heading.style && !outline[i].mark.empty();
      if (sibling && (i < index || other == nullptr || other < &heading))
        other = &outline[i];
    }
    if (other == nullptr)
      return;
    std::vector<std::string> must;
    for (const rules::Rule* rule : rules_of_kind(pack_, "headings")) must.push_back(rule->id);
    const RawSpan mark = raw_of(sample_, heading.mark), to = raw_of(sample_, other->mark);
    add(words::kHeadingMark, {{mark.begin, mark.end, std::string(document_.text().raw(to))}},
        std::move(must));
  }

  void take_out_marks() {
    constexpr std::array<std::string_view, 10> kMarks = {"《", "》", "“",  "”",  "（",
                                                         "）", "〔", "〕", "【", "】"};
    std::vector<std::string> must;
    for (const rules::Rule* rule : rules_of_kind(pack_, "pairs")) must.push_back(rule->id);
    std::vector<std::string> of_headings = must, may;
    for (const rules::Rule* rule : rules_of_kind(pack_, "headings"))
      of_headings.push_back(rule->id);
    const bool numbers_count = of_headings.size() > must.size();
    for (const std::string_view kind : {"fact", "dates", "catalogue"}) {
      for (const rules::Rule* rule : rules_of_kind(pack_, kind)) may.push_back(rule->id);
    }
    const std::string_view raw = document_.text().raw();
    for (const std::string_view mark : kMarks) {
      for (std::size_t at = raw.find(mark); at != std::string_view::npos;
           at = raw.find(mark, at + mark.size())) {
        const bool numbers = in_heading_mark(at);
        if (!numbers_count && opens_number(at))
          continue;
        add({words::kMark, {std::string(mark)}}, {{at, at + mark.size(), ""}},
            numbers && !must.empty() ? of_headings : must, may);
      }
    }
  }

  static std::vector<std::string> ids_of(const std::vector<const rules::Rule*>& some) {
    std::vector<std::string> ids;
    for (const rules::Rule* rule : some) ids.push_back(rule->id);
    return ids;
  }

  /// The name under the text loses the character in its middle.
  void misname() {
    const auto& signature = document_.facts().signature;
    if (!signature)
      return;
    const RawSpan name = raw_of(sample_, signature->at);
    const std::string_view raw = document_.text().raw();
    const std::size_t half = count_code_points(raw.substr(name.begin, name.size())) / 2;
    std::size_t middle = name.begin;
    for (std::size_t i = 0; i < half; ++i) middle = decode_utf8(raw, middle).end;
    add(words::kSignature, {{middle, decode_utf8(raw, middle).end, ""}},
        ids_of(rules_of_kind(pack_, "organs")), rules_that_name(pack_, {"signature", "issuer"}));
  }

  /// The longest paragraph of running text stands twice.
  void repeat() {
    const auto paragraphs = document_.text().paragraphs();
    TextSpan longest;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      if (document_.role(i) == document::Role::kBody && paragraphs[i].span.size() > longest.size())
        longest = paragraphs[i].span;
    }
    if (longest.empty())
      return;
    const RawSpan place = lines(longest);
    add(words::kParagraph, {{place.end, place.end, std::string(document_.text().raw(place))}},
        ids_of(rules_of_kind(pack_, "repeats")));
  }

  /// （一） at the beginning of a line: without its first mark it is a number of another style,
  /// which only rules for headings can tell.
  bool opens_number(std::size_t raw) const {
    constexpr std::string_view kOpen = "（", kClose = "）";
    constexpr std::size_t kLongest = 9;  // bytes of 二十一
    const std::string_view text = document_.text().raw();
    const std::size_t close = text.find(kClose, raw);
    return text.substr(raw).starts_with(kOpen) && close != std::string_view::npos &&
           close - raw <= kOpen.size() + kLongest && (raw == 0 || text[raw - 1] == '\n');
  }

  bool in_heading_mark(std::size_t raw) const {
    return std::ranges::any_of(document_.outline(), [&](const Heading& heading) {
      const RawSpan mark = raw_of(sample_, heading.mark);
      return mark.begin <= raw && raw < mark.end;
    });
  }

  const rules::Pack& pack_;
  const Sample& sample_;
  const document::Document& document_;
  Mutations& all_;
};

}  // namespace

void add_structure_mutations(const rules::Pack& pack, const Sample& sample, Mutations& all) {
  Structure(pack, sample, all).run();
}

}  // namespace plumbline::packtest
