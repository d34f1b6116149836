#include "engine/rules/lint.h"

#include <algorithm>
#include <utility>

#include "engine/base/diagnostic.h"
#include "engine/rules/lint_parts.h"
#include "engine/rules/messages_pack.h"
#include "engine/rules/messages_reading.h"
#include "engine/rules/pack_sources.h"

namespace plumbline::rules {
namespace {

class RuleLint {
 public:
  explicit RuleLint(const Linted& linted)
      : linted_(linted), strong_words_(linted.schema.words("strong-words")) {}

  void rule(const Rule& rule) {
    if (rule.basis.empty())
      linted_.warn(rule.body, {words::kNoBasis, {rule.id}});
    if (rule.advice.empty())
      linted_.warn(rule.body, {words::kNoAdvice, {rule.id}});
    cases(rule);
    case_files(rule);
    for (const Node* node : rule_and_terms(rule)) authority(rule.id, *node, basis_of(rule, *node));
  }

 private:
  void cases(const Rule& rule) {
    for (const std::string_view wanted : {"pass", "fail"}) {
      const Node* inline_cases = rule.body.find("cases");
      const Node* found = inline_cases == nullptr ? nullptr : inline_cases->find(wanted);
      if ((found == nullptr || found->items.empty()) && !has_case_file(rule, wanted))
        linted_.warn(rule.body, {words::kNoCase, {rule.id, std::string(wanted)}});
    }
  }

  /// A case that names a file needs it; what is not there makes `rules test` fail.
  void case_files(const Rule& rule) const {
    const Node* cases = rule.body.find("cases");
    for (std::size_t i = 0; cases != nullptr && i < cases->entries.size(); ++i) {
      for (const Node* one : nodes_of(&cases->entries[i].value)) {
        const Node* file = one->find("file");
        if (file == nullptr)
          continue;
        if (leaves_folder(file->scalar))
          linted_.sink.add(diagnostic_at(*file, {words::kCaseLeavesFolder, {file->scalar}}));
        else if (const auto bytes = linted_.files.read(pack_folder(*file) + "/" + file->scalar);
                 !bytes)
          linted_.sink.add(
              diagnostic_at(*file, {words::kCannotRead, {file->scalar, bytes.error().message}}));
      }
    }
  }

  /// The nearest folder above a node's file that has a pack.yaml.
  std::string pack_folder(const Node& node) const {
    std::string folder = node.file->path;
    for (std::size_t cut = folder.rfind('/'); cut != std::string::npos; cut = folder.rfind('/')) {
      folder.resize(cut);
      if (std::ranges::any_of(linted_.pack.files, [&](const auto& file) {
            return file->file->path == folder + "/pack.yaml";
          }))
        break;
    }
    return folder;
  }

  // A pack's folder is not kept with its rules: it is the one above the file that has cases/RULE.
  bool has_case_file(const Rule& rule, std::string_view wanted) const {
    std::string folder = rule.body.file ? rule.body.file->path : "";
    for (std::size_t cut = folder.rfind('/'); cut != std::string::npos; cut = folder.rfind('/')) {
      folder.resize(cut);
      const auto names = linted_.files.list(folder + "/cases/" + rule.id);
      if (std::any_of(names.begin(), names.end(), [&](const std::string& path) {
            const std::size_t slash = path.rfind('/');
            const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
            return name.starts_with(std::string(wanted) + "-");
          }))
        return true;
    }
    return false;
  }

  std::vector<BasisReference> basis_of(const Rule& rule, const Node& node) const {
    std::vector<BasisReference> own = basis_at(node, linted_.pack);
    return own.empty() ? rule.basis : own;
  }

  void authority(const std::string& id, const Node& node,
                 const std::vector<BasisReference>& basis) {
    const bool strong = std::any_of(basis.begin(), basis.end(), [](const BasisReference& one) {
      return one.level == "A1" || one.level == "A2";
    });
    const Node* message = node.find("message");
    if (strong || message == nullptr)
      return;
    std::vector<const Node*> texts = nodes_of(message);
    for (const Node::Entry& entry : message->entries) texts.push_back(&entry.value);
    for (const Node* text : texts) {
      for (const std::string& word : strong_words_) {
        if (text->scalar.find(word) != std::string::npos)
          linted_.warn(*text, {words::kTooStrong, {id, word}});
      }
    }
  }

  const Linted& linted_;
  std::vector<std::string> strong_words_;
};

}  // namespace

std::vector<const Node*> rule_and_terms(const Rule& rule) {
  std::vector<const Node*> nodes = {&rule.body};
  for (const Node::Entry& entry : rule.body.entries) {
    for (const Node& item : entry.value.items) {
      if (item.is_map())
        nodes.push_back(&item);
    }
  }
  return nodes;
}

void lint_rules(const Linted& linted) {
  RuleLint lint(linted);
  for (const Rule& rule : linted.pack.rules) lint.rule(rule);
}

void lint_pack(const Pack& pack, const PackFiles& files, DiagnosticSink& sink) {
  std::string error;
  const auto schema = Schema::parse(pack_schema_json(), error);
  if (!schema)
    return;  // the loader has said so
  DiagnosticSink found;
  const Linted linted{pack, files, *schema, found};
  for (const auto part : {lint_rules, lint_uses, lint_scoring, lint_patterns, lint_allowed,
                          lint_overrides, lint_conditions, lint_texts, lint_clauses, lint_fixes})
    part(linted);
  hand_over(found, sink);
}

}  // namespace plumbline::rules
