"""The file of decisions beside a comparison: lines are added to its end, nothing in it is ever changed."""

import fcntl
import os
from collections.abc import Sequence
from pathlib import Path

from conspectus.errors import InputError, OutputError
from conspectus.model import Decision
from conspectus.review.lines import Parsed, line, parsed

ENDING = ".decisions.jsonl"


def beside(path: str) -> Path:
    """Where the decisions about a comparison lie: story.json and story.html have story.decisions.jsonl."""
    return Path(path).with_suffix(ENDING)


def load(path: Path) -> Parsed:
    """The decisions of a file, with the lines that are none; InputError where it cannot be read."""
    try:
        return parsed(path.read_bytes().decode("utf-8", "replace"))
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", str(path), "give a file of decisions") from error


def append(path: Path, decisions: Sequence[Decision]) -> int:
    """Add the decisions that the file does not hold yet; how many were added.

    A lock keeps two reviewers apart. The lines go to the end in one write that is forced to disk. A last line that
    broke off (a full disk, a lost connection) stays as it is: the new lines begin on a line of their own.
    """
    try:
        with path.open("a+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.seek(0)
            held = file.read()
            known = set(parsed(held.decode("utf-8", "replace")).decisions)
            new = [one for one in dict.fromkeys(decisions) if one not in known]
            apart = b"\n" if held and not held.endswith(b"\n") else b""
            if new:
                file.write(apart + "".join(map(line, new)).encode("ascii"))
                file.flush()
                os.fsync(file.fileno())
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror})", str(path), "write to another place") from error
    return len(new)
