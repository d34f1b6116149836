#include "doctest/doctest.h"
#include "engine/output/writer.h"
#include "process.h"

namespace plumbline::cli {
namespace {

/// 300 documents of every kind in folders, so that threads finish out of order.
void fill(const Process& process) {
  const char* const texts[] = {"fine\n", "error a\nnote b\n", "other\n", "warning c\n", "throw\n"};
  for (std::size_t i = 0; i < 300; ++i) {
    const std::string name = std::to_string(i % 7) + "/" + std::to_string(i) + ".txt";
    process.put("in/" + name, std::string(texts[i % 5]) + std::string(i * 37 % 4000, 'x'));
  }
}

TEST_SUITE("cli.many") {
  TEST_CASE("one thread and four give the same bytes in every format") {
    const Process process("threads");
    fill(process);
    for (const output::Writer& writer : output::writers()) {
      if (writer.one_each)
        continue;  // one document at a time
      const std::string format(writer.name);
      CAPTURE(format);
      const auto one = process.run({"check", "in", "--format", format, "--jobs", "1"});
      const auto four = process.run({"check", "in", "--format", format, "--jobs", "4"});
      const auto more = process.run({"check", "in", "--format", format, "--jobs", "1000"});
      CHECK(one.out.size() > 10'000);
      CHECK(one.out == four.out);
      CHECK(one.out == more.out);
      CHECK(one.status == 3);
      CHECK(four.status == 3);
    }
  }

  TEST_CASE("the summary counts every document once") {
    const Process process("counts");
    fill(process);
    const auto run = process.run({"check", "in", "--format", "json"});
    CHECK(
        run.out.ends_with("\"summary\": {\"documents\":300,\"checked\":180,\"other_kind\":60,"
                          "\"not_checked\":60,\"skipped\":0,\"errors\":60,\"warnings\":60,"
                          "\"notes\":60}\n}\n"));
  }
}

}  // namespace
}  // namespace plumbline::cli
