#include "engine/readers/office_package.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/readers/locale_office.h"

namespace plumbline::readers {
namespace {

/// Transitional and strict names of the same thing share a prefix.
constexpr XmlNamespace kNamespaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    {"http://purl.oclc.org/ooxml/drawingml/main", "a"},
    {"http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"},
    {"http://purl.oclc.org/ooxml/drawingml/picture", "pic"},
    {"http://schemas.openxmlformats.org/drawingml/2006/chart", "c"},
    {"http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", "ep"},
    {"http://purl.oclc.org/ooxml/officeDocument/extendedProperties", "ep"},
    {"urn:schemas-microsoft-com:vml", "v"},
};

bool has_name(const ZipDirectory& directory, std::string_view beginning) {
  return std::ranges::any_of(directory.records, [&](const ZipRecord& record) {
    return std::string_view(record.name).starts_with(beginning);
  });
}

bool has_exactly(const ZipDirectory& directory, std::string_view name) {
  return std::ranges::any_of(directory.records,
                             [&](const ZipRecord& record) { return record.name == name; });
}

/// For an archive whose directory is broken: the kind that names in the bytes tell.
ZipKind kind_by_bytes(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 1u << 16);
  const auto holds = [&](std::string_view name) {
    return head.find(name) != std::string_view::npos;
  };
  return holds("word/")                 ? ZipKind::kWord
         : holds("OFD.xml")             ? ZipKind::kOfd
         : holds("xl/")                 ? ZipKind::kExcel
         : holds("ppt/")                ? ZipKind::kPowerPoint
         : holds("[Content_Types].xml") ? ZipKind::kWord
                                        : ZipKind::kOther;
}

}  // namespace

std::string links_part(std::string_view part) {
  const std::size_t name = part.rfind('/') + 1;
  return std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
}

std::string resolve_part(std::string_view source, std::string_view target) {
  std::string joined;
  if (!target.starts_with('/')) {
    joined = source.substr(0, source.rfind('/') + 1);
  }
  joined += target;
  std::ranges::replace(joined, '\\', '/');
  std::vector<std::string> steps;
  for (std::size_t at = 0; at <= joined.size();) {
    const std::size_t slash = std::min(joined.find('/', at), joined.size());
    const std::string step = joined.substr(at, slash - at);
    if (step == ".." && !steps.empty()) {
      steps.pop_back();
    } else if (!step.empty() && step != "." && step != "..") {
      steps.push_back(step);
    }
    at = slash + 1;
  }
  std::string path;
  for (const std::string& step : steps) {
    path += (path.empty() ? "" : "/") + step;
  }
  return path;
}

OfficePackage::OfficePackage(std::string_view bytes, const ZipLimits& limits)
    : archive_(bytes, limits), failure_(archive_.failure()) {
  if (failure_) {
    return;
  }
  own_links_ = links("", failure_);
  for (const auto& [id, link] : own_links_) {
    if (link.type == "officeDocument" && !link.external) {
      main_ = link.target;
    }
  }
  if (!failure_ && archive_.find(main_) == nullptr) {
    failure_ = {ReadOutcome::kCorrupt, locale::damaged("", locale::kNoMainPart)};
  }
}

std::map<std::string, PackageLink> OfficePackage::links(std::string_view part, Failure& failure) {
  std::map<std::string, PackageLink> links;
  const std::optional<XmlDocument> document = this->part(links_part(part));
  if (!document)
    return links;
  if (document->failure()) {
    failure = document->failure();
    return links;
  }
  for (const XmlNode node : document->root().children()) {
    const std::string_view type = node.attribute("Type");
    const std::string_view target = node.attribute("Target");
    const bool external = node.attribute("TargetMode") == "External";
    links.emplace(
        node.attribute("Id"),
        PackageLink{std::string(type.substr(type.rfind('/') + 1)),
                    external ? std::string(target) : resolve_part(part, target), external});
  }
  return links;
}

std::optional<XmlDocument> OfficePackage::part(std::string_view name) {
  const ZipRecord* record = archive_.find(name);
  if (record == nullptr) {
    return std::nullopt;
  }
  ZipArchive::Content content = archive_.read(*record);
  if (content.failure) {
    return XmlDocument(std::move(content.failure));
  }
  return XmlDocument(std::move(content.bytes), name, kNamespaces);
}

ZipKind zip_kind(std::string_view bytes) {
  if (!looks_like_zip(bytes)) {
    return ZipKind::kNone;
  }
  const ZipDirectory directory = read_zip_directory(bytes, {});
  if (directory.failure) {
    return kind_by_bytes(bytes);
  }
  const auto has = [&](std::string_view name) { return has_name(directory, name); };
  if (has_exactly(directory, "OFD.xml")) {
    return ZipKind::kOfd;
  }
  if (has("META-INF/manifest") && has_exactly(directory, "mimetype")) {
    return ZipKind::kOpenDocument;
  }
  // Folders of submissions may bear any name: only the parts of a package make a package.
  if (!has("[Content_Types].xml") && !has("_rels/.rels") && !has("word/document.xml")) {
    return ZipKind::kOther;
  }
  return has("word/")  ? ZipKind::kWord
         : has("xl/")  ? ZipKind::kExcel
         : has("ppt/") ? ZipKind::kPowerPoint
                       : ZipKind::kWord;
}

}  // namespace plumbline::readers
