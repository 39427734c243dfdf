"""Arithmetic of figures: the interval that words leave open, whether two meet, and what is a rounding of what."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from conspectus.model import Amount

_ROUND = Decimal("0.05")
"""A figure and its rounding lie no further apart than this share of it."""
_ABOUT = Decimal("0.1")
_ROUND_FROM = 100
"""Below this, people count one by one."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The lowest and the highest value that the words allow; None where they leave it open."""

    low: Decimal | None
    high: Decimal | None

    @property
    def is_open(self) -> bool:
        return self.low is None or self.high is None

    def meets(self, other: "Ends") -> bool:
        """True when one value can be in both."""
        above = self.high is None or other.low is None or self.high >= other.low
        return above and (other.high is None or self.low is None or other.high >= self.low)

    def lies_in(self, outer: "Ends") -> bool:
        from_below = outer.low is None or (self.low is not None and self.low >= outer.low)
        return from_below and (outer.high is None or (self.high is not None and self.high <= outer.high))


def ends(amount: Amount) -> Ends:
    """Its interval; "about" one figure is given a tenth either way."""
    if amount.bound != "about" or amount.low is None or amount.low != amount.high:
        return Ends(amount.low, amount.high)
    room = abs(amount.low) * _ABOUT
    return Ends(amount.low - room, amount.low + room)


def is_vague(amount: Amount) -> bool:
    """True for "dozens": as wide as it is large."""
    return amount.low is not None and amount.high is not None and amount.high >= 2 * amount.low > 0


def is_rounding(rough: Amount, fine: Amount) -> bool:
    """True when ``rough`` is ``fine`` to fewer places; small counts are never rounded."""
    if rough.low is None or fine.low is None or (rough.low, fine.low) != (rough.high, fine.high):
        return False
    if rough.kind == "count" and abs(rough.low) < _ROUND_FROM:
        return False
    place = _place(rough.low)
    if place <= _place(fine.low) or abs(rough.low - fine.low) > _ROUND * abs(fine.low):
        return False
    step = Decimal(1).scaleb(place)
    return (fine.low / step).quantize(Decimal(1), ROUND_HALF_UP) * step == rough.low


def places(figure: Decimal) -> int:
    """How many digits it has without the zeros at its end (1,200: 2; 9656.064: 7)."""
    return len(figure.normalize().as_tuple().digits)


def _place(figure: Decimal) -> int:
    """The power of ten of the last digit that is not a trailing zero (1,200: 2; 41.6: -1)."""
    exponent = figure.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
