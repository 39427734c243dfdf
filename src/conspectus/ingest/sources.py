"""Paths, folders, globs and standard input → the bytes of each input, or why they could not be read."""

import glob
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from conspectus.ingest.draft import Input
from conspectus.ingest.kinds import HEAD, LINES, STREAMED, SUFFIXES, format_of, has_known_ending
from conspectus.ingest.sidecar import NAME
from conspectus.model import Rejection

STREAM_FACTOR = 50
"""A file of many articles may be this many times larger than one article may."""
_MANY = (".json", ".xml", ".rss", ".atom")


def inputs(source: str, max_bytes: int, stdin: BinaryIO | None, sidecar: str | None) -> Iterator[Input | Rejection]:
    """Every input of one source; a folder's in order of path, without hidden files and sidecars.

    A file in a folder whose ending is unknown is told by its first bytes: it is taken if these are plainly
    those of an article's format, and else rejected by what it is.
    """
    if source == "-":
        yield _from_stream(stdin, max_bytes)
        return
    if os.path.isdir(source):
        yield from _from_folder(source, max_bytes, sidecar)
        return
    paths = matches(source)
    if not paths:
        pattern = any(sign in source for sign in "*?[")
        reason, advice = ("no file fits this pattern", "pattern") if pattern else ("there is no such file", "path")
        yield Rejection(source, "missing", reason, f"check the {advice}")
    for path in paths:
        yield _from_file(path, max_bytes)


def matches(source: str) -> list[str]:
    """The files that a path or a glob means."""
    if os.path.lexists(source):
        return [source]
    try:
        found = sorted(glob.glob(source, recursive=True))
    except ValueError:  # a NUL in a pattern
        return []
    return [path for path in found if not os.path.isdir(path) and os.path.basename(path) != NAME]


def _from_folder(folder: str, max_bytes: int, sidecar: str | None) -> Iterator[Input | Rejection]:
    closed: list[OSError] = []
    paths, links = [], []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links += [os.path.join(place, name) for name in folders if os.path.islink(os.path.join(place, name))]
        paths += [os.path.join(place, name) for name in files if not name.startswith(".") and name != NAME]
    given = os.path.abspath(sidecar) if sidecar else None
    paths = [path for path in sorted(paths, key=lambda path: Path(path).parts) if os.path.abspath(path) != given]
    if not (paths or links or closed):
        kinds = ", ".join(SUFFIXES)
        advice = f"it should hold files of these kinds: {kinds}"
        yield Rejection(folder, "no articles", "no article in this folder", advice)
    for path in paths:
        yield _from_file(path, max_bytes) if has_known_ending(path) else _of_unknown_ending(path, max_bytes)
    for path in sorted(links):
        yield Rejection(path, "linked folder", "links to folders are not followed", "give that folder itself")
    for error in closed:
        reason = f"this folder could not be opened ({error.strerror})"
        yield Rejection(str(error.filename), "no permission", reason, "change its permissions")


def _of_unknown_ending(path: str, max_bytes: int) -> Input | Rejection:
    """A file that the folder's owner may never have meant: only its first bytes are read to tell."""
    head = _bytes(path, HEAD)
    if isinstance(head, Rejection):
        return head
    kind = format_of(Input(path, head))
    if isinstance(kind, Rejection):
        return kind
    if kind != "text":
        return _from_file(path, max_bytes)
    ending = os.path.splitext(path)[1] or "no ending"
    reason = f"a text file with an unknown ending ({ending})"
    return Rejection(path, "unknown type", reason, "give it by its own path if it is an article")


def _from_file(path: str, max_bytes: int) -> Input | Rejection:
    if path.lower().endswith(STREAMED):
        head = _bytes(path, HEAD)
        return head if isinstance(head, Rejection) else Input(path, head, True, max_bytes)
    if path.lower().endswith(LINES):
        head = _bytes(path, HEAD)
        # What fits into the first bytes is read already.
        whole = isinstance(head, Rejection) or len(head) < HEAD
        return head if isinstance(head, Rejection) else Input(path, head, not whole, max_bytes)
    limit = max_bytes * STREAM_FACTOR if path.lower().endswith(_MANY) else max_bytes
    try:
        size = os.stat(path).st_size
    except (OSError, ValueError):
        size = 0  # told below, when it is opened
    if size > limit:
        return too_large(path, size, limit)
    data = _bytes(path, limit + 1)
    if isinstance(data, Rejection):
        return data
    return too_large(path, len(data), limit) if len(data) > limit else Input(path, data)


def _bytes(path: str, limit: int) -> bytes | Rejection:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return Rejection(
                path, "no file", "this is no ordinary file", "give a file, a folder or - for standard input"
            )
        with open(path, "rb") as file:
            return file.read(limit)
    except FileNotFoundError:
        return Rejection(path, "vanished", "the file is gone or its link leads nowhere", "check that it still exists")
    except PermissionError:
        return Rejection(path, "no permission", "this file may not be read", "change its permissions")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        return Rejection(path, "unreadable", f"the file could not be read ({why})", "check the path and the disk")


def _from_stream(stdin: BinaryIO | None, max_bytes: int) -> Input | Rejection:
    if stdin is None:
        return Rejection("-", "missing", "there is no standard input", "pipe an article in, or give a file")
    try:
        data = stdin.read(max_bytes + 1)
        limit = max_bytes
        if len(data) > limit and data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
            limit = max_bytes * STREAM_FACTOR
            data += stdin.read(limit - max_bytes)
    except (OSError, ValueError) as error:
        return Rejection("-", "unreadable", f"standard input broke off ({error})", "pipe the article in again")
    return too_large("-", None, limit) if len(data) > limit else Input("-", data)


def too_large(name: str, size: int | None, limit: int) -> Rejection:
    """``size`` in bytes, None where only so much is known that it is over the limit."""
    reason = "more" if size is None else f"{size / 1e6:.1f} MB is more"
    reason += f" than the {limit / 1e6:.1f} MB that may be taken in"
    return Rejection(name, "too large", reason, "give the article alone, or raise --max-bytes")
