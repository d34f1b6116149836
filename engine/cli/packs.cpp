#include "engine/cli/packs.h"

#include "engine/base/edit_distance.h"
#include "engine/io/file.h"
#include "engine/io/pack_files.h"
#include "engine/rules/pack.h"

namespace plumbline::cli {
namespace {

constexpr const char* kDefaultPack = "rule-of-law-report";
constexpr std::string_view kPackFile = "/pack.yaml";

/// `folder/` and `folder` are one folder, and its files print alike.
std::string without_slashes(const std::string& name) {
  return name.substr(0, name.find_last_not_of('/') + 1);
}

/// A folder, its pack.yaml, or a name in the pack path.
std::optional<std::string> pack_folder(const std::string& name, const io::DiskPackFiles& files) {
  if (name.ends_with(kPackFile) && io::kind_of(name) == io::PathKind::kFile)
    return name.substr(0, name.size() - kPackFile.size());
  if (io::kind_of(name + std::string(kPackFile)) == io::PathKind::kFile)
    return without_slashes(name);
  return files.find_pack(name, "");
}

std::string joined(const std::vector<std::string>& names) {
  std::string words;
  for (const std::string& name : names) words += (words.empty() ? "" : " ") + name;
  return words.empty() ? "-" : words;
}

Message hint(const std::string& name, const std::vector<std::string>& known) {
  const std::string meant = nearest(name, known);
  return meant.empty() ? Message() : message(Say::kDidYouMean, {meant});
}

}  // namespace

std::optional<std::string> pack_folder(const std::string& name, const Session& session) {
  return pack_folder(name, io::DiskPackFiles(session.environment.pack_path));
}

Packs load_packs(const std::vector<std::string>& names, const Session& session,
                 DiagnosticSink& sink) {
  const io::DiskPackFiles files(session.environment.pack_path);
  Packs packs;
  for (const std::string& name : names.empty() ? std::vector<std::string>{kDefaultPack} : names) {
    const std::optional<std::string> folder = pack_folder(name, files);
    if (!folder) {
      const std::vector<std::string> known = files.names();
      sink.add({.code = "P3010",
                .message = message(Say::kPackNotFound, {name, joined(known), hint(name, known)})});
      continue;
    }
    if (std::shared_ptr<const rules::Pack> pack = rules::load_pack(*folder, files, sink))
      packs.push_back(std::move(pack));
  }
  return packs;
}

std::shared_ptr<const Engine> load_engine(const std::vector<std::string>& names,
                                          const Session& session, DiagnosticSink& sink) {
  Packs packs = load_packs(names, session, sink);
  if (sink.has_errors())
    return nullptr;
  std::optional<Engine> created = Engine::create(std::move(packs), sink);
  if (!created)
    return nullptr;
  auto engine = std::make_shared<const Engine>(*std::move(created));
  if (session.environment.left_behind != nullptr)
    session.environment.left_behind->push_back(engine);
  return engine;
}

}  // namespace plumbline::cli
