"""What an amount stands for: kind, interval, bound and unit."""

from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from conspectus.model import AmountKind, Bound
from conspectus.read.amounts.grammar import Expression
from conspectus.read.amounts.vocabulary import BOUNDS, CURRENCY_SIGNS, CURRENCY_WORDS, FRACTIONS, MEASURES, VAGUE
from conspectus.read.numbers import number

_SIGNS = {sign.lower(): code for sign, code in CURRENCY_SIGNS.items()}
_LOOSE: dict[str, Bound] = {"more": "at_least", "so": "about", "fewer": "at_most", "less": "at_most"}
_AMERICAN = {"meter": "metre", "liter": "litre"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval with its kind, bound and unit; ``low`` equals ``high`` for one figure."""

    kind: AmountKind
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    unit: str


def resolve(found: Expression) -> Quantity | None:
    """The quantity of an expression, or None where its words are no number after all."""
    if found.form == "vague":
        low, high = VAGUE[" ".join(found["vague"].split())]
        return Quantity("count", Decimal(low), Decimal(high), "about", "")
    if found["decade"]:
        return Quantity("age", Decimal(found["decade"]), Decimal(found["decade"]) + 9, "between", "year")
    if found.form == "fraction":
        times = number(found["n"]) if found["n"] else Decimal(1)
        share = round(FRACTIONS[found["part"]] * (times or 1) * 100, 1)
        return _bounded("share", share, None, found, "%")
    first = number(found["n"])
    second = number(found["n2"]) if found["n2"] else None
    if first is None:
        return None
    return _figure(found, first, second)


def _figure(found: Expression, first: Decimal, second: Decimal | None) -> Quantity | None:
    if found.form == "money":
        unit = _SIGNS.get(found["sign"]) or CURRENCY_WORDS[found["money"]]
        first, second = _same_scale(found, first, second)
        return _bounded("money", first, second, found, unit)
    if found.form == "share":
        return _bounded("share", first, second, found, "%")
    if found.form == "one_in":
        return (
            _bounded("share", round(first * 100 / second, 1), None, found, "%") if second and second >= first else None
        )
    if found.form in ("age", "age_apposed"):
        return Quantity("age", first, first, "exact", "year") if first <= 120 else None
    if found.form == "score":
        return Quantity("score", first, second, "exact", "") if second is not None else None
    if found.form == "measure":
        unit, factor = _unit(found["unit"])
        return _bounded("measure", first * factor, None if second is None else second * factor, found, unit)
    first, second = _same_scale(found, first, second)
    if second is not None and second <= first:
        return None
    return _bounded("count", first, second, found, "")


def _same_scale(found: Expression, first: Decimal, second: Decimal | None) -> tuple[Decimal, Decimal | None]:
    """In "$4 to $5 million" the scale belongs to both figures."""
    if second is not None and second > first * 1000 and found["n"].replace(".", "").isdigit():
        scale = second / (number(found["n2"].split()[0].rstrip("kmbnt")) or Decimal(1))
        return first * scale, second
    return first, second


def _unit(words: str) -> tuple[str, Decimal]:
    area = words.startswith("square ")
    name = words.removeprefix("square ").removeprefix("cubic ")
    for american, british in _AMERICAN.items():
        name = name.replace(american, british)
    unit, factor = MEASURES[name if name in MEASURES else name.rstrip("s")]
    return (f"{unit}2", factor * factor) if area and unit == "m" else (unit, factor)


def _bounded(kind: AmountKind, low: Decimal, high: Decimal | None, found: Expression, unit: str) -> Quantity:
    """The interval that the approximator leaves open."""
    if high is not None:
        return Quantity(kind, low, high, "between", unit)
    bound = cast(Bound, BOUNDS.get(" ".join(found["bound"].split()), "exact"))
    bound = _LOOSE.get(found["loose"], bound)
    if bound in ("at_least", "more_than"):
        return Quantity(kind, low, None, bound, unit)
    if bound in ("at_most", "less_than"):
        return Quantity(kind, None, low, bound, unit)
    return Quantity(kind, low, low, bound, unit)
