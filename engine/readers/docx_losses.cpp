#include "engine/readers/docx_losses.h"

#include <string>
#include <string_view>
#include <utility>

#include "engine/readers/locale_office.h"

namespace plumbline::readers {
namespace {

class Notes {
 public:
  explicit Notes(std::vector<Loss>& losses) : losses_(losses) {}

  void if_met(bool met, std::string_view kind, std::string what, bool text_missing = false,
              int paragraph = 0) {
    if (!met) {
      return;
    }
    Loss loss;
    loss.kind = kind;
    loss.what = std::move(what);
    loss.location.paragraph = paragraph;
    loss.text_missing = text_missing;
    losses_.push_back(std::move(loss));
  }

 private:
  std::vector<Loss>& losses_;
};

int other_pictures(const DocxTally& tally, const DocxScans& scans) {
  std::size_t told = scans.unread.size();
  for (const DocxScans::Recognised& one : scans.recognised) {
    told += one.pictures;
  }
  return tally.images - static_cast<int>(told);
}

void note_scans(const DocxScans& scans, Notes& notes) {
  for (const DocxScans::Recognised& one : scans.recognised) {
    notes.if_met(true, "ocr", locale::recognised_picture(one.paragraph), false, one.paragraph);
  }
  if (!scans.unread.empty()) {
    const int first = scans.unread.front().paragraph;
    notes.if_met(true, "scanned-picture", locale::unread_pictures(first, scans.unread.size()), true,
                 first);
  }
  notes.if_met(static_cast<bool>(scans.why_not_recognised), "ocr-failed",
               scans.why_not_recognised.message);
}

}  // namespace

void note_docx_losses(const DocxOmissions& omissions, std::vector<Loss>& losses) {
  const DocxTally& tally = omissions.tally;
  const int pictures = other_pictures(tally, omissions.scans);
  const int objects = tally.charts + tally.objects;
  Notes notes(losses);
  notes.if_met(tally.revisions > 0, "revision", locale::revisions(tally.revisions));
  notes.if_met(omissions.contents > 0, "contents", locale::contents_lines(omissions.contents));
  notes.if_met(tally.hidden > 0, "hidden-text", locale::hidden_text(tally.hidden));
  notes.if_met(pictures > 0, "image", locale::images(pictures));
  note_scans(omissions.scans, notes);
  notes.if_met(objects > 0, "object", locale::objects(objects));
  notes.if_met(!tally.word_art.empty(), "word-art", locale::word_art(tally.word_art));
  notes.if_met(tally.symbols > 0, "symbol", locale::symbols(tally.symbols));
  notes.if_met(tally.open_field, "field", std::string(locale::kOpenField));
  notes.if_met(omissions.external > 0, "external", locale::external_links(omissions.external));
  notes.if_met(omissions.macro, "macro", std::string(locale::kMacro));
  notes.if_met(tally.recalculated > 0, "recalculated-field",
               locale::recalculated_fields(tally.recalculated), true);
  notes.if_met(omissions.numbering_missing, "numbering", std::string(locale::kNumberingLost), true);
  notes.if_met(tally.chunks > 0, "embedded-document", locale::embedded_documents(tally.chunks),
               true);
}

}  // namespace plumbline::readers
