#include "engine/cli/arguments.h"

#include "doctest/doctest.h"

namespace plumbline::cli {
namespace {

constexpr std::array<std::string_view, 4> kAccepted = {"--pack", "--profile", "--dump", "--help"};

/// "--flag=a,b … | path path", or the codes of the complaints.
std::string parsed(std::vector<std::string_view> words) {
  DiagnosticSink sink;
  const std::optional<Arguments> arguments =
      parse_arguments(words, kAccepted, Language::kEnglish, sink);
  std::string dump;
  for (const Diagnostic& diagnostic : sink.all())
    dump += diagnostic.code + " " + diagnostic.message.in(Language::kChinese) + "\n";
  if (!arguments)
    return dump;
  for (const auto& [name, values] : arguments->values) {
    dump += name;
    for (const std::string& value : values) dump += "=" + value;
    dump += " ";
  }
  dump += "|";
  for (const std::string& path : arguments->paths) dump += " " + path;
  return dump;
}

TEST_SUITE("cli.arguments") {
  TEST_CASE("flags take one value each and leave the paths") {
    CHECK(parsed({}) == "|");
    CHECK(parsed({"a", "--pack", "p", "b", "--pack=q", "c"}) == "--pack=p=q | a b c");
    CHECK(parsed({"--dump", "a"}) == "--dump= | a");
    CHECK(parsed({"-h"}) == "--help= |");
    CHECK(parsed({"--pack", "[a,b]", "[c,d]"}) == "--pack=[a,b] | [c,d]");
    CHECK(parsed({"--pack", "-", "-"}) == "--pack=- | -");
    CHECK(parsed({"--", "--dump", "-x", "--"}) == "| --dump -x --");
    CHECK(parsed({"甲 乙.txt", "a=b", "{x}", "'q'", "\"r\""}) == "| 甲 乙.txt a=b {x} 'q' \"r\"");
  }

  TEST_CASE("mistakes are named with the nearest flag") {
    CHECK(parsed({"--pakc", "p"}) == "P3001 unknown option --pakc; did you mean --pack?\n");
    CHECK(parsed({"--unheard-of"}) == "P3001 unknown option --unheard-of\n");
    CHECK(parsed({"-p"}) == "P3001 unknown option -p\n");
    CHECK(parsed({"--pack="}) == "P3002 option --pack needs a value\n");
    CHECK(parsed({"--pack"}) == "P3002 option --pack needs a value\n");
    CHECK(parsed({"--pack", "--dump"}) == "P3002 option --pack needs a value\n");
    CHECK(parsed({"--profile", "a", "--profile", "b"}) ==
          "P3003 option --profile may be given only once\n");
    CHECK(parsed({"--a", "--b"}) == "P3001 unknown option --a\nP3001 unknown option --b\n");
  }
}

}  // namespace
}  // namespace plumbline::cli
