"""What a format yields before anything is known about it: the strings it found in the bytes, and notes."""

import logging
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from conspectus.model import Rejection


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read in and how many places could not be decoded (each stands as U+FFFD)."""

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
    """The bytes of one input and the name they came under.

    Of a file that is read record by record, ``streamed`` is True, ``data`` its first bytes, ``name`` its path, and
    ``limit`` the most bytes that one article may have. ``charset`` is what a page was sent as, where that is known.
    """

    name: str
    data: bytes
    streamed: bool = False
    limit: int = 0
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a streamed file, before anything is made of it: a page of an archive, or a line of JSON.

    ``name`` is the file's with the record's number, ``address`` where the file says that it is from, ``charset`` what
    it was sent as, ``cut`` why a page is not whole, in the archive's words.
    """

    name: str
    file: str
    kind: Literal["page", "line"]
    data: bytes
    address: str | None = None
    charset: str | None = None
    cut: str | None = None


Drafts = Iterator[Draft | Rejection]
Records = Iterator[Record | Rejection]


def is_blank(text: str) -> bool:
    """Whether a text has nothing to read: white space, controls and invisible marks alone."""
    return all(char.isspace() or unicodedata.category(char) in ("Cc", "Cf") for char in text)


def quiet(name: str) -> None:
    """Keep a parser's warnings from the terminal, where no logging is set up; rejections say what matters."""
    logger = logging.getLogger(name)
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def told(what: str, error: Exception) -> str:
    """Why a parser gave up, as one line of bearable length."""
    why = " ".join(str(error).split())[:120] or type(error).__name__
    return f"{what} cannot be read ({why})"
