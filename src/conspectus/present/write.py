"""Results onto disk: whole or not at all."""

import os
import secrets
import stat
from pathlib import Path

from conspectus.errors import OutputError


def check_target(path: str) -> None:
    """Raise OutputError where nothing could be written, before the work that would be lost."""
    target = Path(path)
    if target.is_dir():
        raise OutputError("is a folder", path, "give a file name")
    if not target.absolute().parent.is_dir():
        raise OutputError("its folder does not exist", path, "make the folder first, or give another place")


def write_whole(path: str, data: bytes) -> None:
    """Write ``data`` to a file so that nobody ever sees half of it; OutputError where that fails.

    The bytes go to a hidden file beside the target, are forced to disk and take the target's name in
    one step; an interrupt or a full disk leaves the earlier file, or none. What is not a plain file
    (a pipe, a device) cannot be replaced and is written to directly.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            with target.open("wb", buffering=0) as device:
                device.write(data)
            return
        _replace(target, data)
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror or error})", path, advice(error)) from error


def advice(error: OSError) -> str:
    """What to do about a write that failed."""
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "free some space, or write to another place"
    return "write to another place"


def _replace(target: Path, data: bytes) -> None:
    # A name cut to 200 bytes stays legal where file names may have 255.
    name = os.fsencode(target.name)[:200].decode(errors="replace")
    beside = target.with_name(f".{name}.{secrets.token_hex(6)}.part")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            if target.exists():
                os.fchmod(file.fileno(), stat.S_IMODE(target.stat().st_mode))
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
