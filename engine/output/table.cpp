#include <algorithm>
#include <array>

#include "engine/output/json.h"
#include "engine/output/text.h"
#include "engine/output/writer.h"

namespace plumbline::output {
namespace {

constexpr std::array kWriters = {
    Writer{"text", ".txt", "给人看的中文报告（默认）", "a report in Chinese for people (default)",
           write_text},
    Writer{"json", ".json", "完整结果，report-v1", "everything, report-v1", write_json},
    Writer{"jsonl", ".jsonl", "同 json，每份文件一行", "as json, one document per line",
           write_jsonl},
};

}  // namespace

std::span<const Writer> writers() {
  return kWriters;
}

const Writer* writer_named(std::string_view name) {
  const auto* found = std::ranges::find(kWriters, name, &Writer::name);
  return found == kWriters.end() ? nullptr : found;
}

}  // namespace plumbline::output
