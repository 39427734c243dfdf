"""What the finders hand to each other before spans are made."""

from dataclasses import dataclass

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
