#include <algorithm>
#include <array>
#include <map>

#include "engine/cli/commands.h"
#include "engine/cli/packs.h"
#include "engine/craft/sheet.h"
#include "engine/craft/word_table.h"
#include "engine/io/atomic_write.h"
#include "engine/io/file.h"
#include "engine/io/pack_files.h"
#include "engine/output/columns.h"
#include "engine/output/workbook.h"
#include "engine/rules/lint.h"
#include "engine/rules/pack.h"

namespace plumbline::cli {
namespace {

using craft::WordFault;
using craft::WordRow;

constexpr std::size_t kMostBytes = 32u << 20;
constexpr std::size_t kLongestCell = 30'000;
constexpr std::string_view kSeveralPatterns = "（有多个写法，请在规则包中修改）";
constexpr std::array<std::string_view, 6> kHeaders = {"规则", "类别",       "编号",
                                                      "写法", "正确的写法", "等级"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kLists = {
    {{"forbid", "不应出现"}, {"require", "应当出现"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kSeverities = {
    {{"error", "必改"}, {"warning", "请核实"}, {"note", "建议"}, {"off", "不提示"}, {"", ""}}};

/// The other side of a row of a table; nullptr where none has the word.
template <typename Table>
const std::string_view* translated(const Table& table, std::string_view word, bool to_chinese) {
  for (const auto& [code, chinese] : table) {
    if ((to_chinese ? code : chinese) == word)
      return to_chinese ? &chinese : &code;
  }
  return nullptr;
}

std::string chinese(const auto& table, const std::string& code) {
  const std::string_view* word = translated(table, code, true);
  return std::string(word == nullptr ? code : *word);
}

std::string trimmed(const std::string& cell) {
  const std::size_t begin = cell.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos)
    return "";
  return cell.substr(begin, cell.find_last_not_of(" \t\r\n") + 1 - begin);
}

Result<std::string> workbook_of(const std::vector<WordRow>& rows) {
  std::vector<std::vector<output::Cell>> cells;
  cells.reserve(rows.size());
  for (const WordRow& row : rows)
    cells.push_back({row.rule, chinese(kLists, row.list), row.name,
                     row.match.empty() ? std::string(kSeveralPatterns) : row.match, row.right,
                     chinese(kSeverities, row.severity)});
  const std::vector<std::string_view> lists = {"不应出现", "应当出现"};
  const std::vector<std::string_view> severities = {"必改", "请核实", "建议", "不提示"};
  output::Workbook book;
  book.add_table("用语表",
                 {{kHeaders[0], 18},
                  {kHeaders[1], 12, output::CellKind::kText, lists},
                  {kHeaders[2], 12},
                  {kHeaders[3], 48},
                  {kHeaders[4], 36},
                  {kHeaders[5], 10, output::CellKind::kText, severities}},
                 cells);
  return book.finish();
}

/// The rows of a sheet as the clerk left it, by the names of its columns.
class SheetWords {
 public:
  SheetWords(const std::string& path, const Session& session, DiagnosticSink& sink)
      : path_(path), session_(session), sink_(sink) {}

  std::vector<WordRow> read(const std::vector<craft::SheetRow>& sheet) {
    std::vector<WordRow> rows;
    if (!find_columns(sheet.empty() ? craft::SheetRow{1, {}} : sheet.front()))
      return rows;
    for (std::size_t i = 1; i < sheet.size(); ++i) {
      if (std::ranges::all_of(sheet[i].cells,
                              [](const std::string& cell) { return trimmed(cell).empty(); }))
        continue;
      rows.push_back(row_of(sheet[i]));
    }
    return rows;
  }

 private:
  void complain(int row, Say what, std::initializer_list<std::string_view> values) {
    sink_.add(
        {.code = "P3403", .message = session_.words(what, values), .path = path_, .line = row});
  }

  bool find_columns(const craft::SheetRow& header) {
    std::string missing;
    for (const std::string_view name : kHeaders) {
      const auto found = std::ranges::find_if(
          header.cells, [&](const std::string& cell) { return trimmed(cell) == name; });
      if (found == header.cells.end())
        missing += (missing.empty() ? "" : "、") + std::string(name);
      else
        columns_[name] = static_cast<std::size_t>(found - header.cells.begin());
    }
    if (!missing.empty())
      complain(header.number, Say::kColumnsMissing, {missing});
    return missing.empty();
  }

  WordRow row_of(const craft::SheetRow& sheet) {
    const auto cell = [&](std::size_t header) {
      const std::size_t column = columns_.at(kHeaders[header]);
      return column < sheet.cells.size() ? trimmed(sheet.cells[column]) : "";
    };
    WordRow row = {cell(0), "", cell(2), cell(3), cell(4), "", sheet.number};
    if (row.match == kSeveralPatterns)
      row.match.clear();
    const std::string_view* list = translated(kLists, cell(1), false);
    const std::string_view* severity = translated(kSeverities, cell(5), false);
    if (list == nullptr)
      complain(sheet.number, Say::kBadCell, {kHeaders[1], cell(1), "不应出现、应当出现"});
    if (severity == nullptr)
      complain(sheet.number, Say::kBadCell, {kHeaders[5], cell(5), "必改、请核实、建议、不提示"});
    if (row.rule.empty() || row.name.empty())
      complain(sheet.number, Say::kBadCell, {kHeaders[2], row.name, "规则和编号都要写"});
    row.list = list == nullptr ? "" : *list;
    row.severity = severity == nullptr ? "" : *severity;
    return row;
  }

  const std::string& path_;
  const Session& session_;
  DiagnosticSink& sink_;
  std::map<std::string_view, std::size_t> columns_;
};

std::string fault_words(WordFault fault, const Session& session) {
  switch (fault) {
    case WordFault::kTwice:
      return session.words(Say::kWordTwice);
    case WordFault::kNoMatch:
      return session.words(Say::kWordNoMatch);
    case WordFault::kSeveral:
      return session.words(Say::kWordSeveral);
    case WordFault::kCannotEmpty:
      return session.words(Say::kWordCannotEmpty);
    case WordFault::kNoList:
      return session.words(Say::kWordNoList);
  }
  return "";
}

std::vector<WordRow> read_rows(const std::string& path, const Session& session,
                               DiagnosticSink& sink) {
  const Result<std::string> bytes = io::read_file(path, kMostBytes);
  if (!bytes) {
    sink.add(bytes.error());
    return {};
  }
  const auto sheet = craft::read_sheet(*bytes);
  if (!sheet) {
    Diagnostic refused = sheet.error();
    refused.path = path;
    sink.add(refused);
    return {};
  }
  return SheetWords(path, session, sink).read(*sheet);
}

/// What lint says of the pack as it is, so that only what is new counts.
std::size_t doubts_about(const rules::Pack& pack, const rules::PackFiles& files) {
  DiagnosticSink sink;
  rules::lint_pack(pack, files, sink);
  return sink.all().size();
}

/// True where the pack with the new words loads and lint has no more to say than before.
bool acceptable(const rules::Pack& pack, const craft::Files& changed, const rules::PackFiles& disk,
                DiagnosticSink& sink) {
  DiagnosticSink found;
  const craft::DraftFiles draft(disk, changed);
  const bool loads = craft::try_pack(pack.folder, draft, found) != nullptr;
  if (loads && found.all().size() <= doubts_about(pack, disk))
    return true;
  for (Diagnostic one : found.all()) {
    one.level = Level::kError;
    sink.add(std::move(one));
  }
  return false;
}

void write(const craft::WordImport& import, const Session& session, DiagnosticSink& sink) {
  for (const auto& [path, bytes] : import.files) {
    if (auto problem = io::write_file(path, bytes))
      return sink.add(*std::move(problem));
    session.environment.err << session.words(Say::kWritten, {path}) << "\n";
  }
}

std::string change_words(const craft::WordImport& import, const Session& session) {
  std::string words;
  for (const craft::WordChange& one : import.changes)
    words += one.id + "  " +
             session.words(one.what == "new"     ? Say::kWordNew
                           : one.what == "kept"  ? Say::kWordKept
                           : one.what == "match" ? Say::kWordMatch
                           : one.what == "right" ? Say::kWordRight
                                                 : Say::kWordSeverity) +
             "\n";
  return words.empty() ? session.words(Say::kWordsSame) + "\n" : words;
}

/// The pack and the path of the workbook; an empty vector after a complaint.
Packs pack_of(const Arguments& arguments, const Session& session, DiagnosticSink& sink) {
  if (arguments.paths.size() != 2)
    sink.add(wrong_use("P3005", session.words(Say::kPackAndWorkbook)));
  return sink.has_errors() ? Packs() : load_packs({arguments.paths.front()}, session, sink);
}

}  // namespace

int run_rules_export_words(const Arguments& arguments, const Session& session) {
  DiagnosticSink sink;
  const Packs packs = pack_of(arguments, session, sink);
  // What a clerk has filled in is not written over, nor what is no workbook.
  if (!sink.has_errors() && io::kind_of(arguments.paths.back()) != io::PathKind::kNothing)
    sink.add(wrong_use("P3019", session.words(Say::kPackExists, {arguments.paths.back()})));
  if (!sink.has_errors() && !arguments.paths.back().ends_with(".xlsx"))
    sink.add(wrong_use("P3005", session.words(Say::kPackAndWorkbook)));
  if (!sink.has_errors()) {
    const std::vector<WordRow> rows = craft::word_rows(*packs.front());
    for (const WordRow& row : rows) {
      if (row.match.size() > kLongestCell || row.right.size() > kLongestCell)
        sink.add({.code = "P3404",
                  .message = session.words(Say::kCellTooLong, {row.rule + "." + row.name})});
    }
    const Result<std::string> bytes = workbook_of(rows);
    if (!bytes)
      sink.add(bytes.error());
    else if (!sink.has_errors())
      write({{{arguments.paths.back(), *bytes}}, {}, {}}, session, sink);
  }
  session.complain(sink);
  return sink.has_errors() ? kUsage : kClean;
}

int run_rules_import_words(const Arguments& arguments, const Session& session) {
  DiagnosticSink sink;
  const Packs packs = pack_of(arguments, session, sink);
  std::vector<WordRow> rows;
  if (!sink.has_errors())
    rows = read_rows(arguments.paths.back(), session, sink);
  craft::WordImport import;
  if (!sink.has_errors()) {
    const io::DiskPackFiles disk(session.environment.pack_path);
    import = craft::with_words(*packs.front(), disk, rows);
    for (const craft::WordProblem& one : import.problems)
      sink.add({.code = "P3403",
                .message = one.id + "：" + fault_words(one.fault, session),
                .path = arguments.paths.back(),
                .line = one.row});
    if (!sink.has_errors() && acceptable(*packs.front(), import.files, disk, sink))
      write(import, session, sink);
  }
  session.complain(sink);
  if (sink.has_errors())
    return kUsage;
  return print(session, change_words(import, session)) ? kClean : kUsage;
}

}  // namespace plumbline::cli
