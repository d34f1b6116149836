#include "engine/readers/ofd_unseen.h"

#include <doctest/doctest.h>

#include "engine/readers/ofd.h"
#include "engine/readers/program.h"
#include "tests/support/zip_builder.h"

namespace plumbline::readers {
namespace {

using support::make_zip, support::ZipPart;

/// A text object 60 mm wide; `inside` stands in front of its words.
std::string words(int y, std::string_view text, std::string_view attributes = "",
                  std::string_view inside = "") {
  return "<TextObject Boundary=\"30 " + std::to_string(y) + " 150 10\" Size=\"5\" " +
         std::string(attributes) + ">" + std::string(inside) + "<TextCode X=\"0\" Y=\"5\">" +
         std::string(text) + "</TextCode></TextObject>";
}
std::string colour(std::string_view value) {
  return "<FillColor Value=\"" + std::string(value) + "\"/>";
}
std::string picture(std::string_view box, int resource = 1, std::string_view more = "") {
  return "<ImageObject Boundary=\"" + std::string(box) + "\" ResourceID=\"" +
         std::to_string(resource) + "\" " + std::string(more) + "/>";
}
std::string dark(std::string_view box) {
  return "<PathObject Fill=\"true\" Boundary=\"" + std::string(box) + "\"/>";
}

/// The head of a PNG with this kind of colour.
std::string png(char colour) {
  return std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b", 25) + colour;
}

/// Pictures 1: hides what is behind it, 2: shines through, 3: a photograph, 4: its file is missing.
std::string ofd(const std::vector<std::string>& pages) {
  std::string rows;
  std::vector<ZipPart> zip = {
      {"OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"},
      {"Doc_0/Res.xml",
       "<Res BaseLoc=\"Res\"><MultiMedias>"
       "<MultiMedia ID=\"1\" Type=\"Image\"><MediaFile>1.png</MediaFile></MultiMedia>"
       "<MultiMedia ID=\"2\" Type=\"Image\"><MediaFile>2.png</MediaFile></MultiMedia>"
       "<MultiMedia ID=\"3\" Type=\"Image\"><MediaFile>3.jpg</MediaFile></MultiMedia>"
       "<MultiMedia ID=\"4\" Type=\"Image\"><MediaFile>4.jpg</MediaFile></MultiMedia>"
       "</MultiMedias></Res>"},
      {"Doc_0/Res/1.png", png(2)},
      {"Doc_0/Res/2.png", png(6)},
      {"Doc_0/Res/3.jpg", "\xFF\xD8\xFF"},
      {"Doc_0/Annots.xml",
       "<Annotations><Page PageID=\"10\"><FileLoc>Annot_0.xml</FileLoc></Page></Annotations>"},
      {"Doc_0/Annot_0.xml",
       "<PageAnnot><Annot Type=\"Watermark\"><Appearance Boundary=\"0 0 99 9\">" +
           words(0, "内部") + "</Appearance></Annot><Annot Visible=\"false\"><Appearance>" +
           words(0, "藏") + "</Appearance></Annot></PageAnnot>"}};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string name = "P" + std::to_string(i) + ".xml";
    rows += "<Page ID=\"" + std::to_string(i + 9) + "\" BaseLoc=\"" + name + "\"/>";
    zip.push_back(
        {"Doc_0/" + name, "<Page><Content><Layer>" + pages[i] + "</Layer></Content></Page>"});
  }
  zip.push_back({"Doc_0/Document.xml",
                 "<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>"
                 "<DocumentRes>Res.xml</DocumentRes></CommonData><Pages>" +
                     rows + "</Pages><Annotations>Annots.xml</Annotations></Document>"});
  return make_zip(zip);
}

std::string told(const Extraction& extraction) {
  std::string text;
  for (const Loss& loss : extraction.losses) {
    text += (text.empty() ? "" : " ") + loss.kind + "@" + std::to_string(loss.location.page);
  }
  return text;
}

const std::string kBody = words(60, "全县推进依法行政，工作有成效。");

TEST_CASE("words that nobody sees on a page of an ofd are told and no text") {
  struct Row {
    std::string_view name;
    std::string object;
    bool seen;
  };
  const std::string over = "20 95 120 20";
  const Row rows[] = {
      {"dark", words(100, "一句话"), true},
      {"red", words(100, "一句话", "", colour("255 0 0")), true},
      {"white", words(100, "一句话", "", colour("255 255 255")), false},
      {"white in grey", words(100, "一句话", "", colour("255")), false},
      {"white on a dark ground", dark(over) + words(100, "一句话", "", colour("255 255 255")),
       true},
      {"white on a picture", picture(over) + words(100, "一句话", "", colour("255 255 255")), true},
      {"not to be shown", words(100, "一句话", "Visible=\"false\""), false},
      {"clear", words(100, "一句话", "Alpha=\"0\""), false},
      {"in a clear colour", words(100, "一句话", "", "<FillColor Alpha=\"0\"/>"), false},
      {"not filled", words(100, "一句话", "Fill=\"false\""), false},
      {"outlined", words(100, "一句话", "Fill=\"false\" Stroke=\"true\""), true},
      {"half clear", words(100, "一句话", "Alpha=\"128\""), true},
      {"under a picture", words(100, "一句话") + picture(over), false},
      {"under a photograph", words(100, "一句话") + picture(over, 3), false},
      {"over a picture", picture(over) + words(100, "一句话"), true},
      {"under one that shines through", words(100, "一句话") + picture(over, 2), true},
      {"under a faint one", words(100, "一句话") + picture(over, 1, "Alpha=\"80\""), true},
      {"under one whose file is missing", words(100, "一句话") + picture(over, 4), true},
      {"under half of one", words(100, "一句话") + picture("20 95 16 20"), true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Extraction extraction = read_ofd(ofd({kBody + row.object}), {});
    CHECK((extraction.raw.find("一句话") != std::string::npos) == row.seen);
    CHECK(told(extraction) == (row.seen ? "" : "hidden-text@1"));
    CHECK(extraction.raw.starts_with("全县推进依法行政"));
  }
}

/// tesseract finds the same words in each picture.
Limits with_recognition() {
  Limits limits;
  limits.ocr = true;
  limits.run = [](const ProgramCall&) {
    ProgramResult result;
    result.end = ProgramResult::End::kExited;
    result.output =
        "1\t1\t0\t0\t0\t0\t0\t0\t1240\t1754\t-1\t\n"
        "4\t1\t1\t1\t1\t0\t200\t200\t840\t40\t-1\t\n"
        "5\t1\t1\t1\t1\t1\t200\t200\t840\t40\t90\t识别所得\n";
    return result;
  };
  return limits;
}

TEST_CASE("scans in an ofd are told apart from text and recognised where that is asked for") {
  struct Row {
    std::string_view name;
    std::vector<std::string> pages;
    ReadOutcome outcome;
    std::string_view losses, recognised;
  };
  const std::string scan = picture("0 0 210 297"), number = words(280, "- 1 -");
  std::string layer;
  for (int i = 0; i < 10; ++i) {
    layer += words(40 + 20 * i, "全县推进依法行政，", "Alpha=\"0\"");
  }
  const Row rows[] = {
      {"scans", {scan, scan}, ReadOutcome::kScanned, "", "识别所得\n识别所得\n"},
      {"with a page number", {scan + number}, ReadOutcome::kScanned, "", "识别所得\n"},
      {"in strips",
       {picture("0 0 210 100") + picture("0 100 210 100") + picture("0 200 210 97") + number},
       ReadOutcome::kScanned,
       "",
       "识别所得\n识别所得\n识别所得\n"},
      {"among text",
       {kBody, scan + number},
       ReadOutcome::kOkWithLosses,
       "annotation@2 scanned-page@2 page-number@2",
       "全县推进依法行政，工作有成效。\n识别所得\n"},
      {"a cover",
       {scan + words(100, "云溪县报告"), kBody},
       ReadOutcome::kOkWithLosses,
       "annotation@2",
       ""},
      {"a layer of text", {layer + scan}, ReadOutcome::kOkWithLosses, "ocr@1", ""},
      {"a remark", {kBody, kBody}, ReadOutcome::kOkWithLosses, "annotation@2", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Extraction extraction = read_ofd(ofd(row.pages), {});
    CHECK(extraction.outcome == row.outcome);
    CHECK(told(extraction) == row.losses);
    if (!row.recognised.empty()) {
      CHECK(read_ofd(ofd(row.pages), with_recognition()).raw == row.recognised);
    }
  }
}

}  // namespace
}  // namespace plumbline::readers
