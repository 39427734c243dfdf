"""Marks: what the words of two units show of the kind in which they differ, as numbers for the trees.

Counted is what one shows and the other does not: days, figures, places, roles, people, bodies, who says it and by which
verb, reserves, denials, words of extent and of time.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.entities.vocabulary import QUALIFIERS, TITLES, is_person
from conspectus.compare.matters.signs import Floats
from conspectus.compare.matters.units import Unit
from conspectus.compare.words import stem, word_set, words
from conspectus.model import Reading, Span

LISTED = {
    "reserve": word_set(
        """may might could would should can must likely unlikely possible possibly probably apparently reportedly
        allegedly alleged suspected expected plan plans planned planning consider considering considered weigh weighing
        if whether potential potentially seem seems appear appears try trying want wants hope hopes intend intends
        will going about soon set poised unclear believed thought suggest suggested suggests attempt"""
    ),
    "denial": word_set(
        """not no never none nor neither without denied deny denies refused refuse refuses declined decline rejected
        reject failed fail fails nothing nobody dismissed disputed dispute lack false untrue yet n't"""
    ),
    "extent": word_set(
        """all every each any some most many few several both only entire whole part partly mostly largely at least
        just even especially including except other others various certain general broad widely across nationwide
        more less fewer"""
    ),
    "when": word_set(
        """before after when while since until during later earlier ago now then today yesterday tomorrow tonight
        morning afternoon evening night week month year day last next recent recently previously already first
        once again"""
    ),
    "why": word_set("because over due reason after amid following cause caused causes blamed blame for as"),
    "role": frozenset(TITLES | QUALIFIERS),
}
"""Words that show of which kind a difference is, by sort."""
_LABELS = {
    "PERSON": "person", "ORG": "body", "NORP": "body", "GPE": "somewhere", "LOC": "somewhere", "FAC": "somewhere",
}  # fmt: skip
MARKS = tuple(
    f"{name}_{edge}"
    for name in (
        "time", "length", "amount", "place", "person", "body", "somewhere", "cue", "source", *LISTED,
        "digits", "quoted",
    )
    for edge in ("least", "most", "shared")
)  # fmt: skip
"""The marks in order: how many only one shows (the fewer, the more) and how many both show."""


def is_role(word: str) -> bool:
    """Whether a word in lower case names what somebody is."""
    return word in LISTED["role"] or is_person(word)


def marks(one: Unit, other: Unit, readings: Mapping[str, Reading]) -> Floats:
    """The marks of two units."""
    sides = [_shown(unit, readings[unit.span.article]) for unit in (one, other)]
    row: list[float] = []
    for name in [name.removesuffix("_least") for name in MARKS[::3]]:
        left, right = (side.get(name, frozenset()) for side in sides)
        row += [*sorted((min(len(left - right), 4), min(len(right - left), 4))), min(len(left & right), 4)]
    return np.array(row, np.float32)


def of_matter(members: Sequence[tuple[Unit, ...]], readings: Mapping[str, Reading]) -> Floats:
    """The marks [matters, marks] of the first two units of each matter."""
    return np.stack([marks(units[0], units[1], readings) for units in members])


_NEEDED = {
    "number": ("amount", "digits"), "date": ("time", "when"), "duration": ("length", "when"),
    "place": ("place", "somewhere"),
}  # fmt: skip
"""A difference of a kind that values have needs one that only one of the two shows."""


def of_kinds(rows: Floats, kinds: Sequence[str]) -> NDArray[np.bool_]:
    """Of which kinds a difference with these marks can be [rows, kinds]."""
    found = np.ones((len(rows), len(kinds)), bool)
    for at, kind in enumerate(kinds):
        if needed := [MARKS.index(f"{name}_most") for name in _NEEDED.get(kind, ())]:
            found[:, at] = rows[:, needed].any(axis=1)
    return found


def _shown(unit: Unit, reading: Reading) -> dict[str, frozenset[str]]:
    """What a unit shows of each sort, as stems."""
    found: dict[str, set[str]] = {}
    for name, span in _spans(unit, reading):
        found.setdefault(name, set()).add(" ".join(_stems(reading, span)))
    for word in words(reading.article, unit.shown, False):
        for part in word.norm.split():
            for name, listed in LISTED.items():
                if part in listed or (name == "role" and is_role(part)):
                    found.setdefault(name, set()).add(stem(part))
            if part[:1].isdigit():
                found.setdefault("digits", set()).add(part)
    return {name: frozenset(own) for name, own in found.items()}


def _stems(reading: Reading, span: Span) -> list[str]:
    return [stem(word.norm) for word in words(reading.article, span, False)]


def _spans(unit: Unit, reading: Reading) -> Iterator[tuple[str, Span]]:
    shown = unit.shown
    for time in reading.times:
        if time.span.overlaps(shown):
            yield ("length" if time.type == "DURATION" else "time"), time.span
    for name, read in (("amount", reading.amounts), ("place", reading.places), ("quoted", reading.quotations)):
        yield from ((name, one.span) for one in read if one.span.overlaps(shown))
    named = [name for name in reading.names if name.label in _LABELS and name.span.overlaps(shown)]
    yield from ((_LABELS[name.label], name.span) for name in named)
    for attribution in reading.attributions:
        yield from (("cue", span) for span in attribution.cue if span.overlaps(shown))
        yield from (("source", span) for span in attribution.source if span.overlaps(shown))
