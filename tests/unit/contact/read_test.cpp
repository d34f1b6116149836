#include "engine/contact/read.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.h"
#include "tests/support/golden.h"

namespace plumbline::contact {
namespace {

struct Reading {
  Contact contact;
  std::string said, said_in_chinese;
  bool refused = false;
};

Reading read(const std::string& bytes) {
  DiagnosticSink sink;
  Reading reading;
  reading.contact = read_contact("contact.yaml", bytes, sink);
  for (const Diagnostic& one : sink.all()) {
    reading.said += render_diagnostic(one, Language::kEnglish);
    reading.said_in_chinese += render_diagnostic(one, Language::kChinese);
  }
  reading.refused = sink.has_errors();
  return reading;
}

const std::string kGood =
    "office: 柳溪县司法局\n"
    "person: 周敏\n"
    "phone: '0559-2201234'\n"
    "email: a@b.example\n"
    "address: 县城一路1号\n"
    "deadline: 收到之日起5个工作日内\n"
    "date: 2026-01-20\n";

TEST_SUITE("contact.read") {
  TEST_CASE("everything that a contact may say is read as it stands") {
    const Reading got = read(kGood);
    CHECK(got.said.empty());
    CHECK(got.contact.office == "柳溪县司法局");
    CHECK(got.contact.person == "周敏");
    CHECK(got.contact.phone == "0559-2201234");
    CHECK(got.contact.email == "a@b.example");
    CHECK(got.contact.address == "县城一路1号");
    CHECK(got.contact.deadline == "收到之日起5个工作日内");
    CHECK(got.contact.date == "2026-01-20");
  }

  TEST_CASE("a contact may leave everything open and a deadline may be a day") {
    for (const char* bytes :
         {"{}\n", "deadline: 2026-02-28\n", "deadline: '2028-02-29'\n", "deadline: 3月1日前\n",
          "office: 甲\r\n", "phone: 2201234\n", "phone: 0559-2201234\n"}) {
      CAPTURE(bytes);
      CHECK_FALSE(read(bytes).refused);
    }
  }

  TEST_CASE("a wrong contact is refused in whole and says where") {
    const std::vector<std::pair<std::string, std::string>> bad = {
        {"unknown-key", "office: 甲\ntelephone: '1'\n"},
        {"blank-phone", "phone: ''\n"},
        {"blank-office", "office: ' '\n"},
        {"no-such-deadline", "deadline: 2026-02-30\n"},
        {"deadline-in-another-form", "deadline: 2026.2.10\n"},
        {"date-in-words", "date: 2026年1月20日\n"},
        {"no-such-date", "date: '2026-13-01'\n"},
        {"office-twice", "office: 甲\noffice: 乙\n"},
        {"list", "- 甲\n"},
        {"empty", ""},
        {"several", "ofice: 甲\nperson: [乙]\ndeadline: 2026-00-01\ndate: 2026-1-2\n"}};
    for (const auto& [name, bytes] : bad) {
      CAPTURE(name);
      const Reading got = read(bytes);
      CHECK(got.refused);
      CHECK(got.contact.office.empty());
      CHECK(got.said == golden("contact/" + name + ".txt", got.said));
      CHECK(got.said_in_chinese ==
            golden("contact/" + name + ".zh.txt", got.said_in_chinese));
    }
  }
}

}  // namespace
}  // namespace plumbline::contact
