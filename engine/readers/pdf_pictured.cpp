#include "engine/readers/pdf_pictured.h"

#include <utility>

#include "engine/readers/page_pictures.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kMostDrawn = 30, kMostFilledDrawn = 6;  // pages: scans are slow to draw
constexpr double kMostPixels = 25e6;  // of all pictures of a page: what people scan in has fewer

struct Pictures {
  PagePictures together;
  bool opaque = false;  ///< one could hide words
  double pixels = 0;
};

class Sorting {
 public:
  Sorting(std::string_view bytes, const std::vector<LayoutPage>& pages, const Limits& limits)
      : bytes_(bytes), pages_(pages), limits_(limits), pictures_(pages.size()) {}

  PicturedPages run(const std::vector<PdfPicture>& pictures) {
    for (const PdfPicture& picture : pictures) {
      const auto index = static_cast<std::size_t>(picture.page - 1);
      if (index < pages_.size())
        add(picture, pages_[index], pictures_[index]);
    }
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (!pages_[i].words.empty() && (pictures_[i].opaque || is_filled(i)))
        sort(i);
    }
    return std::move(result_);
  }

 private:
  static void add(const PdfPicture& picture, const LayoutPage& page, Pictures& sum) {
    sum.together.add(picture.width, picture.height, page);
    sum.pixels += picture.pixels;
    sum.opaque = sum.opaque || (picture.opaque && picture.width >= kSmallestCover &&
                                picture.height >= kSmallestCover);
  }

  bool is_filled(std::size_t i) const { return pictures_[i].together.fill(pages_[i]); }

  void sort(std::size_t i) {
    const int number = static_cast<int>(i + 1);
    const bool filled = is_filled(i);
    if (pictures_[i].pixels > kMostPixels ||
        (filled ? filled_drawn_ == kMostFilledDrawn : drawn_ == kMostDrawn)) {
      const bool as_before = result_.layers.empty() && is_furniture(pages_[i]);
      (!filled     ? result_.not_looked_at
       : as_before ? result_.scanned
                   : result_.layers)
          .push_back(number);
      return;
    }
    ++(filled ? filled_drawn_ : drawn_);
    const PdfDrawing drawing = draw_pdf_page(bytes_, number, pages_[i], limits_);
    UncoveredWords words = uncovered_words(pages_[i], drawing);
    if (words.mostly_unseen() || (filled && drawing.glyphs.empty())) {
      result_.layers.push_back(number);
    } else if (filled && is_furniture(pages_[i]) && !is_cover(i)) {
      result_.scanned.push_back(number);
    } else if (words.covered_characters > 0) {
      result_.covered.push_back({number, std::move(words)});
    }
  }

  /// A title over a picture, with pages of text behind it.
  bool is_cover(std::size_t i) const {
    if (i > 0 || pages_.size() < 2)
      return false;
    for (std::size_t other = 1; other < pages_.size(); ++other) {
      if (!pages_[other].words.empty() && !is_filled(other))
        return true;
    }
    return false;
  }

  std::string_view bytes_;
  const std::vector<LayoutPage>& pages_;
  const Limits& limits_;
  std::vector<Pictures> pictures_;
  std::size_t drawn_ = 0, filled_drawn_ = 0;
  PicturedPages result_;
};

}  // namespace

PicturedPages sort_pictured_pages(std::string_view bytes, const std::vector<LayoutPage>& pages,
                                  const std::vector<PdfPicture>& pictures, const Limits& limits) {
  return Sorting(bytes, pages, limits).run(pictures);
}

}  // namespace plumbline::readers
