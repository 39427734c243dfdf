"""Dates: when articles say that the same event was.

Compared are dates whose statements are aligned, or that have the same words right beside them in like
sentences. Only dates of one precision that exclude each other make a finding: "Friday evening" and "Friday"
say the same day.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from conspectus.compare.check import Check, Evidence
from conspectus.compare.letters import Letters
from conspectus.compare.mentions import Mention, alignment_of, likeness, mentions, rarity, shared_word
from conspectus.compare.pairs import clusters, pairs
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


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and what stands around it."""

    time: Time
    mention: Mention


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    weights = rarity(evidence.readings)
    sides = [_moments(r) for r in sorted(evidence.readings, key=lambda r: r.article.id)]

    def score(one: Moment, other: Moment) -> float:
        return _score(one, other, weights, evidence.alignments)

    def settled(one: Moment, other: Moment) -> bool:
        return _day(one.time) == _day(other.time) and score(one, other) > 0

    found = [pair for pair in pairs(sides, score, settled) if not _compatible(pair.one, pair.other)]
    readings = {reading.article.id: reading for reading in evidence.readings}
    groups = clusters(found, lambda moment: moment.mention.article)
    return tuple(_finding(members, score, readings) for members, score in groups)


def _moments(reading: Reading) -> list[Moment]:
    dates = [t for t in reading.times if t.type in ("DATE", "TIME") and _day(t)]
    places = mentions(reading, [t.span for t in dates])
    return [Moment(time, place) for time, place in zip(dates, places, strict=True)]


def _score(one: Moment, other: Moment, weights: Mapping[str, float], alignments: Sequence[Alignment]) -> float:
    """How sure it is (0..1) that two dates are of one event."""
    beside = one.mention.beside & other.mention.beside
    rarest = max(weights.values(), default=1.0)
    if len(beside) < 2 or sum(weights.get(s, rarest) for s in beside) < _RARE * rarest or not _near(one, other):
        return 0.0
    aligned = alignment_of(one.mention, other.mention, alignments)
    like = likeness(one.mention, other.mention, weights)
    to_the_day = len(_day(one.time) or "") == len("2031-05-23")
    return max(aligned, round(0.3 + like / 2, 2)) if aligned or (to_the_day and like >= _ALIKE) else 0.0


def _near(one: Moment, other: Moment) -> bool:
    """Of one precision, and no further apart than two tellings of one day can be."""
    left, right = _day(one.time) or "", _day(other.time) or ""
    if len(left) != len(right) or len(left) < len("2031-05-23"):
        return len(left) == len(right)
    try:
        return abs(date.fromisoformat(left) - date.fromisoformat(right)).days <= _DAYS_APART
    except ValueError:
        return False


def _day(time: Time) -> str | None:
    """The date to the precision it has, without the time of day."""
    found = _DATE.fullmatch(time.value.partition("T")[0])
    return found.group() if found else None


def _compatible(one: Moment, other: Moment) -> bool:
    """True when one date lies inside the other."""
    left, right = _day(one.time) or "", _day(other.time) or ""
    return left.startswith(right) or right.startswith(left)


def _finding(members: Sequence[Moment], score: float, readings: dict[str, Reading]) -> Finding:
    letters = Letters()
    sides = []
    for moment in sorted(members, key=lambda m: m.mention.article):
        letter = letters.of(_day(moment.time))
        context = (moment.mention.sentence,)
        sides.append(Side(moment.mention.article, (moment.mention.span,), context, moment.time.value, letter))
    articles = {side.article for side in sides}
    inferred = any(moment.time.basis != "stated" for moment in members)
    severity: Severity = "conflict" if score >= _SURE else "tension"
    return Finding(
        id=finding_id("discrepancy", "date", [span for side in sides for span in side.spans]),
        kind="discrepancy", property="date", verdict="differ", severity=severity,
        title=_title(members, readings), sides=tuple(sides),
        missing=tuple(a for a in sorted(readings) if a not in articles),
        reconciled=None, certainty=round(min(score, 1.0) * (0.8 if inferred else 1.0), 2),
        reason=_reason(members, inferred, readings), origin=None, collation=(), made=MADE,
    )  # fmt: skip


def _title(members: Sequence[Moment], readings: dict[str, Reading]) -> str:
    word = shared_word([m.mention for m in members], readings)
    return f"When: {word}" if word else "When it was"


def _reason(members: Sequence[Moment], inferred: bool, readings: dict[str, Reading]) -> str:
    printed = sorted({f"“{readings[m.mention.article].article.words(m.mention.span)}”" for m in members})
    basis = ", counted from the day of publication" if inferred else ""
    return f"The articles date the same event {' and '.join(printed)}{basis}."


CHECK = Check(MADE, __doc__ or "", _run)
