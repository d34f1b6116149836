#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <optional>
#include <string>

#include "engine/isolation/channel.h"
#include "engine/isolation/frame.h"
#include "engine/isolation/message.h"
#include "engine/isolation/process.h"
#include "engine/isolation/worker.h"
#include "engine/readers/program.h"

namespace plumbline::isolation {

int serve_programs() {
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  const Channel channel(kWorkerDescriptor);
  for (;;) {
    std::string question;
    if (channel.receive(question, kMaxQuestion) != Channel::End::kOk)
      return 0;
    const std::optional<readers::ProgramCall> call = decode_call(question, "");
    if (!call)
      return 0;
    const readers::ProgramResult result = readers::run_program(*call, channel.descriptor());
    if (channel.send(encode(result)) != Channel::End::kOk)
      return 0;
  }
}

}  // namespace plumbline::isolation
