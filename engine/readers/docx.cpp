#include "engine/readers/docx.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "engine/readers/docx_losses.h"
#include "engine/readers/docx_numbering.h"
#include "engine/readers/docx_scans.h"
#include "engine/readers/docx_styles.h"
#include "engine/readers/docx_walk.h"
#include "engine/readers/layout_line.h"
#include "engine/readers/locale_office.h"
#include "engine/readers/office_package.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kMaxText = 32u << 20;

/// Pieces of one part.
struct Story {
  std::string part;
  std::vector<DocxPiece> pieces;
  std::map<const void*, std::size_t> run_numbers;
};

/// Ordinals of all w:r of a part, in the order of the file.
void number_runs(XmlNode parent, std::map<const void*, std::size_t>& numbers) {
  for (const XmlNode node : parent.children()) {
    if (node.is("w:r")) {
      numbers.emplace(node.id(), numbers.size());
    }
    number_runs(node, numbers);
  }
}

class Reading {
 public:
  Reading(std::string_view bytes, const DocxWish& wish, const Limits& limits)
      : package_(bytes, {}), wish_(wish), limits_(limits) {}

  DocxReading run();

 private:
  std::optional<XmlDocument> linked_part(std::string_view type);
  void read_main(const XmlDocument& document);
  std::string linked_name(std::string_view type) const;
  void read_notes(DocxWalker& walker, bool endnotes);
  void read_margins(DocxWalker& walker);
  void add_story(std::string part, XmlNode root, DocxWalker& walker);
  void unframe();
  void read_scans(const DocxWalker& walker);
  void assemble();
  void write_scans(std::size_t& next, int before);
  int external_links() const;
  void note_losses();
  void note(std::string_view kind, std::string what, bool text_missing = false);
  int page_of(const DocxPiece& piece) const;
  void decide_pages();
  void decide_outcome();

  OfficePackage package_;
  DocxWish wish_;
  const Limits& limits_;
  std::map<std::string, PackageLink> links_;
  std::vector<Story> stories_;
  std::vector<DocxWalker::Reference> references_;
  DocxTally tally_;
  DocxScans scans_;
  bool few_words_ = false;
  bool numbering_missing_ = false;
  bool rendered_ = false, pages_known_ = false;
  DocxReading result_;
};

std::optional<XmlDocument> Reading::linked_part(std::string_view type) {
  for (const auto& [id, link] : links_) {
    if (link.type == type && !link.external) {
      std::optional<XmlDocument> part = package_.part(link.target);
      if (part && part->failure()) {
        // Without the numbers of headings nothing can be called absent.
        note("part", locale::part_unreadable(link.target, part->failure().message),
             type != "styles");
        return std::nullopt;
      }
      if (!part && type == "styles") {
        note("part", locale::part_unreadable(link.target, locale::kPartMissing));
      }
      return part;
    }
  }
  return std::nullopt;
}

/// Name of the part that linked_part() reads.
std::string Reading::linked_name(std::string_view type) const {
  for (const auto& [id, link] : links_) {
    if (link.type == type && !link.external)
      return link.target;
  }
  return {};
}

void Reading::note(std::string_view kind, std::string what, bool text_missing) {
  Loss loss;
  loss.kind = kind;
  loss.what = std::move(what);
  loss.text_missing = text_missing;
  result_.extraction.losses.push_back(std::move(loss));
}

void Reading::add_story(std::string part, XmlNode root, DocxWalker& walker) {
  Story story{std::move(part), walker.take_pieces(), {}};
  if (wish_.runs) {
    number_runs(root, story.run_numbers);
  }
  stories_.push_back(std::move(story));
}

void Reading::read_notes(DocxWalker& walker, bool endnotes) {
  const std::optional<XmlDocument> part = linked_part(endnotes ? "endnotes" : "footnotes");
  std::map<std::string, XmlNode, std::less<>> notes;
  for (const XmlNode node : part ? part->root().children() : XmlNode().children()) {
    notes.emplace(std::string(node.attribute("w:id")), node);
  }
  std::set<std::string, std::less<>> met;
  int missing = 0;
  for (const DocxWalker::Reference& reference : references_) {
    if (reference.kind != BlockKind::kFootnote || reference.endnote != endnotes ||
        !met.insert(reference.id).second) {
      continue;
    }
    const auto found = notes.find(reference.id);
    missing += found == notes.end() ? 1 : 0;
    if (found != notes.end()) {
      walker.walk(found->second, BlockKind::kFootnote);
    }
  }
  if (missing > 0) {
    note("part", locale::missing_notes(missing, endnotes), true);
  }
  if (!part) {
    return;
  }
  add_story(linked_name(endnotes ? "endnotes" : "footnotes"), part->root(), walker);
}

void Reading::read_margins(DocxWalker& walker) {
  std::set<std::string> done;
  for (const DocxWalker::Reference& reference : references_) {
    const auto link = links_.find(reference.id);
    if (reference.kind == BlockKind::kFootnote || link == links_.end() ||
        !done.insert(link->second.target).second) {
      continue;
    }
    const std::optional<XmlDocument> part = package_.part(link->second.target);
    if (part && part->failure()) {
      note("part", locale::part_unreadable(link->second.target, part->failure().message));
    } else if (!part) {
      note("part", locale::part_unreadable(link->second.target, locale::kPartMissing));
    } else {
      walker.walk(part->root(), reference.kind);
      add_story(link->second.target, part->root(), walker);
    }
  }
}

void Reading::read_main(const XmlDocument& document) {
  const std::optional<XmlDocument> style_part = linked_part("styles");
  const DocxStyles styles = style_part ? DocxStyles(style_part->root()) : DocxStyles();
  const std::optional<XmlDocument> number_part = linked_part("numbering");
  DocxNumbering numbering =
      number_part ? DocxNumbering(number_part->root(), styles) : DocxNumbering();
  DocxWalker walker(styles, numbering, wish_);
  walker.walk(document.root().child("w:body"), BlockKind::kParagraph);
  add_story(package_.main(), document.root(), walker);
  numbering_missing_ = numbering.missing();
  tally_ = walker.tally();
  references_ = walker.references();
  read_scans(walker);
  DocxWalker beside(styles, numbering, wish_);
  read_notes(beside, false);
  read_notes(beside, true);
  read_margins(beside);
  tally_.add(beside.tally());
}

/// Pages that were pasted as pictures.
void Reading::read_scans(const DocxWalker& walker) {
  constexpr std::size_t kFewBytes = 180;  // 60 characters
  std::size_t total = 0;
  for (const DocxPiece& piece : stories_.front().pieces) {
    total += piece.text.size();
  }
  few_words_ = total <= kFewBytes;
  const auto bytes_of = [&](const std::string& id) {
    const auto link = links_.find(id);
    const ZipRecord* record = link == links_.end() || link->second.external
                                  ? nullptr
                                  : package_.archive().find(link->second.target);
    return record == nullptr ? std::string() : package_.archive().read(*record).bytes;
  };
  scans_ = read_docx_scans(docx_pictures(walker.drawings()), few_words_, bytes_of, limits_);
}

/// A report that stands in one cell or in text boxes is the report, not a table.
void Reading::unframe() {
  std::vector<DocxPiece>& pieces = stories_.front().pieces;
  std::map<std::pair<BlockKind, int>, std::size_t> sizes;
  std::size_t total = 0;
  for (const DocxPiece& piece : pieces) {
    sizes[{piece.kind, piece.cell}] += piece.text.size();
    total += piece.text.size();
  }
  for (DocxPiece& piece : pieces) {
    const bool framed = piece.kind == BlockKind::kCell || piece.kind == BlockKind::kTextBox;
    if (framed && sizes[{piece.kind, piece.cell}] * 2 > total) {
      piece.kind = BlockKind::kParagraph;
    }
  }
}

/// Pages are counted by the breaks Word left when it last laid the text out, else by explicit ones;
/// where that disagrees with the number of pages the file claims, they are unknown.
void Reading::decide_pages() {
  rendered_ = tally_.rendered_breaks > 0;
  const int counted = (rendered_ ? tally_.rendered_breaks : tally_.explicit_breaks) + 1;
  for (const auto& [id, link] : package_.own_links()) {
    if (link.type == "extended-properties" || link.type == "extendedProperties") {
      const std::optional<XmlDocument> part = package_.part(link.target);
      const std::string pages = part ? part->root().child("ep:Pages").text() : "";
      pages_known_ = docx_number(pages, 0) == counted;
    }
  }
}

int Reading::page_of(const DocxPiece& piece) const {
  return !pages_known_ ? 0 : rendered_ ? piece.rendered_page : piece.explicit_page;
}

/// The number of a page in a header or footer says nothing.
bool is_margin_number(const DocxPiece& piece) {
  return (piece.kind == BlockKind::kHeader || piece.kind == BlockKind::kFooter) &&
         is_page_number(piece.text);
}

/// What was recognised on pictures in paragraphs before `before`.
void Reading::write_scans(std::size_t& next, int before) {
  Extraction& extraction = result_.extraction;
  for (; next < scans_.recognised.size() && scans_.recognised[next].paragraph < before; ++next) {
    const auto& [paragraph, pictures, text] = scans_.recognised[next];
    for (Block block : text.blocks) {
      block.span.begin += extraction.raw.size();
      block.span.end += extraction.raw.size();
      block.page = 0;
      block.paragraph = paragraph;
      extraction.blocks.push_back(block);
    }
    extraction.raw += text.raw;
  }
}

void Reading::assemble() {
  std::size_t scan = 0;
  Extraction& extraction = result_.extraction;
  for (std::size_t part = 0; part < stories_.size(); ++part) {
    const Story& story = stories_[part];
    result_.parts.push_back(story.part);
    for (const DocxPiece& piece : story.pieces) {
      if (piece.contents || is_margin_number(piece)) {
        continue;
      }
      write_scans(scan, part > 0 ? std::numeric_limits<int>::max() : piece.paragraph);
      const std::size_t begin = extraction.raw.size();
      extraction.raw += piece.text;
      Block block;
      block.kind = piece.kind;
      block.span = {begin, extraction.raw.size()};
      block.paragraph = part == 0 ? piece.paragraph : 0;
      block.page = part == 0 ? page_of(piece) : 0;
      block.heading_hint = piece.outline;
      block.centred = piece.centred;
      block.label = piece.label;
      block.row = piece.kind == BlockKind::kCell ? piece.row : 0;
      block.column = piece.kind == BlockKind::kCell ? piece.column : 0;
      extraction.blocks.push_back(block);
      extraction.raw += '\n';
      for (const DocxRunText& run : piece.runs) {
        const auto number = story.run_numbers.find(run.run.id());
        if (number != story.run_numbers.end()) {
          result_.runs.push_back({{begin + run.begin, begin + run.end}, part, number->second});
        }
      }
    }
  }
  write_scans(scan, std::numeric_limits<int>::max());
}

/// Files elsewhere that Word would fetch; we never do. Addresses that people click are none.
int Reading::external_links() const {
  return static_cast<int>(std::ranges::count_if(links_, [](const auto& entry) {
    return entry.second.external && entry.second.type != "hyperlink";
  }));
}

void Reading::note_losses() {
  const auto contents = std::ranges::count_if(stories_.front().pieces, &DocxPiece::contents);
  const bool macro = package_.archive().find("word/vbaProject.bin") != nullptr;
  note_docx_losses({tally_, scans_, contents, external_links(), macro, numbering_missing_},
                   result_.extraction.losses);
}

void Reading::decide_outcome() {
  Extraction& extraction = result_.extraction;
  const bool scanned = scans_.recognised.empty() && few_words_ && !scans_.unread.empty();
  if (scanned && scans_.why_not_recognised) {
    extraction = failed("docx", scans_.why_not_recognised);
  } else if (scanned) {
    extraction = failed("docx", {ReadOutcome::kScanned, std::string(locale::kOnlyPictures)});
  } else if (!extraction.blocks.empty()) {
    extraction.outcome = extraction.losses.empty() ? ReadOutcome::kOk : ReadOutcome::kOkWithLosses;
  } else if (tally_.images > 0) {
    extraction.outcome = ReadOutcome::kScanned;
    extraction.message = locale::kOnlyPictures;
  } else {
    extraction.outcome = ReadOutcome::kEmpty;
    extraction.message = locale::kNoWords;
  }
}

DocxReading Reading::run() {
  result_.extraction.format = "docx";
  Failure failure = package_.failure();
  std::optional<XmlDocument> document;
  if (!failure) {
    document = package_.part(package_.main());
    failure = document->failure();
  }
  if (!failure && !document->root().child("w:body")) {
    failure = {ReadOutcome::kUnsupportedType, std::string(locale::kNotWord)};
  }
  if (failure) {
    result_.extraction = failed("docx", std::move(failure));
    return std::move(result_);
  }
  Failure lost;
  links_ = package_.links(package_.main(), lost);
  if (lost)
    note("part", locale::part_unreadable(links_part(package_.main()), lost.message), true);
  read_main(*document);
  unframe();
  decide_pages();
  note_losses();
  assemble();
  if (result_.extraction.raw.size() > kMaxText) {
    result_.extraction =
        failed("docx", {ReadOutcome::kLimitExceeded, std::string(locale::kTooMuchText)});
    return std::move(result_);
  }
  decide_outcome();
  return std::move(result_);
}

}  // namespace

bool recognises_docx(std::string_view, std::string_view bytes) {
  return zip_kind(bytes) == ZipKind::kWord;
}

Extraction read_docx(std::string_view bytes, const Limits& limits) {
  return std::move(Reading(bytes, {}, limits).run().extraction);
}

Extraction read_converted_docx(std::string_view bytes, const Limits& limits) {
  return std::move(Reading(bytes, {.converted = true}, limits).run().extraction);
}

DocxReading read_docx_with_runs(std::string_view bytes, const Limits& limits) {
  return Reading(bytes, {.runs = true}, limits).run();
}

}  // namespace plumbline::readers
