#include "engine/isolation/document_reader.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <span>
#include <string>

#include "engine/isolation/permitted.h"
#include "engine/readers/pdf.h"
#include "engine/readers/program.h"
#include "tests/support/zip_builder.h"

namespace plumbline::isolation {
namespace {

constexpr std::size_t kMost = 1u << 20;
const WorkerProgram kMock = {PLUMBLINE_MOCK_WORKER, {}};

struct Mock {
  explicit Mock(DocumentLimits limits = {}) : reader(kMock, limits) {}
  readers::Extraction tell(const std::string& order) {
    return reader.read("报告.doc", "{\\rtf " + order, kMost);
  }
  DocumentReader reader;
};

struct Order {
  std::string_view words;
  ReadOutcome outcome;
  std::string_view message;  ///< a part of it
};

void check_orders(std::span<const Order> orders, DocumentLimits limits = {}) {
  Mock mock(limits);
  for (const Order& order : orders) {
    CAPTURE(order.words);
    const readers::Extraction bad = mock.tell(std::string(order.words));
    CHECK(bad.outcome == order.outcome);
    CHECK(bad.message.find(order.message) != std::string::npos);
    CHECK(bad.raw == "");
    CHECK(bad.format == "rtf");
    CHECK(mock.tell("say next").raw == "next");
  }
}

TEST_SUITE("isolation.document_reader") {
  TEST_CASE("a worker that ends badly is a typed outcome and the next document is read") {
    constexpr Order kOrders[] = {
        {"oom", ReadOutcome::kOutOfMemory, "内存"},
        {"stack", ReadOutcome::kCrashed, "异常退出"},
        {"segv", ReadOutcome::kCrashed, "异常退出"},
        {"abort", ReadOutcome::kCrashed, "异常退出"},
        {"throw", ReadOutcome::kCrashed, "异常退出"},
        {"throw-number", ReadOutcome::kCrashed, "异常退出"},
        {"silent", ReadOutcome::kCrashed, "无效"},
        {"killed", ReadOutcome::kOutOfMemory, "内存"},
    };
    check_orders(kOrders);
  }

  TEST_CASE("a worker that uses up its time is stopped and the next document is read") {
    constexpr Order kSpin[] = {{"spin", ReadOutcome::kTimeout, "超时"}};
    check_orders(kSpin, {.cpu_milliseconds = 100});
    constexpr Order kSleep[] = {{"sleep", ReadOutcome::kTimeout, "超时"}};
    check_orders(kSleep, {.wall_milliseconds = 300});
  }

  TEST_CASE("an answer that is not as agreed is refused and the next document is read") {
    constexpr Order kOrders[] = {
        {"flood", ReadOutcome::kCrashed, "无效"},
        {"short", ReadOutcome::kCrashed, "无效"},
        {"absurd-length", ReadOutcome::kCrashed, "无效"},
        {"bad-sum", ReadOutcome::kCrashed, "无效"},
        {"empty-frame", ReadOutcome::kCrashed, "无效"},
        {"other-number", ReadOutcome::kCrashed, "无效"},
        {"unknown-kind", ReadOutcome::kCrashed, "无效"},
        {"lie bad-utf8", ReadOutcome::kCrashed, "无效"},
        {"lie half-character", ReadOutcome::kCrashed, "无效"},
        {"lie span-outside", ReadOutcome::kCrashed, "无效"},
        {"lie span-backwards", ReadOutcome::kCrashed, "无效"},
        {"lie overlap", ReadOutcome::kCrashed, "无效"},
        {"lie no-reason", ReadOutcome::kCrashed, "无效"},
        {"lie unreadable", ReadOutcome::kCrashed, "无效"},
        {"lie bad-format", ReadOutcome::kCrashed, "无效"},
    };
    check_orders(kOrders);
  }

  TEST_CASE("noise on the standard streams goes nowhere") {
    Mock mock;
    CHECK(mock.tell("noise-on-streams").raw == "an answer");
    CHECK(mock.tell("lie nothing").raw == "谎言");
  }

  TEST_CASE("what a reader never does is refused or ends the worker") {
    Mock mock;
    const std::optional<Protections> held = mock.reader.protections();
    REQUIRE(held);
    if (!held->seccomp) {
      MESSAGE("skipped: this system has no seccomp");
      return;
    }
    for (const char* order :
         {"open", "create", "socket", "fork", "kill-parent", "more-memory", "code"}) {
      CAPTURE(order);
      CHECK(mock.tell(std::string("attempt ") + order).raw == "refused");
    }
    CHECK_FALSE(std::filesystem::exists("/tmp/plumbline-mock-made-this"));
    constexpr Order kDeadly[] = {
        {"attempt exec", ReadOutcome::kCrashed, "不允许"},
        {"attempt ptrace", ReadOutcome::kCrashed, "不允许"},
        {"attempt unshare", ReadOutcome::kCrashed, "不允许"},
    };
    check_orders(kDeadly);
  }

  TEST_CASE("an old kernel without landlock and seccomp is worked with and told of") {
    DocumentReader reader({PLUMBLINE_MOCK_WORKER, {"--old-kernel"}});
    const std::optional<Protections> held = reader.protections();
    REQUIRE(held);
    CHECK(held->landlock == 0);
    CHECK_FALSE(held->seccomp);
    CHECK(held->no_new_privileges);
    CHECK(held->limits);
    CHECK(reader.read("a.rtf", "{\\rtf say still read", kMost).raw == "still read");
    const readers::Extraction crash = reader.read("a.rtf", "{\\rtf segv", kMost);
    CHECK(crash.outcome == ReadOutcome::kCrashed);
    CHECK(reader.read("a.rtf", "{\\rtf attempt open", kMost).raw == "allowed");
  }

  TEST_CASE("one worker reads file after file until it is worn out") {
    Mock mock({.documents_per_worker = 3});
    const std::string first = mock.tell("identify").raw;
    CHECK(mock.tell("identify").raw == first);
    CHECK(mock.tell("identify").raw == first);
    CHECK(mock.tell("identify").raw != first);
  }

  TEST_CASE("text is read without any worker") {
    Mock mock;
    const readers::Extraction text = mock.reader.read("a.txt", "云溪县\n", kMost);
    CHECK(text.raw == "云溪县\n");
    CHECK(text.format == "txt");
    CHECK(mock.reader.read("a.md", "# 云溪县\n", kMost).format == "md");
    CHECK(mock.reader.worker() == 0);
    mock.tell("say x");
    CHECK(mock.reader.worker() > 0);
  }

  TEST_CASE("a worker that cannot be started is said") {
    DocumentReader reader({"/no/such/program", {}});
    const readers::Extraction none = reader.read("a.rtf", "{\\rtf x", kMost);
    CHECK(none.outcome == ReadOutcome::kCrashed);
    CHECK(none.message.find("无法启动") != std::string::npos);
    CHECK(reader.read("a.txt", "文", kMost).raw == "文");
    CHECK_FALSE(reader.protections());
  }

  TEST_CASE("an archive is opened in a worker as it is here") {
    const std::string inner = support::make_zip({{"b.txt", "内"}});
    const std::string bytes = support::make_zip(
        {{"a.txt", "外"}, {".hidden", "x"}, {"in.zip", inner}, {"in.zip", inner}});
    Mock mock;
    DocumentReader here({});
    const Archive there = mock.reader.open(bytes, kMost), same = here.open(bytes, kMost);
    CHECK(mock.reader.worker() > 0);
    CHECK(there.outcome == same.outcome);
    CHECK(there.skipped == same.skipped);
    REQUIRE(there.members.size() == same.members.size());
    for (std::size_t i = 0; i < same.members.size(); ++i) {
      CHECK(there.members[i].path == same.members[i].path);
      CHECK(there.members[i].bytes == same.members[i].bytes);
      CHECK(there.members[i].outcome == same.members[i].outcome);
      CHECK(there.members[i].message == same.members[i].message);
    }
    CHECK(mock.tell("say next").raw == "next");
  }

  TEST_CASE("a worker gets the programs that readers call and no others") {
    Mock mock;
    const auto end = [&](const char* order) { return mock.tell(order).raw; };
    using End = readers::ProgramResult::End;
    const std::string expected = std::to_string(static_cast<int>(
        readers::program_path("pdfimages").empty() ? End::kMissing : End::kExited));
    const std::string refused = std::to_string(static_cast<int>(End::kNotStarted));
    CHECK(end("program") == expected);
    CHECK(end("program-forbidden") == refused);
    CHECK(end("program-hidden") == refused);
    CHECK(end("program") == expected);
  }

  TEST_CASE("what the reader of pdf calls is permitted word for word") {
    std::set<std::string> called;
    readers::Limits limits;
    limits.ocr = true;
    limits.run = [&](const readers::ProgramCall& call) {
      readers::ProgramCall permitted = call;
      CAPTURE(call.arguments.front());
      CHECK(permit(permitted));
      permitted.arguments.emplace_back("-opw");
      CHECK_FALSE(permit(permitted));
      called.insert(call.arguments.front());
      readers::ProgramResult result;
      result.end = readers::ProgramResult::End::kExited;
      if (call.arguments.front() == "pdftotext") {
        result.output =
            "<page width=\"595\" height=\"842\"><word xMin=\"90\" yMin=\"90\" xMax=\"106\" "
            "yMax=\"170\">表一统计数</word></page><page width=\"595\" height=\"842\"></page>";
      } else if (call.arguments.front() == "pdfimages") {
        result.output = "2 0 image 1240 1754 gray 1 8 jpeg no 6 0 150 150 9K 1%\n";
      }
      return result;
    };
    readers::read_pdf("%PDF-1.7\ntrailer<</Encrypt 1 0 R>>", limits);
    for (const std::string program :
         {"pdftotext", "pdfinfo", "pdfdetach", "pdfimages", "pdftocairo", "pdftoppm"}) {
      CAPTURE(program);
      CHECK(called.contains(program));
    }
  }
}

}  // namespace
}  // namespace plumbline::isolation
