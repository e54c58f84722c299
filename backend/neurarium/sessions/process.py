"""What a worker does to its own process before it trains: dies with its parent, and flushes denormals to zero."""

import ctypes
import os
import platform
import signal
import sys

_PR_SET_PDEATHSIG = 1
_X86_MXCSR_OFFSET = 28
_X86_FLUSH_AND_ZERO = 0x8040
_ARM_FLUSH = 1 << 24


def die_with_parent(parent: int) -> None:
    """Have the kernel end this process when the one that started it ends (Linux), and end now where it already has.

    Elsewhere the end of the link serves: the worker ends when it reads end-of-file.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.name == "posix" and os.getppid() != parent:
        sys.exit("The server ended before its worker began.")


def flush_denormals() -> bool:
    """Have the processor treat numbers too small for full precision as zero; return whether it does so now.

    Such numbers take a slow path: on the book's convnet they made a numpy step four times as long. The flag lives
    in the floating-point
    environment of the thread, and threads started later inherit it, so this comes before numpy starts its own.
    """
    machine = platform.machine().lower()
    if sys.platform != "linux" or machine not in ("x86_64", "amd64", "aarch64"):
        return False
    try:
        library = ctypes.CDLL("libm.so.6")
    except OSError:  # another C library than glibc, whose structure this is
        return False
    environment = ctypes.create_string_buffer(64)
    if library.fegetenv(environment) != 0:
        return False
    if machine == "aarch64":
        register, bits = ctypes.c_uint32.from_buffer(environment, 0), _ARM_FLUSH
    else:
        register, bits = ctypes.c_uint32.from_buffer(environment, _X86_MXCSR_OFFSET), _X86_FLUSH_AND_ZERO
    register.value |= bits
    return library.fesetenv(environment) == 0
