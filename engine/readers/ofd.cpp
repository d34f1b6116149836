#include "engine/readers/ofd.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "engine/readers/encoding.h"
#include "engine/readers/failure.h"
#include "engine/readers/locale_office.h"
#include "engine/readers/ofd_page.h"
#include "engine/readers/ofd_pictures.h"
#include "engine/readers/ofd_unseen.h"
#include "engine/readers/office_package.h"
#include "engine/readers/page_list.h"
#include "engine/readers/page_losses.h"
#include "engine/readers/page_pictures.h"
#include "engine/readers/xml.h"
#include "engine/readers/zip.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kMaxPages = 5000;

class OfdReading {
 public:
  OfdReading(std::string_view bytes, const Limits& limits) : archive_(bytes, {}), limits_(limits) {
    extraction_.format = "ofd";
  }

  Extraction run() {
    Failure failure = archive_.failure();
    if (!failure) {
      failure = find_document();
    }
    if (!failure) {
      failure = read_document();
    }
    return failure ? failed("ofd", std::move(failure)) : finish();
  }

 private:
  std::optional<XmlDocument> part(std::string_view path) {
    const ZipRecord* record = archive_.find(path);
    if (record == nullptr) {
      return std::nullopt;
    }
    ZipArchive::Content content = archive_.read(*record);
    if (content.failure) {
      return XmlDocument(std::move(content.failure));
    }
    return XmlDocument(std::move(content.bytes), path, {});
  }

  /// The root of the newest document; older ones are told.
  Failure find_document() {
    if (archive_.find("Encryptions.xml") != nullptr) {
      return {ReadOutcome::kNeedsPassword, std::string(locale::kEncrypted)};
    }
    const std::optional<XmlDocument> entry = part("OFD.xml");
    if (!entry || entry->failure()) {
      return entry ? entry->failure() : missing("OFD.xml");
    }
    int bodies = 0;
    std::string newest;
    XmlNode chosen;
    for (const XmlNode body : entry->root().children()) {
      if (!body.is("DocBody")) {
        continue;
      }
      const std::string day = day_of(body.child("DocInfo"));
      if (bodies++ == 0 || day.empty() || newest.empty() || day >= newest) {
        newest = day;
        chosen = body;
      }
    }
    root_ = root_of(chosen);
    if (bodies > 1) {
      add_loss(extraction_.losses, "older-documents", locale::older_documents(bodies - 1), 0,
               false);
    }
    return {};
  }

  static std::string day_of(XmlNode info) {
    const std::string changed = info.child("ModDate").text();
    return changed.empty() ? info.child("CreationDate").text() : changed;
  }

  /// The root of a document: of its newest version where it has several.
  std::string root_of(XmlNode body) {
    std::string place;
    double newest = -1;
    int count = 0;
    for (const XmlNode version : body.child("Versions").children()) {
      if (!version.is("Version")) {
        continue;
      }
      constexpr double kCurrent = 1e9;
      const std::vector<double> index = ofd_numbers(version.attribute("Index"), 1);
      const double order = version.attribute("Current") == "true" ? kCurrent
                           : index.empty()                        ? 0
                                                                  : index.front();
      if (count++ == 0 || order >= newest) {
        newest = order;
        place = resolve_part("", version.attribute("BaseLoc"));
      }
    }
    const std::string first = resolve_part("", body.child("DocRoot").text());
    if (count > 1) {
      add_loss(extraction_.losses, "older-documents", locale::older_versions(count - 1), 0, false);
    }
    return count == 0 ? first : root_of_version(place, first);
  }

  /// A version that cannot be found leaves the `first`, which is not what the file shows.
  std::string root_of_version(const std::string& place, const std::string& first) {
    const std::optional<XmlDocument> version = part(place);
    if (version && !version->failure()) {
      const std::string root = version->root().child("DocRoot").text();
      for (const std::string& path : {resolve_part(place, root), resolve_part("", root)}) {
        if (!root.empty() && archive_.find(path) != nullptr) {
          return path;
        }
      }
    }
    add_loss(extraction_.losses, "older-documents", std::string(locale::kVersionMissing), 0, true);
    return first;
  }

  static Failure missing(std::string_view name) {
    return {ReadOutcome::kCorrupt, locale::damaged(name, locale::kPartMissing)};
  }

  Failure read_document() {
    const std::optional<XmlDocument> document = part(root_);
    if (!document || document->failure()) {
      return document ? document->failure() : missing(root_);
    }
    read_resources(document->root());
    const std::string common =
        document->root().path({"CommonData", "PageArea", "PhysicalBox"}).text();
    for (const XmlNode page : document->root().child("Pages").children()) {
      if (page.is("Page") && pages_.size() < kMaxPages) {
        numbers_.emplace(std::string(page.attribute("ID")), pages_.size() + 1);
        read_page(resolve_part(root_, page.attribute("BaseLoc")), common);
      }
    }
    note_annotations(document->root());
    sort_stamped();
    return pages_.empty() ? missing("Pages") : Failure();
  }

  /// Composite units stand in files of their own; the trees live as long as this object.
  void read_resources(XmlNode document) {
    for (const XmlNode node : document.child("CommonData").children()) {
      if (node.is("TemplatePage")) {
        templates_.emplace(std::string(node.attribute("ID")),
                           resolve_part(root_, node.attribute("BaseLoc")));
      }
      if (!node.is("DocumentRes") && !node.is("PublicRes")) {
        continue;
      }
      const std::string name = resolve_part(root_, node.text());
      std::optional<XmlDocument> resources = part(name);
      if (!resources || resources->failure()) {
        continue;
      }
      pictures_.add(resources->root(), name);
      resources_.push_back(*std::move(resources));
      for (const XmlNode unit :
           resources_.back().root().child("CompositeGraphicUnits").children()) {
        units_.emplace(std::string(unit.attribute("ID")), unit);
      }
    }
  }

  /// What stands behind a page on others too: letterheads, lines. It is told, not read as text.
  void note_template(XmlNode content, const std::string& box, int number) {
    for (const XmlNode node : content.children()) {
      const auto found = templates_.find(node.attribute("TemplateID"));
      if (!node.is("Template") || found == templates_.end()) {
        continue;
      }
      const std::optional<XmlDocument> behind = part(found->second);
      if (!behind || behind->failure()) {
        continue;
      }
      std::string words;
      for (const LayoutWord& word : read_ofd_page(behind->root(), box, units_).layout.words) {
        words += words.size() < 600 ? word.text : "";
      }
      if (!words.empty()) {
        add_loss(extraction_.losses, "template", locale::template_words(words), number, false);
      }
    }
  }

  void read_page(const std::string& path, const std::string& common) {
    const std::optional<XmlDocument> content = part(path);
    const int number = static_cast<int>(pages_.size()) + 1;
    OfdPage page;
    if (!content || content->failure()) {
      unread_.push_back(number);
      pages_.push_back({});
      return;
    }
    const std::string own = content->root().path({"Area", "PhysicalBox"}).text();
    page = read_ofd_page(content->root(), own.empty() ? common : own, units_);
    note_template(content->root(), own.empty() ? common : own, number);
    if (page.aside > 0) {
      constexpr std::size_t kSentence = 20;  // characters: more than a remark in the margin
      add_loss(extraction_.losses, "sideways", locale::sideways_words(page.sideways), number,
               page.aside >= kSentence);
    }
    classify(page, number);
    pages_.push_back(std::move(page.layout));
  }

  /// Sorts the page: with text, without, with text that says nothing or nobody sees.
  void classify(OfdPage& page, int number) {
    std::size_t rare = 0;
    for (const LayoutWord& word : page.layout.words) {
      rare += count_rare(word.text);
    }
    const bool garbled =
        page.garbage * 50 > page.characters || (page.characters >= 8 && rare * 2 > page.characters);
    const OfdView view =
        look_at(page, [&](const std::string& id) { return pictures_.is_opaque(id); });
    if (!view.hidden.empty()) {
      add_loss(extraction_.losses, "hidden-text", locale::unseen_words(number, view.hidden), number,
               false);
    }
    const bool stamped = view.filled && !view.layer && is_furniture(page.layout);
    if (page.layout.words.empty() || stamped) {
      take_wordless(page, number, stamped && !page.layout.words.empty());
    } else if (garbled) {
      garbled_.push_back(number);
      page.layout.words.clear();
    } else {
      if (view.layer) {
        add_loss(extraction_.losses, "ocr", locale::layer_page(number), number, false);
      }
      ++readable_;
    }
  }

  /// `stamped`: a scan with a page number or a line of text on it.
  void take_wordless(OfdPage& page, int number, bool stamped) {
    std::vector<int>& kind = stamped           ? stamped_
                             : page.images > 0 ? scanned_
                             : page.paths > 0  ? outlined_
                                               : blank_;
    if (!limits_.ocr || page.images == 0) {
      kind.push_back(number);
      return;
    }
    Failure failure = pictures_.recognise(page, limits_);
    if (failure || page.layout.words.empty()) {
      scanned_.push_back(number);
      why_not_recognised_ = why_not_recognised_ ? why_not_recognised_ : std::move(failure);
    } else {
      add_loss(extraction_.losses, "ocr", locale::recognised_page(number), number, false);
      ++readable_;
    }
  }

  /// The first of the pages may be a cover: a title over a picture.
  void sort_stamped() {
    const bool cover = !stamped_.empty() && stamped_.front() == 1 && readable_ > 0;
    readable_ += cover ? 1u : 0u;
    scanned_.insert(scanned_.end(), stamped_.begin() + (cover ? 1 : 0), stamped_.end());
    std::ranges::sort(scanned_);
  }

  /// Remarks, stamps and watermarks that lie over the pages.
  void note_annotations(XmlNode document) {
    const std::string name = resolve_part(root_, document.child("Annotations").text());
    const std::optional<XmlDocument> list = part(name);
    if (!list || list->failure()) {
      return;
    }
    for (const XmlNode row : list->root().children()) {
      const auto number = numbers_.find(row.attribute("PageID"));
      const std::optional<XmlDocument> page =
          row.is("Page") ? part(resolve_part(name, row.child("FileLoc").text())) : std::nullopt;
      if (number != numbers_.end() && page && !page->failure()) {
        note_annotations_of(page->root(), static_cast<int>(number->second));
      }
    }
  }

  void note_annotations_of(XmlNode page, int number) {
    std::string words;
    for (const XmlNode annotation : page.children()) {
      if (annotation.attribute("Visible") == "false") {
        continue;
      }
      const OfdPage shown = read_ofd_page(annotation.child("Appearance"), "", units_);
      for (const LayoutWord& word : shown.layout.words) {
        words += words.size() < 600 ? word.text + " " : "";
      }
    }
    if (!words.empty()) {
      add_loss(extraction_.losses, "annotation", locale::annotations(words), number, false);
    }
  }

  Extraction finish() {
    if (readable_ == 0) {
      return failed("ofd", why_nothing());
    }
    if (why_not_recognised_) {
      add_loss(extraction_.losses, "ocr-failed", why_not_recognised_.message,
               scanned_.empty() ? 0 : scanned_.front(), false);
    }
    add_loss(extraction_.losses, "scanned-page", scanned_, locale::scanned_pages, true);
    add_loss(extraction_.losses, "garbled-page", garbled_, locale::garbled_pages, true);
    add_loss(extraction_.losses, "outlined-page", outlined_, locale::outlined_pages, true);
    add_loss(extraction_.losses, "unread-page", unread_, locale::unread_pages, true);
    add_loss(extraction_.losses, "blank-page", blank_, locale::blank_pages, false);
    lay_out(pages_, extraction_);
    extraction_.outcome =
        extraction_.losses.empty() ? ReadOutcome::kOk : ReadOutcome::kOkWithLosses;
    return std::move(extraction_);
  }

  Failure why_nothing() const {
    if (!unread_.empty()) {
      return {ReadOutcome::kCorrupt, locale::unread_pages(page_list(unread_))};
    }
    if (!garbled_.empty()) {
      return {ReadOutcome::kTextUnreliable, locale::garbled_pages(page_list(garbled_))};
    }
    if (why_not_recognised_) {
      return why_not_recognised_;
    }
    if (!scanned_.empty()) {
      return {ReadOutcome::kScanned, locale::scanned_document(page_list(scanned_))};
    }
    return {ReadOutcome::kEmpty, outlined_.empty() ? std::string(locale::kNoWords)
                                                   : locale::outlined_pages(page_list(outlined_))};
  }

  ZipArchive archive_;
  const Limits& limits_;
  OfdPictures pictures_{archive_};
  std::string root_;
  std::map<std::string, std::size_t, std::less<>> numbers_;  ///< of pages by their ids
  std::vector<XmlDocument> resources_;
  OfdUnits units_;
  std::map<std::string, std::string, std::less<>> templates_;
  std::vector<LayoutPage> pages_;
  std::vector<int> scanned_, stamped_, outlined_, blank_, garbled_, unread_;
  Failure why_not_recognised_;
  std::size_t readable_ = 0;
  Extraction extraction_;
};

}  // namespace

bool recognises_ofd(std::string_view, std::string_view bytes) {
  return zip_kind(bytes) == ZipKind::kOfd;
}

Extraction read_ofd(std::string_view bytes, const Limits& limits) {
  return OfdReading(bytes, limits).run();
}

}  // namespace plumbline::readers
