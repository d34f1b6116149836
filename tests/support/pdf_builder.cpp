#include "tests/support/pdf_builder.h"

#include <cmath>
#include <cstdio>

namespace plumbline::support {
namespace {

std::string decimal(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.3f", value);
  return buffer;
}

std::string content_of(const PdfPage& page) {
  std::string content = page.image ? "q 595 0 0 842 0 0 cm /I Do Q " : "";
  for (const PdfLine& line : page.lines) {
    const double angle = line.angle * 3.14159265358979 / 180;
    content += "BT /F " + decimal(line.size) + " Tf " + decimal(std::cos(angle)) + " " +
               decimal(std::sin(angle)) + " " + decimal(-std::sin(angle)) + " " +
               decimal(std::cos(angle)) + " " + decimal(line.x) + " " + decimal(line.y) + " Tm <";
    for (const char16_t unit : line.text) {
      char hex[5];
      std::snprintf(hex, sizeof hex, "%04X", static_cast<unsigned>(unit));
      content += hex;
    }
    content += "> Tj ET\n";
  }
  return content;
}

std::string stream(std::string_view dictionary, const std::string& data) {
  return "<<" + std::string(dictionary) + "/Length " + std::to_string(data.size()) + ">>stream\n" +
         data + "\nendstream";
}

}  // namespace

std::size_t first_object(std::size_t pages) {
  return 5 + 2 * pages;
}

std::string make_pdf(const std::vector<PdfPage>& pages, std::string_view trailer) {
  return make_pdf(pages, PdfParts{.trailer = std::string(trailer)});
}

std::string make_pdf(const std::vector<PdfPage>& pages, const PdfParts& parts) {
  std::vector<std::string> objects = {
      "", "",
      "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
      "/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000" +
          parts.font +
          "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6"
          "/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/StemV 80>>>>]>>",
      stream(
          "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
          "x")};
  std::string kids;
  for (const PdfPage& page : pages) {
    const std::size_t number = objects.size() + 1;
    objects.push_back(stream("", content_of(page)));
    objects.push_back(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " + std::to_string(number) +
        " 0 R/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>" + page.entries + ">>");
    kids += std::to_string(number + 1) + " 0 R ";
  }
  objects.insert(objects.end(), parts.objects.begin(), parts.objects.end());
  objects[0] = "<</Type/Catalog/Pages 2 0 R" + parts.catalog + ">>";
  objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages.size()) + ">>";
  std::string pdf = "%PDF-1.5\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char entry[24];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", pdf.size());
    table += entry;
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string count = std::to_string(objects.size() + 1);
  return pdf + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<</Size " +
         count + "/Root 1 0 R" + parts.trailer + ">>\nstartxref\n" + std::to_string(pdf.size()) +
         "\n%%EOF\n";
}

}  // namespace plumbline::support
