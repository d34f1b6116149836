#include "engine/readers/legacy.h"

#include <string>
#include <utility>

#include "engine/readers/docx.h"
#include "engine/readers/failure.h"
#include "engine/readers/locale_office.h"
#include "engine/readers/office_package.h"
#include "engine/readers/ole.h"
#include "engine/readers/program.h"
#include "engine/readers/zip.h"

namespace plumbline::readers {
namespace {

using End = ProgramResult::End;

Failure failure_of(const ProgramResult& result) {
  switch (result.end) {
    case End::kMissing:
      return {ReadOutcome::kUnsupportedType, std::string(locale::kNoLibreOffice)};
    case End::kTimeout:
      return {ReadOutcome::kTimeout, std::string(locale::kConversionTimeout)};
    case End::kSignalled:
      return {ReadOutcome::kCrashed, std::string(locale::kConversionCrash)};
    case End::kTooMuch:
      return {ReadOutcome::kLimitExceeded, std::string(locale::kTooMuchText)};
    case End::kNotStarted:
      return {ReadOutcome::kCrashed, std::string(locale::kProgramNotStarted)};
    case End::kExited:
      break;
  }
  return {};
}

/// Runs the conversion in a folder and with a profile of its own. The program's status tells
/// nothing: success is a file that is there.
Failure convert(std::string_view bytes, const std::string& extension, const Limits& limits,
                std::string& docx) {
  ProgramCall call;
  call.arguments = {"soffice",      "-env:UserInstallation=file://{folder}/profile",
                    "--headless",   "--norestore",
                    "--convert-to", "docx:MS Word 2007 XML",
                    "--outdir",     "{folder}/out",
                    "{input}"};
  call.input = bytes;
  call.input_name = "input." + extension;
  call.output_name = "out/input.docx";
  call.wall_seconds = 60;
  call.cpu_seconds = 60;
  call.max_memory = 4ull << 30;
  ProgramResult result = run(call, limits);
  if (Failure failure = failure_of(result)) {
    return failure;
  }
  if (result.output.empty()) {
    return {ReadOutcome::kCorrupt, locale::damaged("", locale::kNotConverted)};
  }
  docx = std::move(result.output);
  return {};
}

Extraction read_converted(std::string_view bytes, std::string name, const Limits& limits) {
  std::string docx;
  if (Failure failure = convert(bytes, name, limits, docx)) {
    return failed(std::move(name), std::move(failure));
  }
  Extraction extraction = read_converted_docx(docx, limits);
  if (extraction.raw.starts_with("<?xml") || extraction.raw.starts_with("{\\rtf")) {
    // What LibreOffice does not know it takes for plain text.
    return failed(std::move(name),
                  {ReadOutcome::kCorrupt, locale::damaged("", locale::kNotConverted)});
  }
  extraction.format = std::move(name);
  if (extraction.outcome == ReadOutcome::kOk || extraction.outcome == ReadOutcome::kOkWithLosses) {
    Loss loss;
    loss.kind = "converted";
    loss.what = locale::kConverted;
    extraction.losses.insert(extraction.losses.begin(), std::move(loss));
    extraction.outcome = ReadOutcome::kOkWithLosses;
  }
  return extraction;
}

std::string_view head_of(std::string_view bytes) {
  bytes.remove_prefix(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  return bytes.substr(0, 4096);
}

}  // namespace

bool recognises_doc(std::string_view, std::string_view bytes) {
  return ole_kind(bytes) != OleKind::kNone;
}

Extraction read_doc(std::string_view bytes, const Limits& limits) {
  const auto refused = [](ReadOutcome outcome, std::string_view message) {
    return failed("doc", {outcome, std::string(message)});
  };
  switch (ole_kind(bytes)) {
    case OleKind::kSwollenWord:
      return refused(ReadOutcome::kLimitExceeded, locale::kBomb);
    case OleKind::kWord:
      return read_converted(bytes, "doc", limits);
    case OleKind::kEncryptedWord:
    case OleKind::kEncryptedPackage:
      return refused(ReadOutcome::kNeedsPassword, locale::kEncrypted);
    case OleKind::kExcel:
      return refused(ReadOutcome::kUnsupportedType, locale::kIsExcel);
    case OleKind::kPowerPoint:
      return refused(ReadOutcome::kUnsupportedType, locale::kIsPowerPoint);
    case OleKind::kWorks:
      return refused(ReadOutcome::kUnsupportedType, locale::kIsWorks);
    case OleKind::kNone:
    case OleKind::kOther:
      break;
  }
  return refused(ReadOutcome::kUnsupportedType, locale::kIsOtherOle);
}

bool recognises_rtf(std::string_view, std::string_view bytes) {
  return bytes.starts_with("{\\rtf");
}
Extraction read_rtf(std::string_view bytes, const Limits& limits) {
  return read_converted(bytes, "rtf", limits);
}

bool recognises_xml_document(std::string_view, std::string_view bytes) {
  const std::string_view head = head_of(bytes);
  if (!head.starts_with("<?xml")) {
    return false;
  }
  for (const std::string_view root : {"<w:wordDocument", "<uof:UOF", "<pkg:package"}) {
    if (head.find(root) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}
Extraction read_xml_document(std::string_view bytes, const Limits& limits) {
  if (head_of(bytes).find("<pkg:package") != std::string_view::npos) {
    return failed("xml", {ReadOutcome::kUnsupportedType, std::string(locale::kIsFlatPackage)});
  }
  const bool uof = head_of(bytes).find("<uof:UOF") != std::string_view::npos;
  return read_converted(bytes, uof ? "uof" : "xml", limits);
}

bool recognises_odt(std::string_view, std::string_view bytes) {
  return zip_kind(bytes) == ZipKind::kOpenDocument;
}
Extraction read_odt(std::string_view bytes, const Limits& limits) {
  constexpr std::size_t kTypeReach = 512;  // the type is the first entry, stored
  if (bytes.substr(0, kTypeReach).find("opendocument.text") == std::string_view::npos) {
    return failed("odf", {ReadOutcome::kUnsupportedType, std::string(locale::kIsOtherOdf)});
  }
  ZipArchive archive(bytes, {});
  const ZipRecord* manifest = archive.find("META-INF/manifest.xml");
  if (manifest != nullptr &&
      archive.read(*manifest).bytes.find("encryption-data") != std::string::npos) {
    return failed("odt", {ReadOutcome::kNeedsPassword, std::string(locale::kEncrypted)});
  }
  return read_converted(bytes, "odt", limits);
}

}  // namespace plumbline::readers
