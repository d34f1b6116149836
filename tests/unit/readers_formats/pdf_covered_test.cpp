#include "engine/readers/pdf_covered.h"

#include <doctest/doctest.h>

#include "engine/readers/pdf.h"
#include "engine/readers/program.h"

namespace plumbline::readers {
namespace {

constexpr std::string_view kJpeg = "data:image/jpeg;base64,/9j/4AAQ";
/// The heads of a PNG without and with a channel for what shines through.
constexpr std::string_view kPng =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJ";
constexpr std::string_view kClearPng =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAYAAAAlC+aJ";

std::string svg(std::string_view body, std::string_view picture = kPng) {
  return "<?xml version=\"1.0\"?><svg width=\"200pt\"><defs><g><symbol id=\"glyph0-1\"><path "
         "d=\"M 1\"/></symbol></g><image id=\"image5\" width=\"10\" height=\"10\" xlink:href=\"" +
         std::string(picture) + "\"/></defs><g id=\"surface1\">" + std::string(body) + "</g></svg>";
}
/// A glyph for each of `count` characters of 12 points from (10, 20) on.
std::string glyphs(int count) {
  std::string text = "<g style=\"fill:rgb(0%,0%,0%)\">";
  for (int i = 0; i < count; ++i) {
    text += "<use xlink:href=\"#glyph0-1\" x=\"" + std::to_string(10 + 12 * i) + "\" y=\"20\"/>";
  }
  return text + "</g>";
}
/// The picture at `left`, `across` wide and 20 high.
std::string picture(double left, double across) {
  return "<use xlink:href=\"#image5\" transform=\"matrix(" + std::to_string(across / 10) +
         ",0,0,2," + std::to_string(left) + ",5)\"/>";
}

LayoutPage page_of(std::string text) {
  const double width = static_cast<double>(text.size()) * 4;
  return {200, 100, {{10, 9, 10 + width, 22, std::move(text)}}};
}
std::string kept(const UncoveredWords& words) {
  std::string text;
  for (const LayoutWord& word : words.words) {
    text += word.text;
  }
  return text;
}

TEST_CASE("words under a picture that was drawn behind them are taken out") {
  struct Row {
    std::string_view name, svg, kept, covered;
    bool mostly;
  };
  const std::string four = glyphs(4), all = picture(0, 80);
  const std::string over = svg(four + all), under = svg(all + four),
                    half = svg(four + picture(34, 40)), last = svg(four + picture(46, 40)),
                    beside = svg(four + picture(70, 40)), jpeg = svg(four + all, kJpeg),
                    clear = svg(four + all, kClearPng),
                    cut_out = svg(four +
                                  "<use xlink:href=\"#image5\" mask=\"url(#m)\" "
                                  "transform=\"matrix(8,0,0,2,0,5)\"/>"),
                    alone = svg(all), small = svg(four + picture(34, 4)), none = svg(four),
                    unknown = svg(four +
                                  "<use xlink:href=\"#other\" transform=\"matrix(8,0,0,2,0,5)\"/>");
  const Row rows[] = {
      {"over all of them", over, "", "云溪县局", true},
      {"behind them", under, "云溪县局", "", false},
      {"over two of them", half, "云溪", "县局", false},
      {"over the last one, as a seal may be", last, "云溪县局", "", false},
      {"beside them", beside, "云溪县局", "", false},
      {"a photograph", jpeg, "", "云溪县局", true},
      {"a seal that shines through", clear, "云溪县局", "", false},
      {"a picture cut out by a mask", cut_out, "云溪县局", "", false},
      {"over words that are not drawn", alone, "云溪县局", "", true},
      {"too small a picture", small, "云溪县局", "", false},
      {"no picture", none, "云溪县局", "", false},
      {"what is no picture", unknown, "云溪县局", "", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const UncoveredWords words = uncovered_words(page_of("云溪县局"), parse_pdf_drawing(row.svg));
    CHECK(kept(words) == row.kept);
    CHECK(words.covered == row.covered);
    CHECK(words.mostly_unseen() == row.mostly);
  }
}

TEST_CASE("a drawing that is none has neither glyphs nor pictures") {
  for (const std::string_view text :
       {"", "<", "<use ", "<svg><use xlink:href=\"#glyph", "<image id=\"a\" width=\"1e999\">",
        "<image id=\"x\" width=\"9\" height=\"9\" xlink:href=\"data:image/png;base64,iV\">"
        "<use xlink:href=\"#x\" transform=\"matrix(1,,\">"}) {
    CAPTURE(text);
    const PdfDrawing drawing = parse_pdf_drawing(text);
    CHECK(drawing.glyphs.size() <= 1);
    CHECK(drawing.pictures.empty());
  }
}

/// A page of 200 by 100 points whose parts the programs tell as given.
Extraction read(std::string words, std::string pictures, std::string drawing) {
  Limits limits;
  limits.run = [=](const ProgramCall& call) {
    ProgramResult result;
    result.end = ProgramResult::End::kExited;
    const std::string& name = call.arguments.front();
    result.output = name == "pdftotext"    ? words
                    : name == "pdfimages"  ? pictures
                    : name == "pdftocairo" ? drawing
                                           : "";
    return result;
  };
  return read_pdf("%PDF-1.4", limits);
}
std::string word_at(int top, std::string_view text) {
  return "<word xMin=\"10\" yMin=\"" + std::to_string(top) + "\" xMax=\"58\" yMax=\"" +
         std::to_string(top + 13) + "\">" + std::string(text) + "</word>";
}
std::string paged(std::string_view words) {
  return "<page width=\"200\" height=\"100\">" + std::string(words) + "</page>";
}
/// As wide and high as told, in points.
std::string row(int page, int width, int height, std::string_view type = "image") {
  return " " + std::to_string(page) + " 0 " + std::string(type) + " " + std::to_string(width) +
         " " + std::to_string(height) + " gray 1 8 jpeg no 6 0 72 72 9K 1%\n";
}

TEST_CASE("what a scan shows and what words tell of it are kept apart") {
  struct Row {
    std::string_view name;
    Extraction extraction;
    ReadOutcome outcome;
    std::string_view raw, loss;
  };
  const std::string glyph = glyphs(4), filling =
                                           "<use xlink:href=\"#image5\" "
                                           "transform=\"matrix(20,0,0,10,0,0)\"/>";
  const std::string scan = row(1, 200, 100),
                    strips = row(1, 200, 30) + row(1, 200, 40) + row(1, 200, 20);
  const std::string two = paged(word_at(9, "云溪县局")) + paged(word_at(40, "正文一句。"));
  const Row rows[] = {
      {"a page number on a scan", read(paged(word_at(9, "云溪县局")), scan, svg(filling + glyph)),
       ReadOutcome::kScanned, "", ""},
      {"a scan in strips", read(paged(word_at(9, "云溪县局")), strips, svg(filling + glyph)),
       ReadOutcome::kScanned, "", ""},
      {"a layer that is not drawn", read(paged(word_at(40, "云溪县局")), scan, svg(filling)),
       ReadOutcome::kOkWithLosses, "云溪县局\n", "ocr"},
      {"a layer under the scan", read(paged(word_at(9, "云溪县局")), scan, svg(glyph + filling)),
       ReadOutcome::kOkWithLosses, "云溪县局\n", "ocr"},
      {"a scan that cannot be drawn", read(paged(word_at(40, "云溪县局")), scan, ""),
       ReadOutcome::kOkWithLosses, "云溪县局\n", "ocr"},
      {"the title on a cover", read(two, scan, svg(filling + glyph)), ReadOutcome::kOkWithLosses,
       "云溪县局\n正文一句。\n", "not-drawn"},
      {"a photograph over words",
       read(paged(word_at(9, "云溪县局") + word_at(40, "正文一句在下面。")), row(1, 80, 20),
            svg(glyph + picture(0, 80))),
       ReadOutcome::kOkWithLosses, "正文一句在下面。\n", "hidden-text"},
      {"a seal with a mask is not even drawn",
       read(paged(word_at(9, "云溪县局")), row(1, 80, 20) + row(1, 80, 20, "smask"),
            svg(glyph + picture(0, 80))),
       ReadOutcome::kOkWithLosses, "云溪县局\n", "not-drawn"},
  };
  for (const Row& one : rows) {
    CAPTURE(one.name);
    CHECK(one.extraction.outcome == one.outcome);
    CHECK(one.extraction.raw == one.raw);
    CHECK((one.extraction.losses.empty() ? "" : one.extraction.losses.front().kind) == one.loss);
  }
}

}  // namespace
}  // namespace plumbline::readers
