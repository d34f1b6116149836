#include "engine/packtest/cases.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "engine/base/diagnostic.h"
#include "engine/packtest/messages.h"
#include "engine/rules/messages_pack.h"
#include "engine/rules/messages_reading.h"
#include "engine/rules/node.h"
#include "engine/rules/pack_sources.h"
#include "engine/rules/source_file.h"

namespace plumbline::packtest {
namespace {

using rules::Node;
using rules::PackFiles;

/// The key under `cases:` and the front of a file's name is the outcome's own name.
constexpr std::array kOutcomes = {Outcome::kPass, Outcome::kFail, Outcome::kNotApplicable,
                                  Outcome::kNeedsReview};
constexpr const char* kInlineName = "case.txt";

/// The folder of the pack that a rule stands in: the nearest above its file that has a pack.yaml.
std::string folder_of(const Node& body, const PackFiles& files) {
  std::string folder = body.file ? body.file->path : "";
  for (std::size_t cut = folder.rfind('/'); cut != std::string::npos; cut = folder.rfind('/')) {
    folder.resize(cut);
    if (files.read(folder + "/pack.yaml"))
      return folder;
  }
  return "";
}

CheckOptions options_of(const Node& node) {
  CheckOptions options;
  options.profile = rules::string_at(node, "profile", options.profile);
  options.reporter = rules::string_at(node, "reporter");
  options.as_of = rules::string_at(node, "as_of");
  options.report_year = rules::int_at(node, "report_year");
  return options;
}

class Gatherer {
 public:
  Gatherer(const PackFiles& files, DiagnosticSink& sink) : files_(files), sink_(sink) {}

  void add(const std::string& rule, const Node& body) {
    const std::string folder = folder_of(body, files_);
    const Node* cases = body.find("cases");
    for (const Outcome outcome : kOutcomes) {
      for (const Node* node : rules::nodes_of(cases ? cases->find(name_of(outcome)) : nullptr))
        written(rule, outcome, folder, *node);
    }
    beside(rule, folder + "/cases/" + rule);
  }

  void add_disabled(const rules::DisabledRule& rule) {
    const std::size_t before = found_.size();
    add(rule.id, rule.body);
    for (std::size_t i = before; i < found_.size(); ++i) found_[i].disabled = rule.id;
  }

  std::vector<Case> take() { return std::move(found_); }

 private:
  void written(const std::string& rule, Outcome outcome, const std::string& folder,
               const Node& node) {
    Case test{.rule = rule,
              .expected = outcome,
              .document = kInlineName,
              .bytes = rules::string_at(node, "text"),
              .options = options_of(node),
              .name = rules::string_at(node, "name"),
              .state = rules::string_at(node, "state"),
              .quote = rules::string_at(node, "quote"),
              .section = rules::string_at(node, "section"),
              .line = rules::int_at(node, "line"),
              .column = rules::int_at(node, "column"),
              .path = node.file->path,
              .at_line = node.at.line,
              .at_column = node.at.column};
    if (const Node* file = node.find("file")) {
      if (rules::leaves_folder(file->scalar)) {
        sink_.add(rules::diagnostic_at(*file, {rules::words::kCaseLeavesFolder, {file->scalar}}));
        return;
      }
      const Result<std::string> bytes = files_.read(folder + "/" + file->scalar);
      if (!bytes) {
        sink_.add(rules::diagnostic_at(
            *file, {rules::words::kCannotRead, {file->scalar, bytes.error().message}}));
        return;
      }
      if (bytes->empty()) {
        sink_.add(rules::diagnostic_at(*file, {words::kNamedCaseEmpty, {file->scalar}}));
        return;
      }
      named_.insert(folder + "/" + file->scalar);
      test.document = file->scalar;
      test.bytes = *bytes;
    }
    found_.push_back(std::move(test));
  }

  void beside(const std::string& rule, const std::string& folder) {
    for (const std::string& listed : files_.list(folder)) {
      const std::string name = listed.substr(listed.rfind('/') + 1);
      const std::string path = folder + "/" + name;
      const auto outcome = std::ranges::find_if(kOutcomes, [&](Outcome one) {
        return name.starts_with(std::string(name_of(one)) + "-");
      });
      if (named_.contains(path))
        continue;
      if (outcome != kOutcomes.end())
        file(rule, *outcome, path);
      else
        sink_.add(diagnostic_of(words::kNoCase, path, Level::kWarning));
    }
  }

  void file(const std::string& rule, Outcome outcome, const std::string& path) {
    const Result<std::string> bytes = files_.read(path);
    if (!bytes) {
      sink_.add(diagnostic_of({words::kCannotReadCase, {bytes.error().message}}, path));
      return;
    }
    if (bytes->empty()) {
      sink_.add(diagnostic_of(words::kCaseEmpty, path));
      return;
    }
    found_.push_back({.rule = rule,
                      .expected = outcome,
                      .document = path,
                      .bytes = *bytes,
                      .options = {},
                      .path = path,
                      .disabled = {}});
  }

  const PackFiles& files_;
  DiagnosticSink& sink_;
  std::set<std::string> named_;  ///< files that a case in the rule names
  std::vector<Case> found_;
};

}  // namespace

std::vector<Case> cases_of(const rules::Pack& pack, const rules::PackFiles& files,
                           DiagnosticSink& sink) {
  Gatherer gatherer(files, sink);
  for (const rules::Rule& rule : pack.rules) gatherer.add(rule.id, rule.body);
  for (const rules::DisabledRule& rule : pack.disabled) gatherer.add_disabled(rule);
  return gatherer.take();
}

}  // namespace plumbline::packtest
