"""What an amount stands for: kind, interval, bound and unit."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from conspectus.model import AmountKind, Bound
from conspectus.read.amounts.vocabulary import (
    BOUNDS,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    FRACTIONS,
    MEASURES,
    ORDINALS,
    VAGUE,
)
from conspectus.read.numbers import number
from conspectus.read.scan import Expression

_SIGNS = {sign.lower(): code for sign, code in CURRENCY_SIGNS.items()} | {"kr": "krona"}
_LOOSE: dict[str, Bound] = {
    "more": "at_least", "so": "about", "fewer": "at_most", "less": "at_most", "-plus": "at_least", "+": "at_least",
    "-odd": "about",
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_POUND = Decimal("0.45359237")
_THREE_DECIMALS = re.compile(r"\d{1,3}\.\d{3}")
_SCALE_WORD = re.compile(r"(?:^|[\s\d-])(hundred|thousand|lakh|million|crore|billion|trillion|[kmb]|[bmt]n|mln)$")
_OLDEST = 120


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
    if found["vague"]:
        return _vague(found)
    if found["decade"]:
        return Quantity("age", Decimal(found["decade"]), Decimal(found["decade"]) + 9, "between", "year")
    if found.form == "fraction":
        times = number(found["n"]) if found["n"] else Decimal(1)
        return _bounded("share", round(FRACTIONS[found["part"]] * (times or 1) * 100, 1), None, found, "%")
    if found.form == "ordinal":
        return _ordinal(found["nth"])
    if found.form == "points":
        return _points(found)
    first = number(found["n"])
    second = number(found["n2"]) if found["n2"] else None
    if first is None:
        return None
    if found["minus"]:
        first, second = -first, None if second is None else -second
    return _figure(found, first, second)


def halves(found: Expression) -> tuple[Quantity, Quantity] | None:
    """The two ends of a change ("from 45 to 40 percent") as quantities of their own, in the order told."""
    first, second = number(found["n"]), number(found["n2"])
    if first is None or second is None:
        return None
    kind: AmountKind = "count"
    unit = ""
    if found.form in ("count", "range"):
        first, last = _same_scale(found, first, second)
    else:
        whole = _figure(found, first, second)
        if whole is None or whole.low is None or whole.high is None:
            return None
        kind, unit = whole.kind, whole.unit
        first, last = (whole.low, whole.high) if first <= second else (whole.high, whole.low)
    last = second if last is None else last
    return Quantity(kind, first, first, "exact", unit), Quantity(kind, last, last, "exact", unit)


def _vague(found: Expression) -> Quantity:
    low, high = VAGUE[" ".join(found["vague"].split())]
    if found["money"]:
        return Quantity("money", Decimal(low), Decimal(high), "about", CURRENCY_WORDS[found["money"]])
    if found["unit"]:
        unit, factor = _unit(found["unit"])
        return Quantity("measure", low * factor, high * factor, "about", unit)
    return Quantity("count", Decimal(low), Decimal(high), "about", "")


def _points(found: Expression) -> Quantity | None:
    """Points of a hundred ("a half-point", "25 basis points"); others are points of some scale ("4.2 points")."""
    count = FRACTIONS[found["part"]] if found["part"] else number(found["n"])
    if count is None:
        return None
    if found["points"].startswith("basis"):
        return _bounded("share", count / 100, None, found, "pp")
    if found["part"]:
        return _bounded("share", count, None, found, "pp")
    return _bounded("measure", -count if found["minus"] else count, None, found, "point")


def _ordinal(words: str) -> Quantity | None:
    tens, _, last = words.rpartition("-")
    rank = ORDINALS.get(last) if last in ORDINALS else int(words[:-2]) if words[0].isdigit() else None
    if rank is None or (tens and rank > 9):
        return None
    place = Decimal(rank + _TENS.get(tens, 0))
    return Quantity("ordinal", place, place, "exact", "")


def _figure(found: Expression, first: Decimal, second: Decimal | None) -> Quantity | None:
    if found.form == "money":
        unit = _SIGNS.get(found["sign"]) or CURRENCY_WORDS[found["money"]]
        return _bounded("money", *_same_scale(found, first, second), found, unit)
    if found.form == "share":
        return _bounded("share", first, second, found, "pp" if "point" in found["percent"] else "%")
    if found.form == "one_in":
        return (
            _bounded("share", round(first * 100 / second, 1), None, found, "%") if second and first <= second else None
        )
    if found.form in ("age", "age_apposed", "age_stated"):
        last = first if second is None else second
        bound: Bound = "exact" if second is None else "between"
        return Quantity("age", first, last, bound, "year") if first <= last <= _OLDEST else None
    if found.form in ("score", "votes"):
        return Quantity("score", first, second, "exact", "") if second is not None else None
    if found.form == "magnitude":
        return Quantity("measure", first, first, "exact", "magnitude")
    if found.form == "measure":
        unit, factor = _unit(found["unit"])
        return _bounded("measure", first * factor, None if second is None else second * factor, found, unit)
    return _pounds(found, first, second) if found.form == "pounds" else _count(found, first, second)


def _pounds(found: Expression, first: Decimal, second: Decimal | None) -> Quantity:
    """Millions of pounds are money; whether others are a weight is for the parse to say."""
    if found["pound"].endswith("sterling") or re.search(r"illion|housand|[kmb]n?$", found["n"] + found["n2"]):
        return _bounded("money", *_same_scale(found, first, second), found, "GBP")
    return _bounded("measure", first * _POUND, None if second is None else second * _POUND, found, "kg")


def _count(found: Expression, first: Decimal, second: Decimal | None) -> Quantity | None:
    """Things are whole; three decimals may be thousands grouped in another country's way."""
    first, second = _same_scale(found, first, second)
    if second is not None and second <= first:
        return None
    if first % 1 or (second or 0) % 1 or any(_THREE_DECIMALS.fullmatch(found[part]) for part in ("n", "n2")):
        return None
    return _bounded("count", first, second, found, "")


def _same_scale(found: Expression, first: Decimal, second: Decimal | None) -> tuple[Decimal, Decimal | None]:
    """In "$4 to $5 million" and in "two or three hundred" the scale belongs to both figures."""
    scale = _SCALE_WORD.search(found["n2"])
    if second is not None and scale and not _SCALE_WORD.search(found["n"]) and first < second:
        scaled = first * (number("one " + scale[1]) or Decimal(1))
        return (scaled, second) if scaled < second else (first, second)
    return first, second


def _unit(words: str) -> tuple[str, Decimal]:
    power = 2 if words.startswith("square ") else 3 if words.startswith("cubic ") else 1
    name = " ".join(words.removeprefix("square ").removeprefix("cubic ").split())
    name = re.sub(r"^metric tons?$", "tonne", name)
    name = re.sub(r"^(kilo|centi|milli)?(met|lit)er", r"\1\2re", name)
    name = re.sub(r"^(degree|mile|kilometre)s\b", r"\1", name)
    unit, factor = MEASURES[name if name in MEASURES else name.rstrip("s")]
    return (f"{unit}{power}", factor**power) if power > 1 and unit == "m" else (unit, factor)


def _bounded(kind: AmountKind, low: Decimal, high: Decimal | None, found: Expression, unit: str) -> Quantity:
    """The interval that the approximator leaves open."""
    if high is not None:
        return Quantity(kind, min(low, high), max(low, high), "between", unit)
    bound = cast(Bound, BOUNDS.get(" ".join(found["bound"].split()), "exact"))
    bound = _LOOSE.get(found["loose"] or found["more"], bound)
    if bound in ("at_least", "more_than"):
        return Quantity(kind, low, None, bound, unit)
    if bound in ("at_most", "less_than"):
        return Quantity(kind, None, low, bound, unit)
    return Quantity(kind, low, low, bound, unit)
