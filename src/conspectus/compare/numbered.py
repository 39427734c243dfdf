"""One of several: which gate, room or platform it was, and which place a thing has among the largest of its kind.

Compared are nouns for parts of a site, a building or a vehicle with the letter or number that tells which one ("Gate
C", "Room 12"), and ranks by size ("the third-largest lender") of nouns that mean alike. Only where each article names
one such part, or gives one such rank, and the other names another: a tension, for the articles may tell of two.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from conspectus.compare.check import Check, Evidence
from conspectus.compare.context import sentences_of
from conspectus.compare.letters import Letters
from conspectus.compare.words import stem
from conspectus.model import PARTS, Finding, Made, Part, Property, Reading, Side, Span, finding_id

MADE = Made("compare.numbered", "1")
_PARTS = (
    "gate coach carriage terminal runway platform pier berth room courtroom ward hall tower floor row lane flight lift"
    " junction exit hangar shaft reactor turbine tunnel warehouse pitch court barrack cell"
)
_NUMBERS = "second third fourth fifth sixth seventh eighth ninth tenth"
_SIZES = {"largest": "largest", "biggest": "largest", "deadliest": "deadliest", "longest": "longest",
          "tallest": "tallest", "highest": "tallest", "oldest": "oldest", "busiest": "busiest", "richest": "richest",
          "wealthiest": "richest"}  # fmt: skip
_ALIKE = 0.3
"""Likeness of two nouns that may be words for one thing ("lender", "bank")."""


@dataclass(frozen=True, slots=True)
class One:
    """One of several: ``sort`` is the part or the size, ``noun`` the stem of what has the rank, ``which`` tells it."""

    span: Span
    sort: str
    noun: str
    which: str


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    parts = "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in _PARTS.split())
    numbers, sizes = _NUMBERS.replace(" ", "|"), "|".join(_SIZES)
    return (
        re.compile(rf"\b({parts}) ((?:No\. ?)?(?:[A-Z]?\d{{1,4}}[A-Z]?|[A-Z]))(?=[\s,;:)”\"’]|\.\D|\.$)(?! ?[-–]\d)"),
        re.compile(rf"\b({numbers})[- ]({sizes}) (?:\w+ )??(\w+)(?=[\s,.;:)]|$)"),
    )


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    readings = {reading.article.id: reading for reading in sorted(evidence.readings, key=lambda one: one.article.id)}
    told = {article: list(_told(reading)) for article, reading in readings.items()}
    found: list[Finding] = []
    for sort in sorted({one.sort for own in told.values() for one in own}):
        given = {article: one for article, own in told.items() if (one := _only([o for o in own if o.sort == sort]))}
        apart = [pair for pair in combinations(given.values(), 2) if _apart(*pair)]
        if apart:
            shown = {one.span.article: one for pair in reversed(apart) for one in pair}
            found.append(_finding([shown[article] for article in sorted(shown)], readings))
    return tuple(found)


def _told(reading: Reading) -> Iterator[One]:
    parts, ranks = _forms()
    for part in PARTS:
        text = reading.article.part(part)
        for at in parts.finditer(text):
            yield One(_span(reading, part, at), at[1].lower(), "", at[2].removeprefix("No.").strip())
        for at in ranks.finditer(text):
            yield One(_span(reading, part, at), _SIZES[at[2]], stem(at[3].lower()), at[1].lower())


def _span(reading: Reading, part: Part, at: re.Match[str]) -> Span:
    return Span(reading.article.id, part, at.start(), at.end())


def _only(given: Sequence[One]) -> One | None:
    """The one that an article names, None where it names two of them or none."""
    return given[0] if len({one.which for one in given}) == 1 else None


def _apart(one: One, other: One) -> bool:
    if one.which == other.which:
        return False
    return not one.noun or one.noun == other.noun or _alike(one.noun, other.noun)


def _alike(one: str, other: str) -> bool:
    from conspectus.compare.clauses.lexicon import lexicon

    words = lexicon()
    return float(words.vector(one) @ words.vector(other)) >= _ALIKE


def _finding(shown: Sequence[One], readings: dict[str, Reading]) -> Finding:
    letters, rank = Letters(), bool(shown[0].noun)
    sides = tuple(
        Side(o.span.article, (o.span,), sentences_of(readings[o.span.article], o.span), o.which, letters.of(o.which))
        for o in shown
    )
    kind: Property = "number" if rank else "place"
    printed = sorted({f"“{readings[o.span.article].article.words(o.span)}”" for o in shown})
    return Finding(
        id=finding_id("discrepancy", kind, [span for side in sides for span in side.spans]),
        kind="discrepancy", property=kind, verdict="differ", severity="tension",
        title=f"Which place by size: {shown[0].sort}" if rank else f"Which {shown[0].sort}", sides=sides,
        missing=tuple(article for article in readings if article not in {o.span.article for o in shown}),
        reconciled=None, certainty=0.5, origin=None, collation=(), made=MADE,
        reason=f"Each article gives one alone: {' and '.join(printed)}; they may tell of two.",
    )  # fmt: skip


CHECK = Check(MADE, __doc__ or "", _run)
