"""What a reader is: a pure function with its name, version, needs and what it provides."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from conspectus.model import Article, Made, Reading
from conspectus.read.models import Models
from conspectus.read.parse import Parse

Run = Callable[[Article, Parse, Reading, Models], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Reader:
    """One stage of reading.

    ``requires`` are the Reading fields that have to be filled before, ``provides`` the one that
    ``run`` returns records for. ``run`` never changes what it is given.
    """

    name: str
    version: str
    requires: tuple[str, ...]
    provides: str
    run: Run

    @property
    def made(self) -> Made:
        return Made(f"read.{self.name}", self.version)
