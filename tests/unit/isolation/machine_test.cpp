#include "engine/isolation/machine.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "engine/readers/program.h"

namespace plumbline::isolation {
namespace {

TEST_SUITE("isolation.machine") {
  TEST_CASE("recognition lacks the program or its chinese data") {
    CHECK(missing_for_recognition(false, "chi_sim\n") == "tesseract-ocr tesseract-ocr-chi-sim");
    CHECK(missing_for_recognition(true, "List of available languages (2):\neng\nosd\n") ==
          "tesseract-ocr-chi-sim");
    CHECK(missing_for_recognition(true, "eng\nchi_sim_vert\n") == "tesseract-ocr-chi-sim");
    CHECK(missing_for_recognition(true, "") == "tesseract-ocr-chi-sim");
    CHECK(missing_for_recognition(true, "eng\nchi_sim\nosd\n") == "");
    CHECK(missing_for_recognition(true, "eng\nchi_sim") == "");
  }

  TEST_CASE("an extra is ready or names what is missing") {
    const std::vector<ExtraState> extras = extra_states();
    REQUIRE(extras.size() == 2);
    for (const ExtraState& extra : extras) CHECK(extra.ready == extra.packages.empty());
    const bool installed = !readers::program_path("tesseract").empty();
    CHECK(extras[0].id == "ocr");
    CHECK(extras[0].version.starts_with("tesseract") == installed);
    CHECK(extras[1].id == "chinese-font");
  }

  TEST_CASE("every library tells its version in dotted numbers") {
    for (const LibraryState& one : library_states()) {
      CAPTURE(one.name);
      CHECK(one.version.find('.') != std::string::npos);
      CHECK(one.version.find_first_not_of("0123456789.") == std::string::npos);
      CHECK_FALSE(one.version.starts_with("0."));
    }
  }
}

}  // namespace
}  // namespace plumbline::isolation
