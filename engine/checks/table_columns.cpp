#include "engine/checks/table_columns.h"

#include <string>
#include <utility>

#include "engine/checks/messages.h"
#include "engine/rules/source_file.h"

namespace plumbline::checks {
namespace {

std::string listed(const std::vector<std::string>& columns) {
  std::string result;
  for (const std::string& column : columns) result += (result.empty() ? "" : ", ") + column;
  return result;
}

}  // namespace

const rules::Table* table_with(const rules::Node& node, const rules::Pack& pack,
                               std::initializer_list<std::string_view> columns,
                               DiagnosticSink& sink) {
  const auto found = pack.tables.find(node.scalar);
  if (found == pack.tables.end()) {
    sink.add(rules::diagnostic_at(node, {words::kNoTable, {node.scalar}}));
    return nullptr;
  }
  std::string missing;
  for (const std::string_view column : columns) {
    if (found->second.column(column) == std::string::npos)
      missing += (missing.empty() ? "'" : ", '") + std::string(column) + "'";
  }
  if (missing.empty())
    return &found->second;
  sink.add(rules::diagnostic_at(
      node, {words::kNoColumn, {node.scalar, missing, listed(found->second.columns)}}));
  return nullptr;
}

std::string_view cell(const rules::Table& table, std::size_t index, std::string_view column) {
  const std::size_t at = table.column(column);
  const std::vector<std::string>& row = table.rows[index];
  return at < row.size() ? std::string_view(row[at]) : std::string_view();
}

void complain_of_row(const rules::Node& node, std::size_t index, Message what,
                     DiagnosticSink& sink) {
  sink.add(rules::diagnostic_at(
      node, {words::kBadRow, {node.scalar, std::to_string(index + 1), std::move(what)}}));
}

}  // namespace plumbline::checks
