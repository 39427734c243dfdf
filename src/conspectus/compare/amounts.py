"""Amounts: figures that articles give for the same thing.

Compared are figures of the same kind and unit that count the same thing in like surroundings. Exact figures that
differ are a conflict, unless one article is a day or more later: then the later figure may be an update, but for
ages and for what is dated in an earlier year. A figure inside another's bounds ("12", "at least a dozen") is a
detail. A figure that an article gives for one thing in two places stands in one finding, with both.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from conspectus.compare.check import Check, Evidence
from conspectus.compare.figured import almost_one, is_turned, lie_near, lone, of_one_event, of_one_vote
from conspectus.compare.letters import Letters
from conspectus.compare.mentions import Mention, alignment_of, likeness, mentions, shared_word
from conspectus.compare.pairs import clusters, folded, pairs
from conspectus.compare.told.settings import settings
from conspectus.compare.values.amounts import compare_amounts
from conspectus.compare.values.figures import is_vague
from conspectus.compare.words import normal, stem
from conspectus.model import Alignment, Amount, Finding, Made, Reading, Severity, Side, Span, finding_id

MADE = Made("compare.amounts", "6")
_DATE = re.compile(r"\d{4}(?:-\d\d-\d\d)?")
_COMPARED = frozenset({"count", "money", "share", "measure", "score"})
_ALIKE = 0.3
"""From this likeness of sentences on, the same counted thing is one and the same."""
_ALIKE_BESIDE = {0: _ALIKE, 1: _ALIKE, 2: 0.2}
_ALIKE_MOST = 0.15
"""The same, where two, or three, more words right beside the figures are the same ("active-duty troops")."""
_TOLL = frozenset({"death", "injured", "missing", "rescued", "arrested"})
"""What happened to people: a story is about one event, and mostly has one toll."""
_ALIKE_TOLL = 0.1
_TOLL_APART = Decimal(3)
"""Tolls further apart than this many times need as much proof as other figures: one may be of another event."""
_ABOUT = Decimal("1.25")
"""So many times apart at most lie two figures of which one is told as an approximation of the other."""
_ALIKE_BARE = 0.45
"""The same, where nothing says what is counted."""
_TOLD_FITTING, _TOLD_APART = 0.4, 0.5
"""Likelihood of being told of one thing from which figures are shown that can both hold, or that cannot."""
_TOLD_FAR, _SIZES = 0.7, 20
"""The same for counts more than that many times apart: "two firefighters were treated", "640 firefighters came"."""
_COUNTED_FROM = 10
_EITHER = frozenset({"over", "above", "under", "below", "about", "around"})
"""A preposition, or a bound of the figure."""
_MORE = re.compile(r"\W*(?:more|other|others|additional|further|another|extra)\b")
"""Behind a figure: it counts what comes on top of something told elsewhere."""
_SURE = 0.3
"""A likelihood under this is never enough for a conflict."""
_NAMED_AGE = 0.8
_UNLIKE = 0.4
"""So much less likely are two figures of which one is nothing beside the other."""
_TOLD_NEAR, _COUNTED_NEAR = 0.4, 0.45
"""Likelihood from which two sums, shares or measures of one size are shown, and two counts of one noun."""
_ALMOST = 0.3
"""The same for two large counts less than a tenth apart."""
_TURNED, _FEW_TURNED = 0.02, 0.2
"""The same for figures of the same digits in another order: of three digits and more, and of two."""
_HEADED, _ONE_TOLL, _ONE_VOTE = 0.45, 0.35, 0.5
"""How sure it is that two figures of headlines, the only tolls of two articles, or two votes of one panel are one."""
_CALLED = {"money": "sum", "score": "vote", "share": "share", "measure": "measure"}


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, what stands around it, and the ``dates`` (days and years) that its sentence gives.

    ``more``: it counts what comes on top of something else ("two more"). ``bearer`` is the id of whose age it is.
    ``lone``: it is the only toll of its sort that the article gives.
    """

    amount: Amount
    mention: Mention
    published: str | None
    dates: frozenset[str] = frozenset()
    more: bool = False
    bearer: str | None = None
    lone: bool = False


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    from conspectus.compare.told.likely import Told

    ordered = sorted(evidence.readings, key=lambda r: r.article.id)
    owner = {span: entity.id for entity in evidence.entities for span in entity.mentions}
    sides = [_figures(r, owner) for r in ordered]
    told = Told([settings(r, figures_compared(r)) for r in ordered], evidence)

    def score(one: Figure, other: Figure) -> float:
        if one.more != other.more and compare_amounts(one.amount, other.amount).verdict == "different":
            return 0.0
        likely = told.of_one(one.mention.span, other.mention.span)
        if _of_two_sizes(one.amount, other.amount):
            return likely if likely >= _TOLD_FAR else 0.0
        told_otherwise = _told_otherwise(one, other, likely, evidence.rare)
        if not _is_told(one, other, likely):
            likely = 0.0
        likely *= _likeness_of_size(one.amount, other.amount)
        return max(likely, told_otherwise, _score(one, other, evidence.rare, evidence.alignments))

    found = [pair for pair in pairs(sides, score, _settled) if _apart(pair.one.amount, pair.other.amount)]
    readings = {reading.article.id: reading for reading in evidence.readings}
    groups = folded(clusters(found, lambda figure: figure.mention.article), _again)
    return tuple(_finding(members, told, score, readings) for members, told, score in groups)


def figures_compared(reading: Reading) -> list[Amount]:
    """The amounts that may be figures of one thing in several articles."""
    return [a for a in reading.amounts if a.kind in _COMPARED and not _may_be_no_bound(reading, a)]


def _may_be_no_bound(reading: Reading, amount: Amount) -> bool:
    """ "To sue over three laws": before a small count such a word is hardly ever "more than"."""
    small = amount.kind == "count" and all(end is None or end < _COUNTED_FROM for end in (amount.low, amount.high))
    return small and reading.article.words(amount.span).lower().split()[0] in _EITHER


def _figures(reading: Reading, owner: Mapping[Span, str]) -> list[Figure]:
    amounts = figures_compared(reading)
    places = mentions(reading, [a.span for a in amounts])
    alone = lone(a for a in amounts if a.of in _TOLL and not _is_more(reading, a))
    figures = [
        Figure(a, m, reading.article.published.value, _dates(reading, m), _is_more(reading, a), lone=a.of in alone)
        for a, m in zip(amounts, places, strict=True)
    ]
    return figures + _ages(reading, owner)


def _is_more(reading: Reading, amount: Amount) -> bool:
    return bool(_MORE.match(reading.article.part(amount.span.part), amount.span.end))


def _dates(reading: Reading, mention: Mention) -> frozenset[str]:
    """The days and years that stand in the sentence."""
    inside = (t.value.partition("T")[0] for t in reading.times if mention.sentence.contains(t.span))
    return frozenset(value for value in inside if _DATE.fullmatch(value))


def _ages(reading: Reading, owner: Mapping[Span, str]) -> list[Figure]:
    """Ages that stand beside a person's name; they count that person's years."""
    from conspectus.compare.ages import ages

    found = []
    for amount, name in ages(reading):
        (place,) = mentions(reading, [amount.span])
        surname = normal(reading.article.words(name.span).split()[-1])
        bearer = owner.get(name.span)
        found.append(Figure(replace(amount, of=surname), place, reading.article.published.value, bearer=bearer))
    return found


def _is_told(one: Figure, other: Figure, likely: float) -> bool:
    """Whether two figures are likely enough to count one thing, for how they stand to each other."""
    if _of_other_years(one, other):
        return False
    verdict = compare_amounts(one.amount, other.amount).verdict
    return likely >= (_TOLD_FITTING if verdict == "compatible" else _TOLD_APART)


def _likeness_of_size(one: Amount, other: Amount) -> float:
    """Of two figures told beside two others, the pairs that lie nearer come first."""
    low, high = one.low or one.high, other.low or other.high
    if one.kind not in ("share", "money", "measure") or not low or not high or min(low, high) <= 0:
        return 1.0
    return 1 - _UNLIKE * float(1 - min(low, high) / max(low, high))


def _told_otherwise(one: Figure, other: Figure, likely: float, weights: Mapping[str, float]) -> float:
    """How sure it is (0..1) by what the two figures are that they are one, where their sentences say little."""
    left, right = one.amount, other.amount
    if (left.kind, left.unit) != (right.kind, right.unit) or left.kind == "age" or _of_other_years(one, other):
        return 0.0
    if left.kind == "score":
        like = likeness(one.mention, other.mention, weights)
        return _ONE_VOTE if of_one_vote(left, right, like, _ALIKE_BARE) else 0.0
    if compare_amounts(left, right).verdict != "different":
        return 0.0
    turned = is_turned(left, right)
    if turned and likely >= (_TURNED if turned > 2 else _FEW_TURNED):
        return max(likely, _TOLD_APART)
    if likely >= (_COUNTED_NEAR if left.kind == "count" else _TOLD_NEAR) and lie_near(
        left, right, bool(one.mention.beside & other.mention.beside)
    ):
        return likely * _likeness_of_size(left, right)
    if likely >= _ALMOST and almost_one(left, right):
        return likely
    if _near(left, right) and of_one_event(one.mention, other.mention, left, right):
        return _HEADED
    return _ONE_TOLL if one.lone and other.lone and left.of == right.of and _near(left, right) else 0.0


def _of_two_sizes(one: Amount, other: Amount) -> bool:
    """Counts far apart, which mostly count two parts of something."""
    figures = [f for f in (one.low, one.high, other.low, other.high) if f]
    apart = one.kind == other.kind == "count" and compare_amounts(one, other).verdict == "different"
    return apart and (not figures or max(figures) > _SIZES * min(figures))


def _score(one: Figure, other: Figure, weights: Mapping[str, float], alignments: Sequence[Alignment]) -> float:
    """How sure it is (0..1) that two figures count the same thing."""
    left, right = one.amount, other.amount
    if (left.kind, left.unit) != (right.kind, right.unit):
        return 0.0
    named = left.of is not None and right.of is not None
    if named and stem(str(left.of)) != stem(str(right.of)):
        return 0.0
    if left.kind == "age":
        return _NAMED_AGE if one.bearer == other.bearer else 0.0
    if left.of in _TOLL and _of_other_years(one, other):
        return 0.0
    aligned = alignment_of(one.mention, other.mention, alignments)
    like = likeness(one.mention, other.mention, weights)
    if left.kind == "count" and not named:
        return 0.0
    beside = (one.mention.beside & other.mention.beside) - {stem(str(left.of))}
    enough = _ALIKE_BESIDE.get(len(beside), _ALIKE_MOST) if named else _ALIKE_BARE
    if left.of in _TOLL and _near(left, right):
        enough = _ALIKE_TOLL
    return max(aligned, like) if aligned or like >= enough else 0.0


def _near(one: Amount, other: Amount, apart: Decimal = _TOLL_APART) -> bool:
    """Of one size: one may be an update of the other."""
    figures = [f for f in (one.low, one.high, other.low, other.high) if f]
    return bool(figures) and max(figures) <= apart * min(figures)


def _of_other_years(one: Figure, other: Figure) -> bool:
    """Both sentences give years, and not one of them is the same."""
    left, right = ({day[:4] for day in figure.dates} for figure in (one, other))
    return bool(left) and bool(right) and not left & right


def _settled(one: Figure, other: Figure) -> bool:
    left, right = one.amount, other.amount
    same_thing = left.of is None or right.of is None or stem(left.of) == stem(right.of)
    same_unit = (left.kind, left.unit) == (right.kind, right.unit)
    return same_unit and same_thing and (left.low, left.high) == (right.low, right.high)


def _again(one: Figure, other: Figure) -> bool:
    """One article gives one figure for one thing in two places."""
    return one.mention.article == other.mention.article and one.more == other.more and _settled(one, other)


def _apart(one: Amount, other: Amount) -> Severity | None:
    """How two amounts stand apart; None when they say the same."""
    answer = compare_amounts(one, other)
    if answer.verdict == "different":
        return "conflict" if one.bound == other.bound == "exact" else "tension"
    if one.bound == other.bound != "exact" and not _near(one, other):
        return None  # "up to 13", "up to 83": nothing holds one against the other
    told = answer.verdict == "compatible" and answer.means in ("approximation", "rounding", "bound", "containment")
    vague = is_vague(one) or is_vague(other)
    if answer.means == "approximation" and not vague and not _near(one, other, _ABOUT):
        return None  # "at least 20,000", "about 45,000"
    return "granularity" if told and (one.low, one.high) != (other.low, other.high) else None


def _finding(members: Sequence[Figure], told: Sequence[Figure], score: float, readings: dict[str, Reading]) -> Finding:
    severity = _severity(members)
    if severity == "conflict" and (score < _SURE or not _of_one_noun(members)):
        severity = "tension"
    undated = severity == "conflict" and members[0].amount.of in _TOLL and not all(f.published for f in members)
    update = severity == "conflict" and len({_day(f) for f in members}) > 1 and all(_may_grow(f) for f in members)
    shown: Severity = "granularity" if update else "tension" if undated else severity
    letters = Letters()
    sides = []
    for figure in sorted(members, key=lambda f: f.mention.article):
        key = (figure.amount.low, figure.amount.high, figure.amount.bound)
        places = sorted({f.mention.span: f.mention for f in (figure, *told) if _again(f, figure)}.items())
        spans = tuple(span for span, _ in places)
        context = tuple(dict.fromkeys(mention.sentence for _, mention in places))
        sides.append(Side(figure.mention.article, spans, context, _value(figure.amount), letters.of(key)))
    articles = {side.article for side in sides}
    return Finding(
        id=finding_id("discrepancy", "number", [span for side in sides for span in side.spans]),
        kind="discrepancy", property="number", verdict="differ", severity=shown,
        title=_title(members, readings), sides=tuple(sides),
        missing=tuple(a for a in sorted(readings) if a not in articles),
        reconciled="an update in the later article" if update else None, certainty=round(min(score, 1.0), 2),
        reason=_reason(members, severity, _course(update, undated), readings), origin=None, collation=(), made=MADE,
    )  # fmt: skip


def _of_one_noun(members: Sequence[Figure]) -> bool:
    """All say what they count, and it is one noun: a bare sum or length may be of another time or part."""
    nouns = {stem(one.amount.of or "") for one in members}
    return len(nouns) == 1 and "" not in nouns


def _severity(members: Sequence[Figure]) -> Severity:
    found = {_apart(one.amount, other.amount) for one in members for other in members if one is not other}
    return next(one for one in ("conflict", "tension", "granularity") if one in found)


def _may_grow(figure: Figure) -> bool:
    """Whether a later article can have a newer figure: not of an age, nor of what is dated in an earlier year."""
    if not figure.published or figure.amount.kind == "age":
        return False
    years = {date[:4] for date in figure.dates}
    return not years or max(years) >= figure.published[:4]


def _day(figure: Figure) -> str:
    return (figure.published or "")[:10]


def _value(amount: Amount) -> str:
    low = "" if amount.low is None else f"{amount.low:f}"
    high = "" if amount.high is None else f"{amount.high:f}"
    return " ".join(part for part in (f"{low}..{high}", amount.unit, amount.of) if part)


def _title(members: Sequence[Figure], readings: Mapping[str, Reading]) -> str:
    """What is counted, in the words of the first article that says it, or a word that stands beside all figures."""
    first = members[0].amount
    if first.kind == "age":
        return "The age given"
    if first.of in _TOLL:
        return f"How many {'dead' if first.of == 'death' else first.of}"
    told = sorted(members, key=lambda figure: figure.mention.span)
    counted = next(((f.mention.article, f.amount.counted) for f in told if f.amount.counted), None)
    if first.kind == "count" and counted and counted[1]:
        return f"How many {readings[counted[0]].article.words(counted[1])}"
    word = shared_word([figure.mention for figure in members], readings)
    what = "How many" if first.kind == "count" else "How much"
    return f"{what}: {word}" if word else f"The {_CALLED.get(first.kind, 'figure')} given"


def _course(update: bool, undated: bool) -> str:
    """What the days of publication say about figures that differ."""
    if update:
        return "; they were published on different days, so the later figure may be an update"
    return "; when the articles were published is not known, so one may be an update of the other" if undated else ""


def _reason(members: Sequence[Figure], severity: Severity, course: str, readings: dict[str, Reading]) -> str:
    shown = sorted({f"“{readings[f.mention.article].article.words(f.mention.span)}”" for f in members})
    given = " and ".join(shown)
    if course:
        return f"The articles give {given}{course}."
    if severity == "granularity":
        rough = all(f.amount.bound == "about" for f in members)
        why = "they are approximate" if rough else "one is more precise"
        return f"The articles give {given}; {why}, and both may hold."
    return f"The articles give {given} for the same thing."


CHECK = Check(MADE, __doc__ or "", _run)
