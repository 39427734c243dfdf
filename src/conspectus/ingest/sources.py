"""Paths, folders, globs and standard input → the bytes of each input, or why they could not be read."""

import glob
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from conspectus.ingest.draft import Input
from conspectus.ingest.sidecar import NAME
from conspectus.model import Rejection

SUFFIXES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson", ".pdf", ".docx")
_STREAM_FACTOR = 50
"""A file of many articles may be this many times larger than one article may."""


def inputs(sources: tuple[str, ...], max_bytes: int, stdin: BinaryIO | None) -> Iterator[Input | Rejection]:
    """Every input in the order given; folders in order of name, without hidden files and sidecars."""
    for source in sources:
        if source == "-":
            yield _from_stream(stdin, max_bytes)
            continue
        paths = _paths(source)
        if not paths:
            yield _nothing(source)
        for path in paths:
            yield _from_file(path, max_bytes)
        yield from _passed_over(source)


def _paths(source: str) -> list[str]:
    if os.path.isdir(source):
        return [str(path) for path in sorted(Path(source).rglob("*")) if _wanted(path, Path(source))]
    if os.path.lexists(source):
        return [source]
    found = [path for path in sorted(glob.glob(source, recursive=True)) if not os.path.isdir(path)]
    return [path for path in found if os.path.basename(path) != NAME]


def _wanted(path: Path, root: Path) -> bool:
    return _visible(path, root) and path.suffix.lower() in SUFFIXES


def _visible(path: Path, root: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
    return not hidden and path.name != NAME and not path.is_dir()


def _passed_over(source: str) -> Iterator[Rejection]:
    """The files of a folder that no format is known for: told, so that none is missed in silence."""
    if os.path.isdir(source):
        for path in sorted(Path(source).rglob("*")):
            if _visible(path, Path(source)) and path.suffix.lower() not in SUFFIXES:
                kind = path.suffix or "no ending"
                yield Rejection(
                    str(path),
                    "other kind",
                    f"a file of this kind ({kind}) is no article",
                    "give it by its own path if it is",
                )


def _nothing(source: str) -> Rejection:
    if os.path.isdir(source):
        kinds = ", ".join(SUFFIXES)
        return Rejection(
            source, "no articles", "no article in this folder", f"it should hold files of these kinds: {kinds}"
        )
    if any(sign in source for sign in "*?["):
        return Rejection(source, "missing", "no file fits this pattern", "check the pattern")
    return Rejection(source, "missing", "there is no such file", "check the path")


def _from_file(path: str, max_bytes: int) -> Input | Rejection:
    try:
        about = os.stat(path)
        if not stat.S_ISREG(about.st_mode):
            return Rejection(
                path, "no file", "this is no ordinary file", "give a file, a folder or - for standard input"
            )
        limit = _limit(path, max_bytes)
        if about.st_size > limit:
            return _too_large(path, about.st_size, max_bytes)
        with open(path, "rb") as file:
            return Input(path, file.read())
    except FileNotFoundError:
        return Rejection(path, "vanished", "the file is gone or its link leads nowhere", "check that it still exists")
    except PermissionError:
        return Rejection(path, "no permission", "this file may not be read", "change its permissions")
    except OSError as error:
        return Rejection(
            path, "unreadable", f"the file could not be read ({error.strerror or error})", "check the disk"
        )


def _limit(path: str, max_bytes: int) -> int:
    many = path.lower().endswith((".jsonl", ".ndjson", ".json"))
    return max_bytes * _STREAM_FACTOR if many else max_bytes


def _from_stream(stdin: BinaryIO | None, max_bytes: int) -> Input | Rejection:
    if stdin is None:
        return Rejection("-", "missing", "there is no standard input", "pipe an article in, or give a file")
    data = stdin.read(max_bytes + 1)
    if len(data) > max_bytes:
        return _too_large("-", len(data), max_bytes)
    return Input("-", data)


def _too_large(name: str, size: int, max_bytes: int) -> Rejection:
    reason = f"{size / 1e6:.1f} MB is more than the {max_bytes / 1e6:.1f} MB that one article may have"
    return Rejection(name, "too large", reason, "give the article alone, or raise --max-bytes")
