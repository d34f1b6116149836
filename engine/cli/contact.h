#pragma once

#include <vector>

#include "engine/base/contact.h"
#include "engine/cli/arguments.h"
#include "engine/cli/outputs.h"
#include "engine/cli/session.h"

namespace plumbline::cli {

/// --contact, read. Complains about a file that cannot be read, its form, and a contact that no
/// output would print.
Contact read_contact(const Arguments& arguments, const std::vector<Target>& targets,
                     const Session& session, DiagnosticSink& sink);

/// Says which places of a letter are left to be filled in by hand.
void tell_blanks(const Contact& contact, const std::vector<Target>& targets,
                 const Session& session);

}  // namespace plumbline::cli
