#include "engine/rules/pack_tables.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/base/csv.h"
#include "engine/base/diagnostic.h"
#include "engine/base/sha256.h"
#include "engine/rules/messages_pack.h"
#include "engine/rules/messages_reading.h"
#include "engine/rules/source_file.h"

namespace plumbline::rules {
namespace {

constexpr std::size_t kMostBytes = 8u << 20;
constexpr std::size_t kMostMistakes = 100;

class TableReader {
 public:
  TableReader(std::shared_ptr<const SourceFile> file, DiagnosticSink& sink)
      : file_(std::move(file)), sink_(sink) {}

  Table read() {
    Csv csv = parse_csv(file_->text);
    for (const CsvError& error : csv.errors)
      complain(error.line, error.column, {words::kCsvFault, {error.message}});
    if (csv.rows.empty()) {
      complain(1, 1, words::kTableEmpty);
      return {};
    }
    Table table;
    table.columns = std::move(csv.rows.front().cells);
    check_header(table.columns, csv.rows.front().line);
    for (std::size_t i = 1; i < csv.rows.size(); ++i) {
      check_length(csv.rows[i], table.columns.size());
      table.rows.push_back(std::move(csv.rows[i].cells));
    }
    return table;
  }

 private:
  void complain(int line, int column, Message message) {
    if (++mistakes_ <= kMostMistakes)
      sink_.add(diagnostic_at(*file_, {line, column}, 0, std::move(message)));
  }

  void check_header(const std::vector<std::string>& columns, int line) {
    std::set<std::string> seen;
    for (const std::string& column : columns) {
      if (column.empty())
        complain(line, 1, words::kNamelessColumn);
      else if (!seen.insert(column).second)
        complain(line, 1, {words::kColumnTwice, {column}});
    }
  }

  void check_length(const CsvRow& row, std::size_t columns) {
    if (row.cells.size() != columns)
      complain(row.line, 1,
               {words::kRowLength, {std::to_string(row.cells.size()), std::to_string(columns)}});
  }

  std::shared_ptr<const SourceFile> file_;
  DiagnosticSink& sink_;
  std::size_t mistakes_ = 0;
};

}  // namespace

void read_tables(PackSources& sources, const std::vector<std::string>& wanted,
                 const PackFiles& files, Pack& pack, DiagnosticSink& sink) {
  std::map<std::string, const Node::Entry*> seen;
  for (const Item& item : sources.items("tables")) {
    const Node::Entry& entry = *item.entry;
    const auto [first, fresh] = seen.emplace(entry.key, &entry);
    if (!fresh) {
      sink.add(
          diagnostic_at_key(entry, {words::kTableTwice, {entry.key, place_of(*first->second)}}));
      continue;
    }
    const std::string& name = entry.value.scalar;
    if (leaves_folder(name)) {
      sink.add(diagnostic_at(entry.value, {words::kLeavesFolder, {name}}));
      continue;
    }
    pack.tables[entry.key];
    if (std::find(wanted.begin(), wanted.end(), entry.key) == wanted.end())
      continue;
    const std::string path = item.pack->folder + "/" + name;
    const Result<std::string> bytes = files.read(path);
    if (!bytes || bytes->size() > kMostBytes) {
      sink.add(diagnostic_at(
          entry.value, bytes ? Message(words::kTableTooLarge, {name, size_in_words(kMostBytes)})
                             : Message(words::kCannotReadTable, {name, bytes.error().message})));
      continue;
    }
    sources.digests[item.pack->id + "/" + name] = sha256(*bytes);
    if (const auto file = read_source(path, *bytes, sink))
      pack.tables[entry.key] = TableReader(file, sink).read();
  }
}

}  // namespace plumbline::rules
