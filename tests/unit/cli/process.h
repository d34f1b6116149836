#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace plumbline::cli {

/// A run of the command line without a process, in an empty folder of the build tree that is the
/// current folder meanwhile.
class Process {
 public:
  /// One name per test case.
  explicit Process(const std::string& name);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void put(const std::string& path, const std::string& bytes) const;
  std::string get(const std::string& path) const;

  struct Outcome {
    int status = 0;
    std::string out, err;
    /// Command, status and both streams in full: what a golden holds.
    std::string transcript;
  };
  Outcome run(const std::vector<std::string>& arguments) const;

  std::string language = "zh_CN.UTF-8";
  bool terminal = false;
  std::string answers;         ///< of a person at a terminal; empty = nobody to ask
  std::function<bool()> wait;  ///< Environment::wait
  std::vector<std::shared_ptr<const void>>* left_behind = nullptr;  ///< of the Environment

 private:
  std::filesystem::path folder_, before_;
};

}  // namespace plumbline::cli
