#include "engine/readers/legacy.h"

#include <doctest/doctest.h>

#include "engine/readers/ole.h"
#include "engine/readers/program.h"
#include "engine/readers/temporary_folder.h"
#include "tests/support/docx_builder.h"

namespace plumbline::readers {
namespace {

/// A compound file as far as sniffing goes: magic, a main stream, a directory with one name.
std::string ole(std::string_view stream, bool encrypted = false, char characters = 0) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  bytes.resize(512, '\0');
  bytes += "\xEC\xA5\xC1";
  bytes.resize(512 + 11, '\0');
  bytes += encrypted ? '\x01' : '\x00';
  bytes.resize(512 + 0x4D, '\0');
  bytes += characters;  // hundreds of them
  bytes.resize(1024, '\0');
  for (const char c : stream) {
    bytes += c;
    bytes += '\0';
  }
  bytes.resize(2048, '\0');
  return bytes;
}

TEST_CASE("compound files are told apart by their streams") {
  struct Row {
    std::string bytes;
    OleKind kind;
  };
  const Row rows[] = {
      {ole("WordDocument"), OleKind::kWord},
      {ole("WordDocument", true), OleKind::kEncryptedWord},
      {ole("WordDocument", false, '\x08'), OleKind::kWord},
      {ole("WordDocument", false, '\x09'), OleKind::kSwollenWord},
      {ole("WordDocument", true, '\x09'), OleKind::kEncryptedWord},
      {ole("EncryptedPackage"), OleKind::kEncryptedPackage},
      {ole("Workbook"), OleKind::kExcel},
      {ole("PowerPoint Document"), OleKind::kPowerPoint},
      {ole("CONTENTS"), OleKind::kOther},
      {"WordDocument", OleKind::kNone},
  };
  for (const Row& row : rows) {
    CHECK(ole_kind(row.bytes) == row.kind);
    CHECK(recognises_doc("", row.bytes) == (row.kind != OleKind::kNone));
  }
}

TEST_CASE("what is no text document is named and what is encrypted asks for its password") {
  struct Row {
    std::string_view stream;
    ReadOutcome outcome;
    std::string_view words;
  };
  constexpr Row kRows[] = {
      {"EncryptedPackage", ReadOutcome::kNeedsPassword, "密码"},
      {"Workbook", ReadOutcome::kUnsupportedType, "xls"},
      {"PowerPoint Document", ReadOutcome::kUnsupportedType, "ppt"},
      {"CONTENTS", ReadOutcome::kUnsupportedType, "docx"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.stream);
    const Extraction extraction = read_doc(ole(row.stream), {});
    CHECK(extraction.outcome == row.outcome);
    CHECK(extraction.message.find(row.words) != std::string::npos);
  }
}

constexpr std::string_view kRtf =
    "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 SimSun;}}\\uc1 \\u20113?\\u28330?\\u21439?\\par "
    "{\\deleted \\u26087?}\\u26032?2025\\par}";

TEST_CASE("a rich text is read through libreoffice or says what is missing") {
  CHECK(recognises_rtf("a.doc", kRtf));
  const Extraction extraction = read_rtf(kRtf, {});
  CAPTURE(extraction.message);
  if (program_path("soffice").empty()) {
    MESSAGE("skipped: LibreOffice is not installed");
    CHECK(extraction.outcome == ReadOutcome::kUnsupportedType);
    CHECK(extraction.message.find("apt-get install") != std::string::npos);
    return;
  }
  CHECK(extraction.outcome == ReadOutcome::kOkWithLosses);
  CHECK(extraction.format == "rtf");
  CHECK(extraction.raw == "云溪县\n新2025\n");
}

TEST_CASE("a document that claims more characters than it has bytes is not converted") {
  const Extraction extraction = read_doc(ole("WordDocument", false, '\x09'), {});
  CHECK(extraction.outcome == ReadOutcome::kLimitExceeded);
  CHECK(extraction.message.find("膨胀") != std::string::npos);
}

TEST_CASE("a document that libreoffice cannot read is damaged") {
  if (program_path("soffice").empty()) {
    MESSAGE("skipped: LibreOffice is not installed");
    return;
  }
  CHECK(read_doc(ole("WordDocument"), {}).outcome == ReadOutcome::kCorrupt);
}

TEST_CASE("what a conversion takes for plain text was not converted") {
  Limits limits;
  limits.run = [](const ProgramCall&) {
    ProgramResult result;
    result.end = ProgramResult::End::kExited;
    result.output = support::docx_of(support::paragraph("{\\rtf1 text}"));
    return result;
  };
  CHECK(read_rtf("{\\rtf1 text}", limits).outcome == ReadOutcome::kCorrupt);
  const Extraction flat = read_xml_document("<?xml version=\"1.0\"?><pkg:package/>", limits);
  CHECK(flat.outcome == ReadOutcome::kUnsupportedType);
  CHECK(flat.message.find("另存为 docx") != std::string::npos);
}

TEST_CASE("a conversion that ends badly is a typed outcome") {
  using End = ProgramResult::End;
  struct Row {
    std::string_view name;
    End end;
    int status;
    ReadOutcome outcome;
  };
  constexpr Row kRows[] = {
      {"hangs", End::kTimeout, 0, ReadOutcome::kTimeout},
      {"crashes", End::kSignalled, 0, ReadOutcome::kCrashed},
      {"writes without end", End::kTooMuch, 0, ReadOutcome::kLimitExceeded},
      {"fails", End::kExited, 1, ReadOutcome::kCorrupt},
      {"ends well and writes nothing", End::kExited, 0, ReadOutcome::kCorrupt},
      {"cannot run", End::kNotStarted, 0, ReadOutcome::kCrashed},
      {"is not there", End::kMissing, 0, ReadOutcome::kUnsupportedType},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    Limits limits;
    limits.run = [&](const ProgramCall&) {
      ProgramResult result;
      result.end = row.end;
      result.status = row.status;
      return result;
    };
    const Extraction extraction = read_rtf("{\\rtf1 text}", limits);
    CHECK(extraction.outcome == row.outcome);
    CHECK_FALSE(extraction.message.empty());
    CHECK(extraction.blocks.empty());
  }
}

TEST_CASE("documents in one xml file are known by their root") {
  CHECK(recognises_xml_document("a.uof", "<?xml version=\"1.0\"?><uof:UOF xmlns:uof=\"x\">"));
  CHECK(recognises_xml_document("a.xml", "\xEF\xBB\xBF<?xml?><w:wordDocument>"));
  CHECK_FALSE(recognises_xml_document("a.xml", "<?xml version=\"1.0\"?><root/>"));
  CHECK_FALSE(recognises_xml_document("a.txt", "<uof:UOF>"));
}

TEST_CASE("a temporary folder is gone with its files") {
  std::string path;
  {
    const TemporaryFolder folder;
    path = folder.path();
    REQUIRE(folder.write("a", "bytes"));
    CHECK(folder.read("a", 5) == "bytes");
    CHECK_FALSE(folder.read("a", 4).has_value());
    CHECK_FALSE(folder.read("b", 4).has_value());
    CHECK_FALSE(folder.read("..", 1u << 20).has_value());
  }
  ProgramCall call;
  call.arguments = {"ls", path};
  CHECK(run_program(call).status != 0);
}

}  // namespace
}  // namespace plumbline::readers
