"""What Linux can forbid the reader process: other programs, the network, changing files (seccomp) and reading any file but the
program's own code (Landlock). Each is taken where the kernel has it; none of it can be given back.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys

_SET_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000  # the second carries an errno
_EPERM, _ENOSYS = 1, 38
_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _JUMP_BITS, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_CLONE_THREAD = 0x10000
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

_X86_64 = {
    "architecture": 0xC000003E,
    # socket connect accept sendto bind listen socketpair accept4 fork vfork execve execveat kill ptrace process_vm_*
    # rename* mkdir* rmdir creat link* unlink* symlink* chmod* chown* mknod* truncate* mount unshare setns memfd bpf ...
    "refused": (
        *(41, 42, 43, 44, 49, 50, 53, 288, 57, 58, 59, 322, 62, 101, 310, 311, 82, 264, 316, 83, 258, 84, 85, 86, 265),
        *(87, 263, 88, 266, 90, 91, 268, 452, 92, 93, 94, 260, 133, 259, 76, 77, 165, 272, 308, 319, 321, 323, 434),
    ),
    "unknown": (435, 437, 425),  # clone3, openat2, io_uring_setup: the C library falls back to what can be judged
    "clone": 56,
    "opens": ((2, 1), (257, 2)),  # number, which argument holds the flags
}
_AARCH64 = {
    "architecture": 0xC00000B7,
    "refused": (
        *(198, 203, 202, 206, 200, 201, 199, 242, 221, 281, 129, 117, 270, 271, 38, 276, 34, 37, 35, 36, 52, 53, 452),
        *(54, 55, 33, 45, 46, 40, 97, 268, 279, 280, 282, 434),
    ),
    "unknown": (435, 437, 425),
    "clone": 220,
    "opens": ((56, 2),),
}
_TABLES = {"x86_64": _X86_64, "aarch64": _AARCH64}

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
    table = _TABLES.get(os.uname().machine)
    if table is None or ctypes.sizeof(ctypes.c_void_p) != 8:
        return False
    code = _program(**table)  # type: ignore[arg-type]

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))

    program = Program(len(code) // 8, code)
    return bool(libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)


def _program(
    architecture: int,
    refused: tuple[int, ...],
    unknown: tuple[int, ...],
    clone: int,
    opens: tuple[tuple[int, int], ...],
) -> bytes:
    """The filter in the kernel's packet-filter code: refuse by number, threads allowed, files opened for reading only.

    Offsets into the kernel's record of a call: 0 its number, 4 the architecture, 16 + 8 n the argument n.
    """
    refuse = _step(_RETURN, _REFUSE | _EPERM)
    steps = [_step(_LOAD, 4), _step(_JUMP_EQUAL, architecture, 1, 0), refuse, _step(_LOAD, 0)]
    steps += [_step(_JUMP_AT_LEAST, 0x40000000, 0, 1), refuse]
    for number in refused:
        steps += [_step(_JUMP_EQUAL, number, 0, 1), refuse]
    for number in unknown:
        steps += [_step(_JUMP_EQUAL, number, 0, 1), _step(_RETURN, _REFUSE | _ENOSYS)]
    allow = _step(_RETURN, _ALLOW)
    steps += [_step(_JUMP_EQUAL, clone, 0, 4), _step(_LOAD, 16), _step(_JUMP_BITS, _CLONE_THREAD, 1, 0), refuse, allow]
    for number, argument in opens:
        steps += [_step(_JUMP_EQUAL, number, 0, 4), _step(_LOAD, 16 + 8 * argument)]
        steps += [_step(_JUMP_BITS, _WRITING, 0, 1), refuse, allow]
    return b"".join([*steps, allow])


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)
