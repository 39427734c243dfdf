"""What two articles have in common, and what that says about where their words come from."""

from dataclasses import dataclass
from typing import Literal

from conspectus.model.spans import Made, Span

Standing = Literal["own", "speech", "furniture"]
"""Whose words a passage is: the articles' own narration, someone's speech, or what a page puts around its text."""

OriginKind = Literal[
    "release", "statement", "speech", "interview", "post", "document", "news conference", "testimony", "broadcast"
]
"""Through what words first came, as far as an article says."""

Derived = Literal["copy", "rewrite", "partial", "quotes only", "independent"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of the same words in two articles, of ``length`` words, as printed in each."""

    one: Span
    other: Span
    length: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Derivation:
    """How two articles' texts are related, by the words they share.

    ``shares`` are the shares (0..1) of each article's own words that the other has too. ``label`` is *copy* (the
    same text but for captions, house style, a cut tail), *rewrite* (as a whole a version of the other or of a
    common source), *partial* (takes blocks into a text of its own), *quotes only* (shares speech and nothing else)
    or *independent* (shares no text beyond names and stock phrases). The first three are called derived.
    """

    one: str
    other: str
    label: Derived
    shares: tuple[float, float]
    passages: tuple[Passage, ...]
    reason: str
    made: Made

    @property
    def derived(self) -> bool:
        return self.label in ("copy", "rewrite", "partial")
