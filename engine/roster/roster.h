#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plumbline/diagnostic.h"

/// The units that must submit a report.
namespace plumbline::roster {

struct Unit {
  std::string name;
  std::vector<std::string> other_names;  ///< short form and aliases
  std::string kind;                      ///< as the roster calls it; may be empty
};
using Roster = std::vector<Unit>;

/// The header of each column of a CSV roster: interface words.
struct Columns {
  std::string_view name, short_name, aliases, kind;
  std::string_view between;  ///< parts the aliases in a cell
};

/// Reads a roster: YAML (schemas/roster-v1), or CSV where the path ends with .csv. Reports every
/// mistake with its place: the form, a name that two units share. Empty iff the sink has errors.
Roster read_roster(std::string path, std::string_view bytes, const Columns& columns,
                   DiagnosticSink& sink);

/// A name as it is compared: in normal form, without blanks.
std::string comparable(std::string_view name);

/// schemas/roster-v1.schema.json as it was when the program was built.
std::string_view roster_schema_json();

}  // namespace plumbline::roster
