#pragma once

namespace plumbline::io {

/// Owns a file descriptor; -1 = none.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  /// Takes over `fd` in place of what it had.
  void reset(int fd) {
    close();
    fd_ = fd;
  }
  int get() const { return fd_; }
  bool valid() const { return fd_ >= 0; }
  /// False where the system reports at the end that bytes were lost.
  bool close();

 private:
  int fd_;
};

}  // namespace plumbline::io
