#include "engine/packtest/mutation.h"

#include <algorithm>

#include "engine/packtest/messages.h"
#include "engine/rules/messages_reading.h"
#include "engine/rules/source_file.h"

namespace plumbline::packtest {
namespace {

using rules::Node;

bool names(const Node& node, const std::vector<std::string>& words) {  // as deep as a pack may be
  const auto is_named = [&](const std::string& scalar) {
    return std::ranges::any_of(words, [&](const std::string& word) {
      return scalar == word || scalar == "element:" + word ||
             scalar.find("{" + word) != std::string::npos;
    });
  };
  if (is_named(node.scalar))
    return true;
  return std::ranges::any_of(node.items, [&](const Node& item) { return names(item, words); }) ||
         std::ranges::any_of(node.entries, [&](const Node::Entry& entry) {
           return entry.key != "cases" && entry.key != "message" && entry.key != "advice" &&
                  (is_named(entry.key) || names(entry.value, words));
         });
}

}  // namespace

std::vector<Sample> samples_of(const rules::Pack& pack, const rules::PackFiles& files,
                               DiagnosticSink& sink) {
  std::vector<Sample> samples;
  for (const Node* node : pack.samples) {
    const Node& file = *node->find("file");
    const Result<std::string> bytes = files.read(pack.folder + "/" + file.scalar);
    if (!bytes) {
      sink.add(rules::diagnostic_at(
          file, {rules::words::kCannotRead, {file.scalar, bytes.error().message}}));
      continue;
    }
    Sample sample{.node = node, .name = pack.folder + "/" + file.scalar, .options = {}};
    sample.options.profile = rules::string_at(*node, "profile", sample.options.profile);
    sample.options.reporter = rules::string_at(*node, "reporter");
    sample.options.as_of = rules::string_at(*node, "as_of");
    sample.options.report_year = rules::int_at(*node, "report_year");
    sample.subject = prepare(pack, file.scalar, *bytes, sample.options);
    if (!sample.subject.read) {
      sink.add(rules::diagnostic_at(file, {words::kSampleUnread, {sample.subject.reason}}));
      continue;
    }
    samples.push_back(std::move(sample));
  }
  return samples;
}

std::string apply(const Mutation& mutation, std::string_view raw) {
  std::string text;
  std::size_t at = 0;
  for (const Edit& edit : mutation.edits) {
    text.append(raw, at, edit.begin - at);
    text += edit.words;
    at = edit.end;
  }
  return text.append(raw, at);
}

std::vector<const rules::Rule*> rules_of_kind(const rules::Pack& pack, std::string_view kind) {
  std::vector<const rules::Rule*> found;
  for (const rules::Rule& rule : pack.rules) {
    if (rule.kind == kind)
      found.push_back(&rule);
  }
  return found;
}

std::vector<std::string> rules_that_name(const rules::Pack& pack, std::vector<std::string> words) {
  std::vector<std::string> found;
  for (const rules::Rule& rule : pack.rules) {
    if (names(rule.body, words))
      found.push_back(rule.id);
  }
  return found;
}

int line_of(const Sample& sample, std::size_t raw) {
  const std::string_view text = sample.subject.document.text().raw();
  return 1 + static_cast<int>(std::ranges::count(text.substr(0, raw), '\n'));
}

RawSpan raw_of(const Sample& sample, TextSpan span) {
  return sample.subject.document.text().to_raw(span);
}

}  // namespace plumbline::packtest
