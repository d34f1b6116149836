#include "engine/isolation/machine.h"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "engine/base/code_points.h"
#include "engine/readers/library_versions.h"
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

/// What the program says.
std::string words_of(std::string_view program, std::string_view argument) {
  readers::ProgramCall call;
  call.arguments = {std::string(program), std::string(argument)};
  call.input_name = "none";  // some want a HOME that can be written
  call.max_memory = 4ull << 30;
  const readers::ProgramResult result = readers::run_program(call);
  return result.output.empty() ? result.errors : result.output;
}

bool is_installed(std::string_view program) {
  return !readers::program_path(program).empty();
}

/// The first line that the program says of itself.
std::string version_of(std::string_view program, std::string_view flag) {
  const std::string words = words_of(program, flag);
  const std::string_view first = std::string_view(words).substr(0, words.find('\n'));
  return utf8::is_valid(first) ? std::string(utf8::prefix(first, kMaxVersion)) : std::string();
}

}  // namespace

std::vector<FormatState> format_states() {
  std::vector<FormatState> states;
  for (const Row& row : kRows) {
    FormatState state = {row.formats, row.program, row.packages, "", true, true};
    if (!row.program.empty()) {
      state.readable = is_installed(row.program);
      state.complete = row.data == nullptr || ::access(row.data, R_OK) == 0;
      if (state.readable)
        state.version = version_of(row.program, row.version_flag);
    }
    states.push_back(std::move(state));
  }
  return states;
}

std::string missing_for_recognition(bool installed, std::string_view languages) {
  if (!installed)
    return "tesseract-ocr tesseract-ocr-chi-sim";
  for (std::size_t at = 0; at < languages.size();) {
    const std::size_t end = std::min(languages.find('\n', at), languages.size());
    if (languages.substr(at, end - at) == "chi_sim")
      return "";
    at = end + 1;
  }
  return "tesseract-ocr-chi-sim";
}

std::vector<ExtraState> extra_states() {
  const bool installed = is_installed("tesseract");
  ExtraState recognition = {"ocr", installed ? version_of("tesseract", "--version") : ""};
  recognition.packages = missing_for_recognition(
      installed, installed ? words_of("tesseract", "--list-langs") : std::string());
  recognition.ready = recognition.packages.empty();
  ExtraState font = {"chinese-font"};
  font.ready = is_installed("fc-list") && words_of("fc-list", ":lang=zh-cn").starts_with("/");
  font.packages = font.ready ? "" : "fontconfig fonts-noto-cjk";
  return {recognition, font};
}

std::vector<LibraryState> library_states() {
  std::vector<LibraryState> states;
  for (readers::LibraryVersion& one : readers::library_versions())
    states.push_back({std::move(one.name), std::move(one.version)});
  return states;
}

bool programs_are_walled() {
  return readers::walls_hold();
}

}  // namespace plumbline::isolation
