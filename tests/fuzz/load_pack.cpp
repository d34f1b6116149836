// Bytes -> pack.yaml -> load, compile, lint: whatever comes in, the outcome is stated and every
// complaint has a code and a place that exists. tests/fuzz/CMakeLists.txt tells how to run it.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/base/code_points.h"
#include "engine/base/diagnostic.h"
#include "engine/rules/lint.h"
#include "engine/rules/pack.h"
#include "plumbline/engine.h"
#include "tests/support/memory_pack_files.h"

namespace {

using plumbline::Diagnostic;
using plumbline::DiagnosticSink;

void require(bool holds) {
  if (!holds)
    std::abort();
}

void check(const Diagnostic& one) {
  require(one.code.size() == 5 && one.code.front() == 'P');
  require(!one.message.empty());
  for (const plumbline::Language language :
       {plumbline::Language::kEnglish, plumbline::Language::kChinese})
    require(!plumbline::utf8::first_invalid(one.message.in(language)));
  require(one.line >= 0 && one.column >= 0 && one.length >= 0);
  require(one.source.find('\n') == std::string::npos);
  require(!plumbline::render_diagnostic(one, plumbline::Language::kChinese).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const plumbline::testing::MemoryPackFiles files(
      {{"p/pack.yaml", bytes}, {"p/rules.yaml", "terms: {organ: 局|厅}\n"}});
  DiagnosticSink sink;
  const auto pack = plumbline::rules::load_pack("p", files, sink);
  require((pack == nullptr) == sink.has_errors());
  if (pack)
    plumbline::Engine::create({pack}, sink);
  if (pack && !sink.has_errors())
    plumbline::rules::lint_pack(*pack, files, sink);
  for (const Diagnostic& one : sink.all()) check(one);
  return 0;
}
