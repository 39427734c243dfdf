"""The one coordinate system: (article, part, start, end) in half-open code points.

A span's words are always ``article.part(span.part)[span.start:span.end]``. Token, byte and
view offsets never leave the function that made them.
"""

from dataclasses import dataclass
from typing import Literal

Part = Literal["title", "body"]
PARTS: tuple[Part, ...] = ("title", "body")
"""Both parts, in reading order."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one part of one article, half-open, counted in code points."""

    article: str
    part: Part
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0, not {self.start}..{self.end}")

    def __eq__(self, other: object) -> bool:
        # As the dataclass would have it, the numbers first: most spans that are held against each other differ there.
        if not isinstance(other, Span):
            return NotImplemented
        return (
            self.start == other.start
            and self.end == other.end
            and self.part == other.part
            and self.article == other.article
        )

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """True when both cover at least one code point in common."""
        # The numbers first: they rule most out, and these two are asked millions of times.
        return (
            self.start < other.end
            and other.start < self.end
            and self.part == other.part
            and self.article == other.article
        )

    def contains(self, other: "Span") -> bool:
        """True when every code point of ``other`` lies in this span."""
        return (
            self.start <= other.start
            and other.end <= self.end
            and self.part == other.part
            and self.article == other.article
        )


@dataclass(frozen=True, slots=True)
class Made:
    """Who made a record: the component and its version."""

    component: str
    version: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader of the results has to know: a stable code, one plain sentence, where."""

    code: str
    message: str
    span: Span | None = None
