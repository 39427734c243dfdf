"""Further signs that two figures are one figure, told in two ways, where little around them is alike.

A slip turns digits round ("64,000" and "46,000"); headlines tell the event itself; a story has mostly one toll, and a
panel votes once.
"""

from collections import defaultdict
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from conspectus.compare.mentions import Mention
from conspectus.compare.values.figures import places
from conspectus.compare.words import stem
from conspectus.model import Amount

_NEAR, _NEAR_BESIDE = Decimal("1.6"), Decimal("2.5")
_NEAR_COUNTS = 4
_LARGE, _TENTH = 100, Decimal("1.1")
_PANEL = 15
"""A panel of so many members votes once in a story; a chamber may vote often."""
_OF_ONE_SIZE = Decimal("1.15")


def is_turned(one: Amount, other: Amount) -> int:
    """How many digits two exact figures of one size have, where they are the same digits in another order; else 0."""
    digits = [_digits(amount) for amount in (one, other)]
    if None in digits or digits[0] == digits[1]:
        return 0
    (left, size), (right, other_size) = (pair or ("", 0) for pair in digits)
    return len(left) if size == other_size and sorted(left) == sorted(right) and len(set(left)) > 1 else 0


def _digits(amount: Amount) -> tuple[str, int] | None:
    """The digits without the zeros at either end, and the size of the figure."""
    if amount.low is None or amount.low != amount.high or amount.low <= 0:
        return None
    plain = amount.low.normalize()
    return "".join(map(str, plain.as_tuple().digits)), plain.adjusted()


def lie_near(one: Amount, other: Amount, beside: bool) -> bool:
    """Two sums, shares or measures of one size, or counts of one noun: tellings of one figure seldom lie far apart."""
    ends = [end for end in (one.low, one.high, other.low, other.high) if end is not None and end > 0]
    if len(ends) < 2:
        return False
    if one.kind == "count":
        same = bool(one.of) and stem(one.of or "") == stem(other.of or "")
        return same and max(ends) <= _NEAR_COUNTS * min(ends)
    return max(ends) <= (_NEAR_BESIDE if beside else _NEAR) * min(ends)


def almost_one(one: Amount, other: Amount) -> bool:
    """Two large counts less than a tenth apart, of things told by one noun or two: hardly ever of two things.

    Not where one is the other in fewer digits ("1,900", "2,000").
    """
    ends = [end for end in (one.low, one.high, other.low, other.high) if end is not None]
    large = len(ends) > 3 and one.kind == other.kind == "count" and min(ends) >= _LARGE
    if not large or not (one.of and other.of) or max(ends) > _TENTH * min(ends):
        return False
    rough = min(places(max(ends)), places(min(ends)))
    return _in_digits(max(ends), rough) != _in_digits(min(ends), rough)


def _in_digits(figure: Decimal, digits: int) -> Decimal:
    """Rounded to so many digits."""
    step = Decimal(1).scaleb(figure.adjusted() - digits + 1)
    return (figure / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def of_one_event(one: Mention, other: Mention, left: Amount, right: Amount) -> bool:
    """Both stand in headlines and count one sort of thing, which is said."""
    titles = one.span.part == other.span.part == "title"
    return titles and bool(left.of) and stem(left.of or "") == stem(right.of or "")


def of_one_vote(one: Amount, other: Amount, like: float, least: float) -> bool:
    """Two outcomes in a panel of about one size; in a chamber the sentences have to be alike."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    sizes = sorted((one.low + one.high, other.low + other.high))
    if sizes[1] > max(sizes[0] * _OF_ONE_SIZE, sizes[0] + 1):
        return False
    return sizes[1] <= _PANEL or like >= least


def lone(amounts: Iterable[Amount]) -> frozenset[str]:
    """The counted things of which all ``amounts`` give one value."""
    values: dict[str, set[tuple[Decimal | None, Decimal | None]]] = defaultdict(set)
    for amount in amounts:
        if amount.of:
            values[amount.of].add((amount.low, amount.high))
    return frozenset(thing for thing, own in values.items() if len(own) == 1)
