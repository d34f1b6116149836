#pragma once

#include <initializer_list>
#include <string_view>

#include "engine/rules/node.h"
#include "engine/rules/pack.h"
#include "plumbline/diagnostic.h"

/// Tables as rules name them: what a rule needs of a table is checked when the rule is compiled.
namespace plumbline::checks {

/// The table that `node` names. nullptr iff a diagnostic was added: there is no such table (P1402)
/// or it lacks some of the columns (P1403).
const rules::Table* table_with(const rules::Node& node, const rules::Pack& pack,
                               std::initializer_list<std::string_view> columns,
                               DiagnosticSink& sink);

/// A cell of row `index`; empty where the table has no such column.
std::string_view cell(const rules::Table& table, std::size_t index, std::string_view column);

/// P1360 at `node`: what is wrong with row `index` of the table it names.
void complain_of_row(const rules::Node& node, std::size_t index, Message what,
                     DiagnosticSink& sink);

}  // namespace plumbline::checks
