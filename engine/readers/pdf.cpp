#include "engine/readers/pdf.h"

#include <algorithm>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/readers/failure.h"
#include "engine/readers/layout.h"
#include "engine/readers/locale_office.h"
#include "engine/readers/page_list.h"
#include "engine/readers/pdf_words.h"
#include "engine/readers/program.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kHeaderReach = 4096;
constexpr std::size_t kMaxPages = 5000;

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
  if (says("Unsupported") && says("encryption")) {
    return {ReadOutcome::kUnsupportedType, std::string(locale::kUnknownEncryption)};
  }
  if (says("Out of memory") || says("bad_alloc")) {
    return {ReadOutcome::kLimitExceeded, std::string(locale::kBomb)};
  }
  return result.status == 0 ? Failure{}
                            : Failure{ReadOutcome::kCorrupt, locale::damaged("", "pdf")};
}

/// Characters that say nothing: not decodable, private, control.
bool is_garbage(char32_t c) {
  return c == kReplacement || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000 || c < 0x20;
}

struct Count {
  std::size_t characters = 0, garbage = 0;
};
Count count_of(const LayoutPage& page) {
  Count count;
  for (const LayoutWord& word : page.words) {
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
      return failed("pdf", {ReadOutcome::kCorrupt, locale::damaged("", "pdf")});
    }
    classify();
    return finish();
  }

 private:
  /// Sorts the pages: with text, without, with text that says nothing.
  void classify() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const Count count = count_of(pages_[i]);
      characters_ += count.characters;
      const int number = static_cast<int>(i + 1);
      if (count.characters == 0) {
        empty_.push_back(number);
      } else if (count.garbage * 50 > count.characters) {
        garbled_.push_back(number);
        pages_[i].words.clear();
      } else {
        ++readable_;
      }
    }
  }

  /// Pages that hold pictures, by the program that lists them without decoding any.
  std::vector<int> pages_with_images() const {
    ProgramCall call;
    call.arguments = {"pdfimages", "-list", "{input}"};
    call.input = bytes_;
    const ProgramResult result = readers::run(call, limits_);
    std::vector<int> pages;
    for (std::size_t at = 0; at < result.output.size();) {
      const std::size_t end = std::min(result.output.find('\n', at), result.output.size());
      const int page =
          std::atoi(result.output.substr(at, std::min<std::size_t>(end - at, 8)).c_str());
      if (page > 0 && (pages.empty() || pages.back() != page)) {
        pages.push_back(page);
      }
      at = end + 1;
    }
    return pages;
  }

  void note(std::string_view kind, std::string what, int page, bool text_missing) {
    Loss loss;
    loss.kind = kind;
    loss.what = std::move(what);
    loss.location.page = page;
    loss.text_missing = text_missing;
    extraction_.losses.push_back(std::move(loss));
  }

  Extraction finish() {
    std::vector<int> scanned, blank;
    if (!empty_.empty()) {
      const std::vector<int> images = pages_with_images();
      for (const int page : empty_) {
        (std::ranges::binary_search(images, page) ? scanned : blank).push_back(page);
      }
    }
    if (readable_ == 0) {
      return nothing_readable(scanned);
    }
    if (!scanned.empty()) {
      note("scanned-page", locale::scanned_pages(page_list(scanned)), scanned.front(), true);
    }
    if (!garbled_.empty()) {
      note("garbled-page", locale::garbled_pages(page_list(garbled_)), garbled_.front(), true);
    }
    if (!blank.empty()) {
      note("blank-page", locale::blank_pages(page_list(blank)), blank.front(), false);
    }
    lay_out(pages_, extraction_);
    extraction_.outcome =
        extraction_.losses.empty() ? ReadOutcome::kOk : ReadOutcome::kOkWithLosses;
    return std::move(extraction_);
  }

  Extraction nothing_readable(const std::vector<int>& scanned) {
    if (!garbled_.empty()) {
      return failed("pdf",
                    {ReadOutcome::kTextUnreliable, locale::garbled_pages(page_list(garbled_))});
    }
    if (!scanned.empty()) {
      return failed("pdf", {ReadOutcome::kScanned, locale::scanned_document(page_list(scanned))});
    }
    return failed("pdf", {ReadOutcome::kEmpty, std::string(locale::kPdfWithoutText)});
  }

  std::string_view bytes_;
  const Limits& limits_;
  std::vector<LayoutPage> pages_;
  std::vector<int> empty_, garbled_;
  std::size_t characters_ = 0, readable_ = 0;
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
