#include "engine/rules/pack_terms.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/rules/messages_pack.h"
#include "engine/rules/source_file.h"

namespace plumbline::rules {
namespace {

constexpr std::size_t kDeepest = 32;

class TermExpander {
 public:
  explicit TermExpander(DiagnosticSink& sink) : sink_(sink) {}

  void add(const Node::Entry& entry) {
    if (!entry.value.is_scalar())
      return;
    const auto [found, fresh] = written_.emplace(entry.key, &entry);
    // Two packs may both bring the same fragment along.
    if (!fresh && found->second->value.scalar != entry.value.scalar)
      sink_.add(
          diagnostic_at_key(entry, {words::kTwoMeanings, {entry.key, place_of(*found->second)}}));
  }

  Terms run() {
    for (const auto& [name, entry] : written_) known_[name] = "";
    for (const auto& [name, entry] : written_) expand(name);
    return std::move(known_);
  }

 private:
  void expand(const std::string& name) {
    if (done_.contains(name))
      return;
    const Node& node = written_.at(name)->value;
    chain_.push_back(name);
    for (const std::string& used : names_in(node)) {
      if (std::find(chain_.begin(), chain_.end(), used) != chain_.end())
        sink_.add(diagnostic_at(node, {words::kTermCircle, {circle(used)}}));
      else if (chain_.size() >= kDeepest)
        sink_.add(diagnostic_at(node, words::kTermsTooDeep));
      else
        expand(used);
    }
    chain_.pop_back();
    const Assembled out = assemble(node.scalar, known_, std::nullopt);
    for (const SourceError& error : out.errors)
      sink_.add(diagnostic_inside(node, error.offset, error.length, error.message));
    known_[name] = out.text;
    done_.insert(name);
  }

  std::vector<std::string> names_in(const Node& node) const {
    std::vector<std::string> names = assemble(node.scalar, known_, std::nullopt).terms;
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
  }

  std::string circle(const std::string& back_to) const {
    std::string out;
    for (auto at = std::find(chain_.begin(), chain_.end(), back_to); at != chain_.end(); ++at)
      out += *at + " -> ";
    return out + back_to;
  }

  DiagnosticSink& sink_;
  std::map<std::string, const Node::Entry*, std::less<>> written_;
  Terms known_;  // "" until it is expanded
  std::set<std::string> done_;
  std::vector<std::string> chain_;
};

}  // namespace

Terms expand_terms(const PackSources& sources, DiagnosticSink& sink) {
  TermExpander expander(sink);
  for (const Item& item : sources.items("terms")) expander.add(*item.entry);
  return expander.run();
}

}  // namespace plumbline::rules
