#include "engine/io/descriptor.h"

#include <unistd.h>

namespace plumbline::io {

bool Descriptor::close() {
  const int fd = fd_;
  fd_ = -1;
  return fd < 0 || ::close(fd) == 0;
}

}  // namespace plumbline::io
