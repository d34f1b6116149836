#include "tests/support/docx_builder.h"

namespace plumbline::support {
namespace {

constexpr std::string_view kOffice =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Replaces the prefix w: by another one in tags and attributes.
std::string with_prefix(std::string xml, const std::string& prefix) {
  for (const std::string_view before : {"<", "</", " "}) {
    const std::string from = std::string(before) + "w:", to = std::string(before) + prefix + ":";
    for (std::size_t at = xml.find(from); at != std::string::npos;
         at = xml.find(from, at + to.size())) {
      xml.replace(at, from.size(), to);
    }
  }
  return xml;
}

std::string part(const DocxParts& parts, std::string_view root, const std::string& inside) {
  const std::string tag(root);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" +
         with_prefix(
             "<w:" + tag + " xmlns:" + parts.prefix + "=\"" + parts.name_space + "\" xmlns:r=\"" +
                 std::string(kOffice) +
                 "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                 " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/"
                 "wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\""
                 " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
                 " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">" +
                 inside + "</w:" + tag + ">",
             parts.prefix);
}

std::string link(std::string_view id, std::string_view type, std::string_view target) {
  return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + std::string(kOffice) + "/" +
         std::string(type) + "\" Target=\"" + std::string(target) + "\"/>";
}

std::string links(const std::string& inside) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         inside + "</Relationships>";
}

}  // namespace

std::string run(std::string_view text, std::string_view properties) {
  return "<w:r><w:rPr>" + std::string(properties) + "</w:rPr><w:t xml:space=\"preserve\">" +
         std::string(text) + "</w:t></w:r>";
}

std::string paragraph(std::string_view text, std::string_view properties) {
  return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr>" +
         (text.empty() ? std::string() : run(text)) + "</w:p>";
}

std::vector<ZipPart> docx_parts(const DocxParts& parts) {
  std::string of_main;
  std::vector<ZipPart> zip;
  const auto add = [&](const std::string& inside, std::string_view root, std::string_view id,
                       std::string_view type, const std::string& name) {
    if (!inside.empty()) {
      zip.push_back({"word/" + name, part(parts, root, inside)});
      of_main += link(id, type, name);
    }
  };
  add(parts.numbering, "numbering", "rId1", "numbering", "numbering.xml");
  add(parts.styles, "styles", "rId2", "styles", "styles.xml");
  add(parts.footnotes, "footnotes", "rId3", "footnotes", "footnotes.xml");
  add(parts.header, "hdr", "rIdHeader", "header", "header1.xml");
  for (std::size_t i = 0; i < parts.pictures.size(); ++i) {
    const std::string number = std::to_string(i + 1), name = "media/image" + number + ".png";
    zip.push_back({"word/" + name, parts.pictures[i]});
    of_main += link("rIdPicture" + number, "image", name);
  }
  std::string of_package = link("rId1", "officeDocument", parts.main);
  if (parts.pages > 0) {
    of_package += link("rId2", "extended-properties", "docProps/app.xml");
    zip.push_back({"docProps/app.xml",
                   "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                   "extended-properties\"><Pages>" +
                       std::to_string(parts.pages) + "</Pages></Properties>"});
  }
  const std::string name = parts.main.substr(parts.main.rfind('/') + 1);
  zip.push_back({"_rels/.rels", links(of_package)});
  zip.push_back({"word/_rels/" + name + ".rels", links(of_main)});
  zip.push_back({parts.main, part(parts, "document", "<w:body>" + parts.body + "</w:body>")});
  return zip;
}

std::string make_docx(const DocxParts& parts) {
  return make_zip(docx_parts(parts));
}

std::string docx_of(std::string body) {
  return make_docx({.body = std::move(body)});
}

}  // namespace plumbline::support
