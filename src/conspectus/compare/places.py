"""Places: where articles say that the same act was.

Compared are places that stand in aligned statements behind a preposition of one sort ("in", "near"; "to"; "from")
and beside the same act. An article that names both places differs from neither, and a place inside the other is a
detail. Words for people ("French") and names that the gazetteer lacks are compared with nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from conspectus.compare.check import Check, Evidence
from conspectus.compare.letters import Letters
from conspectus.compare.mentions import Mention, alignment_of, likeness, mentions, shared_word
from conspectus.compare.pairs import clusters, pairs
from conspectus.compare.values.places import compare_places
from conspectus.compare.values.times import compare_times
from conspectus.compare.vocabulary import DIRECTIONS
from conspectus.compare.words import stem, words
from conspectus.model import Alignment, Finding, Made, Place, Reading, Severity, Side, Span, Time, finding_id

MADE = Made("compare.places", "1")
_ALIKE = 0.3
"""Likeness of their sentences, beside an alignment, from which two places may be of one act."""
_SURE = 0.6


@dataclass(frozen=True, slots=True)
class Site:
    """A place of an act: ``direction`` is the sort of its preposition, ``acts`` are the stems of its predicates.

    ``times`` are the dates of its sentence, ``told`` all places that its article names.
    """

    place: Place
    mention: Mention
    direction: str
    acts: frozenset[str]
    times: tuple[Time, ...]
    told: tuple[Place, ...]


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    weights = evidence.rare
    sides = [_sites(r) for r in sorted(evidence.readings, key=lambda r: r.article.id)]

    def score(one: Site, other: Site) -> float:
        return _score(one, other, weights, evidence.alignments)

    found = pairs(sides, score, _same)
    readings = {reading.article.id: reading for reading in evidence.readings}
    groups = clusters(found, lambda site: site.mention.article)
    return tuple(_finding(members, score, readings) for members, score in groups)


def _sites(reading: Reading) -> list[Site]:
    told = tuple(place for place in reading.places if not place.demonym)
    ways = [(place, way) for place in told if place.id and (way := _direction(reading, place.span))]
    around = mentions(reading, [place.span for place, _ in ways])
    return [
        Site(
            place, mention, way, _acts(reading, mention),
            tuple(t for t in reading.times if mention.sentence.contains(t.span)), told,
        )
        for (place, way), mention in zip(ways, around, strict=True)
    ]  # fmt: skip


def _direction(reading: Reading, span: Span) -> str | None:
    """The sort of the preposition right before a place ("in", "to", "from"); None where none stands there."""
    before = reading.article.part(span.part)[max(0, span.start - 30) : span.start].lower().split()
    while before and before[-1] in ("the", "central", "downtown"):
        before.pop()
    return DIRECTIONS.get(before[-1]) if before else None


def _acts(reading: Reading, mention: Mention) -> frozenset[str]:
    """The predicate of the smallest statement around a place, and the word that its preposition hangs on."""
    around = [s for s in reading.statements if s.id in mention.statements]
    nearest = min(around, key=lambda s: (len(s.span), s.id), default=None)
    acts = {stem(reading.article.words(nearest.predicate).lower())} if nearest else set()
    before = [w for w in words(reading.article, mention.sentence, False) if w.span.end < mention.span.start]
    leading = [w for w in before[-4:] if w.is_content and not w.norm[:1].isdigit()]
    return frozenset(acts | {stem(word.norm) for word in leading[-1:]})


def _score(one: Site, other: Site, weights: Mapping[str, float], alignments: Sequence[Alignment]) -> float:
    """How sure it is (0..1) that two places, which are not one, are told of one act."""
    answer = compare_places(one.place, other.place)
    if answer.means != "containment" and (answer.verdict != "different" or _knows(one, other) or _knows(other, one)):
        return 0.0
    if one.direction != other.direction or not one.acts & other.acts or _on_other_days(one, other):
        return 0.0
    aligned = alignment_of(one.mention, other.mention, alignments)
    return aligned if aligned and likeness(one.mention, other.mention, weights) >= _ALIKE else 0.0


def _knows(one: Site, other: Site) -> bool:
    """Whether the article of ``one`` names the place of ``other``, or may: another act may be there."""
    return any(compare_places(place, other.place).verdict != "different" for place in one.told)


def _on_other_days(one: Site, other: Site) -> bool:
    return any(compare_times(a, b).verdict == "different" for a in one.times for b in other.times)


def _same(one: Site, other: Site) -> bool:
    """Told alike by both articles: nothing is left to compare."""
    return compare_places(one.place, other.place).verdict == "equal" and bool(one.acts & other.acts)


def _finding(members: Sequence[Site], score: float, readings: dict[str, Reading]) -> Finding:
    letters = Letters()
    sides = []
    for site in sorted(members, key=lambda s: s.mention.article):
        value = site.place.id or ""
        context = (site.mention.sentence,)
        sides.append(Side(site.mention.article, (site.mention.span,), context, value, letters.of(value)))
    articles = {side.article for side in sides}
    detail = all(compare_places(a.place, b.place).verdict != "different" for a, b in combinations(members, 2))
    severity: Severity = "granularity" if detail else "conflict" if score >= _SURE else "tension"
    return Finding(
        id=finding_id("discrepancy", "place", [span for side in sides for span in side.spans]),
        kind="discrepancy", property="place", verdict="differ", severity=severity,
        title=_title(members, readings), sides=tuple(sides),
        missing=tuple(a for a in sorted(readings) if a not in articles),
        reconciled=None, certainty=round(min(score, 1.0), 2),
        reason=_reason(members, detail, readings), origin=None, collation=(), made=MADE,
    )  # fmt: skip


def _title(members: Sequence[Site], readings: dict[str, Reading]) -> str:
    word = shared_word([site.mention for site in members], readings)
    return f"Where: {word}" if word else "Where it was"


def _reason(members: Sequence[Site], detail: bool, readings: dict[str, Reading]) -> str:
    printed = sorted({f"“{readings[s.mention.article].article.words(s.mention.span)}”" for s in members})
    given = f"The articles place the same act: {' and '.join(printed)}"
    return f"{given}; one place lies in the other, and both may hold." if detail else f"{given}."


CHECK = Check(MADE, __doc__ or "", _run)
