// What reading a report costs as docx, html, ofd and pdf, and the floor of P14.
#include <benchmark/benchmark.h>
#include <malloc.h>
#include <zip.h>

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "engine/base/code_points.h"
#include "engine/readers/reader.h"
#include "tests/bench/corpus.h"
#include "tests/support/docx_builder.h"
#include "tests/support/pdf_builder.h"

namespace plumbline::bench {
namespace {

template <typename Each>
void each_line(std::string_view text, const Each& each) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at)
      each(text.substr(at, end - at));
    at = end + 1;
  }
}

/// Cut where Word cuts: whenever somebody comes back to a sentence.
std::string split_runs(std::string_view line, std::string_view properties) {
  constexpr std::size_t kRunBytes = 18;  // six characters
  std::string runs;
  while (!line.empty()) {
    const std::string_view piece = utf8::prefix(line, kRunBytes);
    runs += support::run(piece, properties);
    line.remove_prefix(piece.size());
  }
  return runs;
}

/// A report as Word would pack it: compressed parts, fonts named in every run.
std::string docx(bool split) {
  constexpr std::string_view kRun =
      "<w:rFonts w:eastAsia=\"仿宋_GB2312\" w:hint=\"eastAsia\"/><w:sz w:val=\"32\"/>";
  std::string body;
  each_line(reports(1).front(), [&](std::string_view line) {
    body += "<w:p><w:pPr><w:ind w:firstLineChars=\"200\"/></w:pPr>" +
            (split ? split_runs(line, kRun) : support::run(line, kRun)) + "</w:p>";
  });
  std::vector<support::ZipPart> parts = support::docx_parts({.body = body});
  for (support::ZipPart& part : parts) part = support::deflated(part.name, part.data);
  return support::make_zip(parts);
}

/// Both sides keep the memory that was given back: whether the kernel takes the end of the heap
/// depends on what happens to lie there, and would decide the ratio by luck.
void keep_memory() {
  constexpr int kMuch = 32 << 20;
  ::mallopt(M_MMAP_THRESHOLD, kMuch);
  ::mallopt(M_TRIM_THRESHOLD, kMuch);
}

void inflate_and_parse(benchmark::State& state, const std::string& bytes) {
  for (auto _ : state) {
    zip_error_t error;
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
      zip_stat_t stat;
      zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
      std::string part(stat.size, '\0');
      zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
      zip_fread(file, part.data(), part.size());
      zip_fclose(file);
      pugi::xml_document tree;
      benchmark::DoNotOptimize(tree.load_buffer_inplace(part.data(), part.size()));
    }
    zip_discard(archive);
  }
}

void read_as(benchmark::State& state, const std::string& bytes) {
  for (auto _ : state) benchmark::DoNotOptimize(readers::read("", bytes, {}));
}

void docx_inflated_and_parsed(benchmark::State& state, bool split) {
  keep_memory();
  inflate_and_parse(state, docx(split));
}
BENCHMARK_CAPTURE(docx_inflated_and_parsed, whole_runs, false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(docx_inflated_and_parsed, split_runs, true)->Unit(benchmark::kMicrosecond);

void read_docx(benchmark::State& state, bool split) {
  keep_memory();
  read_as(state, docx(split));
}
BENCHMARK_CAPTURE(read_docx, whole_runs, false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(read_docx, split_runs, true)->Unit(benchmark::kMicrosecond);

void read_html(benchmark::State& state) {
  std::string page = "<html><head><title>a</title></head><body><div id='zoom'>";
  each_line(reports(1).front(),
            [&](std::string_view line) { page.append("<p>").append(line).append("</p>\n"); });
  read_as(state, page + "</div></body></html>");
}
BENCHMARK(read_html)->Unit(benchmark::kMicrosecond);

/// Three programs are started for it.
void read_pdf(benchmark::State& state) {
  std::vector<support::PdfPage> pages(5);
  for (support::PdfPage& page : pages) {
    for (int line = 0; line < 22; ++line)
      page.lines.push_back({.y = 760.0 - 30 * line, .text = std::u16string(28, u'\u6cd5')});
  }
  read_as(state, support::make_pdf(pages));
}
BENCHMARK(read_pdf)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace plumbline::bench
