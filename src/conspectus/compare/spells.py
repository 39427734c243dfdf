"""Durations: how long articles say that the same thing lasts.

Compared are lengths of time that stand beside the same thing ("a week-long visit", "her six-day trip"). Where an
article also gives the first and last day, the range is counted and shown with it: it often explains the
difference.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from conspectus.compare.check import Check, Evidence
from conspectus.compare.letters import Letters
from conspectus.compare.mentions import Mention, alignment_of, likeness, mentions, shared_word
from conspectus.compare.pairs import clusters, pairs
from conspectus.compare.told.settings import settings
from conspectus.compare.values.lengths import Range, days, range_of, said_in_days
from conspectus.compare.values.times import compare_times
from conspectus.compare.words import stem, words
from conspectus.model import Alignment, Finding, Made, Reading, Severity, Side, Time, finding_id

MADE = Made("compare.durations", "4")
_SAME_KIND = tuple(
    frozenset(stem(word) for word in group.split())
    for group in (
        "visit trip tour journey stay travel",
        "talks meeting summit conference session gathering convention",
        "war conflict fighting hostilities offensive",
        "review investigation inquiry probe study",
        "strike walkout stoppage boycott",
        "march protest demonstration rally unrest riots",
        "sentence prison jail imprisonment term",
        "truce ceasefire pause",
        "shutdown closure lockdown curfew",
        "career service veteran tenure",
    )
)
"""Nouns for things that last, put together where one thing is often called by either."""
_SIGNS = {"MORE_THAN": ">", "LESS_THAN": "<", "APPROX": "~", "EQUAL_OR_MORE": ">=", "EQUAL_OR_LESS": "<="}
"""What stands before a length that is a bound, or approximate."""
_ALIKE = 0.12
_RARE = 1.2
"""What the words shared right beside two durations have to weigh; a word of one sentence alone weighs 1."""
_TOLD_APART = 0.45
"""Likelihood of being told of one thing from which lengths that exclude each other are shown."""
_TOLD = 0.45
"""Likelihood of being told of one thing from which one word beside both is enough for lengths that can both hold."""
_RATE = 40
"""Characters from a figure to what it is told for: "300 people a day"."""
_OFTEN = 3
"""Sentences that have to name a lasting thing before an article is about it."""


@dataclass(frozen=True, slots=True)
class Spell:
    """A duration, what stands around it, and the range of dates that the same sentence gives for it.

    ``events`` are the kinds of lasting thing (places in ``_SAME_KIND``) beside it that the article is about.
    """

    time: Time
    mention: Mention
    days: float
    range_time: Time | None
    range: Range | None
    events: frozenset[int]


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    from conspectus.compare.told.likely import Told

    ordered = sorted(evidence.readings, key=lambda r: r.article.id)
    sides = [_spells(r) for r in ordered]
    told = Told([settings(r, lengths_compared(r)) for r in ordered], evidence)

    def score(one: Spell, other: Spell) -> float:
        likely = told.of_one(one.mention.span, other.mention.span)
        beside = one.mention.beside & other.mention.beside
        fits = compare_times(one.time, other.time).verdict == "compatible"
        enough = (fits and likely >= _TOLD and beside) or likely >= _TOLD_APART
        return max(likely if enough else 0.0, _score(one, other, evidence.rare, evidence.alignments))

    found = [pair for pair in pairs(sides, score, _same_length) if not _same_length(pair.one, pair.other)]
    readings = {reading.article.id: reading for reading in evidence.readings}
    groups = clusters(found, lambda spell: spell.mention.article)
    return tuple(_finding(members, score, readings) for members, score in groups)


def lengths_compared(reading: Reading) -> list[Time]:
    """The lengths of time that say how long."""
    return [t for t in reading.times if days(t) is not None and not _is_rate(reading, t)]


@cache
def _words_of_rates() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What a rate is told by, what behind it makes it a length, and what before it does. Made on first use."""
    return (
        re.compile(r"(?:an?|per) [a-z]+", re.IGNORECASE),
        re.compile(r"-| (?:apart|of|later|earlier|ago|before|after|long|or)\b"),
        re.compile(r"[.;:,!?]|\b(?:for|in|within|after|over|of|than|about|took|takes?|lasted|by) $"),
    )


def _is_rate(reading: Reading, time: Time) -> bool:
    """ "$220 million a year", "two cups of tea a day": so much in each, and no length of anything."""
    text, span = reading.article.part(time.span.part), time.span
    each, of_a_length, lasting = _words_of_rates()
    if not each.fullmatch(text, span.start, span.end) or of_a_length.match(text, span.end):
        return False
    figures = (a.span.end for a in reading.amounts if a.span.part == span.part and a.span.end <= span.start)
    behind = text[max(figures, default=0) : span.start]
    return 0 < len(behind) <= _RATE and not lasting.search(behind)


def _spells(reading: Reading) -> list[Spell]:
    lengths = [(t, days(t) or 0.0) for t in lengths_compared(reading)]
    places = mentions(reading, [t.span for t, _ in lengths])
    found = []
    about = _told_often(reading)
    for (time, length), place in zip(lengths, places, strict=True):
        ranges = [(t, r) for t in reading.times if place.sentence.contains(t.span) and (r := range_of(t))]
        nearest = min(ranges, key=lambda pair: abs(pair[0].span.start - time.span.start), default=None)
        events = frozenset(i for i in about if place.beside & _SAME_KIND[i])
        ends = nearest or (None, None)
        found.append(Spell(time, place, length, ends[0], ends[1], events))
    return found


def _told_often(reading: Reading) -> frozenset[int]:
    """The kinds of lasting thing that an article names in several sentences: what it is about."""
    counts: Counter[int] = Counter()
    for sentence in reading.sentences:
        stems = {stem(word.norm) for word in words(reading.article, sentence.span, False)}
        counts.update(i for i, kind in enumerate(_SAME_KIND) if stems & kind)
    return frozenset(i for i, count in counts.items() if count >= _OFTEN)


def _score(one: Spell, other: Spell, weights: Mapping[str, float], alignments: Sequence[Alignment]) -> float:
    """How sure it is (0..1) that two durations are of the same thing."""
    aligned = alignment_of(one.mention, other.mention, alignments)
    like = likeness(one.mention, other.mention, weights)
    beside = one.mention.beside & other.mention.beside
    kinds = any(one.mention.beside & kind and other.mention.beside & kind for kind in _SAME_KIND)
    if kinds and (aligned or like >= _ALIKE or one.events & other.events):
        return round(max(aligned, 0.5 + like / 2), 2)
    if beside and aligned:
        return aligned
    rarest = max(weights.values(), default=1.0)
    rare = len(beside) >= 2 and math.fsum(weights.get(s, rarest) for s in beside) >= _RARE * rarest
    return round(0.3 + like / 2, 2) if rare and like >= _ALIKE and _comparable(one, other) else 0.0


def _comparable(one: Spell, other: Spell) -> bool:
    """Within a factor of three: "six hours" and "six years" are hardly told of one thing."""
    return max(one.days, other.days) <= 3 * min(one.days, other.days)


def _same_length(one: Spell, other: Spell) -> bool:
    answer = compare_times(one.time, other.time)
    return answer.verdict == "equal" or one.days == other.days


def _finding(members: Sequence[Spell], score: float, readings: dict[str, Reading]) -> Finding:
    ordered = sorted(members, key=lambda s: s.mention.article)
    letters = Letters()
    sides = []
    for spell in ordered:
        letter = letters.of(spell.time.value)
        spans = tuple(sorted(t.span for t in (spell.time, spell.range_time) if t))
        value = ", ".join(f"{_SIGNS.get(t.mod or '', '')}{t.value}" for t in (spell.time, spell.range_time) if t)
        sides.append(Side(spell.mention.article, spans, (spell.mention.sentence,), value, letter))
    reconciled = _reconciled(ordered, readings)
    articles = {side.article for side in sides}
    return Finding(
        id=finding_id("discrepancy", "duration", [span for side in sides for span in side.spans]),
        kind="discrepancy", property="duration", verdict="differ",
        severity="granularity" if reconciled else _severity(ordered),
        title=_title(ordered, readings), sides=tuple(sides),
        missing=tuple(a for a in sorted(readings) if a not in articles), reconciled=reconciled,
        certainty=min(score, 1.0), reason=_reason(ordered, reconciled, readings), origin=None, collation=(), made=MADE,
    )  # fmt: skip


def _severity(members: Sequence[Spell]) -> Severity:
    """A detail where every length fits every other ("more than a week", "12 days"); rounding is for a person to see."""
    answers = [compare_times(one.time, other.time) for one, other in combinations(members, 2)]
    if all(answer.verdict != "different" for answer in answers):
        return "tension" if any(answer.means == "rounding" for answer in answers) else "granularity"
    return "tension" if any(spell.time.mod for spell in members) else "conflict"


def _reconciled(members: Sequence[Spell], readings: dict[str, Reading]) -> str | None:
    """By what count of a printed range one of the other lengths fits it."""
    for spell in members:
        if spell.range is None or spell.range_time is None:
            continue
        printed = readings[spell.mention.article].article.words(spell.range_time.span)
        for other in members:
            if other is not spell and abs(other.days - spell.range.with_both) < 0.01:
                return f"“{printed}” counted with both ends: {said_in_days(spell.range.with_both)}"
            if other is not spell and abs(other.days - spell.range.between) < 0.01:
                return f"“{printed}” counted from the first day to the last: {said_in_days(spell.range.between)}"
    return None


def _title(members: Sequence[Spell], readings: dict[str, Reading]) -> str:
    word = shared_word([spell.mention for spell in members], readings)
    return f"How long: {word}" if word else "How long it lasts"


def _reason(members: Sequence[Spell], reconciled: str | None, readings: dict[str, Reading]) -> str:
    printed = sorted({f"“{readings[s.mention.article].article.words(s.time.span)}”" for s in members})
    given = f"The articles give {' and '.join(printed)}"
    return f"{given}; reconciled by {reconciled}." if reconciled else f"{given} for the same thing."


CHECK = Check(MADE, __doc__ or "", _run)
