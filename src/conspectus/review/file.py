"""The file of decisions beside a comparison: lines are added to its end, nothing in it is ever changed."""

import fcntl
import os
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from conspectus.errors import InputError, OutputError
from conspectus.model import Decision
from conspectus.review.lines import FORMAT, Parsed, line, parsed

ENDING = ".decisions.jsonl"
_OPENING = f'{{"format":"{FORMAT.partition("/")[0]}'.encode()


def beside(path: str) -> Path:
    """Where the decisions about a comparison lie: story.json and story.html have story.decisions.jsonl."""
    return Path(path).with_suffix(ENDING)


def load(path: Path) -> Parsed:
    """The decisions of a file, with the lines that are none; InputError where it is none or cannot be read."""
    try:
        held = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", str(path), "give a file of decisions") from error
    found = parsed(held.decode("utf-8", "surrogateescape"))
    if not _is_ours(held, found):
        raise InputError("is no file of decisions", str(path), "give what conspectus review or a page wrote")
    return found


def append(path: Path, decisions: Sequence[Decision]) -> int:
    """Add the decisions that the file does not hold yet; how many were added.

    A lock keeps two reviewers apart. The lines go to the end and are forced to disk; where that fails nothing of them
    stays. A last line that broke off (a lost connection) stays as it is: the new lines begin on a line of their own.
    OutputError where it cannot be written, or is a file of something else.
    """
    if path.exists() and not path.is_file():
        raise OutputError("is no file", str(path), "give the file that is to hold the decisions")
    try:
        with path.open("a+b", buffering=0) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.seek(0)
            held = file.read()
            found = parsed(held.decode("utf-8", "surrogateescape"))
            if not _is_ours(held, found):
                raise OutputError("is no file of decisions, and stays as it is", str(path), "give another name")
            known = set(found.decisions)
            new = [one for one in dict.fromkeys(decisions) if one not in known]
            apart = b"\n" if held and not held.endswith(b"\n") else b""
            if new:
                _add(file, len(held), apart + "".join(map(line, new)).encode("ascii"))
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror})", str(path), "write to another place") from error
    return len(new)


def _add(file: BinaryIO, end: int, lines: bytes) -> None:
    """All of the lines behind ``end``, or nothing of them."""
    try:
        rest = memoryview(lines)
        while rest:
            rest = rest[file.write(rest) :]
        os.fsync(file.fileno())
    except BaseException:
        file.truncate(end)
        raise


def _is_ours(held: bytes, found: Parsed) -> bool:
    """Nothing, lines of decisions, or the beginning of one: behind what is of another kind nothing is written."""
    begin = held.removeprefix(b"\xef\xbb\xbf")[:1000].replace(b" ", b"").lstrip()[: len(_OPENING)]
    return bool(found.decisions) or _OPENING.startswith(begin)
