#include "engine/output/workbook.h"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <ctime>

#include "engine/base/diagnostic.h"
#include "engine/base/utf8.h"
#include "engine/output/columns.h"
#include "engine/output/messages.h"

namespace plumbline::output {
namespace {

constexpr std::size_t kLongestCell = 32767;  // UTF-16 units
constexpr std::size_t kMostRows = 1048575;   // without the header
constexpr std::string_view kCut = "…（过长，已截断）";
constexpr std::time_t kCreated = 1577836800;  // 2020-01-01: same report, same bytes

/// "_x0041_" would be read as "A".
bool is_escape(std::string_view at) {
  return at.size() >= 7 && at[0] == '_' && (at[1] == 'x' || at[1] == 'X') && at[6] == '_' &&
         std::ranges::all_of(at.substr(2, 4),
                             [](unsigned char c) { return std::isxdigit(c) != 0; });
}

std::string without_escapes(std::string_view words) {
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_escape(words.substr(i)))
      result += "_x005F";
    result += words[i];
  }
  return result;
}

/// Holds the bytes of the finished file; no name in any folder.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(memfd_create("workbook", MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (descriptor_ >= 0)
      close(descriptor_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

  std::string bytes() const {
    std::string result;
    std::array<char, 65536> part{};
    for (;;) {
      const ssize_t got =
          pread(descriptor_, part.data(), part.size(), static_cast<off_t>(result.size()));
      if (got <= 0)
        return result;
      result.append(part.data(), static_cast<std::size_t>(got));
    }
  }

 private:
  int descriptor_;
};

}  // namespace

std::string cell_words(std::string_view words) {
  std::string result = without_escapes(printable(words));
  std::size_t units = 0;
  const std::size_t room = kLongestCell - 16;
  for (std::size_t at = 0; at < result.size();) {
    const CodePoint next = decode_utf8(result, at);
    units += next.value > 0xFFFF ? 2 : 1;
    if (units > room) {
      result.resize(at);
      return result + std::string(kCut);
    }
    at = next.end;
  }
  return result;
}

struct Workbook::Impl {
  MemoryFile file;
  lxw_workbook* book = nullptr;
  lxw_format* header = nullptr;
  lxw_format* heading = nullptr;
  std::array<lxw_format*, 4> cells{};
  lxw_error error = LXW_NO_ERROR;
  bool too_many_rows = false;

  void keep(lxw_error result) {
    if (error == LXW_NO_ERROR)
      error = result;
  }

  lxw_format* framed(lxw_format_alignments across) const {
    lxw_format* format = workbook_add_format(book);
    format_set_align(format, static_cast<std::uint8_t>(across));
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(format);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xD0CEC6);
    format_set_font_name(format, "宋体");
    format_set_font_size(format, 10.5);
    return format;
  }

  void make_formats() {
    cells = {framed(LXW_ALIGN_LEFT), framed(LXW_ALIGN_CENTER), framed(LXW_ALIGN_RIGHT),
             framed(LXW_ALIGN_RIGHT)};
    format_set_num_format(cells[2], "#,##0");
    format_set_num_format(cells[3], "0%");
    header = framed(LXW_ALIGN_CENTER);
    format_set_align(header, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bold(header);
    format_set_bg_color(header, 0xE6EEEE);
    heading = workbook_add_format(book);
    format_set_bold(heading);
    format_set_font_name(heading, "宋体");
    format_set_font_size(heading, 12);
  }

  lxw_worksheet* add_sheet(std::string_view name) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, std::string(name).c_str());
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.6);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_footer(sheet, "&C&A　第&P页，共&N页");
    return sheet;
  }

  void write(lxw_worksheet* sheet, std::size_t row, std::size_t column, const Cell& cell,
             lxw_format* format) {
    const auto r = static_cast<lxw_row_t>(row);
    const auto c = static_cast<lxw_col_t>(column);
    if (cell.number)
      keep(worksheet_write_number(sheet, r, c, *cell.number, format));
    else if (cell.words.empty())
      keep(worksheet_write_blank(sheet, r, c, format));
    else
      keep(worksheet_write_string(sheet, r, c, cell_words(cell.words).c_str(), format));
  }

  void offer_choices(lxw_worksheet* sheet, std::size_t column,
                     const std::vector<std::string_view>& choices, std::size_t rows) {
    std::vector<std::string> words(choices.begin(), choices.end());
    std::vector<char*> list;
    list.reserve(words.size() + 1);
    for (std::string& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    lxw_data_validation validation = {};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    const auto c = static_cast<lxw_col_t>(column);
    keep(
        worksheet_data_validation_range(sheet, 1, c, static_cast<lxw_row_t>(rows), c, &validation));
  }
};

Workbook::Workbook() : impl_(std::make_unique<Impl>()) {
  impl_->book = workbook_new(impl_->file.path().c_str());
  if (impl_->book == nullptr)
    return;
  lxw_doc_properties properties = {};
  properties.created = kCreated;
  impl_->keep(workbook_set_properties(impl_->book, &properties));
  impl_->make_formats();
}

Workbook::~Workbook() {
  if (impl_->book != nullptr)
    lxw_workbook_free(impl_->book);
}

void Workbook::add_table(std::string_view name, const std::vector<Column>& columns,
                         const std::vector<std::vector<Cell>>& rows) {
  if (impl_->book == nullptr)
    return;
  impl_->too_many_rows = impl_->too_many_rows || rows.size() > kMostRows;
  lxw_worksheet* sheet = impl_->add_sheet(name);
  worksheet_set_landscape(sheet);
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
  worksheet_set_row(sheet, 0, 30, nullptr);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto c = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet, c, c, columns[i].width, nullptr);
    impl_->write(sheet, 0, i, columns[i].header, impl_->header);
    if (!columns[i].choices.empty() && !rows.empty())
      impl_->offer_choices(sheet, i, columns[i].choices, rows.size());
  }
  for (std::size_t r = 0; r < std::min(rows.size(), kMostRows); ++r) {
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      lxw_format* format = impl_->cells[static_cast<std::size_t>(columns[i].kind)];
      impl_->write(sheet, r + 1, i, rows[r][i], format);
    }
  }
  worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(std::min(rows.size(), kMostRows)),
                       static_cast<lxw_col_t>(columns.size() - 1));
}

void Workbook::add_list(std::string_view name, const std::vector<std::vector<Cell>>& rows) {
  if (impl_->book == nullptr)
    return;
  lxw_worksheet* sheet = impl_->add_sheet(name);
  worksheet_set_column(sheet, 0, 0, 34, nullptr);
  worksheet_set_column(sheet, 1, 7, 14, nullptr);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      const bool number = rows[r][i].number.has_value();
      lxw_format* cell = impl_->cells[number ? 2 : 0];
      impl_->write(sheet, r, i, rows[r][i], rows[r].size() == 1 ? impl_->heading : cell);
    }
  }
}

Result<std::string> Workbook::finish() {
  if (impl_->too_many_rows) {
    return fail(diagnostic_of(words::kTooManyRows));
  }
  if (impl_->book != nullptr) {
    impl_->keep(workbook_close(impl_->book));
    impl_->book = nullptr;
  } else {
    impl_->keep(LXW_ERROR_CREATING_XLSX_FILE);
  }
  std::string bytes = impl_->file.bytes();
  if (impl_->error != LXW_NO_ERROR || bytes.empty()) {
    return fail(diagnostic_of({words::kNoWorkbook, {lxw_strerror(impl_->error)}}));
  }
  return bytes;
}

std::string workbook_library_version() {
  return lxw_version();
}

}  // namespace plumbline::output
