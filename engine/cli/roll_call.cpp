#include "engine/cli/roll_call.h"

#include <algorithm>

#include "engine/io/file.h"
#include "engine/output/columns.h"

namespace plumbline::cli {
namespace {

using roster::UnitState;

constexpr std::size_t kLargestRoster = 8u << 20;  // bytes
/// As people head such a table.
constexpr roster::Columns kColumns = {"全称", "简称", "别名", "类别", "、"};

Diagnostic warning(const char* code, std::string message, std::string path = {}) {
  return {.code = code,
          .level = Level::kWarning,
          .message = std::move(message),
          .path = std::move(path)};
}

bool is_missing(const UnitState& unit) {
  return unit.paths.empty();
}

bool is_unchecked(const UnitState& unit) {
  return !unit.paths.empty() && unit.checked == 0;
}

/// The units that `belongs` takes, on a line; nothing where there are none.
template <typename Belongs>
std::string line(const char* title, const std::vector<UnitState>& units, Belongs belongs) {
  std::string names;
  for (const UnitState& unit : units) {
    if (belongs(unit))
      names += (names.empty() ? "" : "、") + output::printable(unit.name) +
               (unit.kind.empty() ? "" : "（" + output::printable(unit.kind) + "）");
  }
  return names.empty() ? "" : "    " + std::string(title) + "：" + names + "\n";
}

}  // namespace

std::optional<roster::Roster> read_roster(const Arguments& arguments, DiagnosticSink& sink) {
  if (!arguments.has("--roster"))
    return std::nullopt;
  const std::string path = arguments.value("--roster");
  const Result<std::string> bytes = io::read_file(path, kLargestRoster);
  if (bytes)
    return roster::read_roster(path, *bytes, kColumns, sink);
  sink.add(bytes.error());
  return std::nullopt;
}

RollCall::RollCall(const std::optional<roster::Roster>& roster) {
  if (roster)
    attendance_.emplace(*roster);
}

void RollCall::add(const DocumentReport& document) {
  if (attendance_)
    attendance_->add(document);
}

std::string RollCall::words() const {
  if (!attendance_)
    return "";
  const std::vector<UnitState>& units = attendance_->units();
  const auto missing = std::ranges::count_if(units, is_missing);
  const auto unchecked = std::ranges::count_if(units, is_unchecked);
  const auto all = static_cast<std::ptrdiff_t>(units.size());
  std::string words = "\n【名单】共" + std::to_string(all) + "个单位：已报送并检查" +
                      std::to_string(all - missing - unchecked) + "个、已报送未能检查" +
                      std::to_string(unchecked) + "个、未报送" + std::to_string(missing) + "个。\n";
  words += line("未报送", units, is_missing);
  words += line("已报送未能检查", units, is_unchecked);
  words += line("报送多份", units, [](const UnitState& unit) { return unit.checked > 1; });
  std::string paths;
  for (const std::string& path : attendance_->strangers())
    paths += (paths.empty() ? "" : "、") + output::printable(path);
  return words + (paths.empty() ? "" : "    不在名单中：" + paths + "\n");
}

std::vector<Diagnostic> RollCall::complaints(const Session& session) const {
  std::vector<Diagnostic> all;
  if (!attendance_)
    return all;
  for (const UnitState& unit : attendance_->units()) {
    if (is_missing(unit))
      all.push_back(warning("P2123", session.words(Say::kUnitMissing, {unit.name})));
    else if (is_unchecked(unit))
      all.push_back(
          warning("P2124", session.words(Say::kUnitUnchecked, {unit.name}), unit.paths.front()));
    else if (unit.checked > 1)
      all.push_back(
          warning("P2125", session.words(Say::kUnitTwice, {unit.name}), unit.paths.back()));
  }
  for (const std::string& path : attendance_->strangers())
    all.push_back(warning("P2126", session.words(Say::kStranger), path));
  return all;
}

bool RollCall::misses() const {
  return attendance_ && std::ranges::any_of(attendance_->units(), [](const UnitState& unit) {
           return unit.checked == 0;
         });
}

}  // namespace plumbline::cli
