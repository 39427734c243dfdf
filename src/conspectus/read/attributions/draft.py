"""What the finders hand to each other before records are made."""

from dataclasses import dataclass

from conspectus.model import Attribution, Span
from conspectus.read.attributions.ground import Range


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in token ranges of one paragraph.

    ``head`` is the cue's head token. ``says`` is True when its cue can introduce quoted words.
    ``frame`` names the pattern that found it.
    """

    head: int
    frame: str
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    says: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """Source (may be empty), cue (may be empty) and content in article spans."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ByRule:
    """What rules find: the attributions that the grammar shows, and what the layout of the page says."""

    grammar: tuple[Attribution, ...] = ()
    layout: tuple[Parts, ...] = ()
