#include "engine/readers/pdf_pictures.h"

#include <algorithm>
#include <optional>
#include <string>

#include "engine/readers/measure.h"
#include "engine/readers/pdf_unseen.h"
#include "engine/readers/program.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kMostDrawn = 50;     // pages
constexpr std::size_t kMostRows = 20'000;  // pictures
constexpr unsigned char kInk = 160;        // of 255: darker is ink
constexpr double kPointsPerInch = 72;

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = line.find_first_not_of(' '); at != std::string_view::npos;
       at = line.find_first_not_of(' ', at)) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

bool is_mask(std::string_view type) {
  return type == "smask" || type == "mask";
}

/// A row: page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio.
/// Pictures inside the content have no object, so the resolutions are counted from the end.
std::optional<PdfPicture> picture_in(std::string_view line) {
  const std::vector<std::string_view> words = words_of(line);
  if (words.size() < 14 || is_mask(words[2])) {
    return std::nullopt;
  }
  const double page = number_of(words[0]);
  const double across = number_of(words[words.size() - 4]);
  const double down = number_of(words[words.size() - 3]);
  if (page < 1 || page >= kFarthest) {
    return std::nullopt;
  }
  return PdfPicture{static_cast<int>(page),
                    across > 0 ? number_of(words[3]) * kPointsPerInch / across : 0,
                    down > 0 ? number_of(words[4]) * kPointsPerInch / down : 0,
                    number_of(words[3]) * number_of(words[4]), words[2] != "stencil"};
}

}  // namespace

std::vector<PdfPicture> parse_pdf_pictures(std::string_view table) {
  std::vector<PdfPicture> pictures;
  for (std::size_t at = 0; at < table.size() && pictures.size() < kMostRows;) {
    const std::size_t end = std::min(table.find('\n', at), table.size());
    const std::string_view row = table.substr(at, end - at);
    const std::vector<std::string_view> words = words_of(row.substr(0, 40));
    if (const std::optional<PdfPicture> picture = picture_in(row)) {
      pictures.push_back(*picture);
    } else if (words.size() > 2 && is_mask(words[2]) && !pictures.empty()) {
      pictures.back().opaque = false;  // a mask follows its picture
    }
    at = end + 1;
  }
  std::ranges::stable_sort(pictures, {}, &PdfPicture::page);
  return pictures;
}

std::vector<bool> parse_drawn(std::string_view graymaps) {
  std::vector<bool> drawn;
  for (const Graymap& map : parse_graymaps(graymaps)) {
    const auto ink = static_cast<std::size_t>(std::ranges::count_if(
        map.pixels, [](char c) { return static_cast<unsigned char>(c) < kInk; }));
    drawn.push_back(ink * 500 > map.pixels.size());
  }
  return drawn;
}

std::vector<PdfPicture> pdf_pictures(std::string_view bytes, const Limits& limits) {
  ProgramCall call;
  call.arguments = {"pdfimages", "-list", "{input}"};
  call.input = bytes;
  return parse_pdf_pictures(run(call, limits).output);
}

std::vector<int> pdf_drawn_pages(std::string_view bytes, const std::vector<int>& pages,
                                 const Limits& limits) {
  std::vector<int> found;
  const std::size_t count = std::min(pages.size(), kMostDrawn);
  for (std::size_t first = 0; first < count;) {
    std::size_t last = first;
    while (last + 1 < count && pages[last + 1] == pages[last] + 1) ++last;
    ProgramCall call;
    call.arguments = {"pdftoppm", "-r",
                      "30",       "-gray",
                      "-f",       std::to_string(pages[first]),
                      "-l",       std::to_string(pages[last]),
                      "{input}"};
    call.input = bytes;
    const std::vector<bool> drawn = parse_drawn(run(call, limits).output);
    for (std::size_t i = 0; i < drawn.size() && first + i <= last; ++i) {
      if (drawn[i])
        found.push_back(pages[first + i]);
    }
    first = last + 1;
  }
  return found;
}

}  // namespace plumbline::readers
