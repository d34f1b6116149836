#include "engine/output/health.h"

#include <doctest/doctest.h>

namespace plumbline::output {
namespace {

Health good() {
  Health health;
  health.version = "0.1.0";
  health.system = "Linux 6.1 x86_64";
  health.formats = {{"txt md", true, "", "", ""},
                    {"pdf", true, "pdftotext", "pdftotext version 22.12.0", ""}};
  health.extras = {{"ocr", true, "tesseract 5.3.0", ""}, {"chinese-font", true, "", ""}};
  health.libraries = {{"ICU", "72.1"}, {"libzip", "1.7.3"}};
  health.protections = {{"limits", true}, {"landlock", true, 3}, {"bubblewrap", true}};
  health.packs = {{"wording", "1.0.0", true}};
  return health;
}

/// What an old kernel in a narrow container without programs looks like.
Health poor() {
  Health health = good();
  health.system = "Linux 3.10\x1b[31m";
  health.formats = {
      {"pdf", true, "pdftotext", "", "sudo apt-get install poppler-utils poppler-data"},
      {"doc rtf", false, "soffice", "", "sudo apt-get install libreoffice-writer-nogui"}};
  health.extras = {{"ocr", false, "", "sudo apt-get install tesseract-ocr-chi-sim"},
                   {"chinese-font", false, "", "sudo apt-get install fonts-noto-cjk"}};
  health.libraries.clear();
  health.protections = {{"limits", false}, {"landlock", false}, {"bubblewrap", false}};
  health.workers = false;
  health.packs = {{"mine", "", false}};
  return health;
}

TEST_SUITE("output.health") {
  TEST_CASE("a machine where all is well is told in words") {
    CHECK(health_text(good()) ==
          "准绳 plumbline 0.1.0 · Linux 6.1 x86_64\n"
          "\n"
          "本机能读的格式\n"
          "  txt md                     能读\n"
          "  pdf                        能读（pdftotext version 22.12.0）\n"
          "  识别扫描页（--ocr）        有（tesseract 5.3.0）\n"
          "  画 pdf 用的中文字体        有\n"
          "  用到的库                   ICU 72.1、libzip 1.7.3\n"
          "\n"
          "读取时的保护\n"
          "  内存、时间等上限           有\n"
          "  文件隔离 landlock          有（第 3 版）\n"
          "  外部程序隔离 bwrap         有\n"
          "\n"
          "规则包\n"
          "  wording                    1.0.0\n");
  }

  TEST_CASE("what is missing is told with the way out") {
    const std::string words = health_text(poor());
    for (const char* part :
         {"pdf                        能读（pdftotext），但有字体可能读不出。安装：sudo apt-get "
          "install poppler-utils poppler-data\n",
          "doc rtf                    不能读：缺少 soffice。安装：sudo apt-get install "
          "libreoffice-writer-nogui\n",
          "识别扫描页（--ocr）        不能识别。安装：sudo apt-get install tesseract-ocr-chi-sim\n",
          "画 pdf 用的中文字体        没有：看不见的文字不易查明。安装：sudo apt-get install "
          "fonts-noto-cjk\n",
          "读取进程                   无法启动：除 txt、md 外都不能检查\n",
          "内存、时间等上限           没有：本机系统不提供，其余保护照常\n",
          "外部程序隔离 bwrap         没有：只用上限和单独的进程组。安装：sudo apt-get install "
          "bubblewrap",
          "mine                       有错误，请运行 plumbline rules lint mine\n"}) {
      CAPTURE(part);
      CHECK(words.find(part) != std::string::npos);
    }
    CHECK(words.find('\x1b') == std::string::npos);
    Health none = poor();
    none.packs.clear();
    CHECK(health_text(none).find("没有找到") != std::string::npos);
  }

  TEST_CASE("the same for programs") {
    CHECK(health_json(good()) == R"({
  "schema": "doctor-v1",
  "plumbline": "0.1.0",
  "system": "Linux 6.1 x86_64",
  "formats": [
    {
      "formats": [
        "txt",
        "md"
      ],
      "readable": true,
      "program": "",
      "version": "",
      "install": ""
    },
    {
      "formats": [
        "pdf"
      ],
      "readable": true,
      "program": "pdftotext",
      "version": "pdftotext version 22.12.0",
      "install": ""
    }
  ],
  "extras": [
    {
      "id": "ocr",
      "ready": true,
      "version": "tesseract 5.3.0",
      "install": ""
    },
    {
      "id": "chinese-font",
      "ready": true,
      "version": "",
      "install": ""
    }
  ],
  "libraries": [
    {
      "name": "ICU",
      "version": "72.1"
    },
    {
      "name": "libzip",
      "version": "1.7.3"
    }
  ],
  "workers": true,
  "protections": [
    {
      "id": "limits",
      "holds": true,
      "level": 0
    },
    {
      "id": "landlock",
      "holds": true,
      "level": 3
    },
    {
      "id": "bubblewrap",
      "holds": true,
      "level": 0
    }
  ],
  "packs": [
    {
      "id": "wording",
      "version": "1.0.0",
      "loads": true
    }
  ]
}
)");
  }
}

}  // namespace
}  // namespace plumbline::output
