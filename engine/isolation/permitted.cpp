#include "engine/isolation/permitted.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace plumbline::isolation {
namespace {

using Words = std::span<const std::string_view>;

/// A call that a reader makes; "#" stands for a number of at most six digits.
struct Permitted {
  Words words;
  Words input_names;  ///< of a private folder; empty = none
  std::string_view output_name;
  unsigned seconds;    ///< wall and processor time
  std::size_t memory;  ///< bytes of address space
};

constexpr std::size_t kGigabyte = 1u << 30;

constexpr std::array<std::string_view, 8> kPdfWords = {
    "pdftotext", "-bbox-layout", "-enc", "UTF-8", "-l", "#", "{input}", "-"};
constexpr std::array<std::string_view, 3> kPdfImages = {"pdfimages", "-list", "{input}"};
constexpr std::array<std::string_view, 9> kPdfPages = {"pdftoppm", "-r", "#", "-gray",  "-f",
                                                       "#",        "-l", "#", "{input}"};
constexpr std::array<std::string_view, 8> kPdfDrawing = {"pdftocairo", "-svg", "-f",      "#",
                                                         "-l",         "#",    "{input}", "-"};
constexpr std::array<std::string_view, 2> kPdfFonts = {"pdffonts", "{input}"};
constexpr std::array<std::string_view, 7> kPdfBoxes = {"pdfinfo", "-box", "-f",     "1",
                                                       "-l",      "5000", "{input}"};
constexpr std::array<std::string_view, 5> kPdfFiles = {"pdfdetach", "-list", "-enc", "UTF-8",
                                                       "{input}"};
constexpr std::array<std::string_view, 6> kRecognition = {"tesseract", "{input}", "stdout",
                                                          "-l",        "chi_sim", "tsv"};
constexpr std::array<std::string_view, 9> kOffice = {
    "soffice",      "-env:UserInstallation=file://{folder}/profile",
    "--headless",   "--norestore",
    "--convert-to", "docx:MS Word 2007 XML",
    "--outdir",     "{folder}/out",
    "{input}"};
constexpr std::array<std::string_view, 5> kOfficeInputs = {"input.doc", "input.rtf", "input.xml",
                                                           "input.uof", "input.odt"};

constexpr std::array<Permitted, 9> kPermitted = {{
    {kPdfWords, {}, "", 20, kGigabyte},
    {kPdfImages, {}, "", 20, kGigabyte},
    {kPdfPages, {}, "", 20, kGigabyte},
    {kPdfDrawing, {}, "", 20, kGigabyte},
    {kPdfFonts, {}, "", 20, kGigabyte},
    {kPdfBoxes, {}, "", 20, kGigabyte},
    {kPdfFiles, {}, "", 20, kGigabyte},
    {kRecognition, {}, "", 60, 2 * kGigabyte},
    {kOffice, kOfficeInputs, "out/input.docx", 60, 4 * kGigabyte},
}};

bool is_number(std::string_view word) {
  return !word.empty() && word.size() <= 6 &&
         std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool same(Words words, const std::vector<std::string>& arguments) {
  return std::ranges::equal(words, arguments,
                            [](std::string_view word, const std::string& argument) {
                              return word == "#" ? is_number(argument) : word == argument;
                            });
}

bool fits(const Permitted& row, const readers::ProgramCall& call) {
  const bool named =
      row.input_names.empty()
          ? call.input_name.empty()
          : std::ranges::find(row.input_names, call.input_name) != row.input_names.end();
  return named && call.output_name == row.output_name && same(row.words, call.arguments);
}

}  // namespace

bool permit(readers::ProgramCall& call) {
  const auto row = std::ranges::find_if(
      kPermitted, [&](const Permitted& permitted) { return fits(permitted, call); });
  if (row == kPermitted.end())
    return false;
  call.wall_seconds = std::min(call.wall_seconds, row->seconds);
  call.cpu_seconds = std::min(call.cpu_seconds, row->seconds);
  call.max_memory = std::min(call.max_memory, row->memory);
  return true;
}

}  // namespace plumbline::isolation
