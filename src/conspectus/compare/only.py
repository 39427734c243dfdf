"""Only here: what one article tells, or some do, and what was not found in the others.

Told means: a clause with enough words of its own. Not found means: the whole other article was searched, sentence
by sentence and with the sentences around, for its names, figures and rarer words, and no place has more than a small
part of them. An article that tells it in quite other words may still be taken for silent; one that shares a
name and a figure never is.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from conspectus.compare.check import Check, Evidence
from conspectus.compare.words import stem, words
from conspectus.model import Finding, Made, Reading, Side, Span, Statement, finding_id

MADE = Made("compare.only", "1")
_FOUND = 0.27
"""From this share of a statement's weighted words in one place on, it may be told there."""
_LEAST = 4
"""A statement with fewer words of its own says too little to look for."""
_MOST = 10
"""So many a set of articles, the weightiest first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Two sentences in a row of an article, as a set of stems."""

    stems: frozenset[str]


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    if len(evidence.readings) < 2:
        return ()
    readings = {reading.article.id: reading for reading in evidence.readings}
    places = {article: _places(reading) for article, reading in readings.items()}
    rare = _rarity(readings.values())
    together = {one: alignment.statements for alignment in evidence.alignments for one in alignment.statements}
    statements = {s.id: s for reading in evidence.readings for s in reading.statements}
    found: dict[tuple[str, ...], list[tuple[float, Finding]]] = {}
    done: set[str] = set()
    for name in sorted(statements, key=lambda one: statements[one].span):
        if name in done:
            continue
        members = [statements[one] for one in together.get(name, (name,))]
        done |= {member.id for member in members}
        missing = _missing(members, readings, places, rare)
        if missing:
            weight = _weight(members, rare)
            finding = _finding(members, missing, readings)
            found.setdefault(missing, []).append((weight, finding))
    return tuple(
        finding
        for missing in sorted(found)
        for _, finding in sorted(found[missing], key=lambda pair: (-pair[0], pair[1].id))[:_MOST]
    )


def _places(reading: Reading) -> list[Place]:
    """Every sentence with the one after it, title first."""
    stems = [frozenset(_stems(reading, s.span)) for s in reading.sentences]
    pairs = [Place(one | other) for one, other in pairwise(stems)]
    return pairs or [Place(one) for one in stems]


def _stems(reading: Reading, span: Span) -> Iterable[str]:
    return (stem(word.norm) for word in words(reading.article, span, False) if word.is_content)


def _rarity(readings: Iterable[Reading]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    total = 0
    for reading in readings:
        for sentence in reading.sentences:
            counts.update(set(_stems(reading, sentence.span)))
            total += 1
    return {one: math.log(1 + total / count) for one, count in counts.items()}


def _missing(
    members: Sequence[Statement], readings: dict[str, Reading], places: dict[str, list[Place]], rare: dict[str, float]
) -> tuple[str, ...]:
    """The articles in which no member is found; empty when the members say too little to tell."""
    sought = [frozenset(_stems(readings[m.span.article], m.span)) for m in members]
    if max(len(one) for one in sought) < _LEAST:
        return ()
    told = {member.span.article for member in members}
    counted = {of for member in members for of in _counted(readings[member.span.article], member.values)}
    return tuple(
        article
        for article in sorted(readings)
        if article not in told
        and not counted & _counted(readings[article])
        and all(_share(one, places[article], rare) < _FOUND for one in sought)
    )


def _counted(reading: Reading, values: Sequence[Span] | None = None) -> set[str]:
    """What the article (or a statement's ``values`` in it) counts: who gives another figure has not left it out."""
    return {a.of for a in reading.amounts if a.of and (values is None or a.span in values)}


def _share(sought: frozenset[str], places: Sequence[Place], rare: dict[str, float]) -> float:
    """The largest weighted share of the sought words that stands in one place."""
    whole = sum(rare.get(one, 1.0) for one in sought) or 1.0
    best = max((sum(rare.get(one, 1.0) for one in sought & place.stems) for place in places), default=0.0)
    return round(best / whole, 2)


def _weight(members: Sequence[Statement], rare: dict[str, float]) -> float:
    """How much a reader would miss it: told by more articles, early, with names and values, in a main clause."""
    best = 0.0
    for member in members:
        early = 1.0 / (1 + member.span.start / 1500)
        solid = 0.3 * min(3, len(member.values)) + 0.1 * min(8, len(member.lemmas))
        best = max(best, early + solid + (0.3 if member.certainty == "stated" else 0.0))
    return round(best + 1.5 * (len(members) - 1), 3)


def _finding(members: Sequence[Statement], missing: tuple[str, ...], readings: dict[str, Reading]) -> Finding:
    spans = [member.span for member in members]
    sides = tuple(
        Side(
            m.span.article, (m.span,),
            tuple(s.span for s in readings[m.span.article].sentences if s.span.overlaps(m.span)), None, "a",
        )
        for m in sorted(members, key=lambda one: one.span)
    )  # fmt: skip
    shown = min(members, key=lambda one: (len(one.span), one.span))
    parts = readings[shown.span.article].article.words(shown.span).split()
    title = " ".join([*parts[:14], "…"]) if len(parts) > 15 else " ".join(parts)
    where = "one other article" if len(missing) == 1 else f"{len(missing)} other articles"
    return Finding(
        id=finding_id("only", "told", spans), kind="only", property="told", verdict="only here", severity=None,
        title=title, sides=sides, missing=missing, reconciled=None, certainty=0.7,
        reason=f"Its names, figures and rarer words were not found together in {where}.",
        origin=None, collation=(), made=MADE,
    )  # fmt: skip


CHECK = Check(MADE, __doc__ or "", _run)
