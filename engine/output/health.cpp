#include "engine/output/health.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/output/columns.h"
#include "engine/output/workbook.h"

namespace plumbline::output {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kColumn = 26;  // columns of the first words of a line

std::string line(std::string_view name, std::string_view state) {
  return "  " + padded(name, kColumn) + " " + std::string(state) + "\n";
}

std::string state_of(const FormatHealth& format) {
  const std::string how =
      format.program.empty()
          ? ""
          : "（" + (format.version.empty() ? format.program : printable(format.version)) + "）";
  if (!format.readable)
    return "不能读：缺少 " + format.program + "。安装：" + format.install;
  if (!format.install.empty())
    return "能读" + how + "，但有字体可能读不出。安装：" + format.install;
  return "能读" + how;
}

std::string_view name_of(const ProtectionHealth& protection) {
  struct Name {
    std::string_view id, words;
  };
  static constexpr Name kNames[] = {{"limits", "内存、时间等上限"},
                                    {"no-new-privileges", "不能取得新权限"},
                                    {"seccomp", "系统调用过滤 seccomp"},
                                    {"landlock", "文件隔离 landlock"},
                                    {"bubblewrap", "外部程序隔离 bwrap"}};
  const auto* const found = std::ranges::find(kNames, protection.id, &Name::id);
  return found == std::end(kNames) ? std::string_view(protection.id) : found->words;
}

std::string state_of(const ProtectionHealth& protection) {
  if (protection.holds)
    return protection.level > 0 ? "有（第 " + std::to_string(protection.level) + " 版）" : "有";
  return protection.id == "bubblewrap" ? "没有：只用上限和单独的进程组。安装：sudo apt-get install "
                                         "bubblewrap（须允许用户命名空间）"
                                       : "没有：本机系统不提供，其余保护照常";
}

std::string_view name_of(const ExtraHealth& extra) {
  return extra.id == "ocr"            ? "识别扫描页（--ocr）"
         : extra.id == "chinese-font" ? "画 pdf 用的中文字体"
                                      : std::string_view(extra.id);
}

std::string state_of(const ExtraHealth& extra) {
  const std::string lack = extra.id == "ocr" ? "不能识别" : "没有：看不见的文字不易查明";
  return !extra.ready            ? lack + "。安装：" + extra.install
         : extra.version.empty() ? "有"
                                 : "有（" + printable(extra.version) + "）";
}

std::string words_of(const std::vector<LibraryHealth>& libraries) {
  std::string words;
  for (const LibraryHealth& one : libraries)
    words += (words.empty() ? "" : "、") + one.name + " " + printable(one.version);
  return words;
}

Json json_of(const FormatHealth& format) {
  Json names = Json::array();
  for (std::size_t at = 0; at < format.formats.size();) {
    const std::size_t end = std::min(format.formats.find(' ', at), format.formats.size());
    names.push_back(format.formats.substr(at, end - at));
    at = end + 1;
  }
  return {{"formats", names},
          {"readable", format.readable},
          {"program", format.program},
          {"version", format.version},
          {"install", format.install}};
}

}  // namespace

std::vector<LibraryHealth> writing_libraries() {
  return {{"libxlsxwriter", workbook_library_version()}};
}

std::string health_text(const Health& health) {
  std::string words = "准绳 plumbline " + health.version + " · " + printable(health.system) +
                      "\n\n本机能读的格式\n";
  for (const FormatHealth& format : health.formats) words += line(format.formats, state_of(format));
  for (const ExtraHealth& extra : health.extras) words += line(name_of(extra), state_of(extra));
  if (!health.libraries.empty())
    words += line("用到的库", words_of(health.libraries));
  words += "\n读取时的保护\n";
  if (!health.workers)
    words += line("读取进程", "无法启动：除 txt、md 外都不能检查");
  for (const ProtectionHealth& protection : health.protections)
    words += line(name_of(protection), state_of(protection));
  words += "\n规则包\n";
  for (const PackHealth& pack : health.packs)
    words += line(printable(pack.id),
                  pack.loads ? printable(pack.version)
                             : "有错误，请运行 plumbline rules lint " + printable(pack.id));
  if (health.packs.empty())
    words += line("没有找到", "请用 --pack 指定文件夹，或重新安装");
  return words;
}

std::string health_json(const Health& health) {
  Json formats = Json::array(), protections = Json::array(), packs = Json::array();
  Json extras = Json::array(), libraries = Json::array();
  for (const ExtraHealth& one : health.extras)
    extras.push_back(
        {{"id", one.id}, {"ready", one.ready}, {"version", one.version}, {"install", one.install}});
  for (const LibraryHealth& one : health.libraries)
    libraries.push_back({{"name", one.name}, {"version", one.version}});
  for (const FormatHealth& format : health.formats) formats.push_back(json_of(format));
  for (const ProtectionHealth& one : health.protections)
    protections.push_back({{"id", one.id}, {"holds", one.holds}, {"level", one.level}});
  for (const PackHealth& pack : health.packs)
    packs.push_back({{"id", pack.id}, {"version", pack.version}, {"loads", pack.loads}});
  const Json root = {{"schema", "doctor-v1"},
                     {"plumbline", health.version},
                     {"system", health.system},
                     {"formats", formats},
                     {"extras", extras},
                     {"libraries", libraries},
                     {"workers", health.workers},
                     {"protections", protections},
                     {"packs", packs}};
  return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace plumbline::output
