#include "engine/readers/pdf_unseen.h"

#include <doctest/doctest.h>

#include "engine/readers/pdf.h"
#include "engine/readers/program.h"

namespace plumbline::readers {
namespace {

/// A page of 144 by 72 points at 50 dots per inch, on which rectangles (in points) can be inked as
/// letters are: every other column.
class Drawing {
 public:
  explicit Drawing(char paper = '\xff') : pixels_(kWidth * kHeight, paper) {}

  Drawing& ink(double left, double top, double right, double bottom, char colour = '\0') {
    for (int y = at(top); y < at(bottom); ++y) {
      for (int x = at(left); x < at(right); x += 2) {
        pixels_[static_cast<std::size_t>(y * kWidth + x)] = colour;
      }
    }
    return *this;
  }
  std::string file() const { return "P5\n100 50\n255\n" + pixels_; }
  Graymap map() const { return {kWidth, kHeight, pixels_}; }

 private:
  static constexpr int kWidth = 100, kHeight = 50;
  static int at(double points) { return static_cast<int>(points * 50 / 72); }
  std::string pixels_;
};

/// A line from (10, 10) in a font of 12 points.
LayoutPage page_of(std::string text, double size = 12) {
  const double width = static_cast<double>(text.size()) / 3 * size;
  return {144, 72, {{10, 10, 10 + width, 10 + size, std::move(text)}}};
}
std::string seen(const SeenWords& words) {
  std::string text;
  for (const LayoutWord& word : words.seen) {
    text += (text.empty() ? "" : " ") + word.text;
  }
  return text;
}

TEST_CASE("words without ink are not seen") {
  struct Row {
    std::string_view name;
    LayoutPage page;
    Drawing drawing;
    std::string_view seen, unseen;
  };
  const Row rows[] = {
      {"inked", page_of("云溪县报告"), Drawing().ink(10, 10, 70, 22), "云溪县报告", ""},
      {"white on white", page_of("云溪县报告"), Drawing(), "", "云溪县报告"},
      {"white on black", page_of("云溪县报告"), Drawing('\0').ink(10, 10, 70, 22, '\xff'),
       "云溪县报告", ""},
      {"nearly white", page_of("云溪县报告"), Drawing().ink(10, 10, 70, 22, '\xf4'), "",
       "云溪县报告"},
      {"light grey", page_of("云溪县报告"), Drawing().ink(10, 10, 70, 22, '\xd0'), "云溪县报告",
       ""},
      {"too small to be read", page_of("云溪县报告", 1.5), Drawing().ink(0, 0, 140, 70), "",
       "云溪县报告"},
      {"four of eight", page_of("看得见的藏起来了"), Drawing().ink(10, 10, 58, 22), "看得见的",
       "藏起来了"},
      {"three are too few to be certain", page_of("看得见的藏起来"), Drawing().ink(10, 10, 58, 22),
       "看得见的藏起来", ""},
      {"a mark before them stays", page_of("看得见。藏起来了"), Drawing().ink(10, 10, 58, 22),
       "看得见。", "藏起来了"},
      {"a mark may leave its place empty", page_of("。"), Drawing(), "。", ""},
      {"without a place", {144, 72, {{10, 10, 10, 22, "云溪县报告"}}}, Drawing(), "云溪县报告", ""},
      {"outside of the drawing", {144, 72, {{900, 10, 990, 22, "云溪"}}}, Drawing(), "", "云溪"},
      {"from top to bottom",
       {144, 72, {{10, 10, 22, 58, "云溪县报"}}},
       Drawing().ink(10, 10, 22, 58),
       "云溪县报",
       ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const SeenWords words = seen_words(row.page, row.drawing.map());
    CHECK(seen(words) == row.seen);
    CHECK(words.unseen == row.unseen);
    CHECK((words.unseen_characters == 0) == row.unseen.empty());
  }
}

TEST_CASE("fonts are in the file where every row says so") {
  const std::string head =
      "name                                 type              encoding         emb sub uni object "
      "ID\n------------------------------------ ----------------- ---------------- --- --- --- "
      "---------\n";
  const std::string in =
      "AAAAAA+Song                          CID TrueType      Identity-H       "
      "yes yes yes     17  0\n";
  const std::string out =
      "STSong                               CID Type 0        UniGB-UCS2-H     "
      "no  no  no       3  0\n";
  CHECK(all_fonts_embedded(head + in + in));
  CHECK_FALSE(all_fonts_embedded(head + in + out));
  CHECK_FALSE(all_fonts_embedded(head));
  CHECK_FALSE(all_fonts_embedded(""));
}

TEST_CASE("what is not seen is left out where the file has its fonts and told else") {
  constexpr std::string_view kWords =
      "<page width=\"144\" height=\"72\"><word xMin=\"10\" yMin=\"10\" xMax=\"70\" yMax=\"22\">"
      "云溪县报告</word><word xMin=\"10\" yMin=\"40\" xMax=\"34\" yMax=\"52\">藏着</word></page>";
  const auto read = [&](std::string_view embedded, const std::string& drawing) {
    Limits limits;
    limits.run = [=](const ProgramCall& call) {
      ProgramResult result;
      result.end = ProgramResult::End::kExited;
      const std::string& name = call.arguments.front();
      result.output = name == "pdftotext"  ? std::string(kWords)
                      : name == "pdftoppm" ? drawing
                      : name == "pdffonts"
                          ? "n\n-\nSong CID x " + std::string(embedded) + " no no 3 0\n"
                          : "";
      return result;
    };
    return read_pdf("%PDF-1.4", limits);
  };
  const std::string drawing = Drawing().ink(10, 10, 70, 22).file();
  const Extraction certain = read("yes", drawing);
  CHECK(certain.raw == "云溪县报告\n");
  REQUIRE(certain.losses.size() == 1);
  CHECK(certain.losses[0].kind == "hidden-text");
  CHECK(certain.losses[0].location.page == 1);
  CHECK(certain.losses[0].what.ends_with("未作正文：藏着"));
  const Extraction uncertain = read("no", drawing);
  CHECK(uncertain.raw == "云溪县报告\n藏着\n");
  REQUIRE(uncertain.losses.size() == 1);
  CHECK(uncertain.losses[0].what.ends_with("请人工核对：藏着"));
  const Extraction mostly = read("yes", Drawing().file());
  CHECK(mostly.raw == "云溪县报告\n藏着\n");
  CHECK(mostly.outcome == ReadOutcome::kOkWithLosses);
  const Extraction not_drawn = read("yes", "");
  CHECK(not_drawn.raw == "云溪县报告\n藏着\n");
  REQUIRE(not_drawn.losses.size() == 1);
  CHECK(not_drawn.losses[0].kind == "not-drawn");
  const std::string all = Drawing().ink(10, 10, 70, 22).ink(10, 40, 34, 52).file();
  CHECK(read("no", all).outcome == ReadOutcome::kOk);
}

}  // namespace
}  // namespace plumbline::readers
