#include "engine/cli/copies.h"

#include <filesystem>
#include <ostream>
#include <utility>

#include "engine/io/atomic_write.h"

namespace plumbline::cli {
namespace {

/// Name of a document's copy: its own with the writer's tail and ending, "-2" and so on where that
/// is taken.
std::string copy_name(const std::string& path, const output::Writer& writer,
                      std::set<std::string>& taken) {
  const std::string stem = std::filesystem::path(path).stem().string() + std::string(writer.tail);
  std::string name = stem + std::string(writer.extension);
  for (int i = 2; !taken.insert(name).second; ++i)
    name = stem + "-" + std::to_string(i) + std::string(writer.extension);
  return name;
}

}  // namespace

Copies::Copies(const Target& target, RunReport head, const output::WriteOptions& options,
               std::set<std::string>& taken, const Session& session)
    : target_(target), run_(std::move(head)), options_(options), session_(session), taken_(taken) {
  std::error_code error;  // the first file that cannot be written tells it
  if (target.folder)
    std::filesystem::create_directories(target.file, error);
}

void Copies::add(DocumentReport& document) {
  ++documents_;
  if (!target_.folder && documents_ > 1)
    return;
  run_.documents.push_back(std::move(document));
  const Result<std::string> bytes = target_.writer->write(run_, options_);
  document = std::move(run_.documents.back());
  run_.documents.clear();
  if (!bytes) {
    session_.complain(bytes.error());
    is_good_ = false;
  } else if (target_.folder) {
    const std::string name = copy_name(document.path, *target_.writer, taken_);
    write((std::filesystem::path(target_.file) / name).string(), *bytes);
  } else {
    lone_ = *bytes;
  }
}

bool Copies::finish() {
  if (!target_.folder && documents_ != 1) {
    session_.complain(wrong_use("P3029", session_.words(Say::kOneEach, {target_.writer->name})));
    return false;
  }
  if (!target_.folder && is_good_)
    write(target_.file, lone_);
  return is_good_;
}

void Copies::write(const std::string& file, const std::string& bytes) {
  if (file.empty()) {
    is_good_ = print(session_, bytes) && is_good_;
  } else if (const std::optional<Diagnostic> problem = io::write_file(file, bytes)) {
    session_.complain(*problem);
    is_good_ = false;
  } else if (session_.environment.err_is_terminal) {
    session_.environment.err << session_.words(Say::kWritten, {file}) << "\n" << std::flush;
  }
}

}  // namespace plumbline::cli
