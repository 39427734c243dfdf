"""The glyphs that may be quotation marks, each with what its neighbours allow it to be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Family = Literal["double", "guillemet", "single"]

_RUN = re.compile(r"[\"“”„‟«»‹›'‘’‚‛`]+")
_GLYPH = re.compile(r"\"+|“+|”+|[„‟]|``|''|‘‘|’’|[«»‹›]|['‘’‚‛`]")
_GUILLEMETS = frozenset("«»‹›")
_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e")
_BEFORE = frozenset("([{<—–―-/=*_~|>:¿¡")
_AFTER = frozenset(".,;:!?)]}<—–―-/…*_|")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A mark glyph or a doubled one: [start, end) in the text, ``shape`` its kind.

    ``left`` and ``right`` are the characters around the run of mark glyphs it stands in (a space at the
    edge of the paragraph); ``opens`` and ``closes`` say what they allow. Both or neither may hold.
    """

    start: int
    end: int
    shape: str
    family: Family
    left: str
    right: str
    opens: bool
    closes: bool


def glyphs(text: str, start: int, end: int) -> Iterator[Glyph]:
    """The mark glyphs of ``text[start:end]`` in order; an apostrophe inside a word is none of them."""
    for run in _RUN.finditer(text, start, end):
        left, right = _beside(text, run, start, end)
        if left.isalnum() and right.isalnum() and run.group() in "'’":
            continue
        blank_left, blank_right = is_blank(left), is_blank(right)
        opens = (blank_left or left in _BEFORE) and not blank_right
        closes = (blank_right or right in _AFTER) and not blank_left
        for part in _parts(text, run, opens or closes):
            shape = text[part[0] : part[1]]
            shape = shape if shape in ("``", "''", "‘‘", "’’") else shape[0]
            yield Glyph(*part, shape, _family(shape), left, right, opens, closes)


def _beside(text: str, run: re.Match[str], start: int, end: int) -> tuple[str, str]:
    """The characters around a run, past those that print nothing; a space at the edge of the paragraph."""
    before, after = run.start() - 1, run.end()
    while before >= start and text[before] in _INVISIBLE:
        before -= 1
    while after < end and text[after] in _INVISIBLE:
        after += 1
    return (text[before] if before >= start else " "), (text[after] if after < end else " ")


def is_blank(char: str) -> bool:
    """True for white space and for a character that prints nothing."""
    return char.isspace() or char in _INVISIBLE


def _parts(text: str, run: re.Match[str], one_way: bool) -> Iterator[tuple[int, int]]:
    """The glyphs of a run. Between two words ``""`` is one quotation ending and one beginning."""
    for found in _GLYPH.finditer(text, run.start(), run.end()):
        if found.group()[0] in '"“”' and not one_way:
            yield from ((at, at + 1) for at in range(found.start(), found.end()))
        else:
            yield found.span()


def _family(shape: str) -> Family:
    if shape in _GUILLEMETS:
        return "guillemet"
    return "single" if len(shape) == 1 and shape in "'‘’‚‛`" else "double"
