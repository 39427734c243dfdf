"""Single quotation marks: the few among many apostrophes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from conspectus.text.glyphs import Glyph, is_blank

_ELIDED = re.compile(
    r"(?:em|n|til|till|cause|tis|twas|bout|round|cos|cuz|coz|neath|nuff|kay|ere|er|im|Til|Tis|Twas)\b|\d0s\b", re.ASCII
)
_YEAR = re.compile(r"\d\d\b(?![,.]?\d)", re.ASCII)
_CLIPPED = re.compile(r"\b(?:\w+in|o|th|an|n|ol|lil|mo|po|wi|d|t)$", re.ASCII)
_INSIDE = frozenset('“"«„$£€[(….#@‹')


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening single mark and its closing one, None where it was not found."""

    opening: Glyph
    closing: Glyph | None


def pair_singles(text: str, found: Iterable[Glyph], start: int) -> Iterator[Pair]:
    """Pair the single marks of one stretch that no double mark divides; ``start`` is its paragraph's.

    An opening mark takes the first mark that surely closes before the next one that opens, else the first
    that may be a plural possessive. Marks that are left over are apostrophes, except one that opens the
    paragraph.
    """
    opening: Glyph | None = None
    doubtful: Glyph | None = None
    for glyph in found:
        if opening is None:
            opening = glyph if _opens(text, glyph, start) else None
        elif glyph.closes and glyph.start > opening.end:
            if _surely_closes(text, glyph):
                yield Pair(opening, glyph)
                opening = doubtful = None
            else:
                doubtful = doubtful or glyph
        elif _opens(text, glyph, start):
            yield from _settle(opening, doubtful, start)
            opening, doubtful = glyph, None
    if opening is not None:
        yield from _settle(opening, doubtful, start)


def _settle(opening: Glyph, doubtful: Glyph | None, start: int) -> Iterator[Pair]:
    if doubtful is not None:
        yield Pair(opening, doubtful)
    elif opening.start == start and opening.shape in "'‘" and opening.right.isupper():
        yield Pair(opening, None)


def _opens(text: str, glyph: Glyph, start: int) -> bool:
    if not glyph.opens or glyph.closes or not (glyph.right.isalnum() or glyph.right in _INSIDE):
        return False
    if glyph.shape == "’" and not (is_blank(glyph.left) and glyph.right.isupper()):
        return False
    if _ELIDED.match(text, glyph.end):
        return False
    after_words = glyph.start > start + 1 and text[glyph.start - 2].isalnum()
    return not (after_words and _YEAR.match(text, glyph.end))


def _surely_closes(text: str, glyph: Glyph) -> bool:
    if not glyph.left.isalnum():
        return True
    if glyph.left.isdigit():
        return False
    if not is_blank(glyph.right) or glyph.end >= len(text):
        return True
    return glyph.left not in "sSxXzZ" and not _CLIPPED.search(text, max(0, glyph.start - 20), glyph.start)
