#include <string>
#include <vector>

#include "doctest/doctest.h"
#include "engine/docx/package.h"
#include "engine/output/paper.h"
#include "engine/output/writer.h"
#include "sample_report.h"
#include "tests/support/golden.h"

namespace plumbline::output {
namespace {

Contact everything() {
  return {"柳溪县司法局", "周敏", "0559-1", "a@b.example", "县城一路", "2026-02-09", "2026-01-20"};
}

RunReport run_of(DocumentReport document) {
  RunReport run = sample_report();
  document.pack = "sample";
  run.documents = {std::move(document)};
  return run;
}

/// "Style|words", a line for each paragraph; a row of a form begins with "row HEIGHT".
std::string dump(const std::string& docx) {
  const std::string xml = docx::Package(docx).read("word/document.xml").value_or("no body");
  std::string out;
  const auto between = [&](std::size_t from, std::string_view before, char after) {
    const std::size_t begin = xml.find(before, from) + before.size();
    return xml.substr(begin, xml.find(after, begin) - begin);
  };
  for (std::size_t at = 0; (at = xml.find("<w:", at + 1)) != std::string::npos;) {
    const std::string_view rest = std::string_view(xml).substr(at);
    if (rest.starts_with("<w:pStyle"))
      out += "\n" + between(at, "w:val=\"", '"') + "|";
    else if (rest.starts_with("<w:t "))
      out += between(at, ">", '<');
    else if (rest.starts_with("<w:trHeight"))
      out += "\nrow " + between(at, "w:val=\"", '"');
  }
  return out.substr(1) + "\n";
}

std::string written(std::string_view format, const RunReport& run, const Contact* contact) {
  const Result<std::string> bytes = writer_named(format)->write(run, {.contact = contact});
  return bytes ? *bytes : "failed: " + bytes.error().message.in(Language::kEnglish);
}

/// The sample's draft, look-alike and unreadable file, and a clean one.
std::vector<std::pair<std::string, DocumentReport>> documents() {
  const std::vector<DocumentReport> sample = sample_report().documents;
  return {{"draft", sample[0]},
          {"other-kind", sample[1]},
          {"not-checked", sample[2]},
          {"clean", clean_document()}};
}

/// Findings and undecided rules without end, each of many words.
DocumentReport endless() {
  DocumentReport document = sample_report().documents[0];
  const std::string words = "很长的话WWWWWWWW" + std::string(300, 'W');
  document.facts.title->value = words;
  for (int i = 0; i < 200; ++i) {
    document.findings.push_back({.rule = "r" + std::to_string(i), .message = words + words});
    document.rules.push_back({"r" + std::to_string(i), words, Outcome::kNeedsReview, words, 1, 0});
    document.elements.push_back({"e", words, i + 5, false, "absent", "", words, std::nullopt});
    document.score->gates.push_back({"r", "丙", words});
  }
  return document;
}

TEST_SUITE("output.note") {
  TEST_CASE("letters and summaries say what their goldens say") {
    const Contact contact = everything();
    for (const auto& [name, document] : documents()) {
      for (const char* format : {"note", "selfcheck"}) {
        CAPTURE(name);
        CAPTURE(format);
        const std::string got = dump(written(format, run_of(document), &contact));
        CHECK(got == golden("output/" + std::string(format) + "-" + name + ".txt", got));
      }
    }
  }

  TEST_CASE("what the contact does not say is left blank to be filled in") {
    const std::string got = dump(written("note", run_of(clean_document()), nullptr));
    for (const char* words : {"如作修改，请于〔　　　　　　　　〕前重新报送。",
                              "联系人：〔　　　　〕；联系电话：〔　　　　　　　〕。",
                              "Signed|〔　　　　　　　　〕", "Signed|〔　　〕年〔　〕月〔　〕日"}) {
      CAPTURE(words);
      CHECK(got.find(words) != std::string::npos);
    }
    CHECK(got.find("电子邮箱") == std::string::npos);
  }

  TEST_CASE("a deadline is a day or words as they are") {
    Contact contact;
    contact.deadline = "收到之日起5个工作日内";
    CHECK(dump(written("note", run_of(clean_document()), &contact))
              .find("请于收到之日起5个工作日内重新报送。") != std::string::npos);
    contact.deadline = "2026-02-09";
    CHECK(dump(written("note", run_of(clean_document()), &contact))
              .find("请于2026年2月9日前重新报送。") != std::string::npos);
  }

  TEST_CASE("nobody is told that a report without findings is in order") {
    for (const auto& [name, document] : documents()) {
      for (const char* format : {"note", "selfcheck"}) {
        const std::string got = dump(written(format, run_of(document), nullptr));
        CAPTURE(name);
        CHECK((name == "draft" || got.find("合格") == std::string::npos));
      }
    }
  }

  TEST_CASE("a summary has as many lines as its page whatever the report") {
    const std::string got = dump(written("selfcheck", run_of(endless()), nullptr));
    int height = 0;
    for (std::size_t at = 0; (at = got.find("row ", at)) != std::string::npos; ++at)
      height += std::stoi(got.substr(at + 4));
    CHECK(height < 13000);  // twentieths of a point; the page holds 14683 with title and last line
    CHECK(got.find("另有") != std::string::npos);
  }

  TEST_CASE("the same report gives the same bytes and words steer nothing") {
    RunReport run = run_of(sample_report().documents[0]);
    run.documents[0].facts.title->value = "甲\x01<w:p>\xed\xa0\x80\u202e&\xff";
    for (const char* format : {"note", "selfcheck"}) {
      const std::string bytes = written(format, run, nullptr);
      CHECK(bytes == written(format, run, nullptr));
      CHECK(dump(bytes).find("甲 &lt;w:p&gt;") != std::string::npos);
      CHECK(dump(bytes).find("\u202e") == std::string::npos);
    }
  }
}

}  // namespace
}  // namespace plumbline::output
