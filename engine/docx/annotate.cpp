#include "engine/docx/annotate.h"

#include <algorithm>

#include "engine/docx/comments_part.h"
#include "engine/docx/locale.h"
#include "engine/docx/marks.h"
#include "engine/docx/place_runs.h"
#include "engine/docx/plain.h"
#include "engine/readers/docx.h"

namespace plumbline::docx {
namespace {

Copy refused(std::string_view why) {
  return {{}, std::string(why)};
}

/// The line of `raw` that holds byte `at`, without its end.
RawSpan line_at(std::string_view raw, std::size_t at) {
  const std::size_t begin = at == 0 ? std::string_view::npos : raw.rfind('\n', at - 1);
  return {begin == std::string_view::npos ? 0 : begin + 1,
          std::min(raw.find('\n', at), raw.size())};
}

/// The place itself, or for an absence its line.
RawSpan range_of(const Comment& comment, std::string_view raw) {
  const std::size_t begin = std::min(comment.place.begin, raw.size());
  const std::size_t end = std::clamp(comment.place.end, begin, raw.size());
  return begin == end ? line_at(raw, begin) : RawSpan{begin, end};
}

struct Parts {
  std::string name, xml;
};

/// Marks and comments in the package. False where a part is not as it must be.
bool annotate_package(Package& package, const Parts& main, const StoryMap& story,
                      std::span<const PlacedRun> runs, std::string_view raw,
                      std::span<const Comment> comments) {
  std::optional<CommentsPart> part = find_comments(package, main.name);
  if (!part)
    return false;
  if (!story.comment_ids.empty())
    part->first_id = std::max(part->first_id, *story.comment_ids.rbegin() + 1);
  Marks marks(main.xml, story, runs, raw);
  long id = part->first_id;
  for (const Comment& comment : comments) marks.add(range_of(comment, raw), id++);
  package.put(main.name, marks.apply());
  return put_comments(package, main.name, *part, comments, story.strict);
}

/// What the copy says must be what the original says, and every mark must be there.
bool proven(std::string_view copy, const std::string& main_part, std::size_t marks,
            const readers::Extraction& original, const readers::Limits& limits) {
  const std::optional<std::string> xml = Package(copy).read(main_part);
  if (!xml || map_story(*xml).comment_marks != marks)
    return false;
  return readers::read_docx(copy, limits).raw == original.raw;
}

}  // namespace

Copy annotate(std::string_view bytes, std::span<const Comment> comments,
              const readers::Limits& limits) {
  const readers::DocxReading reading = readers::read_docx_with_runs(bytes, limits);
  if (reading.parts.empty())
    return refused(reading.extraction.message.empty()
                       ? locale::kNotWritten
                       : std::string_view(reading.extraction.message));
  Package package(bytes);
  const std::optional<std::string> xml = package.read(reading.parts.front());
  if (!xml || !is_utf8_part(*xml))
    return refused(locale::kNotUtf8);
  const StoryMap story = map_story(*xml);
  const std::vector<PlacedRun> runs = place_runs(reading, package, story);
  if (!annotate_package(package, {reading.parts.front(), *xml}, story, runs, reading.extraction.raw,
                        comments))
    return refused(locale::kOddParts);
  Copy copy;
  copy.bytes = package.finish().value_or("");
  if (copy.bytes.empty())
    return refused(locale::kNotWritten);
  if (!proven(copy.bytes, reading.parts.front(), story.comment_marks + comments.size(),
              reading.extraction, limits))
    return refused(locale::kNotProven);
  return copy;
}

Copy annotate_text(std::string_view text, std::span<const Comment> comments) {
  const PlainDocument plain = plain_document(text);
  Package package(std::string_view{});
  for (const auto& [name, part] : plain.parts) package.put(name, part);
  const StoryMap story = map_story(plain.body);
  if (!annotate_package(package, {std::string(kPlainBody), plain.body}, story, plain.runs, text,
                        comments))
    return refused(locale::kNotWritten);
  Copy copy;
  copy.bytes = package.finish().value_or("");
  return copy.bytes.empty() ? refused(locale::kNotWritten) : copy;
}

}  // namespace plumbline::docx
