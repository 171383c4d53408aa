"""What Linux can forbid the reader process: other programs, the network, changing files (seccomp) and reading any file but the
program's own code (Landlock). Each is taken where the kernel has it; none of it can be given back.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from dataclasses import dataclass

_SET_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000  # the second carries an errno
_EPERM, _ENOSYS = 1, 38
_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _JUMP_BITS, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_CLONE_THREAD = 0x10000
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

_REFUSED = {
    "socket": (41, 198),
    "connect": (42, 203),
    "accept": (43, 202),
    "accept4": (288, 242),
    "sendto": (44, 206),
    "bind": (49, 200),
    "listen": (50, 201),
    "socketpair": (53, 199),
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    "kill": (62, 129),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "pidfd_open": (434, 434),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "rename": (82, None),
    "renameat": (264, 38),
    "renameat2": (316, 276),
    "mkdir": (83, None),
    "mkdirat": (258, 34),
    "rmdir": (84, None),
    "creat": (85, None),
    "link": (86, None),
    "linkat": (265, 37),
    "unlink": (87, None),
    "unlinkat": (263, 35),
    "symlink": (88, None),
    "symlinkat": (266, 36),
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "fchown": (93, 55),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "mknod": (133, None),
    "mknodat": (259, 33),
    "truncate": (76, 45),
    "ftruncate": (77, 46),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "mount": (165, 40),
    "unshare": (272, 97),
    "setns": (308, 268),
    "memfd_create": (319, 279),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
}
"""The calls that are refused, each with its number on x86-64 and on 64-bit ARM; None where there is no such call."""

_UNKNOWN = (435, 437, 425)  # clone3, openat2, io_uring_setup: the C library falls back to what can be judged


@dataclass(frozen=True)
class _Machine:
    """A kind of processor: its column in the table above, and the calls that are judged by an argument."""

    architecture: int
    column: int
    clone: int
    tgkill: int
    prlimit: int
    opens: tuple[tuple[int, int], ...]  # number, which argument holds the flags


_MACHINES = {
    "x86_64": _Machine(0xC000003E, 0, clone=56, tgkill=234, prlimit=302, opens=((2, 1), (257, 2))),
    "aarch64": _Machine(0xC00000B7, 1, clone=220, tgkill=131, prlimit=261, opens=((56, 2),)),
}

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_READ_FILE, _READ_DIRECTORY = 1 << 2, 1 << 3
_ACCESSES = {1: 13, 2: 14}  # how many kinds of access each version knows; 15 from the third


def enter() -> list[str]:
    """Take on what the kernel offers; returns the names of what holds from now on."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return []
    holds = ["no new privileges"]
    if _own_files_only(libc):
        holds.append("reads its own code only")
    if _filter_calls(libc):
        holds.append("no network, no programs, no changes to files")
    return holds


def _own_files_only(libc: ctypes.CDLL) -> bool:
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), 1)
    if version < 1:
        return False
    handled = (1 << _ACCESSES.get(version, 15)) - 1
    attributes = ctypes.c_uint64(handled)
    rules = libc.syscall(_CREATE_RULESET, ctypes.byref(attributes), ctypes.c_size_t(8), 0)
    if rules < 0:
        return False
    try:
        for folder in _code_folders():
            _allow_reading(libc, rules, folder)
        return bool(libc.syscall(_RESTRICT_SELF, rules, 0) == 0)
    finally:
        os.close(rules)


def _allow_reading(libc: ctypes.CDLL, rules: int, folder: str) -> None:
    try:
        place = os.open(folder, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        access = _READ_FILE | _READ_DIRECTORY if os.path.isdir(folder) else _READ_FILE  # noqa: PTH112 (an archive of modules)
        rule = ctypes.create_string_buffer(struct.pack("=Qi", access, place))
        libc.syscall(_ADD_RULE, rules, 1, rule, 0)
    finally:
        os.close(place)


def _code_folders() -> set[str]:
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 (pathlib costs the start 5 ms)
    program = os.path.dirname(sys.executable)  # noqa: PTH120
    found = {here, program, "/usr/lib", "/lib", "/lib64", sys.prefix, sys.base_prefix, *sys.path}
    return {folder for folder in found if folder and folder != "/"}


def _filter_calls(libc: ctypes.CDLL) -> bool:
    machine = _MACHINES.get(os.uname().machine)
    if machine is None or ctypes.sizeof(ctypes.c_void_p) != 8:
        return False
    code = _program(machine)

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))

    program = Program(len(code) // 8, code)
    return bool(libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)


def _program(machine: _Machine) -> bytes:
    """The filter in the kernel's packet-filter code: refuse by number, threads allowed, files opened for reading only.

    Signals and limits are for this process alone: the C library ends a broken program by a signal to itself.
    Offsets into the kernel's record of a call: 0 its number, 4 the architecture, 16 + 8 n the argument n.
    """
    refuse, allow = _step(_RETURN, _REFUSE | _EPERM), _step(_RETURN, _ALLOW)
    steps = [_step(_LOAD, 4), _step(_JUMP_EQUAL, machine.architecture, 1, 0), refuse, _step(_LOAD, 0)]
    steps += [_step(_JUMP_AT_LEAST, 0x40000000, 0, 1), refuse]
    for numbers in _REFUSED.values():
        if (number := numbers[machine.column]) is not None:
            steps += [_step(_JUMP_EQUAL, number, 0, 1), refuse]
    for number in _UNKNOWN:
        steps += [_step(_JUMP_EQUAL, number, 0, 1), _step(_RETURN, _REFUSE | _ENOSYS)]
    for number, process in ((machine.tgkill, os.getpid()), (machine.prlimit, 0)):
        steps += [_step(_JUMP_EQUAL, number, 0, 4), _step(_LOAD, 16), _step(_JUMP_EQUAL, process, 1, 0), refuse, allow]
    steps += [_step(_JUMP_EQUAL, machine.clone, 0, 4), _step(_LOAD, 16), _step(_JUMP_BITS, _CLONE_THREAD, 1, 0)]
    steps += [refuse, allow]
    for number, argument in machine.opens:
        steps += [_step(_JUMP_EQUAL, number, 0, 4), _step(_LOAD, 16 + 8 * argument)]
        steps += [_step(_JUMP_BITS, _WRITING, 0, 1), refuse, allow]
    return b"".join([*steps, allow])


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)
