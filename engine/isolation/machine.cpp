#include "engine/isolation/machine.h"

#include <unistd.h>

#include <array>

#include "engine/base/code_points.h"
#include "engine/readers/program.h"
#include "engine/readers/program_walls.h"

namespace plumbline::isolation {
namespace {

constexpr std::size_t kMaxVersion = 60;

struct Row {
  std::string_view formats, program, packages, version_flag;
  const char* data;  ///< a folder without which some files cannot be read
};

constexpr std::array<Row, 7> kRows = {{
    {"txt md", "", "", "", nullptr},
    {"docx docm dotx", "", "", "", nullptr},
    {"ofd", "", "", "", nullptr},
    {"html mht", "", "", "", nullptr},
    {"zip", "", "", "", nullptr},
    {"pdf", "pdftotext", "poppler-utils poppler-data", "-v", "/usr/share/poppler/cMap"},
    {"doc wps rtf odt uof", "soffice", "libreoffice-writer-nogui", "--version", nullptr},
}};

/// The first line that the program says of itself.
std::string version_of(const Row& row) {
  readers::ProgramCall call;
  call.arguments = {std::string(row.program), std::string(row.version_flag)};
  call.input_name = "none";  // some want a HOME that can be written
  call.max_memory = 4ull << 30;
  const readers::ProgramResult result = readers::run_program(call);
  const std::string& words = result.output.empty() ? result.errors : result.output;
  const std::string_view first = std::string_view(words).substr(0, words.find('\n'));
  return utf8::is_valid(first) ? std::string(utf8::prefix(first, kMaxVersion)) : std::string();
}

}  // namespace

std::vector<FormatState> format_states() {
  std::vector<FormatState> states;
  for (const Row& row : kRows) {
    FormatState state = {row.formats, row.program, row.packages, "", true, true};
    if (!row.program.empty()) {
      state.readable = !readers::program_path(row.program).empty();
      state.complete = row.data == nullptr || ::access(row.data, R_OK) == 0;
      if (state.readable)
        state.version = version_of(row);
    }
    states.push_back(std::move(state));
  }
  return states;
}

bool programs_are_walled() {
  return readers::walls_hold();
}

}  // namespace plumbline::isolation
