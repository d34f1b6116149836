#include "engine/craft/draft.h"

#include "engine/rules/lint.h"
#include "plumbline/engine.h"

namespace plumbline::craft {

Result<std::string> DraftFiles::read(const std::string& path) const {
  const auto found = changed_.find(path);
  if (found != changed_.end())
    return found->second;
  return base_.read(path);
}

std::vector<std::string> DraftFiles::list(const std::string& folder) const {
  return base_.list(folder);
}

std::optional<std::string> DraftFiles::find_pack(const std::string& name,
                                                 const std::string& from) const {
  return base_.find_pack(name, from);
}

std::shared_ptr<const rules::Pack> try_pack(const std::string& folder, const DraftFiles& files,
                                            DiagnosticSink& sink) {
  DiagnosticSink found;
  std::shared_ptr<const rules::Pack> pack = rules::load_pack(folder, files, found);
  if (pack)
    Engine::create({pack}, found);
  if (!found.has_errors())
    rules::lint_pack(*pack, files, found);
  for (const Diagnostic& one : found.all()) sink.add(one);
  return found.has_errors() ? nullptr : pack;
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += '\'';
    out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
  return out + "'";
}

std::string literal_pattern(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\.+*?()|[]{}^$").find(c) != std::string_view::npos)
      out += '\\';
    out += c;
  }
  return out;
}

}  // namespace plumbline::craft
