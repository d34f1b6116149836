#include "engine/readers/pdf_beside.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <algorithm>

#include "engine/readers/pdf.h"
#include "engine/readers/pdf_traits.h"
#include "engine/readers/program.h"
#include "tests/support/pdf_builder.h"

namespace plumbline::readers {
namespace {

using support::first_object, support::make_pdf, support::PdfPage, support::PdfParts;

bool installed() {
  const bool found = !program_path("pdftotext").empty() && !program_path("pdfinfo").empty() &&
                     !program_path("pdfdetach").empty();
  if (!found) {
    MESSAGE("skipped: poppler-utils is not installed");
  }
  return found;
}

PdfPage text_page() {
  return {{{220, 760, 22, u"云溪县情况报告"},
           {104, 700, 16, u"根据有关要求，现将二〇二五年度情况报告如下，请予"},
           {72, 670, 16, u"审阅。"}}};
}

std::string number(std::size_t value) {
  return std::to_string(value);
}

/// A text string of a pdf.
std::string hexed(std::u16string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string hex = "<FEFF";
  for (const char16_t unit : text) {
    for (const int shift : {12, 8, 4, 0}) {
      hex += kDigits[static_cast<std::size_t>(unit >> shift & 15)];
    }
  }
  return hex + ">";
}

const Loss* loss_of(const Extraction& extraction, std::string_view kind) {
  const auto found = std::ranges::find(extraction.losses, kind, &Loss::kind);
  return found == extraction.losses.end() ? nullptr : &*found;
}

/// What shows a text in a box over the page, 200 points wide.
std::string appearance(std::u16string_view text) {
  const std::string content = "BT /F 14 Tf 5 8 Td <" + hexed(text).substr(5) + " Tj ET";
  return "<</Type/XObject/Subtype/Form/BBox[0 0 200 30]/Resources<</Font<</F 3 0 R>>>>/Length " +
         number(content.size()) + ">>stream\n" + content + "\nendstream";
}

TEST_CASE("words outside of the crop box are hidden and no text") {
  if (!installed()) {
    return;
  }
  PdfPage page = text_page();
  page.lines.push_back({72, 30, 12, u"裁切线以下的说明"});
  page.lines.push_back({480, 600, 16, u"写到边外面的文字"});
  page.entries = "/CropBox[20 60 550 830]";
  const Extraction extraction = read_pdf(make_pdf({text_page(), page}), {});
  CHECK(extraction.outcome == ReadOutcome::kOkWithLosses);
  CHECK(extraction.raw.find("裁切线") == std::string::npos);
  CHECK(extraction.raw.find("写到边外") != std::string::npos);
  CHECK(extraction.raw.find("写到边外面的文字") == std::string::npos);
  const Loss* hidden = loss_of(extraction, "hidden-text");
  REQUIRE(hidden != nullptr);
  CHECK(hidden->location.page == 2);
  CHECK(hidden->what.find("裁切线以下的说明") != std::string::npos);
  CHECK_FALSE(hidden->text_missing);
  // Boxes count from the corner that is seen.
  const auto title = std::ranges::find_if(
      extraction.words, [](const PlacedWord& word) { return word.box.page == 2; });
  REQUIRE(title != extraction.words.end());
  CHECK(title->box.left == 2000);
}

TEST_CASE("a crop box on a turned page cuts what is outside as it is shown") {
  if (!installed()) {
    return;
  }
  for (const int turn : {0, 90, 180, 270}) {
    CAPTURE(turn);
    // Two words near opposite corners of the sheet, each written so that it is shown upright.
    PdfPage page;
    const auto angle = static_cast<double>(turn);
    page.lines = {{300, 400, 16, u"中间的文字", angle}, {30, 30, 10, u"角上", angle}};
    page.entries = "/CropBox[100 100 500 700]/Rotate " + std::to_string(turn);
    const Extraction extraction = read_pdf(make_pdf({text_page(), page}), {});
    CHECK(extraction.raw.find("中间的文字") != std::string::npos);
    CHECK(extraction.raw.find("角上") == std::string::npos);
    CHECK(loss_of(extraction, "hidden-text") != nullptr);
  }
}

TEST_CASE("words on their side are found on a page that is cropped") {
  if (!installed()) {
    return;
  }
  PdfPage page;
  page.lines = {{300, 300, 16, u"第一行在左边", 90}, {330, 300, 16, u"第二行在右边", 90}};
  page.entries = "/CropBox[200 200 400 500]";
  const Extraction extraction = read_pdf(make_pdf({page}), {});
  CHECK(extraction.outcome == ReadOutcome::kOk);
  CHECK(extraction.raw.find("第一行在左边") == 0);
  REQUIRE(extraction.words.size() == 2);
  CHECK(extraction.words[0].along == Along::kUp);
  CHECK(extraction.words[0].box.top == 1040);
}

TEST_CASE("a page without a crop box of its own loses nothing") {
  if (!installed()) {
    return;
  }
  PdfPage page = text_page();
  page.entries = "/CropBox[0 0 595 842]";
  CHECK(read_pdf(make_pdf({page}), {}).outcome == ReadOutcome::kOk);
  page.entries = "/CropBox[700 900 800 1000]";  // nothing of the page: programs show all of it
  CHECK(read_pdf(make_pdf({page}), {}).outcome == ReadOutcome::kOk);
}

TEST_CASE("boxes of pages are parsed and what is none is passed over") {
  const PdfInfo info = parse_pdf_info(
      "Title: Page 1 rot: 90\nForm:            AcroForm\nPage    1 rot:   0\n"
      "Page    1 MediaBox:  -10.00  0.00  595.00  842.00\nPage    1 CropBox: 0 60 550 830\n"
      "Page    3 rot: 90\nPage    3 MediaBox: 0 0 595 842\nPage    3 CropBox: 10 20 590 830\n"
      "Page    4 MediaBox: nan nan inf 1\nPage 9999999 rot: 90\nPage x rot: 1\nPage 5\n");
  CHECK(info.form == "AcroForm");
  REQUIRE(info.frames.size() == 4);
  CHECK(info.frames[0].width == 605);
  CHECK(info.frames[0].left == 10);
  CHECK(info.frames[0].top == 12);
  CHECK(info.frames[0].bottom == 782);
  CHECK(info.frames[0].cuts());
  CHECK(info.frames[1].width == 0);
  CHECK_FALSE(info.frames[1].cuts());
  CHECK(info.frames[2].width == 842);
  CHECK(info.frames[2].left == 20);
  CHECK(info.frames[2].top == 10);
  CHECK(parse_pdf_info("").frames.empty());
}

TEST_CASE("texts in boxes over a page and values of fields are read or told") {
  if (!installed()) {
    return;
  }
  struct Row {
    std::string_view what;
    std::string entries;    ///< of the annotation
    std::string_view kind;  ///< of the loss
    bool appears = false;
  };
  const std::string text = hexed(u"请补充诉讼情况");
  const std::string remark = "/Subtype/FreeText/F 4/Contents " + text;
  const std::string field = "/Subtype/Widget/FT/Tx/T(name)/V " + text;
  const Row rows[] = {
      {"a box that is drawn", remark, "", true},
      {"a box that nobody can draw", remark, "annotation"},
      {"a hidden box", "/Subtype/FreeText/F 2/Contents " + text, ""},
      {"a note that opens", "/Subtype/Text/F 4/Contents " + text, ""},
      {"a field that is drawn", field + "/F 4", "", true},
      {"a field that is not", field + "/F 4", "form"},
      {"a hidden field", field + "/F 2", ""},
      {"an empty field", "/Subtype/Widget/FT/Tx/T(name)/V()/F 4", ""},
      {"a signature", "/Subtype/Widget/FT/Sig/T(sign)/V(x)/F 132", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    PdfPage page = text_page();
    const std::size_t first = first_object(1);
    page.entries = "/Annots[" + number(first) + " 0 R]";
    const std::string appears = row.appears ? "/AP<</N " + number(first + 1) + " 0 R>>" : "";
    const PdfParts parts = {.catalog = "/AcroForm<</Fields[]/DA(/F 12 Tf)>>",
                            .objects = {"<</Type/Annot/Rect[100 500 300 530]/DA(/Helv 14 Tf)" +
                                            row.entries + appears + ">>",
                                        appearance(u"请补充诉讼情况")}};
    const Extraction extraction = read_pdf(make_pdf({page}, parts), {});
    CAPTURE(extraction.raw);
    CHECK(extraction.raw.starts_with("云溪县情况报告"));
    const bool told = extraction.outcome == ReadOutcome::kOkWithLosses;
    CHECK(told == !row.kind.empty());
    if (const Loss* loss = loss_of(extraction, row.kind); !row.kind.empty()) {
      REQUIRE(loss != nullptr);
      CHECK(loss->text_missing);
      CHECK(loss->what.find("请补充诉讼情况") != std::string::npos);
    }
    CHECK((extraction.raw.find("请补充诉讼情况") != std::string::npos) == row.appears);
  }
}

TEST_CASE("a dynamic form whose page asks to wait is not checked") {
  if (!installed()) {
    return;
  }
  const PdfParts parts = {.catalog = "/AcroForm<</Fields[]/XFA " + number(first_object(1)) +
                                     " 0 R>>/NeedsRendering true",
                          .objects = {"<</Length 7>>stream\n<xdp:x>\nendstream"}};
  const PdfPage waiting = {{{72, 700, 12, u"请稍候... 如果此消息最终未被替换，请升级阅读器"}}};
  const Extraction none = read_pdf(make_pdf({waiting}, parts), {});
  CHECK(none.outcome == ReadOutcome::kUnsupportedType);
  CHECK(none.message.find("XFA") != std::string::npos);
  const Extraction some = read_pdf(make_pdf({text_page()}, parts), {});
  CHECK(some.outcome == ReadOutcome::kOkWithLosses);
  REQUIRE(loss_of(some, "form") != nullptr);
  CHECK(loss_of(some, "form")->text_missing);
}

TEST_CASE("the cover of a portfolio is no report and attachments are told") {
  if (!installed()) {
    return;
  }
  const std::size_t first = first_object(1);
  const std::string name = hexed(u"法治报告.docx");
  const std::string names = "/Names<</EmbeddedFiles<</Names[(a) " + number(first) + " 0 R]>>>>";
  PdfParts parts = {.catalog = names,
                    .objects = {"<</Type/Filespec/F(a.docx)/UF " + name + "/EF<</F " +
                                    number(first + 1) + " 0 R>>>>",
                                "<</Type/EmbeddedFile/Length 3>>stream\nxyz\nendstream"}};
  PdfPage longer = text_page();
  for (int i = 0; i < 20; ++i) {
    longer.lines.push_back(
        {72, 640.0 - 24 * i, 16, u"全年办理案件三十二件，均按期办结，没有被纠错。"});
  }
  const auto read = [&](const PdfPage& page) { return read_pdf(make_pdf({page}, parts), {}); };

  const Extraction attached = read(longer);
  REQUIRE(loss_of(attached, "attachment") != nullptr);
  CHECK_FALSE(loss_of(attached, "attachment")->text_missing);
  CHECK(loss_of(attached, "attachment")->what.find("法治报告.docx") != std::string::npos);
  REQUIRE(loss_of(read(text_page()), "attachment") != nullptr);
  CHECK(loss_of(read(text_page()), "attachment")->text_missing);

  parts.catalog += "/Collection<</Type/Collection/View/D>>";
  const Extraction cover = read(text_page());
  CHECK(cover.outcome == ReadOutcome::kUnsupportedType);
  CHECK(cover.message.find("法治报告.docx") != std::string::npos);
  const Extraction report = read(longer);
  CHECK(report.outcome == ReadOutcome::kOkWithLosses);
  REQUIRE(loss_of(report, "attachment") != nullptr);
  CHECK(loss_of(report, "attachment")->text_missing);
}

TEST_CASE("names of files are parsed and what is none is passed over") {
  CHECK(parse_embedded_files("2 embedded files\n1: a.docx\n2: 报告: 终稿.pdf\nx: y\n: z\n") ==
        std::vector<std::string>{"a.docx", "报告: 终稿.pdf"});
  CHECK(parse_embedded_files("1: \xFF\n") == std::vector<std::string>{"?"});
  CHECK(parse_embedded_files("").empty());
}

std::string deflated(std::string_view bytes) {
  std::string out(compressBound(bytes.size()), '\0');
  uLongf size = out.size();
  REQUIRE(compress(reinterpret_cast<Bytef*>(out.data()), &size,
                   reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()) == Z_OK);
  return out.substr(0, size);
}

std::string object_stream(std::string_view entries, std::string_view objects,
                          std::string_view head = "7 0 ") {
  const std::string data = deflated(std::string(head) + std::string(objects));
  return "9 0 obj<</Type/ObjStm/N 1/First " + std::to_string(head.size()) + std::string(entries) +
         "/Length " + std::to_string(data.size()) + ">>stream\n" + data + "\nendstream endobj ";
}

TEST_CASE("traits are found wherever an object may stand") {
  struct Row {
    std::string_view what;
    std::string bytes;
    bool complete, turned, cropped, dynamic, collection, files;
  };
  const Row rows[] = {
      {"nothing", "1 0 obj<</Type/Page/Rotate 0>>endobj", true, false, false, false, false, false},
      {"turned", "1 0 obj<</Type/Page/Rotate -90>>", true, true, false, false, false, false},
      {"turned once around", "1 0 obj<</Rotate 360>>", true, false, false, false, false, false},
      {"an escaped name", "1 0 obj<</Crop#42ox[0 0 1 1]>>", true, false, true, false, false, false},
      {"in a string", "1 0 obj<</Title(/CropBox >> /XFA)>>", true, false, false, false, false,
       false},
      {"in a comment", "1 0 obj<</A 1%/CropBox\n>>", true, false, false, false, false, false},
      {"in a stream", "1 0 obj<</Length 14>>stream\n<</Rotate 90>>\nendstream", true, false, false,
       false, false, false},
      {"behind a lying length",
       "1 0 obj<</Length 3>>stream\nabcdef\nendstream endobj "
       "2 0 obj<</Rotate 90>>",
       true, true, false, false, false, false},
      {"in an object stream", object_stream("/Filter/FlateDecode", "<</CropBox[0 0 1 1]>>"), true,
       false, true, false, false, false},
      {"in one with a list of filters",
       object_stream("/Filter[/FlateDecode]", "<</Collection<</View/D>>/AcroForm<</XFA 1 0 R>>>>"),
       true, false, false, true, true, false},
      {"an unknown filter", object_stream("/Filter/LZWDecode", "<</A 1>>"), false, false, false,
       false, false, false},
      {"two filters", object_stream("/Filter[/ASCIIHexDecode/FlateDecode]", "<</A 1>>"), false,
       false, false, false, false, false},
      {"damaged",
       "9 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length 4>>stream\nabcd\n"
       "endstream",
       false, false, false, false, false, false},
      {"encrypted", "trailer<</Encrypt 5 0 R>>", false, false, false, false, false, false},
      {"embedded files", "1 0 obj<</Type/Filespec/EF<</F 8 0 R>>>>", true, false, false, false,
       false, true},
      {"too deep", "1 0 obj" + std::string(5000, '['), false, false, false, false, false, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const PdfTraits traits = pdf_traits(row.bytes);
    CHECK(traits.complete == row.complete);
    CHECK(traits.turned == row.turned);
    CHECK(traits.cropped == row.cropped);
    CHECK(traits.dynamic == row.dynamic);
    CHECK(traits.collection == row.collection);
    CHECK(traits.files == row.files);
  }
}

TEST_CASE("the last object of a number counts") {
  const std::string old = "7 0 obj<</T(a)/V(first words)>>endobj ";
  CHECK(pdf_traits(old).values == std::vector<std::string>{"first words"});
  CHECK(pdf_traits(old + "7 0 obj<</T(a)/V(second)>>endobj").values ==
        std::vector<std::string>{"second"});
  CHECK(pdf_traits(old + "7 0 obj<</T(a)/V()>>endobj").values.empty());
  CHECK(pdf_traits(old + object_stream("/Filter/FlateDecode", "<</T(a)/V(third)>>")).values ==
        std::vector<std::string>{"third"});
  CHECK(pdf_traits(old + "trailer<</Encrypt 1 0 R>>").values.empty());
}

TEST_CASE("text strings of a pdf are decoded") {
  CHECK(pdf_text(std::string("\xFE\xFF\x4E\x91\0a", 6)) == "云a");
  CHECK(pdf_text("\xFE\xFF\xD8\x40\xDC\x0B") == "𠀋");
  CHECK(pdf_text("\xFE\xFF\xD8\x40") == "");
  CHECK(pdf_text("\xFE\xFF\xD8\x40\x4E\x91") == "");
  CHECK(pdf_text("\xEF\xBB\xBF云") == "云");
  CHECK(pdf_text("a\xE9") == "aé");
}

TEST_CASE("bytes that only look like a pdf take linear time") {
  for (const std::string_view piece :
       {"(", "<<", "<</A", "[", "stream\n", "obj<</Type/ObjStm>>stream ", "<", "/#", "(\\", ">>"}) {
    CAPTURE(piece);
    std::string bytes;
    while (bytes.size() < (4u << 20)) {
      bytes += piece;
    }
    pdf_traits(bytes);
  }
  // A bomb is not inflated to its end.
  const std::string bomb = object_stream("/Filter/FlateDecode", std::string(80u << 20, ' '));
  CHECK_FALSE(pdf_traits(bomb).complete);
}

}  // namespace
}  // namespace plumbline::readers
