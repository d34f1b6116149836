// Figures of the engine in one process; goals.py turns them into the ratios that count.

#include <benchmark/benchmark.h>
#include <re2/re2.h>
#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/utf8.h>
#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "engine/io/pack_files.h"
#include "engine/output/writer.h"
#include "engine/pattern/pattern.h"
#include "engine/pattern/source.h"
#include "engine/readers/reader.h"
#include "engine/rules/pack.h"
#include "engine/text/text.h"
#include "plumbline/engine.h"
#include "tests/bench/corpus.h"

namespace plumbline::bench {
namespace {

constexpr std::size_t kReports = 50;
const std::string kRules = PLUMBLINE_SOURCE_DIR "/rules";

const std::vector<std::string>& corpus() {
  static const std::vector<std::string> all = reports(kReports);
  return all;
}

std::shared_ptr<const rules::Pack> national() {
  DiagnosticSink sink;
  return rules::load_pack(kRules + "/rule-of-law-report", io::DiskPackFiles({kRules}), sink);
}

const Engine& engine() {
  static const Engine instance = [] {
    DiagnosticSink sink;
    return *Engine::create({national()}, sink);
  }();
  return instance;
}

bool valid_utf8(const std::string& text) {
  std::int32_t i = 0;
  const auto length = static_cast<std::int32_t>(text.size());
  while (i < length) {
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), i, length, c);
    if (c < 0)
      return false;
  }
  return true;
}

/// The floor of P1 on the plain ICU call: read a file, validate, normalise with edits.
void floor_of_a_report(benchmark::State& state) {
  const auto path = std::filesystem::temp_directory_path() / "plumbline-bench-report.txt";
  std::ofstream(path, std::ios::binary) << corpus().front();
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  for (auto _ : state) {
    std::ifstream in(path, std::ios::binary);
    std::string bytes(std::filesystem::file_size(path), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    benchmark::DoNotOptimize(valid_utf8(bytes));
    std::string out;
    icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(bytes.size()));
    icu::Edits edits;
    nfkc->normalizeUTF8(0, bytes, sink, &edits, status);
    benchmark::DoNotOptimize(out);
  }
  std::filesystem::remove(path);
}
BENCHMARK(floor_of_a_report);

void text_of_a_report(benchmark::State& state) {
  std::size_t i = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(
        text::Text::build(readers::read("a.txt", corpus()[i++ % kReports], {})));
}
BENCHMARK(text_of_a_report);

void check_of_a_report_with_json(benchmark::State& state) {
  const output::Writer* json = output::writer_named("json");
  std::size_t i = 0;
  for (auto _ : state) {
    RunReport run;
    run.documents.push_back(engine().check({"a.txt", corpus()[i++ % kReports]}, {}));
    benchmark::DoNotOptimize(json->write(run, {}));
  }
}
BENCHMARK(check_of_a_report_with_json)->Unit(benchmark::kMicrosecond);

void check_by_length(benchmark::State& state) {
  const std::string text = long_report(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(engine().check({"a.txt", text}, {}));
}
BENCHMARK(check_by_length)
    ->Arg(3000)
    ->Arg(30000)
    ->Arg(300000)
    ->Arg(1000000)
    ->Unit(benchmark::kMillisecond);

text::Text text_of(const std::string& report) {
  return text::Text::build(readers::read("a.txt", report, {}));
}

/// Over ten reports, so that no search meets a text it has just seen.
constexpr std::size_t kTexts = 10;

std::vector<text::Text> texts() {
  std::vector<text::Text> all;
  for (std::size_t i = 0; i < kTexts; ++i) all.push_back(text_of(corpus()[i]));
  return all;
}

/// The index of the text is built anew: its cost is a part of matching.
std::size_t matches_of(const std::vector<pattern::Pattern>& compiled, std::string_view text) {
  std::size_t found = 0;
  const pattern::PairIndex index(text);
  for (const pattern::Pattern& pattern : compiled)
    pattern.each(pattern::IndexedText{text, &index}, {0, text.size()}, [&](const pattern::Match&) {
      ++found;
      return true;
    });
  return found;
}

void matching_by_patterns(benchmark::State& state) {
  std::vector<pattern::Pattern> compiled;
  for (const std::string& source : patterns(static_cast<std::size_t>(state.range(0))))
    compiled.push_back(pattern::Pattern::literal_or_die(source));
  const std::vector<text::Text> all = texts();
  std::size_t i = 0;
  for (const text::Text& one : all) matches_of(compiled, one.view());  // compiles and warms
  for (auto _ : state) benchmark::DoNotOptimize(matches_of(compiled, all[i++ % kTexts].view()));
}
BENCHMARK(matching_by_patterns)->Arg(50)->Arg(200)->Arg(800)->Unit(benchmark::kMicrosecond);

/// The plain design: RE2 over the whole text, pattern by pattern.
std::size_t plain_matches_of(const std::vector<std::unique_ptr<RE2>>& compiled,
                             std::string_view text) {
  std::size_t found = 0;
  for (const std::unique_ptr<RE2>& re : compiled) {
    re2::StringPiece match;
    for (std::size_t at = 0;
         re->Match({text.data(), text.size()}, at, text.size(), RE2::UNANCHORED, &match, 1);) {
      ++found;
      at = static_cast<std::size_t>(match.data() - text.data()) + match.size();
    }
  }
  return found;
}

void plain_re2_by_patterns(benchmark::State& state) {
  std::vector<std::unique_ptr<RE2>> compiled;
  std::vector<pattern::Pattern> own;
  for (const std::string& source : patterns(static_cast<std::size_t>(state.range(0)))) {
    own.push_back(pattern::Pattern::literal_or_die(source));
    pattern::PatternError error;
    compiled.push_back(std::make_unique<RE2>("(?m)" + pattern::fold_source(source, error)->folded));
  }
  const std::vector<text::Text> all = texts();
  for (const text::Text& one : all) {
    if (plain_matches_of(compiled, one.view()) != matches_of(own, one.view()))
      state.SkipWithError("the engine finds other matches than plain RE2");
  }
  std::size_t i = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(plain_matches_of(compiled, all[i++ % kTexts].view()));
}
BENCHMARK(plain_re2_by_patterns)->Arg(200)->Unit(benchmark::kMicrosecond);

void load_of_the_national_pack(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(national());
}
BENCHMARK(load_of_the_national_pack)->Unit(benchmark::kMillisecond);

/// The floor of P13: yaml-cpp alone over the same files.
void yaml_load_of_its_files(benchmark::State& state) {
  std::vector<std::string> texts;
  for (const char* pack : {"rule-of-law-report", "official-document", "wording", "disclosure"}) {
    for (const auto& file : std::filesystem::recursive_directory_iterator(kRules + "/" + pack)) {
      if (file.path().extension() != ".yaml")
        continue;
      std::ostringstream text;
      text << std::ifstream(file.path(), std::ios::binary).rdbuf();
      texts.push_back(text.str());
    }
  }
  for (auto _ : state) {
    for (const std::string& text : texts) benchmark::DoNotOptimize(YAML::Load(text));
  }
}
BENCHMARK(yaml_load_of_its_files)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace plumbline::bench

BENCHMARK_MAIN();
