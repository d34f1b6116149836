#include "engine/readers/docx_scans.h"

#include <doctest/doctest.h>

#include "engine/readers/docx.h"
#include "engine/readers/program.h"
#include "tests/support/docx_builder.h"

namespace plumbline::readers {
namespace {

using support::DocxParts, support::make_docx, support::paragraph;

std::string drawn(int number, double across, double down) {
  const auto units = [](double centimetres) {
    return std::to_string(static_cast<long>(centimetres * 360'000));
  };
  return "<w:p><w:r><w:drawing><a:graphic><pic:pic><pic:blipFill><a:blip r:embed=\"rIdPicture" +
         std::to_string(number) + "\"/></pic:blipFill><pic:spPr><a:xfrm><a:ext cx=\"" +
         units(across) + "\" cy=\"" + units(down) +
         "\"/></a:xfrm></pic:spPr></pic:pic></a:graphic></w:drawing></w:r></w:p>";
}
std::string old_drawn(std::string_view style) {
  return "<w:p><w:r><w:pict><v:shape style=\"" + std::string(style) +
         "\"><v:imagedata r:id=\"rIdPicture1\"/></v:shape></w:pict></w:r></w:p>";
}
std::string many_words() {
  std::string text;
  for (int i = 0; i < 10; ++i) {
    text += "全县推进依法行政。";
  }
  return text;
}

/// tesseract finds in a picture the words that its bytes are, where it is installed.
Extraction read(const std::string& body, bool ocr, bool tesseract = true) {
  DocxParts parts;
  parts.body = body;
  parts.pictures = {"云溪县推进", "依法行政。", "unknown"};
  Limits limits;
  limits.ocr = ocr;
  limits.run = [=](const ProgramCall& call) {
    ProgramResult result;
    result.end = tesseract ? ProgramResult::End::kExited : ProgramResult::End::kMissing;
    result.status = call.input == "unknown" ? 1 : 0;
    result.output =
        "1\t1\t0\t0\t0\t0\t0\t0\t1240\t1754\t-1\t\n"
        "4\t1\t1\t1\t1\t0\t200\t200\t840\t40\t-1\t\n"
        "5\t1\t1\t1\t1\t1\t200\t200\t840\t40\t90\t" +
        std::string(call.input) + "\n";
    return result;
  };
  return read_docx(make_docx(parts), limits);
}
std::string told(const Extraction& extraction) {
  std::string text;
  for (const Loss& loss : extraction.losses) {
    text += (text.empty() ? "" : " ") + loss.kind + (loss.text_missing ? "!" : "") +
            (loss.location.paragraph > 0 ? "@" + std::to_string(loss.location.paragraph) : "");
  }
  return text;
}

TEST_CASE("pictures as large as pages are pages that were not read") {
  struct Row {
    std::string_view name;
    std::string body;
    ReadOutcome outcome;
    std::string_view losses;
  };
  const std::string words = paragraph(many_words()), page = drawn(1, 15, 21);
  const Row rows[] = {
      {"nothing but pictures", page + page, ReadOutcome::kScanned, ""},
      {"a line of text above them", paragraph("云溪县报告") + page, ReadOutcome::kScanned, ""},
      {"half pages where there are few words", drawn(1, 14, 9), ReadOutcome::kScanned, ""},
      {"a seal where there are few words", paragraph("云溪县报告") + drawn(1, 4, 4),
       ReadOutcome::kOkWithLosses, "image"},
      {"a page among text", words + page + words, ReadOutcome::kOkWithLosses, "scanned-picture!@2"},
      {"a photograph among text", words + drawn(1, 14, 9), ReadOutcome::kOkWithLosses, "image"},
      {"both", words + drawn(1, 14, 9) + page, ReadOutcome::kOkWithLosses,
       "image scanned-picture!@3"},
      {"in the old form", words + old_drawn("position:absolute;width:425pt;height:600pt"),
       ReadOutcome::kOkWithLosses, "scanned-picture!@2"},
      {"small in the old form", words + old_drawn("width:425pt;height:200px"),
       ReadOutcome::kOkWithLosses, "image"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Extraction extraction = read(row.body, false);
    CHECK(extraction.outcome == row.outcome);
    CHECK(told(extraction) == row.losses);
  }
}

TEST_CASE("pages that were pasted as pictures are recognised where they stand") {
  const std::string before = many_words(), page = drawn(1, 15, 21), next = drawn(2, 15, 21);
  const Extraction alone = read(page + next, true);
  CHECK(alone.raw == "云溪县推进\n依法行政。\n");
  CHECK(told(alone) == "ocr@1");
  REQUIRE(alone.blocks.size() == 2);
  CHECK(alone.blocks[1].paragraph == 1);
  CHECK(alone.blocks[1].page == 0);
  const Extraction among = read(paragraph(before) + page + paragraph("署名"), true);
  CHECK(among.raw == before + "\n云溪县推进\n署名\n");
  CHECK(told(among) == "ocr@2");
  CHECK(among.blocks[1].paragraph == 2);
  CHECK(among.blocks[2].paragraph == 3);
  const Extraction parted = read(page + paragraph("一") + next, true);
  CHECK(parted.raw == "云溪县推进\n一\n依法行政。\n");
  CHECK(told(parted) == "ocr@1 ocr@3");
}

TEST_CASE("what cannot be recognised stays unread and says why") {
  const std::string words = paragraph(many_words());
  const Extraction missing = read(drawn(1, 15, 21), true, false);
  CHECK(missing.outcome == ReadOutcome::kScanned);
  CHECK(missing.message.find("tesseract-ocr-chi-sim") != std::string::npos);
  CHECK(told(read(words + drawn(1, 15, 21), true, false)) == "scanned-picture!@2 ocr-failed");
  CHECK(told(read(words + drawn(3, 15, 21), true)) == "scanned-picture!@2 ocr-failed");
  CHECK(told(read(words + drawn(9, 15, 21), true)) == "scanned-picture!@2");  // no such file
  CHECK(told(read(words + drawn(1, 15, 21) + drawn(3, 15, 21), true)) ==
        "ocr@2 scanned-picture!@3 ocr-failed");
}

}  // namespace
}  // namespace plumbline::readers
