#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engine/readers/xml.h"
#include "engine/readers/zip.h"

namespace plumbline::readers {

/// A relationship of an Office Open XML part.
struct PackageLink {
  std::string type;    ///< last segment: "officeDocument", "styles", "header"
  std::string target;  ///< name of the part, resolved; the address itself where external
  bool external = false;
};

/// An Office Open XML file: parts found by relationships, never by name.
class OfficePackage {
 public:
  OfficePackage(std::string_view bytes, const ZipLimits& limits);

  const Failure& failure() const { return failure_; }
  ZipArchive& archive() { return archive_; }
  /// Name of the main part.
  const std::string& main() const { return main_; }
  /// Relationships of the package by id.
  const std::map<std::string, PackageLink>& own_links() const { return own_links_; }
  /// Relationships of a part by id; `failure` is filled where they cannot be read.
  std::map<std::string, PackageLink> links(std::string_view part, Failure& failure);
  /// A part, parsed; nullopt where it is not there. Check its failure().
  std::optional<XmlDocument> part(std::string_view name);

 private:
  ZipArchive archive_;
  Failure failure_;
  std::string main_;
  std::map<std::string, PackageLink> own_links_;
};

/// Name of the part that holds the relationships of `part`; "" = those of the package.
std::string links_part(std::string_view part);

/// Joins the name of a part to the folder of the part that names it; "." and ".." are resolved and
/// never lead out of the package.
std::string resolve_part(std::string_view source, std::string_view target);

/// What kind of file a zip is, by the names in it.
enum class ZipKind : std::uint8_t {
  kNone,
  kWord,
  kOfd,
  kExcel,
  kPowerPoint,
  kOpenDocument,
  kOther
};
ZipKind zip_kind(std::string_view bytes);

}  // namespace plumbline::readers
