"""Articles that do not belong: about another event, or in a language that is not compared.

Two articles are near when the words they share, each weighted by how rare it is in news, are a fair part of both
(cosine). The largest group of articles linked by nearness is the story. An article outside of it is named in a
note and kept out of the comparison. Where no group is larger than all others (two articles that share only a
headline) nobody can say which is the stray: all stay, a note says how little they share, and nothing is called missing.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from conspectus.compare.words import content
from conspectus.model import Note, Reading, Span

if TYPE_CHECKING:
    from conspectus.compare.clauses.lexicon import Lexicon

_NEAR = 0.12
"""From this cosine on, two articles may tell one event (of 129 articles of 43 stories none is further from all)."""
_NEAR_SHORT = 0.09
"""The same where one of them is short."""
_SHORT = 60
"""Different content words below which an article is short."""
_LONG_AGO = 180
"""Days between two articles from which on the reader is told."""
_LANGUAGE = "en"

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Sorted:
    """The readings to compare, in the order given; the notes on the others; whether they are shown to be one story."""

    kept: tuple[Reading, ...]
    notes: tuple[Note, ...]
    one_story: bool


def sorted_out(readings: Sequence[Reading]) -> Sorted:
    """Which readings are compared; independent of their order but for the order of the notes."""
    native = [r for r in readings if r.article.language.code in (None, _LANGUAGE)] or list(readings)
    ids = {r.article.id for r in native}
    story = _story(native)
    kept = tuple(r for r in native if story is None or r.article.id in story)
    notes = [_foreign(r) for r in readings if r.article.id not in ids]
    notes += [_stray(r) for r in native if story is not None and r.article.id not in story]
    if story is None:
        notes.append(
            Note(
                "little in common",
                "the articles share few names and rare words and may tell different events: nothing is called missing",
            )
        )
    return Sorted(kept, (*notes, *_apart_in_time(kept)), story is not None)


def _story(readings: Sequence[Reading]) -> frozenset[str] | None:
    """The ids of the largest group of articles linked by nearness, with those that tell nothing to go by.

    None where no group is larger than the others.
    """
    from conspectus.compare.clauses.lexicon import lexicon

    bags = {reading.article.id: _bag(reading, lexicon()) for reading in readings if reading.statements}
    linked: dict[str, set[str]] = {one: {one} for one in bags}
    for one, other in combinations(sorted(bags), 2):
        if linked[one] is not linked[other] and _near(bags[one], bags[other]):
            linked[one] |= linked[other]
            for member in linked[other]:
                linked[member] = linked[one]
    sizes = sorted((len(group) for group in {id(g): g for g in linked.values()}.values()), reverse=True)
    if len(sizes) > 1 and sizes[0] == sizes[1]:
        return None
    return frozenset(r.article.id for r in readings) - linked.keys() | max(linked.values(), key=len, default=set())


def _bag(reading: Reading, known: "Lexicon") -> Weights:
    counts: Counter[str] = Counter()
    # A headline may be a column's or a series', so what the bodies tell decides.
    for sentence in (s for s in reading.sentences if s.span.part == "body"):
        counts.update(content(reading.article, sentence.span))
    return {one: (1 + math.log(count)) * known.weight(one) for one, count in counts.items()}


def _near(one: Weights, other: Weights) -> bool:
    lengths = [math.sqrt(math.fsum(v * v for v in bag.values())) or 1.0 for bag in (one, other)]
    shared = math.fsum(one[word] * other[word] for word in one.keys() & other.keys())
    enough = _NEAR_SHORT if min(len(one), len(other)) < _SHORT else _NEAR
    return round(shared / (lengths[0] * lengths[1]), 3) >= enough


def _whole(reading: Reading) -> Span:
    return Span(reading.article.id, "body", 0, len(reading.article.body))


def _foreign(reading: Reading) -> Note:
    code = reading.article.language.code
    message = f"{reading.article.raw.name} is in another language ({code}) and is not compared with the others"
    return Note("another language", message, _whole(reading))


def _stray(reading: Reading) -> Note:
    message = (
        f"{reading.article.raw.name} shares few names and rare words with the others: it seems to tell another event, "
        "and is not compared with them"
    )
    return Note("stray article", message, _whole(reading))


def _apart_in_time(readings: Sequence[Reading]) -> tuple[Note, ...]:
    days = sorted(d for r in readings if (d := _day(r.article.published.value)) is not None)
    if len(days) < 2 or (days[-1] - days[0]).days < _LONG_AGO:
        return ()
    months = round((days[-1] - days[0]).days / 30.44)
    length = f"{months} months" if months < 24 else f"{round(months / 12)} years"
    message = f"the first and the last article are {length} apart: what differs may be what has changed since"
    return (Note("far apart in time", message),)


def _day(published: str | None) -> date | None:
    """The day of publication, the first of a month or year where no more is known."""
    if not published:
        return None
    parts = [int(part) for part in published[:10].split("-")]
    year, month, day = [*parts, 1, 1][:3]
    return date(year, month, day)
