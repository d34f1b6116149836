#include <sys/utsname.h>

#include <algorithm>
#include <iterator>

#include "engine/cli/commands.h"
#include "engine/cli/options.h"
#include "engine/cli/packs.h"
#include "engine/cli/version.h"
#include "engine/io/pack_files.h"
#include "engine/isolation/document_reader.h"
#include "engine/isolation/machine.h"
#include "engine/output/health.h"
#include "engine/rules/pack.h"

namespace plumbline::cli {
namespace {

std::string system_words() {
  utsname system = {};
  ::uname(&system);
  return std::string(system.sysname) + " " + system.release + " " + system.machine;
}

std::string install_words(std::string_view packages) {
  return packages.empty() ? "" : "sudo apt-get install " + std::string(packages);
}

std::vector<output::FormatHealth> formats() {
  std::vector<output::FormatHealth> all;
  for (const isolation::FormatState& state : isolation::format_states()) {
    const bool wanting = !state.readable || !state.complete;
    all.push_back({std::string(state.formats), state.readable, std::string(state.program),
                   state.version, install_words(wanting ? state.packages : "")});
  }
  return all;
}

void add_extras(output::Health& health) {
  for (const isolation::ExtraState& state : isolation::extra_states())
    health.extras.push_back(
        {std::string(state.id), state.ready, state.version, install_words(state.packages)});
  for (const isolation::LibraryState& one : isolation::library_states())
    health.libraries.push_back({one.name, one.version});
  std::ranges::move(output::writing_libraries(), std::back_inserter(health.libraries));
}

void add_protections(output::Health& health, const Session& session) {
  isolation::DocumentReader reader(session.environment.worker);
  const std::optional<isolation::Protections> held = reader.protections();
  health.workers = held.has_value();
  const isolation::Protections some = held.value_or(isolation::Protections{});
  health.protections = {{"limits", some.limits},
                        {"no-new-privileges", some.no_new_privileges},
                        {"seccomp", some.seccomp},
                        {"landlock", some.landlock > 0, some.landlock},
                        {"bubblewrap", isolation::programs_are_walled()}};
}

std::vector<output::PackHealth> packs(const Session& session) {
  std::vector<output::PackHealth> all;
  for (const std::string& name : io::DiskPackFiles(session.environment.pack_path).names()) {
    DiagnosticSink sink;
    const Packs loaded = load_packs({name}, session, sink);
    const bool loads = !sink.has_errors() && !loaded.empty();
    all.push_back({name, loads ? loaded.front()->version : "", loads});
  }
  return all;
}

}  // namespace

int run_doctor(const Arguments& arguments, const Session& session) {
  DiagnosticSink sink;
  const std::string format = format_among(arguments, formats_of("doctor"), session, sink);
  session.complain(sink);
  if (sink.has_errors())
    return kUsage;
  output::Health health;
  health.version = version();
  health.system = system_words();
  health.formats = formats();
  add_extras(health);
  add_protections(health, session);
  health.packs = packs(session);
  const std::string words =
      format == "json" ? output::health_json(health) : output::health_text(health);
  return print(session, words) ? kClean : kUsage;
}

}  // namespace plumbline::cli
