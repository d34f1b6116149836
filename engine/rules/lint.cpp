#include "engine/rules/lint.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/rules/schema.h"
#include "engine/rules/source_file.h"

namespace plumbline::rules {
namespace {

class Linter {
 public:
  Linter(const Pack& pack, const PackFiles& files, DiagnosticSink& sink)
      : pack_(pack), files_(files), sink_(sink) {
    std::string error;
    if (const auto schema = Schema::parse(pack_schema_json(), error))
      strong_words_ = schema->words("strong-words");
  }

  void run() {
    for (const Rule& rule : pack_.rules) {
      whole(rule);
      cases(rule);
      authority(rule.id, rule.body, rule.basis);
      for (const Node::Entry& entry : rule.body.entries) {
        for (const Node& term : entry.value.items) authority(rule.id, term, own_basis(rule, term));
      }
    }
    gates();
    for (const auto& file : pack_.files) unused(*file);
  }

 private:
  void warn(const Node& node, std::string code, std::string message) {
    sink_.add(diagnostic_at(node, std::move(code), std::move(message), Level::kWarning));
  }

  void whole(const Rule& rule) {
    if (rule.basis.empty())
      warn(rule.body, "P1501", "rule '" + rule.id + "' has no basis; a finding must be defensible");
    if (rule.advice.empty())
      warn(rule.body, "P1502", "rule '" + rule.id + "' has no advice; say what to do");
  }

  void cases(const Rule& rule) {
    for (const std::string_view wanted : {"pass", "fail"}) {
      const Node* inline_cases = rule.body.find("cases");
      const Node* found = inline_cases == nullptr ? nullptr : inline_cases->find(wanted);
      if ((found == nullptr || found->items.empty()) && !has_case_file(rule, wanted))
        warn(
            rule.body, "P1503",
            "rule '" + rule.id + "' has no " + std::string(wanted) + " case; write one in 'cases'");
    }
  }

  // A pack's folder is not kept with its rules: it is the one above the file that has cases/RULE.
  bool has_case_file(const Rule& rule, std::string_view wanted) const {
    std::string folder = rule.body.file ? rule.body.file->path : "";
    for (std::size_t cut = folder.rfind('/'); cut != std::string::npos; cut = folder.rfind('/')) {
      folder.resize(cut);
      const auto names = files_.list(folder + "/cases/" + rule.id);
      if (std::any_of(names.begin(), names.end(), [&](const std::string& path) {
            const std::size_t slash = path.rfind('/');
            const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
            return name.starts_with(std::string(wanted) + "-");
          }))
        return true;
    }
    return false;
  }

  std::vector<BasisReference> own_basis(const Rule& rule, const Node& term) const {
    std::vector<BasisReference> own = basis_at(term, pack_);
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
          warn(*text, "P1505",
               "rule '" + id + "' says '" + word + "' without a basis of level A1 or A2");
      }
    }
  }

  void gates() {
    for (const auto& file : pack_.files) {
      const Node* scoring = file->find("scoring");
      for (const Node* gate : nodes_of(scoring == nullptr ? nullptr : scoring->find("gates"))) {
        const Rule* rule = pack_.rule(string_at(*gate, "rule"));
        if (rule != nullptr && rule->points == 0)
          warn(*gate->find("rule"), "P1504",
               "the gate stands on rule '" + rule->id + "', which has no points");
      }
    }
  }

  void unused(const Node& file) {
    unused_in(file, "terms", [](const std::string& name) { return "{" + name + "}"; });
    unused_in(file, "basis", [](const std::string& name) { return name; });
    unused_in(file, "tables", [](const std::string& name) { return name; });
  }

  template <typename Spelt>
  void unused_in(const Node& file, std::string_view section, Spelt spelt) {
    const Node* found = file.find(section);
    for (std::size_t i = 0; found != nullptr && i < found->entries.size(); ++i) {
      const Node::Entry& entry = found->entries[i];
      if (!scalars().contains(spelt(entry.key)))
        sink_.add(diagnostic_at(
            *entry.value.file, entry.at, 0, "P1506",
            "nothing uses '" + entry.key + "' of '" + std::string(section) + "'", Level::kWarning));
    }
  }

  /// Every scalar of the pack, and every {name} inside one.
  const std::set<std::string, std::less<>>& scalars() {
    if (scalars_.empty()) {
      for (const auto& file : pack_.files) gather(*file);
    }
    return scalars_;
  }

  void gather(const Node& node) {  // as deep as yaml_reader allows
    for (const Node& item : node.items) gather(item);
    for (const Node::Entry& entry : node.entries) gather(entry.value);
    if (!node.is_scalar())
      return;
    scalars_.insert(node.scalar);
    for (std::size_t open = node.scalar.find('{'); open != std::string::npos;
         open = node.scalar.find('{', open + 1)) {
      const std::size_t close = node.scalar.find('}', open);
      if (close != std::string::npos)
        scalars_.insert(node.scalar.substr(open, close - open + 1));
    }
  }

  const Pack& pack_;
  const PackFiles& files_;
  DiagnosticSink& sink_;
  std::vector<std::string> strong_words_;
  std::set<std::string, std::less<>> scalars_;
};

}  // namespace

void lint_pack(const Pack& pack, const PackFiles& files, DiagnosticSink& sink) {
  Linter(pack, files, sink).run();
}

}  // namespace plumbline::rules
