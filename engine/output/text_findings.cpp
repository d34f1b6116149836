#include <algorithm>
#include <array>
#include <vector>

#include "engine/base/quotes.h"
#include "engine/output/columns.h"
#include "engine/output/groups.h"
#include "engine/output/text_parts.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

constexpr std::size_t kQuoteLength = 60;  // code points
constexpr std::size_t kPlacesNamed = 8;   // further places of one group

Ink ink_of(Severity severity) {
  constexpr std::array<Ink, 3> kInks = {Ink::kNote, Ink::kWarning, Ink::kError};
  return kInks[static_cast<std::size_t>(severity)];
}

std::string label_of(const Group& group, const Paint& paint) {
  const Finding& finding = *group.first;
  const std::string_view waived = finding.waived ? kWaivedWord : std::string_view();
  return paint(ink_of(finding.severity), "【" + std::string(words_of(finding.severity)) +
                                             std::string(waived.empty() ? "" : "·") +
                                             std::string(waived) + "】");
}

std::string quoted(const Finding& finding) {
  if (finding.quote.empty())
    return {};
  return "“" + shortened(inside_quotes(printable(unwrapped(finding.quote))), kQuoteLength) + "”";
}

std::string row(std::string_view label, const std::string& words) {
  return words.empty() ? std::string() : "    " + std::string(label) + "：" + words + "\n";
}

std::string other_places(const Group& group) {
  std::string words;
  for (std::size_t i = 0; i < std::min(group.others.size(), kPlacesNamed); ++i)
    words += (words.empty() ? "" : "；") + place_words(group.others[i]->location);
  return group.others.size() > kPlacesNamed ? words + "等" : words;
}

std::string count_of(const Group& group) {
  return group.others.empty() ? std::string()
                              : "（" + std::to_string(group.others.size() + 1) + "处）";
}

std::string in_full(const Group& group, const Paint& paint) {
  const Finding& finding = *group.first;
  const std::string place = place_words(finding);
  const std::string quote = quoted(finding);
  std::string words = label_of(group, paint) + printable(finding.message) + count_of(group) +
                      paint(Ink::kFaint, "  [" + finding.rule + "]") + "\n";
  words += row("位置", place + (place.empty() || quote.empty() ? "" : "  ") + quote);
  words += row("另见", other_places(group));
  words += row("依据", printable(basis_words(finding.basis)));
  words += row("建议", printable(finding.advice));
  words += row("豁免", printable(finding.waiver));
  return words;
}

std::string in_brief(const Group& group, const Paint& paint) {
  const std::string place = place_words(*group.first);
  return label_of(group, paint) + printable(group.first->message) + count_of(group) +
         (place.empty() ? "" : "（" + place + "）") + "\n";
}

}  // namespace

std::string Paint::operator()(Ink ink, std::string_view words) const {
  static constexpr std::array<std::string_view, 6> kCodes = {"1",    "1;31", "1;33",
                                                             "1;36", "1;35", "2"};
  if (!colour_)
    return std::string(words);
  return "\x1b[" + std::string(kCodes[static_cast<std::size_t>(ink)]) + "m" + std::string(words) +
         "\x1b[0m";
}

std::string text_findings(const DocumentReport& document, const WriteOptions& options) {
  const Paint paint(options.colour);
  const std::vector<Group> groups = grouped(document.findings);
  const std::size_t full = options.full_findings == 0 ? groups.size() : options.full_findings;
  std::string words = groups.empty() ? "" : "\n";
  for (std::size_t i = 0; i < groups.size(); ++i)
    words += i < full ? in_full(groups[i], paint) : in_brief(groups[i], paint);
  return words;
}

}  // namespace plumbline::output
