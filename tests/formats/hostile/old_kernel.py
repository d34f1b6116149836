"""What an old kernel, or one that gives a container nothing, refuses: a filter that stays with whoever
is started under it. No landlock, no seccomp, no namespaces."""

import ctypes
import platform
import struct

PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, FILTER = 38, 22, 2
ALLOW, ERRNO = 0x7FFF0000, 0x00050000
EPERM, EINVAL, ENOSYS = 1, 22, 38
CLONE_NEWUSER = 0x10000000
# prctl, clone, unshare, seccomp; landlock and clone3 have the same numbers everywhere.
NUMBERS = {"x86_64": (157, 56, 272, 317), "aarch64": (167, 220, 97, 277)}
NEVER = (435, 444, 445, 446)
LOAD, EQUAL, ANY, RETURN = 0x20, 0x15, 0x45, 0x06
NUMBER, FIRST = 0, 16  # where a call's number and its first argument stand


def program(numbers):
    """Instructions (code, if true, if false, value) of a classic filter."""
    prctl, clone, unshare, seccomp = numbers
    rows = [(LOAD, 0, 0, NUMBER)]
    for number in (*NEVER, seccomp):
        rows += [(EQUAL, 0, 1, number), (RETURN, 0, 0, ERRNO | ENOSYS)]
    for number, test, value, error in ((prctl, EQUAL, PR_SET_SECCOMP, EINVAL),
                                       (clone, ANY, CLONE_NEWUSER, EPERM),
                                       (unshare, ANY, CLONE_NEWUSER, EPERM)):
        rows += [(EQUAL, 0, 4, number), (LOAD, 0, 0, FIRST), (test, 0, 1, value),
                 (RETURN, 0, 0, ERRNO | error), (RETURN, 0, 0, ALLOW)]
    return rows + [(RETURN, 0, 0, ALLOW)]


def prepared():
    """A function for preexec_fn; None where this processor is not known."""
    if platform.machine() not in NUMBERS:
        return None
    rows = program(NUMBERS[platform.machine()])
    code = ctypes.create_string_buffer(b"".join(struct.pack("<HBBI", *row) for row in rows))
    header = ctypes.create_string_buffer(struct.pack("<H6xQ", len(rows), ctypes.addressof(code)))
    libc = ctypes.CDLL(None, use_errno=True)

    def prepare():
        if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or libc.prctl(PR_SET_SECCOMP, FILTER, header):
            raise OSError(ctypes.get_errno(), "no filter")
    prepare.kept = (code, header)
    return prepare
