#pragma once

#include <string_view>

#include "engine/document/document.h"

namespace plumbline::checks {

/// A fact by the name that packs use (design §6); nullptr where the document lacks it.
const document::Fact* named_fact(const document::Facts& facts, std::string_view name);

}  // namespace plumbline::checks
