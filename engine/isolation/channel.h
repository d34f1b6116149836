#pragma once

#include <string>
#include <string_view>

namespace plumbline::isolation {

/// One end of the socket between the program and a worker. Owns the descriptor. Not thread-safe.
class Channel {
 public:
  enum class End {
    kOk,
    kClosed,   ///< the other side went away, in the middle of a frame or before it
    kTimeout,  ///< the timer fired first
    kTooLong,  ///< the announced length is beyond what is listened to
    kGarbled,  ///< the checksum does not fit
  };

  explicit Channel(int descriptor) : descriptor_(descriptor) {}
  Channel(Channel&& other) noexcept;
  Channel& operator=(Channel&& other) noexcept;
  ~Channel() { close(); }

  /// `timer`: a descriptor that becomes readable when time is up; -1 = wait for ever.
  End send(std::string_view payload, int timer = -1) const;
  End receive(std::string& payload, std::size_t most, int timer = -1) const;
  /// Nothing waits to be read and the other side is there.
  bool is_quiet() const;

  int descriptor() const { return descriptor_; }
  void close();

 private:
  End send_bytes(std::string_view bytes, int timer) const;
  End receive_bytes(char* into, std::size_t size, int timer) const;
  End wait(short events, int timer) const;

  int descriptor_;
};

}  // namespace plumbline::isolation
