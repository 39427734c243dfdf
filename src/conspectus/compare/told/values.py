"""Signs of what two values say: how they stand to each other, how far apart they lie, how large and how vague they are.

Two tellings of one thing seldom lie far apart, and a value that the other article prints as well is seldom meant by
another one ("1.4 million" and "1.5 million" are likelier one figure than "1.4 million" and "two").
"""

import math

from conspectus.compare.values.amounts import compare_amounts
from conspectus.compare.values.answer import Answer
from conspectus.compare.values.lengths import days
from conspectus.compare.values.places import compare_places
from conspectus.compare.values.stretches import stretch
from conspectus.compare.values.times import compare_times
from conspectus.model import Amount, Place, Time

Value = Time | Amount | Place
SIGNS = ("fits", "excludes", "equals", "apart", "size", "uneven", "vague")
"""``fits``, ``excludes``, ``equals``: what comparing the two answers. ``apart``: logarithm of their ratio, or of the
days between them; ``size`` of the smaller, ``uneven`` how much longer the other lasts, ``vague`` how many are."""
_FARTHEST = 9.0


def value_signs(one: Value, other: Value) -> list[float]:
    """One number for each of ``SIGNS``; the same for both orders."""
    answer = _compared(one, other)
    verdicts = [float(answer is not None and answer.verdict == v) for v in ("compatible", "different", "equal")]
    return [*verdicts, *_measured(one, other)]


def _compared(one: Value, other: Value) -> Answer | None:
    if isinstance(one, Amount) and isinstance(other, Amount):
        return compare_amounts(one, other)
    if isinstance(one, Time) and isinstance(other, Time):
        return compare_times(one, other)
    return compare_places(one, other) if isinstance(one, Place) and isinstance(other, Place) else None


def _measured(one: Value, other: Value) -> list[float]:
    """How far apart, how large, how uneven, how vague."""
    if isinstance(one, Amount) and isinstance(other, Amount):
        sizes = [_middle(one), _middle(other)]
        vague = float(sum(amount.bound != "exact" for amount in (one, other)))
        return [_ratio(sizes), math.log1p(max(0.0, min(sizes))), 0.0, vague]
    if isinstance(one, Time) and isinstance(other, Time):
        vague = float(sum(time.basis != "stated" or time.mod is not None for time in (one, other)))
        left, right = stretch(one), stretch(other)
        if left is None or right is None:
            lasting = [days(one) or 0.0, days(other) or 0.0]
            return [_ratio(lasting), math.log1p(min(lasting)), 0.0, vague]
        gap = max(0.0, max(left.start, right.start) - min(left.end, right.end))
        lasting = [math.log1p(side.hours) for side in (left, right)]
        return [math.log1p(gap / 24), min(lasting), abs(lasting[0] - lasting[1]), vague]
    return [0.0] * 4


def _middle(amount: Amount) -> float:
    ends = [float(end) for end in (amount.low, amount.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def _ratio(sizes: list[float]) -> float:
    """Logarithm of how many times the larger is the smaller; the farthest where one of them is nothing."""
    small, large = sorted(sizes)
    return min(math.log(large / small), _FARTHEST) if small > 0 else _FARTHEST if large > 0 else 0.0
