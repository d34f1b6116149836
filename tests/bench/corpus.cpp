#include "tests/bench/corpus.h"

#include <fstream>
#include <iterator>
#include <random>
#include <utility>

namespace plumbline::bench {
namespace {

std::string sample(const char* name) {
  std::ifstream in(std::string(PLUMBLINE_SOURCE_DIR "/samples/") + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  for (std::size_t end; (end = text.find('\n', from)) != std::string::npos; from = end + 1)
    lines.push_back(text.substr(from, end + 1 - from));
  return lines;
}

std::string variant(const std::vector<std::string>& lines, std::mt19937& random) {
  std::vector<std::string> own = lines;
  for (std::size_t i = own.size() / 4; i + 1 < own.size() * 3 / 4; ++i) {
    if (random() % 8 == 0)
      std::swap(own[i], own[i + 1]);
  }
  std::string text;
  for (const std::string& line : own) {
    for (char c : line) text += (c >= '1' && c <= '9') ? static_cast<char>('1' + random() % 9) : c;
  }
  return text;
}

}  // namespace

std::vector<std::string> reports(std::size_t count) {
  const std::vector<std::vector<std::string>> seeds = {lines_of(sample("01-clean-department.txt")),
                                                       lines_of(sample("07-many-faults.txt")),
                                                       lines_of(sample("10-thematic.txt"))};
  std::mt19937 random(20260301);
  std::vector<std::string> result;
  for (std::size_t i = 0; i < count; ++i)
    result.push_back(variant(seeds[i % seeds.size()], random));
  return result;
}

std::string long_report(std::size_t characters) {
  const std::string seed = sample("01-clean-department.txt");
  std::string text = seed;
  constexpr std::size_t kBytesPerCharacter = 3;
  while (text.size() < characters * kBytesPerCharacter) text += seed.substr(seed.size() / 5);
  return text;
}

std::vector<std::string> patterns(std::size_t count) {
  static const char* const kHeads[] = {"法制", "行政执法", "重大决策", "第一责任人", "规范性文件",
                                       "复议", "普法",     "政务公开", "应诉",       "督察"};
  static const char* const kForms[] = {"%政府", "%(?:制度|机制|体系)",
                                       "%[^。；]{0,12}\\d+(?:件|次|人)",
                                       "《[^》]{0,20}%[^》]{0,20}》", "(?:加强|推进|完善)%"};
  std::vector<std::string> result;
  for (std::size_t i = 0; i < count; ++i) {
    std::string form = kForms[i % std::size(kForms)];
    std::string head = kHeads[(i / std::size(kForms)) % std::size(kHeads)];
    const std::size_t round = i / (std::size(kForms) * std::size(kHeads));
    if (round > 0)
      head += "[^，。]{0," + std::to_string(round) + "}工作";
    form.replace(form.find('%'), 1, head);
    result.push_back(form);
  }
  return result;
}

}  // namespace plumbline::bench
