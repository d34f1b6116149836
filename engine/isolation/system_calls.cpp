#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <vector>

#include "engine/isolation/sandbox.h"

#ifndef AUDIT_ARCH_LOONGARCH64
#define AUDIT_ARCH_LOONGARCH64 0xC0000102u
#endif

namespace plumbline::isolation {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kProcessor = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kProcessor = AUDIT_ARCH_AARCH64;
#elif defined(__loongarch64)
constexpr std::uint32_t kProcessor = AUDIT_ARCH_LOONGARCH64;
#else
constexpr std::uint32_t kProcessor = 0;
#endif

/// Not every processor has every call.
#ifdef SYS_open
#define PLUMBLINE_OLD_CALLS                                                                      \
  SYS_open, SYS_creat, SYS_fork, SYS_vfork, SYS_unlink, SYS_rename, SYS_mkdir, SYS_rmdir,        \
      SYS_link, SYS_symlink, SYS_mknod, SYS_chmod, SYS_chown, SYS_lchown, SYS_utime, SYS_utimes, \
      SYS_futimesat, SYS_inotify_init, SYS_epoll_create,
#else
#define PLUMBLINE_OLD_CALLS
#endif

#ifdef SYS_renameat
#define PLUMBLINE_RENAME SYS_renameat,
#else
#define PLUMBLINE_RENAME
#endif
#ifdef SYS_setrlimit
#define PLUMBLINE_LIMIT SYS_setrlimit,
#else
#define PLUMBLINE_LIMIT
#endif

/// Nothing that reads a document does this: the process ends.
constexpr int kDeadly[] = {
    SYS_execve,
    SYS_execveat,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_kexec_load,
    SYS_init_module,
    SYS_finit_module,
    SYS_delete_module,
    SYS_reboot,
    SYS_bpf,
    SYS_io_uring_setup,
    SYS_userfaultfd,
    SYS_mount,
    SYS_umount2,
    SYS_pivot_root,
    SYS_chroot,
    SYS_setns,
    SYS_unshare,
    SYS_swapon,
    SYS_swapoff,
    SYS_keyctl,
    SYS_add_key,
    SYS_request_key,
    SYS_perf_event_open,
    SYS_open_by_handle_at,
};

/// Libraries try this on their own and live without: files, network, processes, settings.
constexpr int kRefused[] = {
    PLUMBLINE_OLD_CALLS PLUMBLINE_RENAME PLUMBLINE_LIMIT SYS_openat,
    SYS_openat2,
    SYS_memfd_create,
    SYS_name_to_handle_at,
    SYS_unlinkat,
    SYS_renameat2,
    SYS_mkdirat,
    SYS_linkat,
    SYS_symlinkat,
    SYS_mknodat,
    SYS_fchmod,
    SYS_fchmodat,
    SYS_fchown,
    SYS_fchownat,
    SYS_truncate,
    SYS_utimensat,
    SYS_setxattr,
    SYS_lsetxattr,
    SYS_fsetxattr,
    SYS_removexattr,
    SYS_chdir,
    SYS_fchdir,
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_listen,
    SYS_accept,
    SYS_accept4,
    SYS_sendmsg,
    SYS_sendmmsg,
    SYS_recvmsg,
    SYS_recvmmsg,
    SYS_clone,
    SYS_tkill,
    SYS_rt_sigqueueinfo,
    SYS_rt_tgsigqueueinfo,
    SYS_pidfd_open,
    SYS_pidfd_send_signal,
    SYS_pidfd_getfd,
    SYS_ioctl,
    SYS_prctl,
    SYS_setuid,
    SYS_setgid,
    SYS_setreuid,
    SYS_setregid,
    SYS_setresuid,
    SYS_setresgid,
    SYS_setgroups,
    SYS_setfsuid,
    SYS_setfsgid,
    SYS_capset,
    SYS_personality,
    SYS_setsid,
    SYS_setpgid,
    SYS_shmget,
    SYS_shmat,
    SYS_semget,
    SYS_msgget,
    SYS_mq_open,
    SYS_inotify_init1,
    SYS_fanotify_init,
    SYS_syslog,
    SYS_acct,
    SYS_quotactl,
    SYS_sethostname,
    SYS_setdomainname,
    SYS_settimeofday,
    SYS_clock_settime,
    SYS_adjtimex,
    SYS_seccomp,
};

/// Newer calls than this were never looked at: as if the kernel had none of them.
constexpr std::uint32_t kNewest = 450;
constexpr std::uint32_t kOtherNumbering = 0x40000000;  // x32 on x86-64

constexpr std::uint32_t at(std::size_t offset) {
  return static_cast<std::uint32_t>(offset);
}
constexpr std::uint32_t refusal(int error) {
  return SECCOMP_RET_ERRNO | static_cast<std::uint32_t>(error);
}

class Filter {
 public:
  void load(std::uint32_t offset) { add(BPF_LD | BPF_W | BPF_ABS, offset, 0, 0); }
  void answer(std::uint32_t value) { add(BPF_RET | BPF_K, value, 0, 0); }
  /// `value` where the loaded number compares so with `number`; else on to what follows.
  void answer_if(int compare, std::uint32_t number, std::uint32_t value) {
    add(BPF_JMP | BPF_K | compare, number, 0, 1);
    answer(value);
  }
  /// `value` unless the loaded number is `number`.
  void answer_unless(std::uint32_t number, std::uint32_t value) {
    add(BPF_JMP | BPF_JEQ | BPF_K, number, 1, 0);
    answer(value);
  }
  /// A call whose argument decides. What follows sees the number of the call.
  void answer_by_argument(int call, unsigned argument, int compare, std::uint32_t number,
                          std::uint32_t if_so, std::uint32_t if_not) {
    add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 4);
    load(at(offsetof(seccomp_data, args)) + 8 * argument);
    add(BPF_JMP | BPF_K | compare, number, 0, 1);
    answer(if_so);
    answer(if_not);
  }
  bool install() {
    const sock_fprog program = {static_cast<unsigned short>(code_.size()), code_.data()};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
  }

 private:
  void add(int code, std::uint32_t value, std::uint8_t if_true, std::uint8_t if_false) {
    code_.push_back({static_cast<std::uint16_t>(code), if_true, if_false, value});
  }
  std::vector<sock_filter> code_;
};

void add_arguments(Filter& filter) {
  const auto own = static_cast<std::uint32_t>(::getpid());
  for (const int call : {SYS_kill, SYS_tgkill})  // abort() signals its own process
    filter.answer_by_argument(call, 0, BPF_JEQ, own, SECCOMP_RET_ALLOW, refusal(EPERM));
  for (const int call : {SYS_mmap, SYS_mprotect})
    filter.answer_by_argument(call, 2, BPF_JSET, PROT_EXEC, refusal(EPERM), SECCOMP_RET_ALLOW);
  filter.answer_by_argument(SYS_prlimit64, 2, BPF_JEQ, 0, SECCOMP_RET_ALLOW, refusal(EPERM));
}

}  // namespace

bool knows_this_processor() {
  return kProcessor != 0;
}

bool filter_system_calls() {
  if (!knows_this_processor())
    return false;
  Filter filter;
  filter.load(at(offsetof(seccomp_data, arch)));
  filter.answer_unless(kProcessor, SECCOMP_RET_KILL_PROCESS);
  filter.load(at(offsetof(seccomp_data, nr)));
  filter.answer_if(BPF_JGE, kOtherNumbering, SECCOMP_RET_KILL_PROCESS);
  filter.answer_if(BPF_JGT, kNewest, refusal(ENOSYS));
  filter.answer_if(BPF_JEQ, SYS_clone3, refusal(ENOSYS));  // the C library then tries clone
  for (const int call : kDeadly)
    filter.answer_if(BPF_JEQ, static_cast<std::uint32_t>(call), SECCOMP_RET_KILL_PROCESS);
  for (const int call : kRefused)
    filter.answer_if(BPF_JEQ, static_cast<std::uint32_t>(call), refusal(EPERM));
  add_arguments(filter);
  filter.answer(SECCOMP_RET_ALLOW);
  return filter.install();
}

}  // namespace plumbline::isolation
