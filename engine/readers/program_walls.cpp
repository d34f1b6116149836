#include "engine/readers/program_walls.h"

#include "engine/readers/program.h"

namespace plumbline::readers {

std::vector<std::string> within_walls(const std::vector<std::string>& arguments,
                                      const std::string& folder) {
  std::vector<std::string> command = {program_path("bwrap"),
                                      "--unshare-all",
                                      "--die-with-parent",
                                      "--new-session",
                                      "--ro-bind",
                                      "/usr",
                                      "/usr"};
  for (const char* path : {"/bin", "/lib", "/lib64", "/opt", "/etc/alternatives", "/etc/fonts",
                           "/etc/ld.so.cache", "/etc/libreoffice", "/var/cache/fontconfig"})
    command.insert(command.end(), {"--ro-bind-try", path, path});
  command.insert(command.end(), {"--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"});
  if (folder != "/")
    command.insert(command.end(), {"--bind", folder, folder});
  command.insert(command.end(), {"--chdir", folder, "--"});
  command.insert(command.end(), arguments.begin(), arguments.end());
  return command;
}

bool walls_hold() {
  ProgramCall call;
  call.arguments = {"true"};
  const ProgramResult result = run_program(call, {.walls = true});
  return result.end == ProgramResult::End::kExited && result.status == 0;
}

}  // namespace plumbline::readers
