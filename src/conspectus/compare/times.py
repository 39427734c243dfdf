"""Dates: when articles say that the same event was.

Compared are dates that are likely to be told of one thing, by what stands around them; each is paired with the one most
likely to be its own, so a date that the other article prints too differs from nothing. Dates that exclude each other
count only where the same words stand beside both, and not inside quotation marks, where days are counted from when it
was said. "Friday evening" and "Friday" say the same day: a detail.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from conspectus.compare.check import Check, Evidence
from conspectus.compare.letters import Letters
from conspectus.compare.mentions import Mention, shared_word
from conspectus.compare.pairs import Pair, clusters, pairs
from conspectus.compare.told.settings import Setting, settings
from conspectus.compare.values.stretches import Stretch, stretch
from conspectus.compare.values.times import compare_times
from conspectus.compare.words import stem, word_set
from conspectus.model import Finding, Made, Reading, Severity, Side, Time, finding_id

if TYPE_CHECKING:
    from conspectus.compare.clauses.lexicon import Lexicon

MADE = Made("compare.times", "7")
_DETAIL = 0.55
"""Likelihood of being told of one thing from which a date inside another is worth a line, where the verbs are alike."""
_OF_A_MONTH, _OF_A_WEEK = 0.45, 0.75
"""The same where the longer is a month or more ("in June", "on 3 June"), and where it is a week: all news is of it."""
_MONTH, _WEEK = 28 * 24.0, (5 * 24.0, 8 * 24.0)
"""Hours of a month at least, and of a week."""
_APART = 0.4
"""The same, for dates that exclude each other."""
_LIKE_ACT = 0.3
"""Likeness of the verbs around two dates that exclude each other: who resigned Monday may have apologized Friday."""
_SURELY, _NEAR_ACT = 0.7, 0.5
"""From this likelihood on verbs that mean nearly the same are enough, whatever stands beside the dates."""
_BESIDE = 2
"""Words right beside two dates that exclude each other that have to be the same: news of one day is told together."""
_DAY = 24.0
"""Hours between two days that are told of one event; longer stretches may lie as far apart as the shorter is long."""
_SURE = 0.5
_SLIP, _YEARS, _ONE_ACT = 0.4, 5, 0.6
"""How sure it is that two years, so far apart at most, are of one act, told by verbs of like meaning."""
_HOURS = 6.0
"""So far apart at most lie two times by the clock that are told of one act."""
_ENACTED = frozenset(stem(word) for word in word_set("law statute treaty ordinance legislation decree"))
"""What is passed once: two years beside such a noun are of its making."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and what stands around it: ``act`` is the stem of its verb, ``lead`` that of the last word before it.

    ``printed`` are all dates of its article, ``near`` the stems of the words near it.
    """

    time: Time
    mention: Mention
    act: str
    lead: str
    printed: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    from conspectus.compare.clauses.lexicon import lexicon
    from conspectus.compare.told.likely import Told

    readings = {reading.article.id: reading for reading in evidence.readings}
    places = [settings(r, dates_compared(r)) for r in sorted(evidence.readings, key=lambda r: r.article.id)]
    told = Told(places, evidence)
    sides = [list(_moments(side, readings)) for side in places]
    words = lexicon()

    def score(one: Moment, other: Moment) -> float:
        unknown = compare_times(one.time, other.time).verdict == "cannot tell"
        likely = 0.0 if unknown else told.of_one(one.mention.span, other.mention.span)
        return max(likely, _SLIP if likely < _SLIP and _slipped(one, other, words) else 0.0)

    found = [pair for pair in pairs(sides, score, lambda one, other: False) if _is_told(pair, words)]
    groups = clusters(found, lambda moment: moment.mention.article)
    return tuple(_finding(members, score, readings) for members, score in groups)


def _moments(side: Sequence[Setting], readings: dict[str, Reading]) -> Iterator[Moment]:
    printed = {
        article: frozenset(t.value for t in readings[article].times) for article in {s.mention.article for s in side}
    }
    for one in side:
        reading = readings[one.mention.article]
        time = next(t for t in reading.times if t.span == one.mention.span)
        yield Moment(time, one.mention, one.act, one.lead, printed[reading.article.id], one.near)


def _is_told(pair: Pair[Moment], words: "Lexicon") -> bool:
    """Whether the dates differ, and are likely enough to be of one thing."""
    one, other = pair.one, pair.other
    left, right = stretch(one.time), stretch(other.time)
    quoted = one.mention.quoted, other.mention.quoted
    alike = (one.time.value, one.time.mod) == (other.time.value, other.time.mod)  # "Tuesday" twice, of whatever week
    if left is None or right is None or alike or all(quoted):
        return False
    if _slipped(one, other, words):
        return pair.score >= _APART
    answer = compare_times(one.time, other.time)
    if answer.means == "precision" or (answer.means == "overlap" and _mostly(left, right)):
        longer = max(left.hours, right.hours)
        if _WEEK[0] <= longer <= _WEEK[1]:
            return pair.score >= _OF_A_WEEK
        enough = _DETAIL if longer < _MONTH else _OF_A_MONTH
        return pair.score >= _SURELY or (pair.score >= enough and _of_one_act(one, other, words))
    beside = len(one.mention.beside & other.mention.beside)
    if answer.verdict != "different" or any(quoted) or not _near(left, right):
        return False
    surely = pair.score >= _SURELY and _meaning(one.act, other.act, words) >= _NEAR_ACT
    return surely or (beside >= _BESIDE and pair.score >= _APART and _of_one_act(one, other, words))


def _slipped(one: Moment, other: Moment, words: "Lexicon") -> bool:
    return _other_year(one, other, words) or _other_hour(one, other)


def _other_hour(one: Moment, other: Moment) -> bool:
    """Two times by the clock beside one verb, which neither article prints as the other does."""
    left, right = stretch(one.time), stretch(other.time)
    if not (left and right and left.is_clock and right.is_clock) or left.zoned != right.zoned:
        return False
    if one.time.value in other.printed or other.time.value in one.printed:
        return False
    if one.mention.quoted or other.mention.quoted or not one.act or one.act != other.act:
        return False
    apart = compare_times(one.time, other.time).verdict == "different"
    return apart and one.act in one.near & other.near and abs(left.start - right.start) % _DAY <= _HOURS


def _other_year(one: Moment, other: Moment, words: "Lexicon") -> bool:
    """One day or month of two years, or two years of one act or law, which neither article prints as the other does."""
    mine, theirs = _split(one.time), _split(other.time)
    if not mine[0] or not theirs[0] or mine[1] != theirs[1] or one.mention.quoted or other.mention.quoted:
        return False
    if one.time.value in other.printed or other.time.value in one.printed or one.time.mod != other.time.mod:
        return False
    if not 0 < abs(mine[0] - theirs[0]) <= _YEARS or "inferred" in (one.time.basis, other.time.basis):
        return False
    if mine[1]:
        return bool(one.mention.stems & other.mention.stems)
    if one.act and one.act == other.act and len(one.near & other.near) >= _BESIDE:
        return True
    if one.mention.beside & other.mention.beside & _ENACTED:
        return True
    return _meaning(one.act, other.act, words) >= _ONE_ACT and one.act == one.lead and other.act == other.lead


def _split(time: Time) -> tuple[int, str]:
    """The year, and the month and day behind it; (0, "") for what is no day, month or year."""
    year, rest = time.value[:4], time.value[4:]
    plain = year.isdigit() and len(year) == 4 and rest.replace("-", "").isdigit() and len(rest) in (3, 6)
    return (int(year), rest) if plain or (year.isdigit() and len(year) == 4 and not rest) else (0, "")


def _of_one_act(one: Moment, other: Moment, words: "Lexicon") -> bool:
    same = one.act == other.act or one.lead == other.lead or one.act == other.lead or one.lead == other.act
    return same or _meaning(one.act, other.act, words) >= _LIKE_ACT


def _meaning(one: str, other: str, words: "Lexicon") -> float:
    return float(words.vector(one) @ words.vector(other))


def _mostly(one: Stretch, other: Stretch) -> bool:
    """The shorter lies at least half in the other."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return 2 * common >= min(one.hours, other.hours)


def dates_compared(reading: Reading) -> list[Time]:
    """The dates and times of day that say which stretch of time they mean."""
    return [t for t in reading.times if stretch(t)]


def _near(one: Stretch, other: Stretch) -> bool:
    """No further apart than two tellings of one day, month or year can be."""
    if one.wheel or other.wheel:
        return False
    apart = max(one.start, other.start) - min(one.end, other.end)
    return apart <= max(_DAY, min(one.hours, other.hours))


def _finding(members: Sequence[Moment], score: float, readings: dict[str, Reading]) -> Finding:
    letters = Letters()
    sides = []
    for moment in sorted(members, key=lambda m: m.mention.article):
        letter = letters.of((moment.time.value, moment.time.mod))
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
