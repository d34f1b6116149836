#include "engine/docx/comments_part.h"

#include <algorithm>
#include <cstdlib>

#include "engine/base/code_points.h"
#include "engine/docx/locale.h"
#include "engine/docx/names.h"
#include "engine/docx/xml_scan.h"
#include "engine/readers/office_package.h"

namespace plumbline::docx {
namespace {

constexpr std::string_view kTypes = "[Content_Types].xml";
constexpr std::string_view kCommentsType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr std::string_view kRelationshipsPart =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Puts `content` in front of the end tag of the root; an empty root is opened for it.
std::optional<std::string> append_to_root(std::string_view xml, std::string_view content) {
  XmlScanner scanner(xml);
  XmlToken token;
  std::size_t depth = 0;
  while (scanner.next(token)) {
    if (token.kind == XmlKind::kEmpty && depth == 0) {
      const std::string name(token.name);
      return std::string(xml.substr(0, token.end - 2)) + ">" + std::string(content) + "</" + name +
             ">" + std::string(xml.substr(token.end));
    }
    depth += token.kind == XmlKind::kStart ? 1 : 0;
    if (token.kind == XmlKind::kEnd && depth-- == 1)
      return std::string(xml.substr(0, token.begin)) + std::string(content) +
             std::string(xml.substr(token.begin));
  }
  return std::nullopt;
}

/// Prefix of the root with its colon: what is put into the root is named alike.
std::string root_prefix(std::string_view xml) {
  XmlScanner scanner(xml);
  XmlToken token;
  while (scanner.next(token)) {
    if (token.kind != XmlKind::kStart && token.kind != XmlKind::kEmpty)
      continue;
    const std::string prefix(prefix_of(token.name));
    return prefix.empty() ? prefix : prefix + ':';
  }
  return {};
}

std::string comment_xml(const Comment& comment, long id, const WordPrefix& word) {
  const WordPrefix inner("w", false);
  std::string paragraphs;
  for (const std::string& line : comment.lines)
    paragraphs += inner.element(
        "p", inner.element("r", inner.element("t", escaped(line), " xml:space=\"preserve\"")));
  return word.element("comment", paragraphs,
                      word.attribute("id", std::to_string(id)) +
                          word.attribute("author", locale::kAuthor) +
                          word.attribute("initials", locale::kAuthor));
}

/// Every comment declares its own prefix: nothing depends on those of the part.
std::string comments_xml(std::span<const Comment> comments, long first_id, bool strict) {
  const WordPrefix word("", strict);
  std::string xml;
  for (const Comment& comment : comments) xml += comment_xml(comment, first_id++, word);
  return xml;
}

bool put_type(Package& package, std::string_view name) {
  const std::optional<std::string> xml = package.read(kTypes);
  if (!xml || !is_utf8_part(*xml))
    return false;
  const std::optional<std::string> with =
      append_to_root(*xml, "<" + root_prefix(*xml) + "Override PartName=\"/" + escaped(name) +
                               "\" ContentType=\"" + std::string(kCommentsType) + "\"/>");
  if (with)
    package.put(kTypes, *with);
  return with.has_value();
}

bool put_relationship(Package& package, std::string_view main_part, std::string_view name,
                      bool strict) {
  const std::string place = readers::links_part(main_part);
  std::string xml = package.has(place) ? package.read(place).value_or("")
                                       : std::string(kXml) + "<Relationships xmlns=\"" +
                                             std::string(kRelationshipsPart) + "\"/>";
  if (xml.empty() || !is_utf8_part(xml))
    return false;
  int number = 1;
  while (xml.find("\"rIdComments" + std::to_string(number) + '"') != std::string::npos) ++number;
  const std::optional<std::string> with = append_to_root(
      xml, "<" + root_prefix(xml) + "Relationship Id=\"rIdComments" + std::to_string(number) +
               "\" Type=\"" + std::string(strict ? kStrictRelationships : kRelationships) +
               "/comments\" Target=\"/" + escaped(name) + "\"/>");
  if (with)
    package.put(place, *with);
  return with.has_value();
}

}  // namespace

bool is_utf8_part(std::string_view xml) {
  if (xml.starts_with("\xef\xbb\xbf"))
    xml.remove_prefix(3);
  const std::size_t start = xml.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || xml[start] != '<' ||
      xml.find('\0') != std::string_view::npos)
    return false;
  return utf8::is_valid(xml);
}

std::optional<CommentsPart> find_comments(const Package& package, std::string_view main_part) {
  const std::string relationships =
      package.read(readers::links_part(main_part)).value_or(std::string());
  XmlScanner scanner(relationships);
  XmlToken token;
  CommentsPart part;
  while (scanner.next(token)) {
    const std::string_view tag =
        std::string_view(relationships).substr(token.begin, token.end - token.begin);
    if (local_of(token.name) == "Relationship" && attribute(tag, "Type").ends_with("/comments"))
      part.name = readers::resolve_part(main_part, attribute(tag, "Target"));
  }
  if (part.name.empty()) {
    part.name = readers::resolve_part(main_part, "comments.xml");
    for (int i = 1; package.has(part.name); ++i)
      part.name = readers::resolve_part(main_part, "comments" + std::to_string(i) + ".xml");
    return part;
  }
  const std::optional<std::string> xml = package.read(part.name);
  if (!xml || !is_utf8_part(*xml))
    return std::nullopt;
  part.xml = *xml;
  WordNames names;
  XmlScanner comments(part.xml);
  while (comments.next(token)) {
    const std::string_view tag =
        std::string_view(part.xml).substr(token.begin, token.end - token.begin);
    if (token.kind == XmlKind::kStart || token.kind == XmlKind::kEmpty) {
      names.push(tag);
      if (names.local(token.name) == "comment")
        part.first_id = std::max(
            part.first_id, std::atol(std::string(names.word_attribute(tag, "id")).c_str()) + 1);
    }
    if (token.kind == XmlKind::kEnd || token.kind == XmlKind::kEmpty)
      names.pop();
  }
  return part;
}

bool put_comments(Package& package, std::string_view main_part, const CommentsPart& part,
                  std::span<const Comment> comments, bool strict) {
  const std::string added = comments_xml(comments, part.first_id, strict);
  if (!part.xml.empty()) {
    const std::optional<std::string> with = append_to_root(part.xml, added);
    if (with)
      package.put(part.name, *with);
    return with.has_value();
  }
  package.put(part.name, std::string(kXml) + "<w:comments xmlns:w=\"" +
                             std::string(strict ? kStrictWord : kWord) + "\">" + added +
                             "</w:comments>");
  return put_type(package, part.name) && put_relationship(package, main_part, part.name, strict);
}

}  // namespace plumbline::docx
