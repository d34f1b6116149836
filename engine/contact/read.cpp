#include "engine/contact/read.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/base/iso_day.h"
#include "engine/contact/messages.h"
#include "engine/rules/formed_yaml.h"
#include "engine/rules/source_file.h"

namespace plumbline::contact {
namespace {

using rules::Node;

/// Digits and the marks between them: somebody meant a day.
bool is_meant_as_day(std::string_view text) {
  return text.find_first_not_of("0123456789-./ ") == std::string_view::npos &&
         text.find_first_of("0123456789") != std::string_view::npos;
}

void check_day(const Node& value, DiagnosticSink& sink) {
  if (!is_iso_day(value.scalar))
    sink.add(diagnostic_at(value, {words::kNoSuchDay, {value.scalar}}));
}

/// What the schema cannot say. Of `date` it has seen to the form.
void check_days(const Node& top, DiagnosticSink& sink) {
  const Node* deadline = top.find("deadline");
  if (deadline != nullptr && deadline->is_scalar() && is_meant_as_day(deadline->scalar))
    check_day(*deadline, sink);
  constexpr std::size_t kForm = 10;
  const Node* date = top.find("date");
  if (date != nullptr && date->scalar.size() == kForm && is_meant_as_day(date->scalar))
    check_day(*date, sink);
}

}  // namespace

Contact read_contact(std::string path, std::string_view bytes, DiagnosticSink& sink) {
  DiagnosticSink mistakes;
  const rules::FormedYaml file =
      rules::read_formed_yaml(std::move(path), bytes, contact_schema_json(), mistakes);
  if (file.top)
    check_days(*file.top, mistakes);
  std::vector<Diagnostic> by_line(mistakes.all().begin(), mistakes.all().end());
  std::ranges::stable_sort(by_line, {}, &Diagnostic::line);
  for (Diagnostic& mistake : by_line) sink.add(std::move(mistake));
  if (mistakes.has_errors())
    return {};
  const auto at = [&](std::string_view key) { return string_at(*file.top, key); };
  return {at("office"),  at("person"),   at("phone"), at("email"),
          at("address"), at("deadline"), at("date")};
}

}  // namespace plumbline::contact
