#include "engine/readers/pdf.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/base/code_points.h"
#include "engine/base/utf8.h"
#include "engine/readers/encoding.h"
#include "engine/readers/failure.h"
#include "engine/readers/layout.h"
#include "engine/readers/locale_office.h"
#include "engine/readers/ocr.h"
#include "engine/readers/page_list.h"
#include "engine/readers/page_losses.h"
#include "engine/readers/pdf_beside.h"
#include "engine/readers/pdf_damage.h"
#include "engine/readers/pdf_directions.h"
#include "engine/readers/pdf_frames.h"
#include "engine/readers/pdf_pictured.h"
#include "engine/readers/pdf_pictures.h"
#include "engine/readers/pdf_traits.h"
#include "engine/readers/pdf_unseen.h"
#include "engine/readers/pdf_words.h"
#include "engine/readers/program.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kHeaderReach = 4096;
constexpr std::size_t kMaxPages = 5000;
constexpr std::size_t kMostTold = 2000;  // bytes of words that are told

using End = ProgramResult::End;

Failure failure_of(const ProgramResult& result) {
  const auto says = [&](std::string_view words) {
    return result.errors.find(words) != std::string::npos;
  };
  switch (result.end) {
    case End::kMissing:
      return {ReadOutcome::kUnsupportedType, std::string(locale::kNoPdftotext)};
    case End::kTimeout:
      return {ReadOutcome::kTimeout, std::string(locale::kPdfTimeout)};
    case End::kTooMuch:
      return {ReadOutcome::kLimitExceeded, std::string(locale::kTooMuchText)};
    case End::kSignalled:
      return {ReadOutcome::kCrashed, std::string(locale::kPdfCrash)};
    case End::kNotStarted:
      return {ReadOutcome::kCrashed, std::string(locale::kProgramNotStarted)};
    case End::kExited:
      break;
  }
  if (says("Incorrect password")) {
    return {ReadOutcome::kNeedsPassword, std::string(locale::kEncrypted)};
  }
  if ((says("Unsupported") && says("encryption")) || says("security handler")) {
    return {ReadOutcome::kUnsupportedType, std::string(locale::kUnknownEncryption)};
  }
  if (says("Out of memory") || says("bad_alloc")) {
    return {ReadOutcome::kLimitExceeded, std::string(locale::kBomb)};
  }
  return result.status == 0
             ? Failure{}
             : Failure{ReadOutcome::kCorrupt, locale::damaged("", locale::kPdfStructure)};
}

/// Characters that say nothing: not decodable, private, control.
bool is_garbage(char32_t c) {
  return c == kReplacement || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000 || c < 0x20;
}

struct Count {
  std::size_t characters = 0, garbage = 0, rare = 0;

  /// Decoded by no table or by a wrong one.
  bool says_nothing() const {
    constexpr std::size_t kTelling = 8;  // characters
    return garbage * 50 > characters || (characters >= kTelling && rare * 2 > characters);
  }
};
Count count_of(const LayoutPage& page) {
  Count count;
  for (const LayoutWord& word : page.words) {
    count.rare += count_rare(word.text);
    for (std::size_t at = 0; at < word.text.size(); ++count.characters) {
      const CodePoint c = decode_utf8(word.text, at);
      count.garbage += is_garbage(c.value) ? 1u : 0u;
      at = c.end;
    }
  }
  return count;
}

class PdfReading {
 public:
  PdfReading(std::string_view bytes, const Limits& limits) : bytes_(bytes), limits_(limits) {
    extraction_.format = "pdf";
  }

  Extraction run() {
    ProgramCall call;
    call.arguments = {
        "pdftotext", "-bbox-layout", "-enc", "UTF-8", "-l", std::to_string(kMaxPages), "{input}",
        "-"};
    call.input = bytes_;
    const ProgramResult result = readers::run(call, limits_);
    if (Failure failure = failure_of(result)) {
      return failed("pdf", std::move(failure));
    }
    pages_ = parse_pdf_words(result.output);
    if (pages_.empty()) {
      return failed("pdf", {ReadOutcome::kCorrupt, locale::damaged("", locale::kPdfStructure)});
    }
    if (const std::string damage = told_damage(result.errors); !damage.empty()) {
      add_loss(extraction_.losses, "damaged-content", locale::damaged_content(damage), 0, true);
    }
    const PdfTraits traits = pdf_traits(bytes_);
    const PdfInfo info = ask_pdf_info(bytes_, traits, limits_, extraction_.losses);
    frames_ = info.frames;
    crop_pages();
    if (Failure failure =
            look_beside(bytes_, traits, info.form, pages_, limits_, extraction_.losses)) {
      return failed("pdf", std::move(failure));
    }
    classify();
    find_turned_words();
    sort_pages_without_text();
    look_at_words();
    if (limits_.ocr && !scanned_.empty()) {
      recognise();
    }
    return finish();
  }

 private:
  /// Words outside of the part of a page that is shown are seen by nobody.
  void crop_pages() {
    frames_.resize(pages_.size());
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (frames_[i].width > 0) {
        pages_[i].width = frames_[i].width;
        pages_[i].height = frames_[i].height;
      }
      if (frames_[i].cuts()) {
        pages_[i].shown_left = frames_[i].left;
        pages_[i].shown_top = frames_[i].top;
      }
      const std::string outside = frames_[i].cuts() ? crop(pages_[i], frames_[i]) : std::string();
      if (!outside.empty()) {
        const auto number = static_cast<int>(i + 1);
        add_loss(extraction_.losses, "hidden-text",
                 locale::cropped_words(number, utf8::prefix(outside, kMostTold)), number, false);
      }
    }
  }

  /// From here on places are those of the part that is shown.
  void move_to_frames() {
    crop_pages();  // what was recognised since
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (frames_[i].cuts()) {
        move_to_frame(pages_[i], frames_[i]);
      }
    }
  }

  /// Sorts the pages: with text, without, with text that says nothing.
  void classify() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const Count count = count_of(pages_[i]);
      const int number = static_cast<int>(i + 1);
      if (count.characters == 0) {
        empty_.push_back(number);
      } else if (count.says_nothing()) {
        garbled_.push_back(number);
        pages_[i].words.clear();
      } else {
        ++readable_;
      }
    }
  }

  /// Words that run in other directions are read in their own order; where nobody knows it, that is
  /// told. Pages beyond the first ones that must be drawn stay as they are and are told.
  void find_turned_words() {
    constexpr std::size_t kMostDrawn = 30;
    std::size_t drawn = 0;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (!may_be_turned(pages_[i])) {
        continue;
      }
      const int number = static_cast<int>(i + 1);
      const PdfDrawing drawing =
          ++drawn <= kMostDrawn ? draw_pdf_page(bytes_, number, pages_[i], limits_) : PdfDrawing();
      const std::string unknown = find_directions(pages_[i], drawing);
      if (!unknown.empty()) {
        add_loss(extraction_.losses, "sideways",
                 locale::unordered_words(utf8::prefix(unknown, kMostTold)), number, true);
      }
    }
  }

  /// A page without text is scanned, drawn or blank; what pictures do to the words of others is
  /// decided page by page.
  void sort_pages_without_text() {
    std::vector<int> others;
    const std::vector<PdfPicture> pictures = pdf_pictures(bytes_, limits_);
    for (const int page : empty_) {
      const bool pictured = std::ranges::binary_search(pictures, page, {}, &PdfPicture::page);
      (pictured ? scanned_ : others).push_back(page);
    }
    drawn_ = pdf_drawn_pages(bytes_, others, limits_);
    std::ranges::set_difference(others, drawn_, std::back_inserter(blank_));
    take_pictured(sort_pictured_pages(bytes_, pages_, pictures, limits_));
  }

  void take_pictured(PicturedPages pictured) {
    layers_ = std::move(pictured.layers);
    add_loss(extraction_.losses, "not-drawn", pictured.not_looked_at, locale::pages_not_drawn,
             false);
    readable_ -= pictured.scanned.size();
    scanned_.insert(scanned_.end(), pictured.scanned.begin(), pictured.scanned.end());
    std::ranges::sort(scanned_);
    for (PicturedPages::Covered& one : pictured.covered) {
      add_loss(extraction_.losses, "hidden-text",
               locale::covered_words(one.page, one.words.covered), one.page, false);
      pages_[static_cast<std::size_t>(one.page - 1)].words = std::move(one.words.words);
    }
  }

  /// Words that nobody sees are no text of the report; what cannot be decided is told. Pages with a
  /// layer over a scan show the scan.
  void look_at_words() {
    std::vector<int> numbers;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const int number = static_cast<int>(i + 1);
      if (!pages_[i].words.empty() && !std::ranges::binary_search(layers_, number)) {
        numbers.push_back(number);
      }
    }
    PageDrawings drawings = draw_pages(bytes_, numbers, pages_, limits_);
    for (UnseenPage& one : drawings.pages) {
      const bool certain = drawings.fonts_embedded && !one.words.mostly_unseen();
      add_loss(extraction_.losses, "hidden-text",
               certain ? locale::unseen_words(one.page, one.words.unseen)
                       : locale::perhaps_unseen_words(one.page, one.words.unseen),
               one.page, false);
      if (certain) {
        pages_[static_cast<std::size_t>(one.page - 1)].words = std::move(one.words.seen);
      }
    }
    add_loss(extraction_.losses, "not-drawn", drawings.not_drawn, locale::pages_not_drawn, false);
  }

  /// Gives scanned pages words; those that have none then are blank.
  void recognise() {
    for (const int page : scanned_) {
      pages_[static_cast<std::size_t>(page - 1)].words.clear();  // of a stamp: it is recognised too
    }
    why_not_recognised_ = recognise_pdf_pages(bytes_, scanned_, limits_, pages_);
    std::vector<int> left;
    for (const int page : scanned_) {
      if (pages_[static_cast<std::size_t>(page - 1)].words.empty()) {
        left.push_back(page);
      } else {
        add_loss(extraction_.losses, "ocr", locale::recognised_page(page), page, false);
        ++readable_;
      }
    }
    scanned_ = std::move(left);
  }

  Extraction finish() {
    if (readable_ == 0) {
      return failed("pdf", why_nothing());
    }
    for (const int page : layers_) {
      add_loss(extraction_.losses, "ocr", locale::layer_page(page), page, false);
    }
    if (why_not_recognised_) {
      add_loss(extraction_.losses, "ocr-failed", why_not_recognised_.message,
               scanned_.empty() ? 0 : scanned_.front(), false);
    }
    add_loss(extraction_.losses, "scanned-page", scanned_, locale::scanned_pages, true);
    add_loss(extraction_.losses, "garbled-page", garbled_, locale::garbled_pages, true);
    add_loss(extraction_.losses, "outlined-page", drawn_, locale::drawn_pages, true);
    add_loss(extraction_.losses, "blank-page", blank_, locale::blank_pages, false);
    move_to_frames();
    lay_out(pages_, extraction_);
    extraction_.outcome =
        extraction_.losses.empty() ? ReadOutcome::kOk : ReadOutcome::kOkWithLosses;
    return std::move(extraction_);
  }

  Failure why_nothing() const {
    if (!garbled_.empty()) {
      return {ReadOutcome::kTextUnreliable, locale::garbled_pages(page_list(garbled_))};
    }
    if (why_not_recognised_) {
      return why_not_recognised_;
    }
    if (!scanned_.empty()) {
      return {ReadOutcome::kScanned, locale::scanned_document(page_list(scanned_))};
    }
    return {ReadOutcome::kEmpty, drawn_.empty() ? std::string(locale::kPdfWithoutText)
                                                : locale::drawn_pages(page_list(drawn_))};
  }

  std::string_view bytes_;
  const Limits& limits_;
  std::vector<LayoutPage> pages_;
  std::vector<int> empty_, garbled_, scanned_, drawn_, blank_;
  std::vector<int> layers_;       ///< pages with the text of a scan over its picture
  std::vector<PdfFrame> frames_;  ///< of each page
  Failure why_not_recognised_;
  std::size_t readable_ = 0;
  Extraction extraction_;
};

}  // namespace

bool recognises_pdf(std::string_view, std::string_view bytes) {
  const std::size_t at = bytes.substr(0, kHeaderReach).find("%PDF-");
  return at == 0 || (at != std::string_view::npos && bytes.find(" obj") != std::string_view::npos);
}

Extraction read_pdf(std::string_view bytes, const Limits& limits) {
  return PdfReading(bytes, limits).run();
}

}  // namespace plumbline::readers
