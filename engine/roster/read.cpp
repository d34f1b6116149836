#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "engine/base/csv.h"
#include "engine/base/edit_distance.h"
#include "engine/base/fold.h"
#include "engine/roster/messages.h"
#include "engine/roster/roster.h"
#include "engine/rules/formed_yaml.h"
#include "engine/rules/source_file.h"

namespace plumbline::roster {
namespace {

using rules::Node;

/// Refuses a name that two units share, wherever it comes from.
class Names {
 public:
  explicit Names(DiagnosticSink& sink) : sink_(sink) {}

  void add(const Unit& unit, std::size_t number, const rules::SourceFile& file,
           rules::Position at) {
    add(unit.name, number, file, at);
    for (const std::string& name : unit.other_names) add(name, number, file, at);
  }

 private:
  struct Owner {
    std::size_t number = 0;
    int line = 0;
  };

  void add(const std::string& name, std::size_t number, const rules::SourceFile& file,
           rules::Position at) {
    const auto [first, fresh] = owners_.try_emplace(comparable(name), Owner{number, at.line});
    if (!fresh && first->second.number != number)
      sink_.add(rules::diagnostic_at(
          file, at, 0, {words::kSharedName, {name, std::to_string(first->second.line)}}));
  }

  DiagnosticSink& sink_;
  std::map<std::string, Owner> owners_;
};

Unit unit_of(const Node& node) {
  Unit unit;
  unit.name = string_at(node, "name");
  if (const std::string shorter = string_at(node, "short"); !shorter.empty())
    unit.other_names.push_back(shorter);
  for (const std::string& alias : strings_at(node, "aliases")) unit.other_names.push_back(alias);
  unit.kind = string_at(node, "kind");
  return unit;
}

Roster from_yaml(std::string path, std::string_view bytes, DiagnosticSink& sink) {
  const rules::FormedYaml file =
      rules::read_formed_yaml(std::move(path), bytes, roster_schema_json(), sink);
  Roster roster;
  Names names(sink);
  const Node* units = file.has_form ? file.top->find("units") : nullptr;
  for (std::size_t i = 0; units != nullptr && i < units->items.size(); ++i) {
    roster.push_back(unit_of(units->items[i]));
    names.add(roster.back(), i, *file.top->file, units->items[i].at);
  }
  return roster;
}

/// One CSV file, row by row.
class Sheet {
 public:
  Sheet(std::shared_ptr<const rules::SourceFile> file, const Columns& columns, DiagnosticSink& sink)
      : file_(std::move(file)), columns_(columns), sink_(sink), names_(sink) {}

  Roster read(const Csv& csv) {
    for (const CsvError& error : csv.errors)
      complain(error.line, error.column, {words::kCsvFault, {error.message}});
    if (csv.rows.empty()) {
      complain(1, 1, words::kEmpty);
      return {};
    }
    header_ = csv.rows.front().cells;
    check_header(csv.rows.front().line);
    if (sink_.has_errors())
      return {};
    for (std::size_t i = 1; i < csv.rows.size(); ++i) row(csv.rows[i]);
    if (roster_.empty())
      complain(csv.rows.front().line, 1, words::kNoUnit);
    return std::move(roster_);
  }

 private:
  void complain(int line, int column, Message message) {
    sink_.add(rules::diagnostic_at(*file_, {line, column}, 0, std::move(message)));
  }

  void check_header(int line) {
    const std::vector<std::string> known = {
        std::string(columns_.name), std::string(columns_.short_name), std::string(columns_.aliases),
        std::string(columns_.kind)};
    if (std::ranges::find(header_, columns_.name) == header_.end())
      complain(line, 1, {words::kColumnMissing, {std::string(columns_.name)}});
    std::set<std::string> seen;
    for (const std::string& column : header_) {
      if (!seen.insert(column).second)
        continue;
      if (std::ranges::find(known, column) == known.end())
        complain(line, 1, {words::kUnknownColumn, {column, did_you_mean(column, known)}});
      else if (std::ranges::count(header_, column) > 1)
        complain(line, 1, {words::kColumnTwice, {column}});
    }
  }

  std::string cell(const CsvRow& row, std::string_view column) const {
    const auto at = static_cast<std::size_t>(std::ranges::find(header_, column) - header_.begin());
    const std::string& words = at < row.cells.size() ? row.cells[at] : kNothing;
    const std::size_t begin = words.find_first_not_of(" \t");
    return begin == std::string::npos
               ? ""
               : words.substr(begin, words.find_last_not_of(" \t") + 1 - begin);
  }

  void row(const CsvRow& row) {
    if (std::ranges::all_of(row.cells, &std::string::empty))
      return;
    if (row.cells.size() > header_.size())
      complain(
          row.line, 1,
          {words::kRowLength, {std::to_string(row.cells.size()), std::to_string(header_.size())}});
    Unit unit;
    unit.name = cell(row, columns_.name);
    if (unit.name.empty())
      complain(row.line, 1, {words::kNameless, {std::string(columns_.name)}});
    if (const std::string shorter = cell(row, columns_.short_name); !shorter.empty())
      unit.other_names.push_back(shorter);
    aliases(cell(row, columns_.aliases), unit);
    unit.kind = cell(row, columns_.kind);
    names_.add(unit, roster_.size(), *file_, {row.line, 1});
    roster_.push_back(std::move(unit));
  }

  void aliases(const std::string& words, Unit& unit) const {
    for (std::size_t begin = 0; begin < words.size();) {
      const std::size_t end = std::min(words.find(columns_.between, begin), words.size());
      if (end > begin)
        unit.other_names.push_back(words.substr(begin, end - begin));
      begin = end + columns_.between.size();
    }
  }

  inline static const std::string kNothing;
  std::shared_ptr<const rules::SourceFile> file_;
  const Columns& columns_;
  DiagnosticSink& sink_;
  Names names_;
  std::vector<std::string> header_;
  Roster roster_;
};

}  // namespace

std::string comparable(std::string_view name) {
  std::string folded;
  for (std::size_t at = 0; at < name.size();) at = fold_unit(name, at, folded).end;
  std::erase(folded, ' ');
  return folded;
}

Roster read_roster(std::string path, std::string_view bytes, const Columns& columns,
                   DiagnosticSink& sink) {
  Roster roster;
  if (!path.ends_with(".csv"))
    roster = from_yaml(std::move(path), bytes, sink);
  else if (const auto file = rules::read_source(std::move(path), bytes, sink))
    roster = Sheet(file, columns, sink).read(parse_csv(bytes));
  return sink.has_errors() ? Roster{} : roster;
}

}  // namespace plumbline::roster
