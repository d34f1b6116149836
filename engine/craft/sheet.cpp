#include "engine/craft/sheet.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "engine/base/diagnostic.h"
#include "engine/craft/messages.h"
#include "engine/readers/office_package.h"

namespace plumbline::craft {
namespace {

using readers::OfficePackage;
using readers::PackageLink;
using readers::XmlDocument;
using readers::XmlNode;

constexpr std::size_t kMostColumns = 702;  // ZZ
constexpr std::size_t kMostCells = 1'000'000;

plumbline::Failure refused(Message why) {
  return fail(diagnostic_of({words::kNotAWorkbook, {std::move(why)}}));
}

/// All text below a node that stands in <t>; the reading aid of East Asian words (<rPh>) is none.
std::string text_below(XmlNode node) {
  std::string words;
  for (const XmlNode child : node.children()) {
    if (child.is("t"))
      words += child.text();
    else if (child.is("r") || child.is("is"))
      words += text_below(child);
  }
  return words;
}

/// "AB12" is column 28; 0 where there is none.
std::size_t column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || column > kMostColumns)
      break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
  }
  return column;
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

class Reader {
 public:
  explicit Reader(OfficePackage& package) : package_(package) {}

  Result<std::vector<SheetRow>> run() {
    const std::string sheet = find_parts();
    if (sheet.empty())
      return refused(words::kNoSheet);
    if (auto problem = read_strings())
      return *problem;
    const XmlDocument document = part(sheet);
    if (document.failure())
      return refused(document.failure().message);
    if (const XmlNode merged = document.root().child("mergeCells"))
      return fail(diagnostic_of(
          {words::kMergedCells, {std::string(merged.child("mergeCell").attribute("ref"))}}));
    for (const XmlNode row : document.root().child("sheetData").children()) {
      if (auto problem = read_row(row))
        return *problem;
    }
    return std::move(rows_);
  }

 private:
  /// Names as they are in the part, without prefixes.
  XmlDocument part(const std::string& name) {
    const readers::ZipRecord* record = package_.archive().find(name);
    if (record == nullptr)
      return XmlDocument(readers::Failure{ReadOutcome::kCorrupt, name});
    readers::ZipArchive::Content content = package_.archive().read(*record);
    if (content.failure)
      return XmlDocument(content.failure);
    return XmlDocument(std::move(content.bytes), name, {});
  }

  std::string find_parts() {
    readers::Failure failure;
    const std::map<std::string, PackageLink> links = package_.links(package_.main(), failure);
    if (failure)
      return "";
    for (const auto& [id, link] : links) {
      if (link.type == "sharedStrings")
        strings_part_ = link.target;
    }
    const XmlDocument workbook = part(package_.main());
    if (workbook.failure())
      return "";
    const XmlNode first = workbook.root().child("sheets").child("sheet");
    for (const char* name : {"id", "r:id"}) {
      const auto link = links.find(std::string(first.attribute(name)));
      if (link != links.end())
        return link->second.target;
    }
    return "";
  }

  std::optional<plumbline::Failure> read_strings() {
    if (strings_part_.empty())
      return std::nullopt;
    const XmlDocument document = part(strings_part_);
    if (document.failure())
      return refused(document.failure().message);
    for (const XmlNode item : document.root().children()) {
      if (item.is("si"))
        strings_.push_back(text_below(item));
    }
    return std::nullopt;
  }

  std::optional<plumbline::Failure> read_row(XmlNode row) {
    if (!row.is("row"))
      return std::nullopt;
    SheetRow read;
    read.number = number(row.attribute("r"));
    if (read.number == 0)
      read.number = rows_.empty() ? 1 : rows_.back().number + 1;
    for (const XmlNode cell : row.children()) {
      if (!cell.is("c"))
        continue;
      const std::size_t named = column_of(cell.attribute("r"));
      const std::size_t column = named == 0 ? read.cells.size() + 1 : named;
      if (column > kMostColumns || ++cells_ > kMostCells)
        return refused(words::kSheetTooLarge);
      read.cells.resize(std::max(read.cells.size(), column));
      read.cells[column - 1] = value(cell);
    }
    rows_.push_back(std::move(read));
    return std::nullopt;
  }

  std::string value(XmlNode cell) const {
    const std::string_view type = cell.attribute("t");
    if (type == "inlineStr")
      return text_below(cell);
    std::string saved = cell.child("v").text();
    if (type != "s")
      return saved;
    const auto index = static_cast<std::size_t>(std::max(number(saved), 0));
    return index < strings_.size() ? strings_[index] : "";
  }

  OfficePackage& package_;
  std::string strings_part_;
  std::vector<std::string> strings_;
  std::vector<SheetRow> rows_;
  std::size_t cells_ = 0;
};

}  // namespace

Result<std::vector<SheetRow>> read_sheet(std::string_view bytes) {
  if (readers::zip_kind(bytes) != readers::ZipKind::kExcel)
    return refused(words::kNoXlsx);
  OfficePackage package(bytes, {});
  if (package.failure())
    return refused(package.failure().message);
  return Reader(package).run();
}

}  // namespace plumbline::craft
