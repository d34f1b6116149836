// Stands in for libFuzzer where the compiler has none: runs the harness over the files of a folder,
// and over each file cut and with bytes changed in a fixed way, so that a plain test run mutates
// too.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void mutate(Bytes bytes, std::mt19937& random) {
  constexpr int kRounds = 40;
  for (int round = 0; round < kRounds && !bytes.empty(); ++round) {
    const auto at = static_cast<std::ptrdiff_t>(random() % bytes.size());
    switch (random() % 4) {
      case 0:
        bytes[static_cast<std::size_t>(at)] = static_cast<std::uint8_t>(random());
        break;
      case 1:
        bytes.erase(bytes.begin() + at);
        break;
      case 2:
        bytes.insert(bytes.begin() + at,
                     static_cast<std::uint8_t>("\n\r\f #*|`-\0\xff\xe3"[random() % 12]));
        break;
      default:
        std::rotate(bytes.begin(), bytes.begin() + at, bytes.end());
    }
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: %s CORPUS-FOLDER\n", arguments[0]);
    return 2;
  }
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(arguments[1]))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::mt19937 random(1);
  for (const auto& path : paths) {
    const Bytes bytes = read_file(path);
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    mutate(bytes, random);
  }
  std::printf("%zu files\n", paths.size());
  return paths.empty() ? 1 : 0;
}
