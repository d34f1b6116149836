#include <string>

#include "engine/docx/annotate.h"
#include "engine/docx/package.h"
#include "engine/docx/xml_scan.h"

namespace plumbline::docx {
namespace {

bool is_on(std::string_view value) {
  return value == "1" || value == "true" || value == "on";
}

/// Editing is limited now, and to less than tracked changes.
bool is_enforced(std::string_view tag) {
  bool enforced = false, tracked = false;
  for (const XmlAttribute& one : attributes(tag)) {
    enforced = enforced || (local_of(one.name) == "enforcement" && is_on(one.value));
    tracked = tracked || (local_of(one.name) == "edit" && one.value == "trackedChanges");
  }
  return enforced && !tracked;
}

}  // namespace

Guards guards_of(std::string_view bytes) {
  const Package package(bytes);
  const std::string settings = package.read("word/settings.xml").value_or("");
  Guards guards{.is_signed = package.has_folder("_xmlsignatures/")};
  XmlScanner scanner(settings);
  XmlToken token;
  while (scanner.next(token)) {
    const std::string_view name = local_of(token.name);
    const bool writes = name == "writeProtection";
    if (token.kind == XmlKind::kEnd || (name != "documentProtection" && !writes))
      continue;
    guards.is_protected = true;
    guards.forbids_changes =
        guards.forbids_changes || writes ||
        is_enforced(std::string_view(settings).substr(token.begin, token.end - token.begin));
  }
  return guards;
}

}  // namespace plumbline::docx
