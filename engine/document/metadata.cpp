#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/document/draft.h"

/// Rows of metadata tables in whatever layout a page has them: a table with |, bullets, [ label ]
/// value, label and value on lines of their own, everything on one line.
namespace plumbline::document {
namespace {

enum class Field : std::uint8_t { kTitle, kNumber, kDate, kOther };

struct Label {
  Field field;
  TextSpan at;
};

/// Labels in a stretch of text, sorted; of two that overlap the first, then the longer.
std::vector<Label> labels_in(const Draft& draft, TextSpan within) {
  const std::array<std::pair<Field, const Vocabulary::List*>, 4> lists{{
      {Field::kTitle, &draft.words.metadata_title},
      {Field::kNumber, &draft.words.metadata_number},
      {Field::kDate, &draft.words.metadata_date},
      {Field::kOther, &draft.words.metadata_other},
  }};
  std::vector<Label> labels;
  for (const auto& [field, list] : lists) {
    for (const pattern::Pattern& pattern : *list) {
      pattern.each(draft.text.view(), within,
                   [&labels, field = field](const pattern::Match& match) {
                     labels.push_back({field, match.span});
                     return true;
                   });
    }
  }
  std::sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) {
    return a.at.begin != b.at.begin ? a.at.begin < b.at.begin : a.at.end > b.at.end;
  });
  std::size_t end = 0;
  std::erase_if(labels, [&end](const Label& label) {
    const bool covered = label.at.begin < end;
    end = std::max(end, label.at.end);
    return covered;
  });
  return labels;
}

/// Where the words of a value end: at a blank run or a border, or at the end of its line.
TextSpan value_of(const Draft& draft, const Label& label, std::size_t limit) {
  const std::string_view view = draft.text.view();
  TextSpan value = trim(view, {label.at.end, limit});
  const std::size_t border = view.substr(value.begin, value.size()).find_first_of("|[\n");
  if (border != std::string_view::npos)
    value.end = value.begin + border;
  return trim(view, value);
}

void keep(Draft& draft, Field field, TextSpan value) {
  if (value.empty())
    return;
  std::optional<TextSpan>* slot = field == Field::kTitle    ? &draft.metadata.title
                                  : field == Field::kNumber ? &draft.metadata.number
                                  : field == Field::kDate   ? &draft.metadata.date
                                                            : nullptr;
  if (slot != nullptr && !*slot)
    *slot = value;
}

/// The value stands on the line below its label: any label that has its line to itself, or the one
/// of the title.
TextSpan value_below(Draft& draft, const Label& label, std::size_t i, std::size_t zone) {
  const TextSpan alone = trim(draft.text.view(), draft.lines[i].span);
  const bool title = label.field == Field::kTitle;
  const bool table = draft.lines[i].words.find('|') != std::string_view::npos;
  if (i + 1 >= zone || table || (!title && alone.size() > label.at.size()))
    return {0, 0};
  Line& next = draft.lines[i + 1];
  if (next.labelled || next.prose || next.points > 80)
    return {0, 0};
  const std::vector<Label> inside = labels_in(draft, next.span);
  next.furniture = next.furniture || !title;
  return value_of(draft, {label.field, {next.span.begin, next.span.begin}},
                  inside.empty() ? next.span.end : inside.front().at.begin);
}

}  // namespace

void read_metadata(Draft& draft) {
  constexpr std::size_t kMostLines = 80;
  const std::size_t zone = std::min(draft.first_heading, kMostLines);
  for (std::size_t i = 0; i < zone; ++i) {
    const Line& line = draft.lines[i];
    if (!line.labelled && !line.furniture)
      continue;
    const std::vector<Label> labels = labels_in(draft, line.span);
    for (std::size_t k = 0; k < labels.size(); ++k) {
      const bool last = k + 1 == labels.size();
      TextSpan value = value_of(draft, labels[k], last ? line.span.end : labels[k + 1].at.begin);
      if (value.empty() && last)
        value = value_below(draft, labels[k], i, zone);
      keep(draft, labels[k].field, value);
    }
  }
}

}  // namespace plumbline::document
