#include "engine/docx/revise.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "engine/docx/comments_part.h"
#include "engine/docx/locale.h"
#include "engine/docx/place_runs.h"
#include "engine/docx/revised_run.h"
#include "engine/docx/xml_scan.h"

namespace plumbline::docx {
namespace {

/// Numbers that some element of the part has for its w:id.
std::set<long> ids_in(std::string_view xml) {
  std::set<long> ids;
  XmlScanner scanner(xml);
  XmlToken token;
  while (scanner.next(token)) {
    if (token.kind != XmlKind::kStart && token.kind != XmlKind::kEmpty)
      continue;
    for (const XmlAttribute& one : attributes(xml.substr(token.begin, token.end - token.begin))) {
      if (local_of(one.name) == "id")
        ids.insert(std::strtol(std::string(one.value).c_str(), nullptr, 10));
    }
  }
  return ids;
}

struct RunCut {
  std::size_t run = 0;  ///< of the part
  Cut cut;
};

}  // namespace

struct Revision::Impl {
  std::string_view bytes;
  readers::Limits limits;
  readers::DocxReading reading;
  std::string problem, name, xml;
  StoryMap story;
  std::vector<PlacedRun> runs;
  std::optional<RunPlaces> places;

  Impl(std::string_view file, const readers::Limits& most) : bytes(file), limits(most) {
    reading = readers::read_docx_with_runs(bytes, limits);
    const Guards guards = guards_of(bytes);
    if (reading.parts.empty())
      problem = reading.extraction.message;
    else if (guards.is_signed)
      problem = locale::kSigned;
    else if (guards.forbids_changes)
      problem = locale::kProtected;
    if (reading.parts.empty() && problem.empty())
      problem = locale::kNotRevised;
    if (problem.empty())
      load();
  }

  void load() {
    const Package package(bytes);
    name = reading.parts.front();
    const std::optional<std::string> part = package.read(name);
    if (!part || !is_utf8_part(*part)) {
      problem = locale::kNotUtf8Revised;
      return;
    }
    xml = *part;
    story = map_story(xml);
    runs = place_runs(reading, package, story);
    places.emplace(xml, story, runs, reading.extraction.raw);
  }

  bool open_to_changes(const PlacedRun& run) const {
    const std::size_t at = story.runs[run.run].anchor;
    return at != kNowhere && !run.elsewhere && story.anchors[at].run == run.run &&
           story.anchors[at].first == at && !story.anchors[at].tracked;
  }

  /// The change run by run; empty where one of them does not take it.
  std::vector<RunCut> cuts_of(const Edit& change) {
    std::vector<RunCut> cuts;
    std::size_t reached = change.raw_begin;
    for (auto run = std::ranges::partition_point(
             runs, [&](const PlacedRun& one) { return one.span.end < change.raw_begin; });
         run != runs.end() && run->span.begin <= change.raw_end; ++run) {
      const RawSpan part{std::max(run->span.begin, change.raw_begin),
                         std::min(run->span.end, change.raw_end)};
      if (part.empty() && !(change.raw_begin == change.raw_end && cuts.empty()))
        continue;
      if (part.begin != reached || !open_to_changes(*run))
        return {};
      const auto from = places->find(*run, part.begin - run->span.begin);
      if (!from)
        return {};
      Cut cut{from->offset, from->offset + part.size(), cuts.empty() ? change.text : ""};
      if (!can_cut(*from->text, cut))
        return {};
      cuts.push_back({run->run, std::move(cut)});
      reached = part.end;
    }
    return reached == change.raw_end ? cuts : std::vector<RunCut>();
  }

  std::string revised_part(std::span<const Edit> changes) {
    std::map<std::size_t, std::vector<Cut>> by_run;
    for (const Edit& change : changes) {
      for (RunCut& one : cuts_of(change)) by_run[one.run].push_back(std::move(one.cut));
    }
    const std::set<long> taken = ids_in(xml);
    long id = 0;
    const WordPrefix word(story.prefix, story.strict);
    const TrackedMarks marks{word, [&] {
                               do ++id;
                               while (taken.contains(id));
                               return word.attribute("id", std::to_string(id)) +
                                      word.attribute("author", locale::kAuthor);
                             }};
    std::string part;
    std::size_t at = 0;
    for (const auto& [run, cuts] : by_run) {
      const RunPlace& place = story.runs[run];
      part.append(xml, at, place.begin - at);
      part += revised_run(xml, RunText(xml, place.begin, place.end), place.begin, place.end, cuts,
                          marks);
      at = place.end;
    }
    return part.append(xml, at, std::string::npos);
  }

  std::string accepted(std::span<const Edit> changes) const {
    std::string text;
    std::size_t at = 0;
    for (const Edit& change : changes) {
      text.append(reading.extraction.raw, at, change.raw_begin - at).append(change.text);
      at = change.raw_end;
    }
    return text.append(reading.extraction.raw, at, std::string::npos);
  }
};

Revision::Revision(std::string_view bytes, const readers::Limits& limits)
    : impl_(std::make_unique<Impl>(bytes, limits)) {}
Revision::Revision(Revision&&) noexcept = default;
Revision& Revision::operator=(Revision&&) noexcept = default;
Revision::~Revision() = default;

const std::string& Revision::problem() const {
  return impl_->problem;
}

bool Revision::can(const Edit& change) {
  return impl_->problem.empty() && !impl_->cuts_of(change).empty();
}

Copy Revision::apply(std::span<const Edit> changes) {
  if (!impl_->problem.empty())
    return {{}, impl_->problem};
  Package package(impl_->bytes);
  package.put(impl_->name, impl_->revised_part(changes));
  Copy copy;
  copy.bytes = package.finish().value_or("");
  if (copy.bytes.empty())
    return {{}, std::string(locale::kNotRevised)};
  if (readers::read_docx(copy.bytes, impl_->limits).raw != impl_->accepted(changes))
    return {{}, std::string(locale::kRevisionNotProven)};
  return copy;
}

}  // namespace plumbline::docx
