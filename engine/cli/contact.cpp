#include "engine/cli/contact.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "engine/contact/read.h"
#include "engine/io/file.h"

namespace plumbline::cli {
namespace {

constexpr std::size_t kLargestContact = 1u << 20;  // bytes

bool has_letter(const std::vector<Target>& targets) {
  return std::ranges::any_of(targets, [](const Target& target) {
    return target.writer != nullptr && target.writer->is_letter;
  });
}

}  // namespace

Contact read_contact(const Arguments& arguments, const std::vector<Target>& targets,
                     const Session& session, DiagnosticSink& sink) {
  if (!arguments.has("--contact"))
    return {};
  if (!has_letter(targets))
    sink.add(wrong_use("P3030", session.words(Say::kContactForNothing)));
  const std::string path = arguments.value("--contact");
  const Result<std::string> bytes = io::read_file(path, kLargestContact);
  if (bytes)
    return contact::read_contact(path, *bytes, sink);
  sink.add(bytes.error());
  return {};
}

void tell_blanks(const Contact& contact, const std::vector<Target>& targets,
                 const Session& session) {
  if (!has_letter(targets))
    return;
  using Place = std::pair<std::string_view, const std::string*>;
  const std::array<Place, 5> places = {{{"office", &contact.office},
                                        {"person", &contact.person},
                                        {"phone", &contact.phone},
                                        {"deadline", &contact.deadline},
                                        {"date", &contact.date}}};
  std::string blank;
  for (const auto& [key, value] : places) {
    if (value->empty())
      blank += (blank.empty() ? "" : " ") + std::string(key);
  }
  if (!blank.empty())
    session.complain(
        {.code = "P2112", .level = Level::kNote, .message = session.words(Say::kBlanks, {blank})});
}

}  // namespace plumbline::cli
