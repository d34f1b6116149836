#include "engine/readers/docx_scans.h"

#include <algorithm>
#include <utility>

#include "engine/readers/layout.h"
#include "engine/readers/measure.h"
#include "engine/readers/ocr.h"

namespace plumbline::readers {
namespace {

constexpr double kPage = 250;  // square centimetres: what is no photograph; A4 has 620
constexpr double kSmall = 40;  // a seal, a logo
constexpr std::size_t kMostScans = 300;
constexpr int kDepth = 64;

/// A length is not below 0; EMU are many.
double length_of(std::string_view text) {
  return std::max(number_of(text, 1e9), 0.0);
}

/// `name:12.5pt` in the style of a VML shape, in centimetres; 0 in units that nobody writes.
double length_in(std::string_view style, std::string_view name) {
  for (std::size_t at = 0; at < style.size();) {
    const std::size_t end = std::min(style.find(';', at), style.size());
    const std::string_view one = style.substr(at, end - at);
    at = end + 1;
    if (!one.starts_with(name) || one.substr(name.size(), 1) != ":")
      continue;
    const std::string_view value = one.substr(name.size() + 1);
    constexpr double kPoint = 2.54 / 72;
    const double unit = value.ends_with("pt")   ? kPoint
                        : value.ends_with("in") ? 2.54
                        : value.ends_with("cm") ? 1
                        : value.ends_with("mm") ? 0.1
                                                : 0;
    return length_of(value) * unit;
  }
  return 0;
}

class Finding {
 public:
  explicit Finding(std::vector<DocxPicture>& pictures) : pictures_(pictures) {}

  void walk(XmlNode node, int paragraph, int depth) {
    for (const XmlNode child : node.children()) {
      if (child.is("mc:AlternateContent")) {
        if (depth < kDepth)
          walk(docx_branch(child), paragraph, depth + 1);
      } else if (child.is("pic:pic")) {
        take_picture(child, paragraph);
      } else if (child.is("v:imagedata")) {
        const std::string_view style = node.attribute("style");
        pictures_.push_back({paragraph, std::string(child.attribute("r:id")),
                             length_in(style, "width") * length_in(style, "height")});
      } else if (!child.is("w:txbxContent") && depth < kDepth) {
        walk(child, paragraph, depth + 1);  // boxes have paragraphs of their own
      }
    }
  }

 private:
  void take_picture(XmlNode picture, int paragraph) {
    constexpr double kUnits = 360'000;  // EMU in a centimetre
    XmlNode fill, size;
    for (const XmlNode child : picture.children()) {
      if (child.is("pic:blipFill"))
        fill = child.child("a:blip");
      if (child.is("pic:spPr"))
        size = child.path({"a:xfrm", "a:ext"});
    }
    pictures_.push_back(
        {paragraph, std::string(fill.attribute("r:embed")),
         length_of(size.attribute("cx")) / kUnits * (length_of(size.attribute("cy")) / kUnits)});
  }

  std::vector<DocxPicture>& pictures_;
};

class Recognition {
 public:
  Recognition(const std::function<std::string(const std::string&)>& bytes_of, const Limits& limits)
      : bytes_of_(bytes_of), limits_(limits) {}

  DocxScans run(const std::vector<DocxPicture>& scans) {
    for (std::size_t i = 0; i < scans.size(); ++i) {
      LayoutPage page;
      if (!recognised(scans[i], i, page)) {
        finish();
        scans_.unread.push_back(scans[i]);
        continue;
      }
      if (pages_.empty())
        paragraph_ = scans[i].paragraph;
      pages_.push_back(std::move(page));
      if (i + 1 == scans.size() || scans[i + 1].paragraph > scans[i].paragraph + 1)
        finish();
    }
    return std::move(scans_);
  }

 private:
  bool recognised(const DocxPicture& picture, std::size_t count, LayoutPage& page) {
    if (!limits_.ocr || count >= kMostScans)
      return false;
    const std::string bytes = bytes_of_(picture.link);
    Failure failure = bytes.empty() ? Failure{} : recognise_picture(bytes, limits_, page);
    if (failure && !scans_.why_not_recognised)
      scans_.why_not_recognised = std::move(failure);
    return !page.words.empty();
  }

  /// Pages that follow each other are one text, whose sentences cross their borders.
  void finish() {
    if (pages_.empty())
      return;
    scans_.recognised.push_back({paragraph_, pages_.size(), {}});
    lay_out(std::exchange(pages_, {}), scans_.recognised.back().text);
  }

  const std::function<std::string(const std::string&)>& bytes_of_;
  const Limits& limits_;
  std::vector<LayoutPage> pages_;
  int paragraph_ = 0;
  DocxScans scans_;
};

}  // namespace

std::vector<DocxPicture> docx_pictures(const std::vector<DocxWalker::Drawing>& drawings) {
  std::vector<DocxPicture> pictures;
  for (const DocxWalker::Drawing& drawing : drawings) {
    Finding(pictures).walk(drawing.node, drawing.paragraph, 0);
  }
  return pictures;
}

DocxScans read_docx_scans(const std::vector<DocxPicture>& pictures, bool few_words,
                          const std::function<std::string(const std::string&)>& bytes_of,
                          const Limits& limits) {
  std::vector<DocxPicture> scans;
  std::ranges::copy_if(pictures, std::back_inserter(scans), [&](const DocxPicture& picture) {
    return picture.area >= (few_words ? kSmall : kPage);
  });
  return Recognition(bytes_of, limits).run(scans);
}

}  // namespace plumbline::readers
