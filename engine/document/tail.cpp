#include <algorithm>

#include "engine/document/draft.h"
#include "engine/document/organs.h"

/// What stands behind the body: annex list, signature, date, note, copies, furniture of the page.
/// Where it holds neither signature nor date, a cover letter in front of the report may.
namespace plumbline::document {
namespace {

constexpr std::size_t kLongestSignature = 60;  // code points
constexpr std::size_t kMostOrgans = 4;
constexpr std::size_t kLongestLabel = 60;  // bytes

class TailReader {
 public:
  explicit TailReader(Draft& draft)
      : draft_(draft), begin_(std::min(draft.first_heading, draft.body_first)) {}

  void run() {
    find_end();
    sort_tail();
    sort_body();
    if (draft_.signature.empty() && !draft_.date)
      read_letter();
    if (!draft_.date)
      read_byline_date();
    if (!draft_.date)
      read_metadata_date();
  }

 private:
  const Line& line(std::size_t i) const { return draft_.lines[i]; }
  std::size_t count() const { return draft_.lines.size(); }

  /// The organ that all of the line names, without its seal.
  std::optional<TextSpan> organ_of(TextSpan span) const {
    std::string_view words = draft_.text.view(span);
    if (const std::optional<pattern::Match> seal = first_of(draft_.words.seal, words);
        seal && seal->span.begin > 0 && seal->span.end == words.size())
      words = words.substr(0, seal->span.begin);
    const bool own = !draft_.title.fact.normal.empty() && words.size() > 6 &&
                     draft_.title.fact.normal.starts_with(words) &&
                     first_of(draft_.words.title_subject, draft_.title.fact.normal)
                             .value_or(pattern::Match{})
                             .span.begin == words.size();
    if (!own && !matches_any(draft_.words.organ, words))
      return std::nullopt;
    return TextSpan{span.begin, span.begin + words.size()};
  }

  bool may_sign(std::size_t i) const {
    return !line(i).mark && !line(i).furniture && line(i).points > 0 &&
           line(i).points <= kLongestSignature && draft_.roles[i] != Role::kTitle;
  }

  struct Closing {
    std::optional<WrittenDate> date;  ///< offsets into the text
    std::optional<TextSpan> organ;    ///< on the same line
  };

  /// A date, alone on its line or behind the organ.
  Closing closing_at(std::size_t i) const {
    Closing closing;
    if (!may_sign(i))
      return closing;
    std::optional<WrittenDate> date = closing_date(line(i).words);
    if (!date)
      date = loose_closing_date(line(i).words);
    if (!date)
      return closing;
    const bool bracket = date->at.begin > 0 && line(i).words[date->at.begin - 1] == '(';
    const bool all = !bracket && line(i).words.front() == '(' && line(i).words.back() == ')';
    const TextSpan front =
        trim(draft_.text.view(), {line(i).span.begin + (all ? 1 : 0),
                                  line(i).span.begin + date->at.begin - (bracket ? 1 : 0)});
    if (!front.empty()) {
      closing.organ = organ_of(front);
      if (!closing.organ)
        return closing;
    }
    date->at = {line(i).span.begin + date->at.begin, line(i).span.begin + date->at.end};
    closing.date = std::move(date);
    return closing;
  }

  /// 20__年__月__日: a date that was never filled in.
  bool is_blank_date(std::size_t i) const {
    const std::string_view words = line(i).words;
    return line(i).points <= 14 && words.ends_with("日") &&
           words.find("年") != std::string_view::npos && words.find("月") != std::string_view::npos;
  }

  /// （盖章） on a line of its own.
  bool is_seal(std::size_t i) const {
    return may_sign(i) && matches_any(draft_.words.seal, line(i).words);
  }

  /// The first of the seals that stand right above `below`, `below` itself where there are none.
  std::size_t above_seals(std::size_t below, std::size_t limit) const {
    while (below > limit && is_seal(below - 1)) --below;
    return below;
  }

  bool organ_above(std::size_t i, std::size_t limit) const {
    i = above_seals(i, limit);
    return i > limit && may_sign(i - 1) && organ_of(line(i - 1).span);
  }

  /// The organ that line `i` names, or line `i` and the one above it together.
  std::optional<TextSpan> organ_ending_at(std::size_t i, std::size_t limit) const {
    if (i > limit && may_sign(i - 1) && !line(i - 1).prose &&
        is_broken_name(draft_.words, line(i - 1).words, line(i).words))
      return TextSpan{line(i - 1).span.begin, line(i).span.end};
    return organ_of(line(i).span);
  }

  /// Organs on the lines right above `below`, in the order of the text. Returns their first line.
  std::size_t take_organs_above(std::size_t below, std::size_t limit) {
    std::size_t first = organ_above(below, limit) ? above_seals(below, limit) : below;
    for (std::size_t i = first; i < below; ++i) draft_.roles[i] = Role::kSignature;
    std::vector<TextSpan> found;
    while (first > limit && found.size() < kMostOrgans && may_sign(first - 1)) {
      const std::optional<TextSpan> organ = organ_ending_at(first - 1, limit);
      if (!organ)
        break;
      found.insert(found.begin(), *organ);
      while (first > limit && line(first - 1).span.begin >= organ->begin)
        draft_.roles[--first] = Role::kSignature;
    }
    draft_.signature.insert(draft_.signature.begin(), found.begin(), found.end());
    return first;
  }

  void keep_date(const WrittenDate& date, std::string source) {
    draft_.date = DateFact{date.day,
                           date.form,
                           {draft_.text.display(date.at), std::string(draft_.text.view(date.at)),
                            date.at, std::move(source)}};
  }

  /// Takes the closing that ends at line `i`: signature and date. Returns its first line.
  std::size_t take_closing(std::size_t i, std::size_t limit, const Closing& closing) {
    keep_date(*closing.date, "signature");
    draft_.roles[i] = Role::kDate;
    if (closing.organ)
      draft_.signature.push_back(*closing.organ);
    const std::size_t first = take_organs_above(i, limit);
    if (draft_.signature.empty() && i + 1 < count() && may_sign(i + 1)) {
      if (const std::optional<TextSpan> organ = organ_of(line(i + 1).span)) {
        draft_.signature.push_back(*organ);
        draft_.roles[i + 1] = Role::kSignature;
      }
    }
    return first;
  }

  bool is_tail_word(std::size_t i) const {
    const auto at_front = [this, i](const Vocabulary::List& list) {
      const std::optional<pattern::Match> match = first_of(list, line(i).words.substr(0, 120));
      return match && match->span.begin <= 3;
    };
    return !line(i).mark && (at_front(draft_.words.annex) || at_front(draft_.words.copy));
  }

  /// A dotted or malformed date with no organ above is a page's or a list's, not the document's.
  bool closes_document(std::size_t i, const Closing& closing) const {
    return closing.date && (closing.organ || !needs_organ(*closing.date) || organ_above(i, begin_));
  }

  static bool needs_organ(const WrittenDate& date) {
    return date.form == "dotted" || date.form == "loose" || date.form == "incomplete";
  }

  /// 单位：X局（盖章） above 日期：2025年1月8日 behind the text: the labels are left off. A date
  /// alone with a label is a page's.
  void leave_labels_off(std::size_t last_text) {
    bool signed_here = false;
    for (std::size_t i = last_text + 1; i < count(); ++i) {
      const std::optional<pattern::Match> label =
          first_of(draft_.words.closing_label, line(i).words.substr(0, kLongestLabel));
      if (!label || label->span.begin > 0 || label->span.end == line(i).words.size())
        continue;
      const TextSpan rest =
          trim(draft_.text.view(), {line(i).span.begin + label->span.end, line(i).span.end});
      const bool organ = organ_of(rest).has_value();
      signed_here = signed_here || organ;
      if (!organ && !(signed_here && closing_date(draft_.text.view(rest))))
        continue;
      Line& bare = draft_.lines[i];
      bare.span = rest;
      bare.words = draft_.text.view(rest);
      bare.furniture = bare.labelled = bare.prose = false;
    }
  }

  void find_end() {
    std::size_t last_text = begin_;
    for (std::size_t i = begin_; i < count(); ++i) {
      if ((line(i).prose || line(i).mark) && !line(i).furniture)
        last_text = i;
    }
    leave_labels_off(last_text);
    std::size_t end = count();
    for (std::size_t i = count(); i-- > begin_ + 1;) {
      if (const Closing closing = closing_at(i); closes_document(i, closing)) {
        end = take_closing(i, begin_, closing);
        break;
      }
      if (is_blank_date(i) && may_sign(i)) {
        draft_.roles[i] = Role::kDate;
        end = take_organs_above(i, begin_);
        break;
      }
    }
    if (end == count())
      end = unsigned_loose_date(last_text);
    if (end == count())
      end = signature_without_date();
    draft_.tail_first = std::min({end, annex_before(end), furniture_after(last_text)});
  }

  /// 2025年1月20号 alone on a line behind the text, where no organ signs above it.
  std::size_t unsigned_loose_date(std::size_t last_text) {
    for (std::size_t i = count(); i-- > last_text + 1;) {
      const Closing closing = closing_at(i);
      if (closing.date && closing.date->form == "loose" && closing.date->at == line(i).span)
        return take_closing(i, begin_, closing);
    }
    return count();
  }

  /// The last lines name organs and nothing follows but notes and furniture.
  std::size_t signature_without_date() {
    for (std::size_t i = count(); i-- > begin_ + 1;) {
      if (line(i).points == 0 || line(i).furniture || is_tail_word(i) ||
          found_any(draft_.words.note, line(i).words))
        continue;
      const std::size_t first = take_organs_above(i + 1, begin_);
      return first == i + 1 ? count() : first;
    }
    return count();
  }

  /// First line of an annex list or of 抄送 behind the last first-level heading.
  std::size_t annex_before(std::size_t end) const {
    std::size_t from = begin_;
    for (std::size_t i = begin_; i < end; ++i) {
      if (line(i).mark && line(i).mark->level <= 2)
        from = i;
    }
    for (std::size_t i = from + 1; i < end; ++i) {
      if (is_tail_word(i))
        return i;
    }
    return end;
  }

  std::size_t furniture_after(std::size_t last_text) const {
    for (std::size_t i = last_text + 1; i < count(); ++i) {
      if (line(i).furniture)
        return i;
    }
    return count();
  }

  void sort_tail() {
    Role mode = Role::kNote;
    for (std::size_t i = draft_.tail_first; i < count(); ++i) {
      Role& role = draft_.roles[i];
      if (role == Role::kSignature || role == Role::kDate)
        continue;
      const std::string_view front = line(i).words.substr(0, 120);
      if (found_any(draft_.words.copy, front) && !line(i).mark)
        mode = role = Role::kCopy;
      else if (is_tail_word(i))
        mode = role = Role::kAnnex;
      else if (line(i).furniture && !line(i).prose)
        mode = role = Role::kFurniture;
      else if (found_any(draft_.words.note, line(i).words) ||
               (mode == Role::kFurniture && line(i).prose))
        role = Role::kNote;
      else
        role = mode == Role::kCopy ? Role::kNote : mode;
    }
  }

  /// Furniture and the running header in the middle of the text.
  void sort_body() {
    constexpr std::size_t kShort = 40;
    for (std::size_t i = begin_; i < draft_.tail_first; ++i) {
      if (line(i).mark || line(i).prose || draft_.roles[i] != Role::kBody)
        continue;
      const bool header = !draft_.title.fact.normal.empty() && i >= draft_.first_heading &&
                          line(i).words == draft_.title.fact.normal;
      if (header || (line(i).furniture && line(i).points <= kShort))
        draft_.roles[i] = Role::kFurniture;
    }
  }

  void read_letter() {
    for (std::size_t i = 0; i < draft_.first_heading; ++i) {
      if (draft_.roles[i] == Role::kFurniture && line(i).labelled)
        continue;
      const Closing closing = closing_at(i);
      if (!closing.date || closing.date->form == "incomplete")
        continue;  // the month on a cover
      const bool signed_above = i > 0 && may_sign(i - 1) && organ_of(line(i - 1).span);
      const bool addressed = draft_.addressee && draft_.addressee->begin < line(i).span.begin;
      if (closing.date->form == "dotted" && !(signed_above && addressed))
        continue;  // the day a page was published
      const bool bracketed = line(i).words.front() == '(';
      if (!closing.organ && !signed_above && !bracketed)
        continue;
      if (i > 0 && !signed_above && matches_any(draft_.words.signatory, line(i - 1).words)) {
        draft_.signature.push_back(line(i - 1).span);
        draft_.signed_by_person = true;
        draft_.roles[i - 1] = Role::kSignature;
      }
      take_closing(i, 0, closing);
      std::erase_if(draft_.letterhead,
                    [this](std::size_t k) { return draft_.roles[k] == Role::kSignature; });
      return;
    }
  }

  /// （2025年2月13日） alone on a line under the title, where the signature has no date.
  void read_byline_date() {
    for (std::size_t i = 0; i < draft_.first_heading; ++i) {
      if (draft_.roles[i] != Role::kByline || line(i).words.front() != '(')
        continue;
      const Closing closing = closing_at(i);
      if (!closing.date || closing.organ || needs_organ(*closing.date))
        continue;
      keep_date(*closing.date, "signature");
      draft_.roles[i] = Role::kDate;
      return;
    }
  }

  void read_metadata_date() {
    if (!draft_.metadata.date)
      return;
    const TextSpan value = *draft_.metadata.date;
    std::optional<WrittenDate> date = find_date(draft_.text.view(value));
    if (!date)
      return;
    date->at = {value.begin + date->at.begin, value.begin + date->at.end};
    keep_date(*date, "metadata");
  }

  Draft& draft_;
  std::size_t begin_;  ///< where the body begins
};

}  // namespace

void read_tail(Draft& draft) {
  TailReader(draft).run();
}

}  // namespace plumbline::document
