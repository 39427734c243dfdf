"""What a format yields before anything is known about it: the strings it found in the bytes, and notes."""

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.model import Rejection


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read in and how many bytes could not be decoded (they stand as U+FFFD)."""

    text: str
    encoding: str
    replaced: int


@dataclass(frozen=True, slots=True)
class Given:
    """A value the input itself gives, and where in it."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its format found it. ``name`` is the file, with ``:line`` or ``[n]`` where it holds several.

    ``looked_for`` says in words where this format keeps outlet, date and address, for the case they are missing.
    """

    name: str
    data: bytes
    media_type: str
    encoding: str | None
    replaced: int
    extractor: str
    extractor_version: str
    body: str
    looked_for: str
    title: str = ""
    outlet: Given | None = None
    published: Given | None = None
    url: Given | None = None
    authors: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Input:
    """The bytes of one input and the name they came under."""

    name: str
    data: bytes


Drafts = Iterator[Draft | Rejection]
