#include <sys/stat.h>

#include <algorithm>
#include <set>

#include "doctest/doctest.h"
#include "engine/cli/cli.h"
#include "engine/cli/commands.h"
#include "process.h"
#include "tests/support/golden.h"

namespace plumbline::cli {
namespace {

namespace fs = std::filesystem;

/// A run whose whole transcript is tests/golden/cli/NAME.txt.
struct Row {
  std::string name;
  std::vector<std::string> arguments;
};

void prepare(const Process& process) {
  process.put("clean.txt", "all is well\n");
  process.put("error.txt", "title\nerror 法制政府\nnote 其它\n");
  process.put("warning.txt", "warning 待待\n");
  process.put("note.txt", "note 其它\n");
  process.put("waived.txt", "waived 法制政府\n");
  process.put("other.txt", "other\n");
  process.put("part.txt", "not-checked\nerror 法制政府\n");
  process.put("rule-error.txt", "rule-error\n");
  process.put("throw.txt", "throw\n");
  process.put("-dash.txt", "all is well\n");
  process.put("[2024]", "all is well\n");
  process.put("folder/b.txt", "warning 待待\n");
  process.put("folder/a/c.txt", "other\n");
  process.put("folder/.hidden", "x");
  process.put("folder/~$b.docx", "x");
  process.put("junk/.DS_Store", "x");
  process.put("junk/__MACOSX/._a", "x");
  process.put("broken/pack.yaml", "broken: 1\n");
  process.put("waivers.yaml",
              "waivers:\n"
              "  - rule: wording\n    file: error.txt\n    reason: 引用原文\n    approver: 甲办\n"
              "  - rule: date-form\n    file: error.txt\n    reason: 未用上\n    approver: 甲办\n");
  process.put("dated.yaml",
              "waivers:\n"
              "  - {rule: wording, file: error.txt, reason: 引用原文, approver: 甲办, until: "
              "'2025-06-30'}\n");
  process.put("bad-waivers.yaml",
              "waivers:\n"
              "  - {rule: wordng, unit: 甲局, reason: 引用, approver: 乙, until: 2025-02-30}\n"
              "  - {rule: wording.W-02, unit: 甲局, reason: 引用, approver: 乙}\n");
  process.put(
      "contact.yaml",
      "office: 县司法局\nperson: 周敏\nphone: 0559-1\ndeadline: 三日内\ndate: 2026-01-20\n");
  process.put("units.csv", "全称,别名,类别\n甲局,b.txt,部门\n乙局,c.txt,\n丙局,,部门\n");
  process.put("units.yaml", "units:\n  - {name: 甲局}\n");
  process.put("twice.csv", "全称,别名\n甲局,clean、error\n乙局,other\n");
  process.put("large.yaml", std::string(9u << 20, ' '));
  process.put("one.csv", "全称,别名\n甲局,clean\n");
  process.put("columns.csv", "单位\n甲局\n");
  process.put("bad-contact.yaml", "ofice: 县司法局\ndeadline: 2026-02-30\n");
  process.put("baseline.json",
              "{\"schema\": \"report-v1\", \"documents\": [{\"path\": \"error.txt\", "
              "\"findings\": [{\"fingerprint\": \"f2\"}]}]}");
  fs::create_directories("empty");
  fs::create_symlink("b.txt", "folder/link.txt");
  fs::create_symlink("..", "folder/loop");
  REQUIRE(::mkfifo("pipe", 0600) == 0);
}

const std::vector<Row> kRows = {
    {"clean", {"check", "clean.txt"}},
    {"path-alone", {"clean.txt"}},
    {"error", {"check", "error.txt"}},
    {"warning-is-below-error", {"check", "warning.txt", "--format", "json"}},
    {"fail-on-warning", {"check", "warning.txt", "--fail-on=warning", "--format", "json"}},
    {"fail-on-note", {"check", "note.txt", "--fail-on", "note"}},
    {"fail-on-never", {"check", "error.txt", "--fail-on", "never", "--format", "json"}},
    {"waived-does-not-fail", {"check", "waived.txt", "--fail-on", "note"}},
    {"other-kind", {"check", "other.txt"}},
    {"part-not-checked-outranks-findings", {"check", "part.txt"}},
    {"rule-error", {"check", "rule-error.txt", "--fail-on", "never"}},
    {"exception-in-a-document", {"check", "throw.txt", "clean.txt"}},
    {"missing-path", {"check", "gone.txt", "error.txt"}},
    {"fifo", {"check", "pipe"}},
    {"device", {"check", "/dev/zero"}},
    {"folder", {"check", "folder"}},
    {"folder-and-a-file-of-it", {"check", "folder", "folder/b.txt", "--format", "json"}},
    {"folder-empty", {"check", "empty"}},
    {"folder-of-junk", {"check", "junk"}},
    {"path-behind-dashes", {"check", "--", "-dash.txt"}},
    {"path-in-brackets", {"check", "[2024]"}},
    {"jsonl", {"check", "error.txt", "other.txt", "--format", "jsonl"}},
    {"explain", {"check", "clean.txt", "--explain", "wording"}},
    {"explain-beside-json", {"check", "clean.txt", "--explain", "wording", "--format", "json"}},
    {"two-packs",
     {"check", "clean.txt", "--pack", "packs/wording", "--pack", "rule-of-law-report"}},
    {"pack-yaml-as-pack", {"check", "clean.txt", "--pack", "packs/wording/pack.yaml"}},
    {"waivers", {"check", "error.txt", "--waivers", "waivers.yaml"}},
    {"waivers-unused-fails-on-warning",
     {"check", "error.txt", "--waivers", "waivers.yaml", "--fail-on", "warning"}},
    {"waivers-in-force",
     {"check", "error.txt", "--waivers", "dated.yaml", "--as-of", "2025-06-30"}},
    {"waivers-expired", {"check", "error.txt", "--waivers", "dated.yaml", "--as-of", "2025-07-01"}},
    {"waivers-undecided", {"check", "error.txt", "--waivers", "dated.yaml"}},
    {"waivers-broken", {"check", "error.txt", "--waivers", "bad-waivers.yaml"}},
    {"waivers-missing", {"check", "error.txt", "--waivers", "gone.yaml"}},
    {"waivers-as-output",
     {"check", "error.txt", "--waivers", "waivers.yaml", "--output", "json=waivers.yaml"}},
    {"baseline", {"check", "error.txt", "--baseline", "baseline.json", "--fail-on", "note"}},
    {"baseline-is-no-report", {"check", "error.txt", "--baseline", "waivers.yaml"}},
    {"note", {"note", "error.txt", "--contact", "contact.yaml", "--output", "note.docx"}},
    {"note-with-blanks", {"check", "error.txt", "--output", "note=note.docx"}},
    {"note-contact-broken", {"note", "error.txt", "--contact", "bad-contact.yaml"}},
    {"note-contact-missing", {"note", "error.txt", "--contact", "gone.yaml"}},
    {"note-over-its-contact",
     {"note", "error.txt", "--contact", "contact.yaml", "--output", "contact.yaml"}},
    {"note-several-in-one-file", {"note", "folder", "--output", "note.docx"}},
    {"note-takes-no-format", {"note", "error.txt", "--format", "json"}},
    {"contact-for-nothing", {"check", "error.txt", "--contact", "contact.yaml"}},
    // Wrong use.
    {"no-arguments", {}},
    {"check-without-path", {"check"}},
    {"unknown-flag", {"check", "clean.txt", "--profil", "published"}},
    {"unknown-flag-with-value", {"check", "--fomat=json", "clean.txt", "-x"}},
    {"flag-of-another-command", {"check", "--dump", "clean.txt"}},
    {"value-missing", {"check", "clean.txt", "--format"}},
    {"value-missing-before-a-flag", {"check", "--format", "--jobs", "2", "clean.txt"}},
    {"flag-twice", {"check", "clean.txt", "--profile", "published", "--profile", "submitted"}},
    {"unknown-command", {"chekc", "clean.txt"}},
    {"rules-alone", {"rules"}},
    {"unknown-format", {"check", "clean.txt", "--format", "jsno"}},
    {"unknown-output-format", {"check", "clean.txt", "--output", "jsno=a.json"}},
    {"two-formats", {"check", "clean.txt", "--format", "json", "--format", "text"}},
    {"two-outputs-to-the-screen", {"check", "clean.txt", "--output", "json=-", "--output", "-"}},
    {"two-outputs-to-one-file", {"check", "clean.txt", "--output", "o", "--output", "json=./o"}},
    {"two-outputs-to-one-folder",
     {"check", "clean.txt", "--output", "docx=./D/", "--output", "docx=D/"}},
    {"output-folder-like-a-file", {"check", "clean.txt", "--output", "docx=new.docx/"}},
    {"output-full", {"check", "gone.txt", "--output", "text=/dev/full"}},
    {"text-of-a-pipe", {"text", "pipe"}},
    {"waivers-too-large", {"check", "clean.txt", "--waivers", "large.yaml"}},
    {"rules-new-in-no-pack",
     {"rules", "new", "rule", "a", "--pack", "empty", "--title", "甲", "--forbid", "乙"}},
    {"fix-both-ways", {"fix", "clean.txt", "--write", "--output", "copy.txt"}},
    {"roster-twice-and-unchecked",
     {"check", "clean.txt", "error.txt", "other.txt", "--roster", "twice.csv", "--output",
      "roster.json"}},
    {"wrong-date", {"check", "clean.txt", "--as-of", "2025-02-30"}},
    {"wrong-fail-on", {"check", "clean.txt", "--fail-on", "fatal"}},
    {"wrong-jobs", {"check", "clean.txt", "--jobs", "0"}},
    {"unknown-profile", {"check", "clean.txt", "--profile", "draft"}},
    {"unknown-rule-to-explain", {"check", "clean.txt", "--explain", "wroding"}},
    {"unknown-pack", {"check", "clean.txt", "--pack", "wordin"}},
    {"broken-pack", {"check", "clean.txt", "--pack", "broken"}},
    {"output-to-a-folder", {"check", "clean.txt", "--output", "folder"}},
    {"output-in-no-folder", {"check", "clean.txt", "--output", "gone/report.json"}},
    {"output-over-an-input", {"check", "clean.txt", "--output", "clean.txt"}},
    {"output-over-an-input-by-a-link", {"check", "folder", "--output", "folder/link.txt"}},
    {"every-mistake-at-once", {"check", "--format", "xml", "--as-of", "x", "--jobs", "many"}},
    // The roster.
    {"roster", {"check", "folder", "--roster", "units.csv"}},
    {"roster-json", {"check", "clean.txt", "--roster", "units.yaml", "--format", "json"}},
    {"roster-all-there", {"check", "clean.txt", "--roster", "one.csv"}},
    {"roster-broken", {"check", "clean.txt", "--roster", "columns.csv"}},
    {"roster-missing", {"check", "clean.txt", "--roster", "gone.csv"}},
    {"roster-as-output", {"check", "clean.txt", "--roster", "one.csv", "--output", "one.csv"}},
    // Other commands.
    {"show", {"show", "error.txt"}},
    {"show-dump", {"show", "--dump", "clean.txt"}},
    {"show-missing", {"show", "gone.txt"}},
    {"show-dump-missing", {"show", "--dump", "gone.txt"}},
    {"show-two", {"show", "clean.txt", "error.txt"}},
    {"text", {"text", "error.txt"}},
    {"text-missing", {"text", "gone.txt"}},
    {"text-folder", {"text", "folder"}},
    {"rules-lint", {"rules", "lint", "packs/wording"}},
    {"rules-lint-broken", {"rules", "lint", "broken"}},
    {"rules-lint-missing", {"rules", "lint", "gone"}},
    {"rules-lint-several", {"rules", "lint", "packs/wording", "broken", "rule-of-law-report"}},
    {"rules-lint-json", {"rules", "lint", "broken", "wording", "--format", "json"}},
    {"rules-lint-sarif", {"rules", "lint", "broken", "gone", "--format", "sarif"}},
    {"rules-lint-alone", {"rules", "lint", "--format", "html"}},
    {"rules-help", {"rules", "-h"}},
    {"rules-misspelt", {"rules", "tset", "wording"}},
    {"rules-new-twice", {"rules", "new", "rule", "a", "--pack", "x", "--pack", "y"}},
    {"help", {"--help"}},
    {"help-of-nothing", {"help", "rules", "tset"}},
    {"version", {"--version"}},
};

TEST_SUITE("cli.run") {
  TEST_CASE("every command line says and returns what its golden says") {
    const Process process("run");
    prepare(process);
    for (const Row& row : kRows) {
      CAPTURE(row.name);
      const std::string got = process.run(row.arguments).transcript;
      CHECK(got == golden("cli/" + row.name + ".txt", got));
    }
  }

  TEST_CASE("every command has a help of its own in both languages") {
    Process process("help");
    for (const Command& command : commands()) {
      CAPTURE(command.name);
      std::string both, file(command.name);
      std::ranges::replace(file, ' ', '-');
      for (const char* language : {"zh_CN.UTF-8", "en_US.UTF-8"}) {
        process.language = language;
        const auto run = process.run({"help", std::string(command.name)});
        CHECK(run.status == kClean);
        both += run.transcript;
        std::vector<std::string> words = {"--help"};
        words.insert(words.begin(), std::string(command.name.substr(0, command.name.find(' '))));
        if (const std::size_t blank = command.name.find(' '); blank != std::string::npos)
          words.insert(words.begin() + 1, std::string(command.name.substr(blank + 1)));
        CHECK(process.run(words).out == run.out);
      }
      CHECK(both == golden("cli/help-of-" + file + ".txt", both));
    }
  }

  TEST_CASE("a folder that is called as a group of commands is no path without check") {
    const Process process("group");
    prepare(process);
    process.put("rules/clean.txt", "clean");
    CHECK(process.run({"rules"}).status == kUsage);
    CHECK(process.run({"check", "rules"}).status == kClean);
  }

  TEST_CASE("complaints are english where lang is") {
    Process process("english");
    process.language = "en_US.UTF-8";
    prepare(process);
    for (const Row& row :
         {Row{"english-help", {"help"}}, Row{"english-unknown-flag", {"check", "--profil", "x"}},
          Row{"english-folder", {"text", "folder"}}}) {
      CAPTURE(row.name);
      const std::string got = process.run(row.arguments).transcript;
      CHECK(got == golden("cli/" + row.name + ".txt", got));
    }
  }

  TEST_CASE("an output in a file leaves the screen to what was not checked") {
    const Process process("output");
    prepare(process);
    const Process::Outcome run = process.run(
        {"check", "error.txt", "gone.txt", "--output", "r.json", "--output", "text=r.out"});
    CHECK(run.status == kNotChecked);
    CHECK(run.out == "");
    CHECK(run.err == "gone.txt: warning[P3201]: 未检查：找不到这个文件或文件夹，请核对路径\n");
    CHECK(process.get("r.json").starts_with("{\n\"schema\": \"report-v1\""));
    CHECK(process.get("r.out").starts_with("准绳 "));
  }

  TEST_CASE("the format flag decides for a file without one and for the screen beside others") {
    const Process process("formats");
    prepare(process);
    CHECK(process.run({"check", "clean.txt", "--format", "json", "--output", "a"}).out == "");
    CHECK(process.get("a").starts_with("{"));
    const auto both = process.run({"check", "clean.txt", "--format", "json", "--output", "text=b"});
    CHECK(both.out == process.get("a"));
    CHECK(process.get("b").starts_with("准绳 "));
    CHECK(process.run({"check", "clean.txt", "--output", "-"}).out == process.get("b"));
  }

  TEST_CASE("formats with a file for each document share a folder and overwrite nothing") {
    const Process process("shared-folder");
    prepare(process);
    process.put("error-审核意见.txt", "note 其它\n");
    CHECK(process.run({"check", "clean.txt", "--output", "note=New", "--output", "docx=New/"})
              .status == kClean);
    CHECK(fs::exists("New/clean.docx"));
    CHECK(fs::exists("New/clean-审核意见.docx"));
    fs::create_directories("D");
    const auto run = process.run({"check", "error.txt", "error-审核意见.txt", "--fail-on", "never",
                                  "--output", "docx=D/", "--output", "note=D", "--output",
                                  "selfcheck=./D/", "--output", "text=D/error.docx"});
    CHECK(run.status == kClean);
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator("D")) names.insert(entry.path().filename());
    CHECK(names == std::set<std::string>{"error.docx", "error-2.docx", "error-审核意见.docx",
                                         "error-审核意见-2.docx", "error-审核意见-审核意见.docx",
                                         "error-自查小结.docx", "error-审核意见-自查小结.docx"});
    CHECK(process.get("D/error.docx").starts_with("准绳 "));
  }

  TEST_CASE("what is said of a pack has one code and place in both languages") {
    Process process("languages");
    prepare(process);
    for (const Row& row :
         {Row{"rules-lint-broken", {"rules", "lint", "broken", "gone"}},
          Row{"waivers-broken", {"check", "error.txt", "--waivers", "bad-waivers.yaml"}},
          Row{"roster-broken", {"check", "clean.txt", "--roster", "columns.csv"}},
          Row{"contact-broken", {"note", "error.txt", "--contact", "bad-contact.yaml"}},
          Row{"wrong-date", {"check", "clean.txt", "--as-of", "2025-02-30"}}}) {
      CAPTURE(row.name);
      std::string both;
      for (const char* language : {"zh_CN.UTF-8", "en_US.UTF-8"}) {
        process.language = language;
        both += process.run(row.arguments).transcript;
      }
      CHECK(both == golden("cli/both-" + row.name + ".txt", both));
    }
  }

  TEST_CASE("what is for programs is the same in every language") {
    Process process("same-bytes");
    prepare(process);
    for (const char* format : {"json", "sarif"}) {
      process.language = "zh_CN.UTF-8";
      const auto chinese = process.run({"rules", "lint", "broken", "gone", "--format", format});
      process.language = "en_US.UTF-8";
      const auto english = process.run({"rules", "lint", "broken", "gone", "--format", format});
      CHECK(chinese.out == english.out);
      CHECK(chinese.out.find("找不到规则包 gone") != std::string::npos);
      CHECK(chinese.out.find("no such pack: gone") != std::string::npos);
    }
  }

  TEST_CASE("an output that cannot be written outranks everything and leaves the others") {
    const Process process("full");
    prepare(process);
    const auto run =
        process.run({"check", "gone.txt", "--output", "text=/dev/full", "--output", "json=r.json"});
    CHECK(run.status == kUsage);
    CHECK(run.err.find("/dev/full: error[P4008]: 写入失败，原文件未改动（磁盘已满）\n") !=
          std::string::npos);
    CHECK(process.get("r.json").starts_with("{"));
  }

  TEST_CASE("a loaded engine is left to the process that is about to end") {
    Process process("left_behind");
    prepare(process);
    std::vector<std::shared_ptr<const void>> left;
    process.left_behind = &left;
    CHECK(process.run({"check", "clean.txt"}).status == kClean);
    CHECK(left.size() == 1);
    CHECK(process.run({"check", "--pack", "nowhere", "clean.txt"}).status == kUsage);
    CHECK(left.size() == 1);
  }

  TEST_CASE("a terminal sees progress and colours") {
    Process process("terminal");
    prepare(process);
    process.terminal = true;
    const std::string binary = process.run({"check", "clean.txt", "--format", "xlsx"}).transcript;
    CHECK(binary == golden("cli/terminal-and-binary.txt", binary));
    const std::string got = process.run({"check", "clean.txt", "error.txt"}).transcript;
    CHECK(got == golden("cli/terminal.txt", got));
  }
}

}  // namespace
}  // namespace plumbline::cli
