#include "engine/cli/outputs.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "engine/io/atomic_write.h"
#include "engine/io/file.h"

namespace plumbline::cli {
namespace {

constexpr std::string_view kDefaultFormat = "text";

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const output::Writer& writer : output::writers()) names.emplace_back(writer.name);
  return names;
}

const output::Writer* writer_or_complain(const std::string& name, const Session& session,
                                         DiagnosticSink& sink) {
  const output::Writer* writer = output::writer_named(name);
  if (writer != nullptr)
    return writer;
  std::string known;
  for (const std::string& one : format_names()) known += (known.empty() ? "" : " ") + one;
  sink.add(wrong_use("P3007", session.words(Say::kUnknownFormat, {name, known}) +
                                  suggestion(session.language, name, format_names())));
  return nullptr;
}

/// "FORMAT" of FORMAT=FILE: a word of small letters, so that ./a=b and A=b stay files.
std::string format_part(const std::string& value) {
  const std::size_t equals = value.find('=');
  const std::string word = equals == std::string::npos ? "" : value.substr(0, equals);
  const bool is_word = std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
  return is_word ? word : "";
}

const output::Writer* writer_by_ending(const std::string& file) {
  const std::string ending = std::filesystem::path(file).extension().string();
  const auto found = std::ranges::find(output::writers(), ending, &output::Writer::extension);
  return found == output::writers().end() ? output::writer_named(kDefaultFormat) : &*found;
}

/// a.docx/, which is no folder yet: most likely the slash is a slip.
bool names_a_file(const std::string& folder, std::string_view ending) {
  std::string name = folder;
  while (name.ends_with('/')) name.pop_back();
  return name.ends_with(ending) && !std::filesystem::is_directory(name);
}

Target target_of(const std::string& value, const output::Writer* format, const Session& session,
                 DiagnosticSink& sink) {
  const std::string own = format_part(value);
  Target target = {format, own.empty() ? value : value.substr(own.size() + 1)};
  if (!own.empty())
    target.writer = writer_or_complain(own, session, sink);
  else if (format == nullptr)
    target.writer = writer_by_ending(target.file);
  target.folder = target.writer != nullptr && target.writer->one_each &&
                  (target.file.ends_with('/') || std::filesystem::is_directory(target.file));
  if (target.file == "-")
    target.file.clear();
  else if (target.folder && names_a_file(target.file, target.writer->extension))
    sink.add(wrong_use("P3032", session.words(Say::kFolderOrFile, {target.file})));
  else if (target.folder)
    return target;
  else if (std::optional<Diagnostic> problem = io::check_output(target.file))
    sink.add(std::move(*problem));
  return target;
}

/// Formats that put a file for each document into one folder, under names that differ by the
/// writer's tail or ending.
bool may_share(const Target& left, const Target& right) {
  return left.folder && right.folder && left.writer != nullptr && right.writer != nullptr &&
         (left.writer->tail != right.writer->tail ||
          left.writer->extension != right.writer->extension);
}

/// docx=D/ beside note=D: what one output calls a folder is one for the other too.
void agree_on_folders(std::vector<Target>& targets) {
  for (Target& target : targets) {
    if (target.folder || target.file.empty() || target.writer == nullptr ||
        !target.writer->one_each)
      continue;
    target.folder = std::ranges::any_of(targets, [&](const Target& other) {
      return other.folder && place_of(other.file) == place_of(target.file);
    });
  }
}

void check_doubles(const std::vector<Target>& targets, const Session& session,
                   DiagnosticSink& sink) {
  const auto to_screen = [](const Target& target) { return target.file.empty(); };
  if (std::ranges::count_if(targets, to_screen) > 1)
    sink.add(wrong_use("P3008", session.words(Say::kTwoFormats)));
  for (std::size_t i = 0; i < targets.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (!targets[i].file.empty() && !targets[k].file.empty() &&
          place_of(targets[i].file) == place_of(targets[k].file) &&
          !may_share(targets[i], targets[k]))
        sink.add(wrong_use("P3009", session.words(Say::kSameOutput, {targets[i].file})));
    }
  }
}

void check_binary(const std::vector<Target>& targets, const Session& session,
                  DiagnosticSink& sink) {
  for (const Target& target : targets) {
    if (target.file.empty() && target.writer != nullptr && target.writer->binary &&
        session.environment.out_is_terminal)
      sink.add(wrong_use("P3011", session.words(Say::kBinaryToTerminal, {target.writer->name})));
  }
}

}  // namespace

std::string place_of(const std::string& file) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::string place = fs::weakly_canonical(fs::absolute(file, error), error).string();
  while (place.size() > 1 && place.ends_with('/')) place.pop_back();
  return place;
}

std::vector<Target> resolve_targets(const Arguments& arguments, const Session& session,
                                    DiagnosticSink& sink) {
  const output::Writer* format = nullptr;
  const std::vector<std::string> formats = arguments.all("--format");
  if (formats.size() > 1)
    sink.add(wrong_use("P3008", session.words(Say::kTwoFormats)));
  if (!formats.empty())
    format = writer_or_complain(formats.front(), session, sink);
  std::vector<Target> targets;
  bool format_is_used = false;
  for (const std::string& value : arguments.all("--output")) {
    format_is_used = format_is_used || format_part(value).empty();
    targets.push_back(target_of(value, format, session, sink));
  }
  if (targets.empty() || (format != nullptr && !format_is_used))
    targets.push_back({format != nullptr ? format : output::writer_named(kDefaultFormat), ""});
  agree_on_folders(targets);
  check_doubles(targets, session, sink);
  check_binary(targets, session, sink);
  return targets;
}

void spare_inputs(const std::vector<Target>& targets, const std::vector<Input>& inputs,
                  const std::vector<std::string>& others, const Session& session,
                  DiagnosticSink& sink) {
  for (const Target& target : targets) {
    const auto is_hit = [&](const std::string& path) {
      const std::filesystem::path folder = std::filesystem::path(path).parent_path();
      return io::same_file(target.file, !target.folder   ? path
                                        : folder.empty() ? "."
                                                         : folder.string());
    };
    const bool hits = !target.file.empty() && (std::ranges::any_of(inputs, is_hit, &Input::path) ||
                                               std::ranges::any_of(others, is_hit));
    if (hits)
      sink.add(wrong_use("P3012", session.words(Say::kOutputIsInput, {target.file})));
    if (target.writer->one_each && !target.folder && inputs.size() > 1)
      sink.add(wrong_use("P3029", session.words(Say::kOneEach, {target.writer->name})));
  }
}

bool goes_to_standard_output(const std::vector<Target>& targets) {
  return std::ranges::any_of(targets, [](const Target& target) { return target.file.empty(); });
}

}  // namespace plumbline::cli
