#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/checks/check.h"
#include "engine/masking.h"
#include "plumbline/report.h"

namespace plumbline {

/// What the pack and the profile make of a hit; nullopt = this profile does not report it.
std::optional<Severity> severity_of(const checks::Context& context, const checks::Hit& hit);

/// The finding for one hit: words, place, masked quote. The fingerprint is given later, when all
/// findings are in order (give_fingerprints).
Finding make_finding(const checks::Context& context, const checks::Hit& hit, Severity severity,
                     const Masking& masking);

/// Sorts into the order of the text and gives each finding the hash of rule, section path,
/// normalised masked quote and which occurrence it is.
void order_findings(std::vector<Finding>& findings);

}  // namespace plumbline
