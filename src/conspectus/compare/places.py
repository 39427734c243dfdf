"""Places: where articles say that the same act was.

Compared are places that stand behind a preposition of one sort ("in", "near"; "to"; "from") and beside the same act,
and whose surroundings make it likely that one thing is told; and the places that people of one name are said to be of
("Tano Orlu, 61, of Marlo"). An article that names both places differs from neither; a place inside the other is a
detail. Words for people ("French") and names that the gazetteer lacks are compared with nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from conspectus.compare.check import Check, Evidence
from conspectus.compare.letters import Letters
from conspectus.compare.mentions import Mention, alignment_of, likeness, mentions, shared_word
from conspectus.compare.pairs import clusters, pairs
from conspectus.compare.told.settings import settings
from conspectus.compare.values.places import compare_places
from conspectus.compare.values.times import compare_times
from conspectus.compare.vocabulary import DIRECTIONS
from conspectus.compare.words import normal, stem, words
from conspectus.model import Finding, Made, Place, Reading, Severity, Side, Span, Time, finding_id

MADE = Made("compare.places", "3")
_ALIKE = 0.3
"""Likeness of their sentences, beside an alignment, from which two places may be of one act."""
_SURE = 0.6
_TOLD_INSIDE, _TOLD_APART = 0.08, 0.3
"""Likelihood of being told of one thing from which the same act is enough: for a place inside the other, for others."""
_TOLD_SURELY = 0.75
"""From here on a place around the other, or one that the gazetteer lacks, somewhere in the article is no doubt."""
_OF_HOME = re.compile(
    r"(?: (?:Jr|Sr)\.)?,?(?: \d{1,3},)? of (?:the )?(?:(?:north|south|east|west|central)\w* )?", re.IGNORECASE
)
"""What stands between a person and the place that the person is of."""
_FAR = 30
"""Characters at most between the two."""
_HOME = 0.5
"""How sure it is that two of one name are one person."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place of an act: ``direction`` is the sort of its preposition, ``acts`` are the stems of its predicates. Of a
    person's home the direction is "of" and the act the name.

    ``times`` are the dates of its sentence, ``told`` all places that its article names.
    """

    place: Place
    mention: Mention
    direction: str
    acts: frozenset[str]
    times: tuple[Time, ...]
    told: tuple[Place, ...]


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    from conspectus.compare.told.likely import Told

    ordered = sorted(evidence.readings, key=lambda r: r.article.id)
    sides = [[*_sites(r), *_homes(r)] for r in ordered]
    places = [[s.place for s in side if s.direction != "of"] for side in sides]
    told = Told([settings(r, own) for r, own in zip(ordered, places, strict=True)], evidence)

    def score(one: Site, other: Site) -> float:
        likely = told.of_one(one.mention.span, other.mention.span)
        return _score(one, other, likely, evidence)

    found = pairs(sides, score, _same)
    readings = {reading.article.id: reading for reading in evidence.readings}
    groups = clusters(found, lambda site: site.mention.article)
    return tuple(_finding(members, score, readings) for members, score in groups)


def places_compared(reading: Reading) -> list[Place]:
    """The places, known to the gazetteer, to, from or in which something is told to be."""
    return [p for p in reading.places if not p.demonym and p.id and _direction(reading, p.span)]


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


def _homes(reading: Reading) -> list[Site]:
    """The places that people are said to be of, right behind their names."""
    found = []
    people = [name.span for name in reading.names if name.label == "PERSON"]
    for place in (p for p in reading.places if p.id and not p.demonym):
        text = reading.article.part(place.span.part)
        near = (n for n in people if n.part == place.span.part and 0 < place.span.start - n.end <= _FAR)
        name = next((n for n in near if _OF_HOME.fullmatch(text, n.end, place.span.start)), None)
        if name is not None:
            (mention,) = mentions(reading, [place.span])
            words_of = [normal(word) for word in reading.article.words(name).removesuffix(" Jr.").split()]
            if len(words_of) > 1:
                person = f"{words_of[0]} {words_of[-1]}"
                found.append(Site(place, mention, "of", frozenset((person,)), (), ()))
    return found


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
    timed = [t.span for t in reading.times if mention.sentence.contains(t.span)]
    plain = [w for w in before if not any(span.overlaps(w.span) for span in timed)]
    leading = [w for w in plain[-4:] if w.is_content and not w.norm[:1].isdigit()]
    return frozenset(acts | {stem(word.norm.replace("-", "")) for word in leading[-1:]})


def _score(one: Site, other: Site, likely: float, evidence: Evidence) -> float:
    """How sure it is (0..1) that two places, which are not one, are told of one act."""
    if one.direction != other.direction or not one.acts & other.acts:
        return 0.0
    answer = compare_places(one.place, other.place)
    sure = likely >= _TOLD_SURELY
    knows = _knows(one, other, sure) or _knows(other, one, sure)
    if answer.means != "containment" and (answer.verdict != "different" or knows):
        return 0.0
    if _on_other_days(one, other):
        return 0.0
    if one.direction == "of":
        return _HOME
    aligned = alignment_of(one.mention, other.mention, evidence.alignments)
    if aligned and likeness(one.mention, other.mention, evidence.rare) >= _ALIKE:
        return aligned
    if "continent" in (one.place.kind, other.place.kind):
        return 0.0
    return likely if likely >= (_TOLD_INSIDE if answer.means == "containment" else _TOLD_APART) else 0.0


def _knows(one: Site, other: Site, sure: bool) -> bool:
    """Whether the article of ``one`` names the place of ``other``, or, unless ``sure``, may: for another act."""
    verdicts = {compare_places(place, other.place).verdict for place in one.told}
    return "equal" in verdicts or (not sure and bool(verdicts - {"different"}))


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
