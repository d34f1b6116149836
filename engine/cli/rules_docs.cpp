#include <algorithm>
#include <array>

#include "engine/cli/commands.h"
#include "engine/cli/handbook.h"
#include "engine/cli/packs.h"
#include "engine/io/atomic_write.h"
#include "engine/io/file.h"
#include "engine/io/pack_files.h"
#include "engine/rules/pack.h"

namespace plumbline::cli {
namespace {

constexpr std::array<std::string_view, 3> kEndings = {".md", ".html", ".htm"};

/// A handbook never goes where a pack or a report may stand.
bool is_handbook(const std::string& place) {
  return place == "-" || io::kind_of(place) == io::PathKind::kFolder ||
         std::ranges::any_of(kEndings, [&](std::string_view end) { return place.ends_with(end); });
}

/// --output: FILE.html, FILE.md, or a folder that gets both; standard output gets Markdown.
bool write(const rules::Pack& pack, const Book& book, const std::string& place,
           const Session& session) {
  std::vector<std::pair<std::string, std::string>> files;
  if (io::kind_of(place) == io::PathKind::kFolder)
    files = {{place + "/" + pack.id + ".md", book_markdown(book)},
             {place + "/" + pack.id + ".html", book_html(book, pack.title)}};
  else if (place.ends_with(".html") || place.ends_with(".htm"))
    files = {{place, book_html(book, pack.title)}};
  else
    files = {{place, book_markdown(book)}};
  for (const auto& [path, bytes] : files) {
    if (const auto problem = io::write_file(path, bytes)) {
      session.complain(*problem);
      return false;
    }
    session.environment.err << session.words(Say::kWritten, {path}) << "\n";
  }
  return true;
}

}  // namespace

int run_rules_docs(const Arguments& arguments, const Session& session) {
  DiagnosticSink sink;
  if (arguments.paths.size() > 1)
    sink.add(wrong_use("P3006", session.words(Say::kOnePath, {"rules docs"})));
  const std::string place = arguments.value("--output", "-");
  if (!is_handbook(place))
    sink.add(wrong_use("P3013", session.words(Say::kBadValue, {"--output", place,
                                                               session.words(Say::kAllowedBook)})));
  Packs packs;
  if (!sink.has_errors())
    packs = load_packs(arguments.paths, session, sink);
  std::vector<packtest::Case> cases;
  if (!sink.has_errors())
    cases =
        packtest::cases_of(*packs.front(), io::DiskPackFiles(session.environment.pack_path), sink);
  session.complain(sink);
  if (sink.has_errors())
    return kUsage;
  const Book book = handbook(*packs.front(), cases);
  if (place == "-")
    return print(session, book_markdown(book)) ? kClean : kUsage;
  return write(*packs.front(), book, place, session) ? kClean : kUsage;
}

}  // namespace plumbline::cli
