#include "engine/isolation/channel.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "engine/base/crc32.h"
#include "engine/isolation/frame.h"

namespace plumbline::isolation {
namespace {

bool would_block() {
  return errno == EAGAIN || errno == EWOULDBLOCK;
}

}  // namespace

Channel::Channel(Channel&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Channel& Channel::operator=(Channel&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

void Channel::close() {
  if (descriptor_ >= 0)
    ::close(std::exchange(descriptor_, -1));
}

Channel::End Channel::wait(short events, int timer) const {
  std::array<pollfd, 2> waits = {{{descriptor_, events, 0}, {timer, POLLIN, 0}}};
  for (;;) {
    const int ready = ::poll(waits.data(), waits.size(), -1);
    if (ready < 0 && errno != EINTR)
      return End::kClosed;
    if (ready > 0)
      return waits[1].revents != 0 ? End::kTimeout : End::kOk;
  }
}

Channel::End Channel::send_bytes(std::string_view bytes, int timer) const {
  while (!bytes.empty()) {
    const ssize_t count =
        ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (count < 0 && would_block()) {
      if (const End end = wait(POLLOUT, timer); end != End::kOk)
        return end;
    } else if (count == 0 || errno != EINTR) {
      return End::kClosed;
    }
  }
  return End::kOk;
}

Channel::End Channel::receive_bytes(char* into, std::size_t size, int timer) const {
  while (size > 0) {
    // The wait comes first, so that a flood cannot outlast the timer.
    if (const End end = wait(POLLIN, timer); end != End::kOk)
      return end;
    const ssize_t count = ::recv(descriptor_, into, size, MSG_DONTWAIT);
    if (count > 0) {
      into += count;
      size -= static_cast<std::size_t>(count);
    } else if (count == 0 || (errno != EINTR && !would_block())) {
      return End::kClosed;
    }
  }
  return End::kOk;
}

Channel::End Channel::send(std::string_view payload, int timer) const {
  const HeaderBytes header = header_of(payload);
  const End end = send_bytes({header.data(), header.size()}, timer);
  return end == End::kOk ? send_bytes(payload, timer) : end;
}

Channel::End Channel::receive(std::string& payload, std::size_t most, int timer) const {
  HeaderBytes bytes{};
  if (const End end = receive_bytes(bytes.data(), bytes.size(), timer); end != End::kOk)
    return end;
  const Header header = parse_header(bytes);
  if (header.length > most)
    return End::kTooLong;
  payload.resize(header.length);
  if (const End end = receive_bytes(payload.data(), payload.size(), timer); end != End::kOk)
    return end;
  return crc32_of(payload) == header.checksum ? End::kOk : End::kGarbled;
}

bool Channel::is_quiet() const {
  pollfd wait = {descriptor_, POLLIN, 0};
  return ::poll(&wait, 1, 0) == 0;
}

}  // namespace plumbline::isolation
