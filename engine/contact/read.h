#pragma once

#include <string>
#include <string_view>

#include "engine/base/contact.h"
#include "plumbline/diagnostic.h"

/// contact.yaml: what a letter to a unit says of the office that sends it
/// (docs/formats/contact.md).
namespace plumbline::contact {

/// Reports every mistake with its place: the form (schemas/contact-v1) and days that no calendar
/// has. Empty where the sink gets errors. Never throws. Thread-safe.
Contact read_contact(std::string path, std::string_view bytes, DiagnosticSink& sink);

/// schemas/contact-v1.schema.json as it was when the program was built.
std::string_view contact_schema_json();

}  // namespace plumbline::contact
