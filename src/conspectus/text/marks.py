"""Pairing of quotation marks, paragraph by paragraph.

Every mark glyph is first judged by its neighbours (white space before and a word after: it opens; a word
before and white space or punctuation after: it closes), then by its shape, then by what is open. Double
marks and guillemets are paired first, with a stack; single marks afterwards, inside the stretches that the
double ones leave, because most single marks are apostrophes. Linear in the length of the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from conspectus.text.doubles import Open, Stretch, pair_doubles
from conspectus.text.glyphs import Glyph, glyphs
from conspectus.text.singles import pair_singles

Style = Literal["curly", "straight", "single", "guillemet", "low-high"]
_STYLES: dict[str, Style] = {
    "“": "curly", "”": "curly", "‟": "curly", "„": "low-high", "‚": "low-high", '"': "straight",
    "``": "straight", "''": "straight", "‘‘": "curly", "’’": "curly", "«": "guillemet", "»": "guillemet",
    "‹": "guillemet", "›": "guillemet", "'": "single", "‘": "single", "’": "single", "‛": "single", "`": "single",
}  # fmt: skip
_VISIBLE = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation: [start, end) with its marks, [inner_start, inner_end) without them.

    ``style`` names the opening mark, ``depth`` counts the quotations around it. ``closed`` is False where
    no closing mark was found; then it ends with its paragraph, or before the next mark that opens.
    ``continues`` is True where the next paragraph takes it up again. Offsets are half-open code points.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    style: Style
    depth: int
    closed: bool
    continues: bool


@dataclass(frozen=True, slots=True)
class Pairing:
    """``marks`` in document order; ``strays`` are the offsets of marks that belong to no quotation."""

    marks: tuple[Mark, ...]
    strays: tuple[tuple[int, int], ...]


def pair_marks(text: str, stretches: Sequence[tuple[int, int]]) -> tuple[Mark, ...]:
    """The quotations of ``text``; ``stretches`` are its paragraphs (half-open, ascending, apart).

    A paragraph that opens a quotation without closing it goes on in the next one when that begins with an
    opening mark (the news convention) or closes a mark that it never opened. Never raises on any text.
    """
    return pairing(text, stretches).marks


def pairing(text: str, stretches: Sequence[tuple[int, int]]) -> Pairing:
    """As ``pair_marks``, together with the marks that found no partner."""
    marks: list[Mark] = []
    strays: list[tuple[int, int]] = []
    held: int | None = None
    for stretch in stretches:
        pending = marks[held] if held is not None else None
        found, lost = _paragraph(text, stretch, pending)
        if held is not None and pending is not None and found and _resumes(pending, found[0], stretch[0]):
            marks[held] = replace(pending, continues=True)
        held = next((len(marks) + at for at, mark in enumerate(found) if _left_open(mark, stretch[1])), None)
        marks.extend(found)
        strays.extend(lost)
    return Pairing(tuple(marks), tuple(strays))


def _left_open(mark: Mark, end: int) -> bool:
    return not mark.closed and mark.end == end and mark.depth == 0


def _resumes(pending: Mark, first: Mark, start: int) -> bool:
    return first.start == start and first.depth == 0 and (first.style == "single") == (pending.style == "single")


def _paragraph(text: str, stretch: tuple[int, int], pending: Mark | None) -> tuple[list[Mark], list[tuple[int, int]]]:
    start, end = stretch
    every = list(glyphs(text, start, end))
    if not every:
        return [], []
    resumable = pending is not None and pending.style != "single"
    found, singles, lost = pair_doubles(every, Stretch(text, start, end), resumable)
    ranges = [*_doubles(found, pending), *_singles(text, stretch, found, singles)]
    marks = []
    for mark in ranges:
        # Searched in place: to cut the words out of quotations that stand in each other would cost their depth again.
        if _VISIBLE.search(text, mark.inner_start, mark.inner_end):
            marks.append(mark)
        else:
            lost.append((mark.start, mark.end))
    return _nested(marks), sorted(lost)


def _doubles(found: list[Open], pending: Mark | None) -> list[Mark]:
    made = []
    for one in found:
        shape = one.shape or "“"
        style = pending.style if not one.shape and pending else _STYLES[shape]
        made.append(Mark(one.start, one.end, one.inner_start, one.inner_end, style, 0, one.closed, False))
    return made


def _singles(text: str, stretch: tuple[int, int], doubles: list[Open], singles: list[Glyph]) -> list[Mark]:
    made = []
    for group in _regions(doubles, singles):
        for pair in pair_singles(text, group, stretch[0]):
            opening, closing = pair.opening, pair.closing
            inner_end = closing.start if closing else stretch[1]
            end = closing.end if closing else stretch[1]
            style = _STYLES[opening.shape]
            made.append(Mark(opening.start, end, opening.end, inner_end, style, 0, closing is not None, False))
    return made


def _regions(doubles: list[Open], singles: list[Glyph]) -> list[list[Glyph]]:
    """The single glyphs grouped by the innermost double quotation they stand in."""
    groups: dict[int, list[Glyph]] = {}
    around: list[Open] = []
    waiting = sorted(doubles, key=lambda one: (one.start, -one.end))
    at = 0
    for glyph in singles:
        while at < len(waiting) and waiting[at].start < glyph.start:
            while around and around[-1].end <= waiting[at].start:
                around.pop()
            around.append(waiting[at])
            at += 1
        while around and around[-1].end <= glyph.start:
            around.pop()
        groups.setdefault(around[-1].start if around else -1, []).append(glyph)
    return list(groups.values())


def _nested(marks: list[Mark]) -> list[Mark]:
    """In document order, each with the number of marks around it."""
    placed = []
    ends: list[int] = []
    for mark in sorted(marks, key=lambda one: (one.start, -one.end)):
        while ends and ends[-1] <= mark.start:
            ends.pop()
        placed.append(replace(mark, depth=len(ends)) if ends else mark)
        ends.append(mark.end)
    return placed
