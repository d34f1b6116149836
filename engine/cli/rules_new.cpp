#include <algorithm>
#include <array>
#include <filesystem>
#include <istream>

#include "engine/cli/commands.h"
#include "engine/cli/packs.h"
#include "engine/cli/scaffold.h"
#include "engine/craft/draft.h"
#include "engine/io/atomic_write.h"
#include "engine/io/file.h"
#include "engine/io/pack_files.h"
#include "engine/packtest/run.h"
#include "engine/rules/pack.h"

namespace plumbline::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDefaultBase = "rule-of-law-report";
constexpr std::array<std::string_view, 3> kSeverities = {"note", "warning", "error"};

bool is_id(std::string_view word) {
  const bool known = std::ranges::all_of(
      word, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  return known && !word.empty() && word.front() >= 'a' && word.front() <= 'z' &&
         !word.ends_with('-') && word.find("--") == std::string_view::npos;
}

/// The value of a flag; without it the answer to a question where a person can be asked.
std::string ask(const Arguments& arguments, std::string_view flag, Say question,
                const Session& session) {
  if (arguments.has(flag) || session.environment.in == nullptr)
    return arguments.value(flag);
  session.environment.err << session.words(question) << std::flush;
  std::string line;
  std::getline(*session.environment.in, line);
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
  return line;
}

void need(const std::string& value, std::string_view flag, const Session& session,
          DiagnosticSink& sink) {
  if (value.empty())
    sink.add(wrong_use("P3016", session.words(Say::kFlagNeeded, {flag})));
}

void need_id(const std::string& id, const Session& session, DiagnosticSink& sink) {
  if (!is_id(id))
    sink.add(wrong_use("P3017", session.words(Say::kBadId, {id})));
}

/// What goes to the disk, and what the pack would say of it.
struct Draft {
  std::string folder;
  craft::Files files;
};

/// Writes nothing where the pack would not load, or where the new rule's cases do not hold.
bool write(const Draft& draft, const std::string& rule, const Session& session,
           DiagnosticSink& sink) {
  const io::DiskPackFiles disk(session.environment.pack_path);
  const craft::DraftFiles files(disk, draft.files);
  const auto pack = craft::try_pack(draft.folder, files, sink);
  if (!pack)
    return false;
  std::vector<packtest::Case> cases = packtest::cases_of(*pack, files, sink);
  std::erase_if(cases, [&](const packtest::Case& one) { return one.rule != rule; });
  for (const packtest::CaseResult& one : packtest::run_cases(*pack, cases, 1, sink)) {
    if (!one.holds)
      sink.add({.code = "P3018", .message = session.words(Say::kCaseFails, {one.test.bytes})});
  }
  if (sink.has_errors())
    return false;
  // pack.yaml last: until then the pack is what it was.
  for (auto file = draft.files.rbegin(); file != draft.files.rend(); ++file) {
    std::error_code ignored;  // the writing below says it
    fs::create_directories(fs::path(file->first).parent_path(), ignored);
    if (auto problem = io::write_file(file->first, file->second)) {
      sink.add(*std::move(problem));
      return false;
    }
    session.environment.err << session.words(Say::kWritten, {file->first}) << "\n";
  }
  return true;
}

bool new_pack(const Arguments& arguments, const std::string& folder, const Session& session,
              DiagnosticSink& sink) {
  const std::string id = fs::path(folder).filename().string();
  need_id(id, session, sink);
  const std::string title = ask(arguments, "--title", Say::kAskPackTitle, session);
  need(title, "--title", session, sink);
  if (io::kind_of(folder + "/pack.yaml") != io::PathKind::kNothing)
    sink.add(wrong_use("P3019", session.words(Say::kPackExists, {folder})));
  if (sink.has_errors())
    return false;
  const std::string base = arguments.value("--extends", kDefaultBase);
  return write({folder, {{folder + "/pack.yaml", pack_yaml(id, title, base)}}}, "", session, sink);
}

RulePlan plan_of(const Arguments& arguments, const std::string& id, const Session& session,
                 DiagnosticSink& sink) {
  RulePlan plan;
  plan.id = id;
  need_id(id, session, sink);
  plan.require = arguments.value("--require");
  if (plan.require.empty())
    plan.forbid = ask(arguments, "--forbid", Say::kAskForbid, session);
  if (plan.require.empty() && plan.forbid.empty())
    plan.require = ask(arguments, "--require", Say::kAskRequire, session);
  if (plan.require.empty())
    need(plan.forbid, "--forbid", session, sink);
  if (!plan.forbid.empty())
    plan.right = ask(arguments, "--right", Say::kAskRight, session);
  plan.title = ask(arguments, "--title", Say::kAskRuleTitle, session);
  need(plan.title, "--title", session, sink);
  plan.severity = arguments.value("--severity", plan.severity);
  if (std::ranges::find(kSeverities, plan.severity) == kSeverities.end())
    sink.add(wrong_use("P3013", session.words(Say::kBadValue, {"--severity", plan.severity,
                                                               "note、warning、error"})));
  plan.document = arguments.value("--document");
  plan.article = arguments.value("--article");
  return plan;
}

bool new_rule(const Arguments& arguments, const std::string& id, const Session& session,
              DiagnosticSink& sink) {
  const std::string folder = arguments.value("--pack");
  need(folder, "--pack", session, sink);
  if (!folder.empty() && io::kind_of(folder + "/pack.yaml") != io::PathKind::kFile)
    sink.add(wrong_use("P3020", session.words(Say::kNotAPackFolder, {folder})));
  const RulePlan plan = plan_of(arguments, id, session, sink);
  if (sink.has_errors())
    return false;
  const io::DiskPackFiles disk(session.environment.pack_path);
  const auto pack = rules::load_pack(folder, disk, sink);
  const Result<std::string> top = disk.read(folder + "/pack.yaml");
  if (!pack || !top)
    return false;
  const std::string name = "rules/" + id + ".yaml";
  const std::optional<std::string> listed = with_file(*top, name);
  if (!listed || io::kind_of(folder + "/" + name) != io::PathKind::kNothing) {
    sink.add(wrong_use("P3019", session.words(Say::kPackExists, {folder + "/" + name})));
    return false;
  }
  return write(
      {folder, {{folder + "/" + name, rule_yaml(plan, *pack)}, {folder + "/pack.yaml", *listed}}},
      id, session, sink);
}

}  // namespace

int run_rules_new(const Arguments& arguments, const Session& session) {
  DiagnosticSink sink;
  bool done = false;
  if (arguments.paths.size() != 2)
    sink.add(wrong_use("P3005", session.words(Say::kNewWhat)));
  else if (arguments.paths.front() == "pack")
    done = new_pack(arguments, arguments.paths.back(), session, sink);
  else if (arguments.paths.front() == "rule")
    done = new_rule(arguments, arguments.paths.back(), session, sink);
  else
    sink.add(wrong_use("P3014", session.words(Say::kNewWhat)));
  session.complain(sink);
  return done ? kClean : kUsage;
}

}  // namespace plumbline::cli
