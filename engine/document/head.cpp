#include <algorithm>
#include <string>

#include "engine/document/draft.h"
#include "engine/document/organs.h"

/// What stands in front of the first heading, besides the title: letterhead, number, signer,
/// addressee, preamble, a cover letter, and the furniture of a web page.
namespace plumbline::document {
namespace {

class HeadReader {
 public:
  explicit HeadReader(Draft& draft) : draft_(draft) {}

  void run() {
    const std::size_t end = draft_.first_heading;
    for (std::size_t i = 0; i < end; ++i) claim(i);
    if (!draft_.number && draft_.metadata.number)
      take_number(*draft_.metadata.number);
    find_body();
    for (std::size_t i = 0; i < end; ++i) sort_rest(i);
  }

 private:
  bool is_title(std::size_t i) const { return draft_.roles[i] == Role::kTitle; }
  bool behind_title(std::size_t i) const {
    return draft_.title.last == kNone || i > draft_.title.last;
  }

  void claim(std::size_t i) {
    const Line& line = draft_.lines[i];
    if (is_title(i) || line.points == 0)
      return;
    if (take_signers(i) || line.prose)
      return void(line.prose && take_glued_addressee(i));
    if (take_number(line.span)) {
      draft_.roles[i] = Role::kDocumentNumber;
    } else if (!line.furniture && take_addressee(i)) {
      draft_.roles[i] = Role::kAddressee;
    } else if (!behind_title(i) && is_letterhead(i)) {
      draft_.roles[i] = Role::kLetterhead;
      draft_.letterhead.push_back(i);
    }
  }

  /// The number at the front of the line; false where there is none.
  bool take_number(TextSpan line) {
    const std::string_view words = draft_.text.view(line);
    for (const pattern::Pattern& pattern : draft_.words.document_number) {
      const std::optional<pattern::Match> match = pattern.find(words);
      if (!match || match->span.begin > 3)
        continue;
      const TextSpan group = match->groups.empty() ? match->span : match->groups[0];
      if (!draft_.number)
        draft_.number = TextSpan{line.begin + group.begin, line.begin + group.end};
      return true;
    }
    return false;
  }

  /// 签发人 on a line of its own or behind the number; a second name may stand on the next line.
  bool take_signers(std::size_t i) {
    const Line& line = draft_.lines[i];
    if (line.points > 80 || line.prose)
      return false;
    const std::optional<pattern::Match> label = first_of(draft_.words.signer_label, line.words);
    if (!label)
      return false;
    const TextSpan number{line.span.begin, line.span.begin + label->span.begin};
    const bool numbered = !number.empty() && take_number(number);
    draft_.roles[i] = numbered ? Role::kDocumentNumber : Role::kSigner;
    draft_.signers.push_back(
        trim(draft_.text.view(), {line.span.begin + label->span.end, line.span.end}));
    constexpr std::size_t kLongestName = 5;
    for (std::size_t k = i + 1; k < draft_.first_heading && !is_title(k); ++k) {
      const Line& next = draft_.lines[k];
      if (next.points == 0)
        continue;
      if (next.points > kLongestName || next.points < 2 || next.furniture ||
          matches_any(draft_.words.organ, next.words) ||
          matches_any(draft_.words.letterhead, next.words) || next.words.ends_with(':'))
        break;
      draft_.signers.push_back(next.span);
      draft_.roles[k] = Role::kSigner;
    }
    return true;
  }

  bool take_addressee(std::size_t i) {
    const Line& line = draft_.lines[i];
    if (!line.words.ends_with(':'))
      return false;
    const TextSpan own{line.span.begin, line.span.end - 1};
    const std::size_t first = addressee_from(i, own);
    if (!accept_addressee({draft_.lines[first].span.begin, own.end}, i))
      return false;
    for (std::size_t k = first; k < i; ++k) draft_.roles[k] = Role::kAddressee;
    return true;
  }

  /// The first of the lines that the addressee stands on: its own, or those above that end in a
  /// 、 or in the middle of a name.
  std::size_t addressee_from(std::size_t i, TextSpan own) const {
    constexpr std::size_t kMostLines = 3;
    std::size_t first = i;
    for (std::size_t k = i; k > 0 && i - k + 1 < kMostLines && goes_on(k - 1, own.end); --k) {
      const TextSpan all{draft_.lines[k - 1].span.begin, own.end};
      if (matches_any(draft_.words.addressee, on_one_line(all)))
        first = k - 1;
    }
    return first;
  }

  /// The names on line `i` go on in the next one.
  bool goes_on(std::size_t i, std::size_t end) const {
    constexpr std::size_t kLongest = 80;
    const Line& line = draft_.lines[i];
    if (is_title(i) || line.furniture || line.mark || line.points == 0 || line.points > kLongest ||
        draft_.roles[i] != Role::kBody)
      return false;
    const TextSpan next{draft_.lines[i + 1].span.begin,
                        std::min(draft_.lines[i + 1].span.end, end)};
    return line.words.ends_with("、") || line.words.ends_with(',') ||
           is_broken_name(draft_.words, line.words, draft_.text.view(next));
  }

  std::string on_one_line(TextSpan span) const {
    std::string words(draft_.text.view(span));
    std::erase(words, '\n');
    return words;
  }

  /// "市政府:2024年,…": the addressee was glued to the preamble.
  bool take_glued_addressee(std::size_t i) {
    const Line& line = draft_.lines[i];
    const std::size_t colon = line.words.find(':');
    constexpr std::size_t kLongest = 120;
    return colon < kLongest && accept_addressee({line.span.begin, line.span.begin + colon}, i);
  }

  /// The part that carries it: behind the title where one stands there, else the cover letter's.
  bool accept_addressee(TextSpan span, std::size_t i) {
    if (!matches_any(draft_.words.addressee, on_one_line(span)))
      return false;
    if (!draft_.addressee || (behind_title(i) && !addressee_behind_title_)) {
      draft_.addressee = span;
      addressee_behind_title_ = behind_title(i);
    }
    return true;
  }

  /// An organ above title or number. A name with a page's furniture around it is the site's.
  bool is_letterhead(std::size_t i) const {
    const Line& line = draft_.lines[i];
    if (line.furniture || line.points > 60)
      return false;
    if (matches_any(draft_.words.letterhead, line.words))
      return true;
    if (!matches_any(draft_.words.organ, line.words))
      return false;
    const auto furniture = [this](std::size_t k) { return draft_.lines[k].furniture; };
    return (i == 0 || !furniture(i - 1)) && (i + 1 >= draft_.lines.size() || !furniture(i + 1));
  }

  void find_body() {
    std::size_t at = draft_.title.last == kNone ? 0 : draft_.title.last + 1;
    for (std::size_t i = at; i < draft_.first_heading; ++i) {
      if (draft_.roles[i] == Role::kAddressee)
        at = i + 1;
    }
    while (at < draft_.first_heading && !(draft_.lines[at].prose && !draft_.lines[at].labelled) &&
           !glued_prose(at))
      ++at;
    draft_.body_first = at;
  }

  /// A label of the page with the first sentence behind it: "访问次数:2024年,…".
  bool glued_prose(std::size_t i) const {
    return draft_.lines[i].prose && draft_.lines[i].furniture;
  }

  void sort_rest(std::size_t i) {
    if (draft_.roles[i] != Role::kBody)
      return;
    const Line& line = draft_.lines[i];
    if (i >= draft_.body_first) {
      draft_.roles[i] = line.furniture && !line.prose ? Role::kFurniture : Role::kPreamble;
    } else if (behind_title(i) && draft_.title.last != kNone && is_byline(line)) {
      draft_.roles[i] = Role::kByline;
    } else if (line.furniture || (!line.prose && !in_letter(i))) {
      draft_.roles[i] = Role::kFurniture;
    } else if (const auto annex = first_of(draft_.words.annex, line.words);
               annex && annex->span.begin == 0) {
      draft_.roles[i] = Role::kAnnex;
    }  // else the words of a cover letter
  }

  /// Between the number or letterhead of a cover letter and the title of the report.
  bool in_letter(std::size_t i) const {
    if (behind_title(i) || draft_.title.last == kNone)
      return false;
    const auto begin = draft_.lines.begin();
    const auto title = begin + static_cast<std::ptrdiff_t>(draft_.title.first);
    const bool letter =
        std::any_of(begin, title, [](const Line& line) { return line.prose && !line.furniture; });
    const auto roles = draft_.roles.begin();
    return letter && std::any_of(roles, roles + static_cast<std::ptrdiff_t>(i), [](Role role) {
             return role == Role::kDocumentNumber || role == Role::kLetterhead ||
                    role == Role::kAddressee;
           });
  }

  bool is_byline(const Line& line) const {
    return !line.furniture && line.points <= 40 &&
           (whole_date(line.words) || closing_date(line.words) ||
            matches_any(draft_.words.organ, line.words));
  }

  Draft& draft_;
  bool addressee_behind_title_ = false;
};

}  // namespace

void read_head(Draft& draft) {
  HeadReader(draft).run();
}

}  // namespace plumbline::document
