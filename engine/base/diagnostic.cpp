#include "engine/base/diagnostic.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/base/code_points.h"
#include "engine/base/messages.h"

namespace plumbline {
namespace {

constexpr std::size_t kMebibyte = 1u << 20;
constexpr std::array<std::string_view, 3> kLevels = {"note", "warning", "error"};

std::string place(const Diagnostic& diagnostic) {
  std::string out = diagnostic.path;
  if (diagnostic.line > 0)
    out += ":" + std::to_string(diagnostic.line);
  if (diagnostic.line > 0 && diagnostic.column > 0)
    out += ":" + std::to_string(diagnostic.column);
  return out.empty() ? out : out + ": ";
}

// Tabs stay tabs, so that the caret stands under its word whatever a tab is worth.
std::string caret_line(const Diagnostic& diagnostic) {
  const std::u32string line = utf8::decode(diagnostic.source);
  const auto begin = std::min(static_cast<std::size_t>(diagnostic.column - 1), line.size());
  const auto end =
      std::min(begin + static_cast<std::size_t>(std::max(diagnostic.length, 0)), line.size());
  std::string out;
  for (std::size_t i = 0; i < begin; ++i)
    out +=
        line[i] == U'\t' ? "\t" : std::string(static_cast<std::size_t>(utf8::width(line[i])), ' ');
  out += '^';
  std::size_t columns = 0;
  for (std::size_t i = begin; i < end; ++i)
    columns += static_cast<std::size_t>(utf8::width(line[i]));
  if (columns > 1)
    out.append(columns - 1, '~');
  return out;
}

}  // namespace

std::string_view name_of(Level level) {
  return kLevels[static_cast<std::size_t>(level)];
}

Diagnostic diagnostic_of(Message message, std::string path, Level level) {
  Diagnostic out;
  out.code = message.code();
  out.level = level;
  out.message = std::move(message);
  out.path = std::move(path);
  return out;
}

Message size_in_words(std::size_t bytes) {
  const bool whole = bytes % kMebibyte == 0;
  return {whole ? words::kMebibytes : words::kBytes,
          {std::to_string(whole ? bytes / kMebibyte : bytes)}};
}

std::string render_diagnostic(const Diagnostic& diagnostic, Language language) {
  const std::string code = diagnostic.code.empty() ? "" : "[" + diagnostic.code + "]";
  std::string out = place(diagnostic) + std::string(name_of(diagnostic.level)) + code + ": " +
                    diagnostic.message.in(language) + "\n";
  if (diagnostic.source.empty() || diagnostic.column < 1)
    return out;
  return out + diagnostic.source + "\n" + caret_line(diagnostic) + "\n";
}

void hand_over(const DiagnosticSink& found, DiagnosticSink& sink) {
  // English is the order: a language changes no more than the words.
  std::vector<std::pair<std::string, const Diagnostic*>> all;
  for (const Diagnostic& one : found.all())
    all.emplace_back(one.message.in(Language::kEnglish), &one);
  const auto key = [](const std::pair<std::string, const Diagnostic*>& one) {
    return std::tie(one.second->path, one.second->line, one.second->column, one.second->code,
                    one.first);
  };
  std::ranges::stable_sort(all, {}, key);
  const auto same = [&](const auto& a, const auto& b) { return key(a) == key(b); };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  for (const auto& [words, one] : all) sink.add(*one);
}

}  // namespace plumbline
