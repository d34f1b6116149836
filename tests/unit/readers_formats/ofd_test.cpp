#include "engine/readers/ofd.h"

#include <doctest/doctest.h>

#include "engine/readers/ofd_page.h"
#include "tests/support/zip_builder.h"

namespace plumbline::readers {
namespace {

using support::make_zip, support::ZipPart;

std::string text_object(double x, double y, double size, std::string_view text,
                        std::string_view more = "") {
  return "<ofd:TextObject Boundary=\"" + std::to_string(x) + " " + std::to_string(y) +
         " 150 10\" Size=\"" + std::to_string(size) + "\" Font=\"1\"><ofd:TextCode X=\"0\" Y=\"" +
         std::to_string(size) + "\" " + std::string(more) + ">" + std::string(text) +
         "</ofd:TextCode></ofd:TextObject>";
}

/// A page whose names have this prefix; "" = the default namespace.
std::string page(std::string_view objects, std::string prefix = "ofd:") {
  std::string xml = "<ofd:Page><ofd:Content><ofd:Layer>" + std::string(objects) +
                    "</ofd:Layer></ofd:Content></ofd:Page>";
  for (std::size_t at = xml.find("ofd:"); at != std::string::npos;
       at = xml.find("ofd:", at + prefix.size())) {
    xml.replace(at, 4, prefix);
  }
  const std::string name =
      prefix.empty() ? "xmlns" : "xmlns:" + prefix.substr(0, prefix.size() - 1);
  return xml.insert(xml.find('>'), " " + name + "=\"http://www.ofdspec.org\"");
}

std::vector<ZipPart> parts(const std::vector<std::string>& pages,
                           std::string_view location = "Pages/Page_") {
  std::string list;
  std::vector<ZipPart> zip = {
      {"OFD.xml",
       "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody><ofd:DocRoot>Doc_0/"
       "Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"}};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string number = std::to_string(i);
    list += "<ofd:Page ID=\"" + number + "\" BaseLoc=\"" + std::string(location) + number +
            "/Content.xml\"/>";
    zip.push_back({"Doc_0/Pages/Page_" + number + "/Content.xml", pages[i]});
  }
  zip.push_back({"Doc_0/Document.xml",
                 "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:CommonData>"
                 "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
                 "</ofd:CommonData><ofd:Pages>" +
                     list + "</ofd:Pages></ofd:Document>"});
  return zip;
}

/// Title, a paragraph on two lines (28 characters of 5.6 mm between 26 and 183 mm), a heading.
std::string report_page() {
  return page(text_object(26, 60, 5.6, "请予审阅。") + text_object(65, 30, 7.5, "云溪县情况报告") +
              text_object(37.2, 50, 5.6, "根据有关要求，现将二〇二五年度工作情况汇总报告如下，",
                          "DeltaX=\"g 25 5.6\"") +
              text_object(37.2, 70, 5.6, "一、主要做法"));
}

TEST_CASE("text objects become paragraphs with pages in any order of drawing") {
  const Extraction extraction = read_ofd(make_zip(parts({report_page(), report_page()})), {});
  CAPTURE(extraction.message);
  CHECK(extraction.outcome == ReadOutcome::kOk);
  CHECK(extraction.raw ==
        "云溪县情况报告\n根据有关要求，现将二〇二五年度工作情况汇总报告如下，请予审阅。\n"
        "一、主要做法\n云溪县情况报告\n"
        "根据有关要求，现将二〇二五年度工作情况汇总报告如下，请予审阅。\n一、主要做法\n");
  CHECK(extraction.blocks.back().page == 2);
}

TEST_CASE("steps belong to glyphs where characters and glyphs are not one to one") {
  struct Row {
    std::string_view name, transform, text, steps, raw;
  };
  constexpr Row kRows[] = {
      {"one to one", "", "甲乙丙", "5 40", "甲乙\t丙\n"},
      {"two characters in a glyph",
       "<ofd:CGTransform CodePosition=\"1\" CodeCount=\"2\" GlyphCount=\"1\"><ofd:Glyphs>7"
       "</ofd:Glyphs></ofd:CGTransform>",
       "甲fi乙丙", "5 5 40", "甲fi乙\t丙\n"},
      {"three glyphs for a character", "<ofd:CGTransform CodePosition=\"1\" GlyphCount=\"3\"/>",
       "甲乙丙丁", "5 1 1 3 40", "甲乙丙\t丁\n"},
      {"two groups, written backwards",
       "<ofd:CGTransform CodePosition=\"3\" CodeCount=\"2\"/><ofd:CGTransform CodePosition=\"0\" "
       "CodeCount=\"2\"/>",
       "fi甲fi乙丙", "5 5 5 40", "fi甲fi乙\t丙\n"},
      {"as many of both", "<ofd:CGTransform CodePosition=\"0\" CodeCount=\"3\" GlyphCount=\"3\"/>",
       "甲乙丙", "5 40", "甲乙\t丙\n"},
      {"counts that nothing can hold",
       "<ofd:CGTransform CodePosition=\"1\" CodeCount=\"1e9\" GlyphCount=\"1e9\"/>", "甲乙丙",
       "5 40", "甲乙\t丙\n"},
      {"below nothing", "<ofd:CGTransform CodePosition=\"-4\" CodeCount=\"-1\" GlyphCount=\"-1\"/>",
       "甲乙丙", "5 40", "甲乙\t丙\n"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    std::string object =
        text_object(26, 50, 5, row.text, "DeltaX=\"" + std::string(row.steps) + "\"");
    object.insert(object.find("<ofd:TextCode"), row.transform);
    CHECK(read_ofd(make_zip(parts({page(object)})), {}).raw == row.raw);
  }
}

TEST_CASE("places may be absolute or climb and names may have any prefix") {
  for (const std::string_view location :
       {"Pages/Page_", "/Doc_0/Pages/Page_", "../Doc_0/./Pages/Page_", "pages\\page_",
        "../../../../Doc_0/Pages/Page_"}) {
    CAPTURE(location);
    for (const std::string_view prefix : {"ofd:", "x:", ""}) {
      const std::string content = page(text_object(30, 30, 5, "正文"), std::string(prefix));
      CHECK(read_ofd(make_zip(parts({content}, location)), {}).raw == "正文\n");
    }
  }
}

TEST_CASE("one text code may hold several lines") {
  const std::string two = text_object(30, 30, 5, "上行下行", "DeltaX=\"5 -5 5\" DeltaY=\"0 12 0\"");
  CHECK(read_ofd(make_zip(parts({page(two)})), {}).raw == "上行\n下行\n");
  CHECK(
      read_ofd(make_zip(parts({page(two + text_object(100, 30, 5, "右"))})), {}).raw.find("上行") ==
      0);
}

std::string turned_object(double x, double y, std::string_view matrix, std::string_view text) {
  std::string object = text_object(x, y, 5, text);
  return object.insert(object.find(" Size"), " CTM=\"" + std::string(matrix) + "\"");
}

TEST_CASE("a page whose text lies on its side is turned and what runs across is told") {
  struct Row {
    std::string_view name, matrix;
    double x1, y1, x2, y2;  // of two lines
  };
  constexpr Row kRows[] = {
      {"clockwise", "0 1 -1 0 0 0", 150, 30, 130, 30},
      {"counterclockwise", "0 -1 1 0 0 0", 30, 250, 50, 250},
      {"upside down", "-1 0 0 -1 0 0", 180, 250, 180, 230},
      {"a little askew", "0.05 1 -1 0.05 0 0", 150, 30, 130, 30},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    const std::string content = turned_object(row.x2, row.y2, row.matrix, "下面一行到此为止。") +
                                turned_object(row.x1, row.y1, row.matrix, "上面一行写在这里");
    const Extraction read = read_ofd(make_zip(parts({page(content)})), {});
    CHECK(read.raw == "上面一行写在这里\n下面一行到此为止。\n");
    CHECK(read.losses.empty());
    const Extraction mixed =
        read_ofd(make_zip(parts({page(content + text_object(60, 280, 5, "第一页"))})), {});
    CHECK(mixed.raw == "上面一行写在这里\n下面一行到此为止。\n");
    REQUIRE(mixed.losses.size() == 1);
    CHECK(mixed.losses[0].kind == "sideways");
    CHECK(mixed.losses[0].what.find("第一页") != std::string::npos);
    CHECK_FALSE(mixed.losses[0].text_missing);
  }
  const std::string upright =
      text_object(26, 50, 5, "甲市乙局今年办理复议和应诉案件共三件，均已办结。");
  const Extraction across = read_ofd(
      make_zip(parts({page(upright + turned_object(190, 30, "0 1 -1 0 0 0",
                                                   "旁边横着写的一句话比一条备注要长一些。"))})),
      {});
  CHECK(across.raw == "甲市乙局今年办理复议和应诉案件共三件，均已办结。\n");
  REQUIRE(across.losses.size() == 1);
  CHECK_FALSE(across.losses[0].text_missing);  // 19 characters
  const Extraction longer = read_ofd(
      make_zip(parts({page(upright + turned_object(190, 30, "0 1 -1 0 0 0",
                                                   "旁边横着写的一句话比一条备注还要长一些。"))})),
      {});
  CHECK(longer.losses[0].text_missing);
}

TEST_CASE("of several documents and versions the newest is read and the others are told") {
  const auto root = [](std::string_view folder) {
    return "<DocRoot>" + std::string(folder) + "/Document.xml</DocRoot>";
  };
  const auto dated = [&](std::string_view folder, std::string_view info) {
    return "<DocBody><DocInfo>" + std::string(info) + "</DocInfo>" + root(folder) + "</DocBody>";
  };
  const auto versions = [&](std::string_view rows) {
    return "<DocBody>" + root("A") + "<Versions>" + std::string(rows) + "</Versions></DocBody>";
  };
  struct Row {
    std::string_view name;
    std::string body;
    std::string_view raw, told;
    bool missing = false;
  };
  const Row rows[] = {
      {"one", dated("A", ""), "甲\n", ""},
      {"two without a day", dated("A", "") + dated("B", ""), "乙\n", "另有 1 个旧文档"},
      {"the first is newer",
       dated("A", "<CreationDate>2025-01-01</CreationDate><ModDate>2025-03-01</ModDate>") +
           dated("B", "<CreationDate>2025-02-01</CreationDate>"),
       "甲\n", "另有 1 个旧文档"},
      {"only one has a day", dated("A", "<ModDate>2025-03-01</ModDate>") + dated("B", ""), "乙\n",
       "另有 1 个旧文档"},
      {"current version",
       versions("<Version ID='1' Index='1' Current='true' BaseLoc='VB.xml'/>"
                "<Version ID='2' Index='2' BaseLoc='VA.xml'/>"),
       "乙\n", "另有 1 个旧版本"},
      {"highest number",
       versions(
           "<Version ID='1' Index='9' BaseLoc='VB.xml'/><Version Index='1' BaseLoc='VA.xml'/>"),
       "乙\n", "另有 1 个旧版本"},
      {"one version, its root told from where it stands",
       versions("<Version ID='1' Index='1' BaseLoc='/B/V.xml'/>"), "乙\n", ""},
      {"description missing", versions("<Version ID='1' BaseLoc='none.xml'/>"), "甲\n",
       "最新版本的描述缺失", true},
      {"no versions", versions(""), "甲\n", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto document = [](std::string_view name) {
      return "<Document><Pages><Page ID='1' BaseLoc='" + std::string(name) +
             ".xml'/></Pages></Document>";
    };
    const Extraction read =
        read_ofd(make_zip({{"OFD.xml", "<OFD>" + row.body + "</OFD>"},
                           {"A/Document.xml", document("P")},
                           {"A/P.xml", page(text_object(30, 30, 5, "甲"))},
                           {"B/Document.xml", document("P")},
                           {"B/P.xml", page(text_object(30, 30, 5, "乙"))},
                           {"B/V.xml", "<DocVersion><DocRoot>Document.xml</DocRoot></DocVersion>"},
                           {"VA.xml", "<DocVersion>" + root("A") + "</DocVersion>"},
                           {"VB.xml", "<DocVersion>" + root("B") + "</DocVersion>"}}),
                 {});
    CHECK(read.raw == row.raw);
    CHECK(read.losses.size() == (row.told.empty() ? 0 : 1));
    if (!read.losses.empty()) {
      CHECK(read.losses[0].what.find(row.told) != std::string::npos);
      CHECK(read.losses[0].text_missing == row.missing);
    }
  }
}

TEST_CASE("runs of steps are written out within bounds") {
  CHECK(ofd_numbers("1 g 3 2.5 4", 10) == std::vector<double>{1, 2.5, 2.5, 2.5, 4});
  CHECK(ofd_numbers("g 1000000000 1", 5) == std::vector<double>{1, 1, 1, 1, 1});
  CHECK(ofd_numbers("g -5 1 x 7", 5) == std::vector<double>{7});
  CHECK(ofd_numbers("g 2", 5).empty());
  CHECK(ofd_numbers("nan inf 1e999 2", 5).back() == 2);
}

/// `zip` with a file of composite units and a page that stands behind others.
std::string with_common(std::string_view objects, std::string_view unit, std::string_view behind) {
  std::vector<ZipPart> zip = parts({page(objects)});
  std::string& document = zip.back().data;
  document.insert(document.find("</ofd:CommonData>"),
                  "<ofd:DocumentRes>Res.xml</ofd:DocumentRes>"
                  "<ofd:TemplatePage ID=\"50\" BaseLoc=\"Tpls/T.xml\"/>");
  std::string& first = zip[1].data;
  first.insert(first.find("<ofd:Content>"), "<ofd:Template TemplateID=\"50\"/>");
  zip.push_back(
      {"Doc_0/Res.xml",
       "<ofd:Res xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:CompositeGraphicUnits>"
       "<ofd:CompositeGraphicUnit ID=\"77\"><ofd:Content>" +
           std::string(unit) +
           "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"});
  zip.push_back({"Doc_0/Tpls/T.xml", page(behind)});
  return make_zip(zip);
}

TEST_CASE("composite objects are read where they stand and never for ever") {
  const std::string use =
      "<ofd:CompositeObject Boundary=\"0 40 99 99\" ResourceID=\"77\"/>"
      "<ofd:CompositeObject Boundary=\"0 0 9 9\" ResourceID=\"78\"/>";
  const std::string text = text_object(30, 30, 5, "正文");
  CHECK(read_ofd(with_common(text + use, text_object(30, 0, 5, "图元"), ""), {}).raw ==
        "正文\n图元\n");
  const Extraction endless = read_ofd(with_common(text + use, use, ""), {});
  CHECK(endless.raw == "正文\n");
  CHECK(endless.outcome == ReadOutcome::kOk);
}

TEST_CASE("words behind a page are told and no text") {
  const Extraction extraction = read_ofd(
      with_common(text_object(30, 30, 5, "正文"), "", text_object(30, 10, 5, "云溪县文件")), {});
  CHECK(extraction.raw == "正文\n");
  REQUIRE(extraction.losses.size() == 1);
  CHECK(extraction.losses[0].kind == "template");
  CHECK(extraction.losses[0].what == "页面模板中的文字未作正文：云溪县文件");
}

TEST_CASE("words across the page are a watermark") {
  const Extraction extraction =
      read_ofd(make_zip(parts({page(text_object(30, 30, 5, "正文") +
                                    "<ofd:TextObject Boundary=\"60 60 99 99\" Size=\"9\" "
                                    "CTM=\"0.7 0.7 -0.7 0.7 0 0\"><ofd:TextCode X=\"0\" Y=\"9\">"
                                    "内部资料</ofd:TextCode></ofd:TextObject>")})),
               {});
  CHECK(extraction.raw == "正文\n");
  REQUIRE(extraction.losses.size() == 1);
  CHECK(extraction.losses[0].kind == "watermark");
}

TEST_CASE("awkward ofd files end in a typed outcome") {
  const std::string image = page("<ofd:ImageObject/>"), path = page("<ofd:PathObject/>");
  const auto with = [](std::vector<ZipPart> zip, ZipPart part) {
    zip.push_back(std::move(part));
    return make_zip(zip);
  };
  std::vector<ZipPart> no_page = parts({report_page(), report_page()});
  no_page.erase(no_page.begin() + 2);
  std::vector<ZipPart> dtd = parts({report_page()});
  dtd.back().data = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
  struct Row {
    std::string_view name;
    std::string bytes;
    ReadOutcome outcome;
    std::string_view words;  ///< in the message or in the first loss
  };
  const Row rows[] = {
      {"scanned", make_zip(parts({image, image})), ReadOutcome::kScanned, "第 1–2 页"},
      {"outlined", make_zip(parts({path})), ReadOutcome::kEmpty, "曲线"},
      {"empty", make_zip(parts({page("")})), ReadOutcome::kEmpty, "没有文字"},
      {"garbled", make_zip(parts({page(text_object(30, 30, 5, "\xEE\x80\x81\xEE\x80\x82"))})),
       ReadOutcome::kTextUnreliable, "编码"},
      {"mixed", make_zip(parts({report_page(), image})), ReadOutcome::kOkWithLosses,
       "第 2 页是图片"},
      {"page missing", make_zip(no_page), ReadOutcome::kOkWithLosses, "第 2 页缺失"},
      {"encrypted", with(parts({report_page()}), {"Encryptions.xml", "<x/>"}),
       ReadOutcome::kNeedsPassword, "密码"},
      {"dtd", make_zip(dtd), ReadOutcome::kCorrupt, "DTD"},
      {"no document", make_zip({{"OFD.xml", "<OFD/>"}}), ReadOutcome::kCorrupt, "部件缺失"},
      {"bomb of steps",
       make_zip(parts({page(text_object(30, 30, 5, "正文", "DeltaX=\"g 1000000000 1\""))})),
       ReadOutcome::kOk, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(recognises_ofd("", row.bytes));
    const Extraction extraction = read_ofd(row.bytes, {});
    CAPTURE(extraction.message);
    CHECK(extraction.outcome == row.outcome);
    const std::string told =
        extraction.losses.empty() ? extraction.message : extraction.losses.front().what;
    CHECK(told.find(row.words) != std::string::npos);
    for (const Loss& loss : extraction.losses) {
      CHECK(loss.text_missing);
    }
  }
}

}  // namespace
}  // namespace plumbline::readers
