"""Dates: when articles say that the same event was.

Compared are dates whose statements are aligned, or that have the same words right beside them in like
sentences. Only dates of one precision that exclude each other make a finding: "Friday evening" and "Friday"
say the same day.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from conspectus.compare.check import Check, Evidence
from conspectus.compare.letters import Letters
from conspectus.compare.mentions import Mention, alignment_of, likeness, mentions, shared_word
from conspectus.compare.pairs import Pair, clusters, pairs
from conspectus.compare.values.stretches import stretch
from conspectus.compare.values.times import compare_times
from conspectus.model import Alignment, Finding, Made, Reading, Severity, Side, Time, finding_id

MADE = Made("compare.times", "1")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_ALIKE = 0.15
"""Likeness of their sentences from which two dates may be of one event."""
_RARE = 1.2
"""What the words shared right beside two dates have to weigh; a word of one sentence alone weighs 1."""
_DAYS_APART = 2
"""Days to the day that lie further apart are, in the news, mostly of two events."""
_SURE = 0.6
_TOLD = 0.3
"""Score of an alignment from which a date inside another is worth a line."""
_TOLD_ALIKE = 0.2
"""The same, for likeness of the sentences with a word in common beside the dates."""
_TOLD_ALIKE_BESIDE = 0.12
"""The same, with two words in common beside dates inside one week."""
_WEEK = 7 * 24


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and what stands around it."""

    time: Time
    mention: Mention


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    weights = evidence.rare
    sides = [_moments(r) for r in sorted(evidence.readings, key=lambda r: r.article.id)]

    def score(one: Moment, other: Moment) -> float:
        return _score(one, other, weights, evidence.alignments)

    def settled(one: Moment, other: Moment) -> bool:
        return _day(one.time) == _day(other.time) and score(one, other) > 0

    found = [pair for pair in pairs(sides, score, settled) if _different(pair)]
    shown = {moment.mention.span for pair in found for moment in (pair.one, pair.other)}
    details = [p for p in _details(sides, evidence, weights) if not shown & {p.one.mention.span, p.other.mention.span}]
    readings = {reading.article.id: reading for reading in evidence.readings}
    groups = clusters([*found, *details], lambda moment: moment.mention.article)
    return tuple(_finding(members, score, readings) for members, score in groups)


def _details(
    sides: Sequence[Sequence[Moment]], evidence: Evidence, weights: Mapping[str, float]
) -> tuple[Pair[Moment], ...]:
    """Dates of one clause, told by several articles, of which one is more precise than the other."""

    def score(one: Moment, other: Moment) -> float:
        precise = compare_times(one.time, other.time).means == "precision"
        return proof(one, other) if precise else 0.0

    def proof(one: Moment, other: Moment) -> float:
        aligned = alignment_of(one.mention, other.mention, evidence.alignments)
        like = likeness(one.mention, other.mention, weights)
        beside = len(one.mention.beside & other.mention.beside)
        together = like >= (_TOLD_ALIKE_BESIDE if beside >= 2 and _in_a_week(one, other) else _TOLD_ALIKE)
        return max(aligned if aligned >= _TOLD else 0.0, like if beside and together else 0.0)

    def settled(one: Moment, other: Moment) -> bool:
        return compare_times(one.time, other.time).verdict == "equal" and proof(one, other) > 0

    return pairs(sides, score, settled)


def _in_a_week(one: Moment, other: Moment) -> bool:
    found = [stretch(one.time), stretch(other.time)]
    return all(s is not None and s.end - s.start <= _WEEK for s in found)


def _different(pair: Pair[Moment]) -> bool:
    return compare_times(pair.one.time, pair.other.time).verdict == "different"


def _moments(reading: Reading) -> list[Moment]:
    dates = [t for t in reading.times if stretch(t)]
    places = mentions(reading, [t.span for t in dates])
    return [Moment(time, place) for time, place in zip(dates, places, strict=True)]


def _score(one: Moment, other: Moment, weights: Mapping[str, float], alignments: Sequence[Alignment]) -> float:
    """How sure it is (0..1) that two dates are of one event."""
    beside = one.mention.beside & other.mention.beside
    rarest = max(weights.values(), default=1.0)
    if (
        len(beside) < 2
        or beside <= one.mention.named & other.mention.named
        or math.fsum(weights.get(s, rarest) for s in beside) < _RARE * rarest
        or not _near(one, other)
    ):
        return 0.0
    aligned = alignment_of(one.mention, other.mention, alignments)
    like = likeness(one.mention, other.mention, weights)
    to_the_day = len(_day(one.time) or "") == len("2031-05-23")
    return max(aligned, round(0.3 + like / 2, 2)) if aligned or (to_the_day and like >= _ALIKE) else 0.0


def _near(one: Moment, other: Moment) -> bool:
    """Of one precision, and no further apart than two tellings of one day can be."""
    left, right = _day(one.time) or "", _day(other.time) or ""
    if not left or len(left) != len(right) or len(left) < len("2031-05-23"):
        return bool(left) and len(left) == len(right)
    try:
        return abs(date.fromisoformat(left) - date.fromisoformat(right)).days <= _DAYS_APART
    except ValueError:
        return False


def _day(time: Time) -> str | None:
    """The date to the precision it has, without the time of day."""
    found = _DATE.fullmatch(time.value.partition("T")[0])
    return found.group() if found else None


def _finding(members: Sequence[Moment], score: float, readings: dict[str, Reading]) -> Finding:
    letters = Letters()
    sides = []
    for moment in sorted(members, key=lambda m: m.mention.article):
        letter = letters.of(moment.time.value)
        context = (moment.mention.sentence,)
        sides.append(Side(moment.mention.article, (moment.mention.span,), context, moment.time.value, letter))
    articles = {side.article for side in sides}
    detail = all(compare_times(a.time, b.time).verdict != "different" for a, b in combinations(members, 2))
    inferred = any(moment.time.basis != "stated" for moment in members)
    severity: Severity = "granularity" if detail else "conflict" if score >= _SURE else "tension"
    return Finding(
        id=finding_id("discrepancy", "date", [span for side in sides for span in side.spans]),
        kind="discrepancy", property="date", verdict="differ", severity=severity,
        title=_title(members, readings), sides=tuple(sides),
        missing=tuple(a for a in sorted(readings) if a not in articles),
        reconciled=None, certainty=round(min(score, 1.0) * (0.8 if inferred else 1.0), 2),
        reason=_reason(members, inferred, detail, readings), origin=None, collation=(), made=MADE,
    )  # fmt: skip


def _title(members: Sequence[Moment], readings: dict[str, Reading]) -> str:
    word = shared_word([m.mention for m in members], readings)
    return f"When: {word}" if word else "When it was"


def _reason(members: Sequence[Moment], inferred: bool, detail: bool, readings: dict[str, Reading]) -> str:
    printed = sorted({f"“{readings[m.mention.article].article.words(m.mention.span)}”" for m in members})
    basis = ", counted from the day of publication" if inferred else ""
    given = f"The articles date the same event {' and '.join(printed)}{basis}"
    return f"{given}; one is more precise, and both may hold." if detail else f"{given}."


CHECK = Check(MADE, __doc__ or "", _run)
