"""How sure it is that two figures count one thing, and how two that do stand apart."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from conspectus.compare.amounts.figure import TOLL, Figure
from conspectus.compare.amounts.signs import almost_one, is_turned, lie_near, of_one_event, of_one_vote
from conspectus.compare.mentions import alignment_of, likeness
from conspectus.compare.values.amounts import compare_amounts
from conspectus.compare.values.figures import is_vague
from conspectus.compare.words import stem
from conspectus.model import Alignment, Amount, Severity

_ALIKE = 0.3
"""From this likeness of sentences on, the same counted thing is one and the same."""
_ALIKE_BESIDE = {0: _ALIKE, 1: _ALIKE, 2: 0.2}
_ALIKE_MOST = 0.15
"""The same, where two, or three, more words right beside the figures are the same ("active-duty troops")."""
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


def one_thing(
    one: Figure, other: Figure, likely: float, weights: Mapping[str, float], alignments: Sequence[Alignment]
) -> float:
    """How sure it is (0..1) that two figures are of one thing; ``likely`` is what ``compare/told`` says."""
    if one.more != other.more and compare_amounts(one.amount, other.amount).verdict == "different":
        return 0.0
    if _of_two_sizes(one.amount, other.amount):
        return likely if likely >= _TOLD_FAR else 0.0
    otherwise = _told_otherwise(one, other, likely, weights)
    told = likely if _is_told(one, other, likely) else 0.0
    told *= _likeness_of_size(one.amount, other.amount)
    return max(told, otherwise, _score(one, other, weights, alignments))


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
    if left.of in TOLL and _of_other_years(one, other):
        return 0.0
    aligned = alignment_of(one.mention, other.mention, alignments)
    like = likeness(one.mention, other.mention, weights)
    if left.kind == "count" and not named:
        return 0.0
    beside = (one.mention.beside & other.mention.beside) - {stem(str(left.of))}
    enough = _ALIKE_BESIDE.get(len(beside), _ALIKE_MOST) if named else _ALIKE_BARE
    same = len(one.thing) > 1 and one.thing == other.thing
    if (left.of in TOLL or same or _of_one_fate(one, other)) and _near(left, right):
        enough = _ALIKE_TOLL
    return max(aligned, like) if aligned or like >= enough else 0.0


def _of_one_fate(one: Figure, other: Figure) -> bool:
    """To the same people the same happened: "two firefighters were hurt", "three injured firefighters"."""
    return bool(one.amount.fate and one.thing) and (one.amount.fate, one.thing) == (other.amount.fate, other.thing)


def _near(one: Amount, other: Amount, apart: Decimal = _TOLL_APART) -> bool:
    """Of one size: one may be an update of the other."""
    figures = [f for f in (one.low, one.high, other.low, other.high) if f]
    return bool(figures) and max(figures) <= apart * min(figures)


def _of_other_years(one: Figure, other: Figure) -> bool:
    """Both sentences give years, and not one of them is the same."""
    left, right = ({day[:4] for day in figure.dates} for figure in (one, other))
    return bool(left) and bool(right) and not left & right


def apart(one: Amount, other: Amount) -> Severity | None:
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
