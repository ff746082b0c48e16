"""Makes permissions hold for root too, who normally bypasses them."""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager

_VERSION_3 = 0x20080522  # of Linux's capability sets, <linux/capability.h>
_OVERLOOKING = 1 << 1 | 1 << 2  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("thread", ctypes.c_int))


class _Sets(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable"))


@contextmanager
def permissions_hold() -> Iterator[None]:
    """Forbid this thread, even as root, what permissions forbid the owner of a file.

    Becoming another user would not do: the program itself may be where only root can read.
    """
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header, low_and_high = _Header(_VERSION_3, 0), (_Sets * 2)()

    def call(function: str) -> None:
        if getattr(libc, function)(ctypes.byref(header), low_and_high) != 0:
            raise OSError(ctypes.get_errno(), function)

    call("capget")
    had = low_and_high[0].effective
    low_and_high[0].effective &= ~_OVERLOOKING
    call("capset")
    try:
        yield
    finally:
        low_and_high[0].effective = had
        call("capset")
