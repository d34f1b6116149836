#pragma once

#include <string>
#include <vector>

#include "engine/roster/roster.h"
#include "plumbline/report.h"

namespace plumbline::roster {

/// A unit of a roster, and what it has submitted.
struct UnitState {
  std::string name, kind;
  std::vector<std::string> paths;  ///< of its documents
  int checked = 0;                 ///< how many of them were checked
};

/// Who of a roster has submitted, document by document. A document is its issuer's; where the text
/// names none, or none of the roster, it is the unit's whose name its path holds, the longest one.
class Attendance {
 public:
  explicit Attendance(const Roster& roster);

  void add(const DocumentReport& document);
  /// In the order of the roster.
  const std::vector<UnitState>& units() const { return units_; }
  /// Paths of checked documents that belong to no unit.
  const std::vector<std::string>& strangers() const { return strangers_; }

 private:
  std::vector<std::size_t> owners(const DocumentReport& document) const;

  struct Name {
    std::string words;  ///< comparable
    std::size_t unit = 0;
  };
  std::vector<Name> names_;  ///< longest first
  std::vector<UnitState> units_;
  std::vector<std::string> strangers_;
};

}  // namespace plumbline::roster
