"""Permissions hold for the administrator too while this is asked for: what tests of read-only files need."""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_VERSION = 0x20080522
_OVERRIDES = 0b110
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, by which root passes over the permissions of files."""


@contextmanager
def unprivileged(folder: Path) -> Iterator[None]:
    """Skips the test, and says why, where permissions hold for nobody. ``folder`` is to try it out."""
    libc = ctypes.CDLL(None)
    head = (ctypes.c_uint32 * 2)(_VERSION, 0)
    before, now = (ctypes.c_uint32 * 6)(), (ctypes.c_uint32 * 6)()
    if os.geteuid() == 0:
        if libc.capget(head, before) or libc.capget(head, now):
            pytest.skip("the capabilities of this process cannot be told")
        now[0] &= ~_OVERRIDES
        if libc.capset(head, now):
            pytest.skip("the capabilities of this process cannot be changed")
    try:
        if _passes_over(folder / "probe"):
            pytest.skip("permissions of files do not hold for this user")
        yield
    finally:
        if os.geteuid() == 0:
            libc.capset(head, before)


def _passes_over(probe: Path) -> bool:
    probe.touch()
    probe.chmod(0o400)
    try:
        probe.open("a").close()
    except PermissionError:
        return False
    return True
