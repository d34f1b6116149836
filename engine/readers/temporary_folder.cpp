#include "engine/readers/temporary_folder.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace plumbline::readers {

TemporaryFolder::TemporaryFolder() {
  std::string pattern = "/tmp/plumbline-XXXXXX";
  if (::mkdtemp(pattern.data()) != nullptr) {
    path_ = pattern;
  }
}

TemporaryFolder::~TemporaryFolder() {
  if (!path_.empty()) {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
}

bool TemporaryFolder::write(std::string_view name, std::string_view bytes) const {
  std::ofstream file(path_ + '/' + std::string(name), std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  return !path_.empty() && file.good();
}

bool TemporaryFolder::has_room() const {
  constexpr std::uintmax_t kLeast = 1u << 20;
  std::error_code error;
  const std::filesystem::space_info space = std::filesystem::space(path_, error);
  return error || space.available >= kLeast;
}

std::optional<std::size_t> TemporaryFolder::size(std::string_view name) const {
  const std::string path = path_ + '/' + std::string(name);
  std::error_code error;
  if (std::filesystem::symlink_status(path, error).type() != std::filesystem::file_type::regular) {
    return std::nullopt;
  }
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  return error ? std::nullopt : std::optional(static_cast<std::size_t>(size));
}

std::optional<std::string> TemporaryFolder::read(std::string_view name, std::size_t most) const {
  const std::optional<std::size_t> size = this->size(name);
  if (!size || *size > most) {
    return std::nullopt;
  }
  std::ifstream file(path_ + '/' + std::string(name), std::ios::binary);
  std::string bytes(*size, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(*size));
  return file ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace plumbline::readers
