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
  static const char* const kHeads[] = {
      "法制",     "行政执法", "重大决策", "第一责任人", "规范性文件", "复议",     "普法",
      "政务公开", "应诉",     "督察",     "依法行政",   "执法监督",   "法治政府", "公共服务",
      "营商",     "立法",     "合法性",   "审查",       "专家论证",   "风险评估", "集体讨论",
      "公示",     "全过程",   "执法人员", "双随机",     "行政许可",   "行政处罚", "信访",
      "调解",     "仲裁",     "学法",     "宪法",       "法律顾问",   "公平竞争", "信用",
      "突发事件", "数字政府", "政府信息", "述法",       "年度报告"};
  static const char* const kTails[] = {"", "工作", "责任", "能力"};
  static const char* const kForms[] = {"%政府|%制度", "%(?:制度|机制|体系|情况)",
                                       "%[^。；]{0,12}\\d+(?:件|次|人)",
                                       "《[^》]{0,20}%[^》]{0,20}》", "(?:加强|推进|完善)%"};
  std::vector<std::string> all;
  for (const char* const form : kForms) {
    for (const char* const head : kHeads) {
      for (const char* const tail : kTails) {
        std::string pattern = form;
        const std::string word = std::string(head) + tail;
        for (std::size_t at; (at = pattern.find('%')) != std::string::npos;)
          pattern.replace(at, 1, word);
        all.push_back(pattern);
      }
    }
  }
  std::mt19937 random(20260301);
  for (std::size_t i = all.size() - 1; i > 0; --i) std::swap(all[i], all[random() % (i + 1)]);
  all.resize(count);
  return all;
}

}  // namespace plumbline::bench
