#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace plumbline::docx {

/// A package that a few parts are replaced in. What is not touched is copied as it is stored,
/// unopened. `bytes` must outlive it; the directory has passed readers::read_zip_directory. Not
/// thread-safe.
class Package {
 public:
  explicit Package(std::string_view bytes);
  Package(Package&&) noexcept;
  Package& operator=(Package&&) noexcept;
  ~Package();

  bool has(std::string_view name) const;
  /// Some part's name begins with this.
  bool has_folder(std::string_view prefix) const;
  /// At most kMaxPartBytes; nullopt where it is missing, larger or damaged.
  std::optional<std::string> read(std::string_view name) const;
  /// Replaces or adds a part.
  void put(std::string_view name, std::string bytes);
  /// The whole package with what was put into it; nullopt where it cannot be written. Same package
  /// and parts, same bytes. Call it once.
  std::optional<std::string> finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

inline constexpr std::size_t kMaxPartBytes = 64u << 20;

}  // namespace plumbline::docx
