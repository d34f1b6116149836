#include "engine/craft/word_table.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "engine/craft/text_edit.h"

namespace plumbline::craft {
namespace {

using rules::Node;

/// A term and the file, rule and list that it stands in.
struct Place {
  const Node* file = nullptr;
  const Node* list = nullptr;
  const Node* term = nullptr;  ///< null for the list itself
  WordRow row;
};

/// What the pack says of a key, where that is one word.
std::string word_at(const Node& term, std::string_view key) {
  const Node* found = term.find(key);
  return found == nullptr || !found->is_scalar() ? "" : found->scalar;
}

std::vector<Place> places(const rules::Pack& pack) {
  std::vector<Place> found;
  for (const auto& file : pack.files) {
    const Node* rules = file->find("rules");
    if (rules == nullptr || !file->file || !file->file->path.starts_with(pack.folder + "/"))
      continue;
    for (const Node::Entry& rule : rules->entries) {
      for (const char* list : {"forbid", "require"}) {
        const Node* terms = rule.value.find(list);
        if (terms == nullptr || !terms->is_sequence())
          continue;
        found.push_back({file.get(), terms, nullptr, {rule.key, list, "", "", "", "", 0}});
        for (const Node& term : terms->items) {
          if (!rules::string_at(term, "name").empty())
            found.push_back(
                {file.get(),
                 terms,
                 &term,
                 {rule.key, list, rules::string_at(term, "name"), word_at(term, "match"),
                  word_at(term, "right"), word_at(term, "severity"), 0}});
        }
      }
    }
  }
  return found;
}

class Importer {
 public:
  Importer(const rules::Pack& pack, const rules::PackFiles& files)
      : files_(files), places_(places(pack)) {}

  WordImport run(const std::vector<WordRow>& rows) {
    std::set<std::string> seen;
    for (const WordRow& row : rows) {
      if (!seen.insert(id_of(row)).second)
        problem(WordFault::kTwice, row);
      else if (row.match.empty() && !several(row))
        problem(WordFault::kNoMatch, row);
      else
        take(row);
    }
    for (const Place& place : places_) {
      if (place.term != nullptr && !seen.contains(id_of(place.row)))
        out_.changes.push_back({id_of(place.row), "kept"});
    }
    for (const auto& [path, edit] : edits_) out_.files[path] = edit.text();
    return std::move(out_);
  }

 private:
  static std::string id_of(const WordRow& row) { return row.rule + "." + row.name; }

  void problem(WordFault fault, const WordRow& row) {
    out_.problems.push_back({fault, id_of(row), row.row});
  }

  const Place* find(const WordRow& row, bool with_name) const {
    const auto found = std::ranges::find_if(places_, [&](const Place& place) {
      return place.row.rule == row.rule &&
             (with_name ? place.term != nullptr && place.row.name == row.name
                        : place.term == nullptr && place.row.list == row.list);
    });
    return found == places_.end() ? nullptr : &*found;
  }

  bool several(const WordRow& row) const {
    const Place* place = find(row, true);
    return place != nullptr && place->row.match.empty();
  }

  TextEdit* edit_of(const Place& place) {
    const std::string& path = place.file->file->path;
    if (const auto known = edits_.find(path); known != edits_.end())
      return &known->second;
    const Result<std::string> bytes = files_.read(path);
    return bytes ? &edits_.emplace(path, TextEdit(*bytes)).first->second : nullptr;
  }

  void take(const WordRow& row) {
    if (const Place* place = find(row, true))
      return change(row, *place);
    const Place* list = find(row, false);
    TextEdit* edit = list == nullptr ? nullptr : edit_of(*list);
    std::string item = "{name: " + row.name + ", match: " + quoted(row.match);
    item += row.right.empty() ? "" : ", right: " + quoted(row.right);
    item += row.severity.empty() ? "}" : ", severity: " + row.severity + "}";
    if (edit == nullptr || list->list->items.empty() ||
        !edit->add_item(list->list->items.back(), item))
      return problem(WordFault::kNoList, row);
    out_.changes.push_back({id_of(row), "new"});
  }

  void change(const WordRow& row, const Place& place) {
    value(row, place, "match", place.row.match, row.match);
    value(row, place, "right", place.row.right, row.right);
    value(row, place, "severity", place.row.severity, row.severity);
  }

  void value(const WordRow& row, const Place& place, const char* key, const std::string& before,
             const std::string& after) {
    if (before == after)
      return;
    const Node* found = place.term->find(key);
    if (after.empty())
      return problem(WordFault::kCannotEmpty, row);
    TextEdit* edit = edit_of(place);
    const Node* match = place.term->find("match");
    const std::string words = key == std::string_view("severity") ? after : quoted(after);
    const bool done = edit != nullptr &&
                      (found != nullptr ? found->is_scalar() && edit->replace(*found, words)
                                        : edit->add_behind(*match, edit->in_braces(*place.term),
                                                           key + (": " + words)));
    if (!done)
      return problem(WordFault::kSeveral, row);
    out_.changes.push_back({id_of(row), key});
  }

  const rules::PackFiles& files_;
  std::vector<Place> places_;
  std::map<std::string, TextEdit> edits_;  // by path
  WordImport out_;
};

}  // namespace

std::vector<WordRow> word_rows(const rules::Pack& pack) {
  std::vector<WordRow> rows;
  for (const Place& place : places(pack)) {
    if (place.term != nullptr)
      rows.push_back(place.row);
  }
  return rows;
}

WordImport with_words(const rules::Pack& pack, const rules::PackFiles& files,
                      const std::vector<WordRow>& rows) {
  return Importer(pack, files).run(rows);
}

}  // namespace plumbline::craft
