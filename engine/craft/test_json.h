#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/packtest/report.h"

namespace plumbline::craft {

/// What testing packs told, test-v1 (docs/formats/test.md, schemas/test-v1.schema.json).
std::string test_json(std::span<const packtest::Report> reports, const packtest::Bars& bars,
                      std::string_view version);

}  // namespace plumbline::craft
