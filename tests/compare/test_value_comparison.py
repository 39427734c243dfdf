"""Two values of one thing: equal, compatible, different, or nobody can tell."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.compare.values.amounts import compare_amounts
from conspectus.compare.values.stretches import stretch
from conspectus.compare.values.times import compare_times
from conspectus.model import Amount, AmountKind, Bound, Span, Time

_BOUNDS: dict[str, Bound] = {
    "": "exact", "about": "about", "at least": "at_least", "more than": "more_than", "at most": "at_most",
    "less than": "less_than",
}  # fmt: skip
_KINDS: dict[str, AmountKind] = {"%": "share", "CRN": "money", "km": "measure", "years": "age", "": "count"}


def amount(words: str) -> Amount:
    """ "at least 12", "24-100", "41.6 CRN": an amount as the reader would give it."""
    bound = next((name for name in sorted(_BOUNDS, reverse=True) if words.startswith(name)), "")
    figure, _, unit = words.removeprefix(bound).strip().partition(" ")
    low, _, high = figure.partition("-")
    ends: tuple[Decimal | None, Decimal | None] = (Decimal(low), Decimal(high or low))
    if bound in ("at least", "more than"):
        ends = (ends[0], None)
    elif bound in ("at most", "less than"):
        ends = (None, ends[1])
    return Amount(
        Span("a", "body", 0, 1), _KINDS[unit], *ends, "between" if high else _BOUNDS[bound], unit, None, "thing"
    )


AMOUNTS = (
    ("12", "12", "equal same"),
    ("at least 12", "at least 12", "equal same"),
    ("24-100", "24-100", "equal same"),
    ("12", "14", "different none"),
    ("12", "at least 12", "compatible bound"),
    ("30", "at least 12", "compatible bound"),
    ("11", "at least 12", "different none"),
    ("200", "more than 190", "compatible bound"),
    ("150", "more than 190", "different none"),
    ("190", "less than 200", "compatible bound"),
    ("240", "less than 200", "different none"),
    ("240", "at most 240", "compatible bound"),
    ("at least 10", "at most 20", "compatible bound"),
    ("at least 30", "at most 20", "different none"),
    ("at least 10", "more than 12", "compatible bound"),
    ("about 60", "58", "compatible approximation"),
    ("about 60", "80", "different none"),
    ("about 60", "about 63", "compatible approximation"),
    ("about 60", "60", "compatible bound"),
    ("about 60", "24-100", "compatible containment"),
    ("60", "24-100", "compatible containment"),
    ("200", "24-100", "different none"),
    ("5-8", "6", "compatible containment"),
    ("5-8", "7-9", "compatible bound"),
    ("5-8", "9-12", "different none"),
    ("1200", "1150", "compatible rounding"),
    ("1150", "1200", "compatible rounding"),
    ("1200", "1120", "different none"),
    ("5217", "5200", "compatible rounding"),
    ("5217", "5000", "compatible rounding"),
    ("5617", "5000", "different none"),
    ("38", "40", "different none"),
    ("61 years", "62 years", "different none"),
    ("41.6 CRN", "42 CRN", "compatible rounding"),
    ("41.6 CRN", "41 CRN", "different none"),
    ("41.6 CRN", "41.62 CRN", "compatible rounding"),
    ("41.6 CRN", "41.7 CRN", "different none"),
    ("33.3 %", "33 %", "compatible rounding"),
    ("33.3 %", "34 %", "compatible rounding"),
    ("6 km", "6.2 km", "compatible rounding"),
    ("6 km", "8 km", "different none"),
    ("6 km", "6", "cannot tell none"),
    ("6 %", "6 CRN", "cannot tell none"),
)


@pytest.mark.parametrize(("one", "other", "expected"), AMOUNTS)
def test_amounts(one: str, other: str, expected: str) -> None:
    judged = compare_amounts(amount(one), amount(other))
    assert f"{judged.verdict} {judged.means}" == expected
    assert compare_amounts(amount(other), amount(one)) == judged


def time(value: str) -> Time:
    """A TIMEX3 value, after it a modifier in brackets."""
    value, _, mod = value.partition(" ")
    kind = "DURATION" if value.startswith("P") and "_" not in value else "TIME" if "T" in value else "DATE"
    return Time(Span("a", "body", 0, 1), kind, value, mod.strip("()") or None, "stated")  # type: ignore[arg-type]


TIMES = (
    ("2031-05-23", "2031-05-23", "equal same"),
    ("2031-05-23", "2031-05-24", "different none"),
    ("2031-05-23", "2031-05", "compatible precision"),
    ("2031-05-23", "2031", "compatible precision"),
    ("2031-05-23", "2031-06", "different none"),
    ("2031-05-23", "2031-W21", "compatible precision"),
    ("2031-05-23", "2031-W22", "different none"),
    ("2031-05-24", "2031-W21-WE", "compatible precision"),
    ("2031-05-23", "2031-W21-WE", "different none"),
    ("2031-05-23TMO", "2031-05-23", "compatible precision"),
    ("2031-05-23TMO", "2031-05-23T10:30", "compatible precision"),
    ("2031-05-23TMO", "2031-05-23T19:30", "different none"),
    ("2031-05-23TEV", "2031-05-23TNI", "compatible overlap"),
    ("2031-05-23T10:30", "2031-05-23T10", "compatible precision"),
    ("2031-05-23TNI", "2031-05-24T02", "compatible precision"),
    ("2031-SU", "2031-07", "compatible precision"),
    ("2031-SU", "2031-10", "cannot tell none"),
    ("2031-WI", "2032-01", "compatible precision"),
    ("2031-Q4", "2031-12-31", "compatible precision"),
    ("203", "2031", "compatible precision"),
    ("203", "2041", "different none"),
    ("20", "2041", "compatible precision"),
    ("2031-05 (START)", "2031-05-03", "compatible precision"),
    ("2031-05 (START)", "2031-05-30", "different none"),
    ("2031-05 (END)", "2031-05-30", "compatible precision"),
    ("2031-05 (MID)", "2031-05-15", "compatible precision"),
    ("2031 (START)", "2031", "compatible precision"),
    ("2031-05-23/2031-05-28", "2031-05-25", "compatible precision"),
    ("2031-05-23/2031-05-28", "2031-05-26/2031-05-30", "compatible overlap"),
    ("2031-05-23/2031-05-28", "2031-05-29", "different none"),
    ("XXXX-05-23", "XXXX-05-23", "equal same"),
    ("XXXX-05-23", "XXXX-05-24", "different none"),
    ("XXXX-05-23", "2031-05-23", "compatible precision"),
    ("XXXX-XX-XX", "2031-05-23", "cannot tell none"),
    ("PAST_REF", "2031-05-23", "cannot tell none"),
    ("2031-02-31", "2031-02-28", "cannot tell none"),
    ("2031-05-28/2031-05-23", "2031-05-25", "cannot tell none"),
    ("P6D", "P6D", "equal same"),
    ("P14D", "P2W", "equal unit"),
    ("P84M", "P7Y", "equal unit"),
    ("P6D", "P1W", "compatible rounding"),
    ("P6D", "P1W (APPROX)", "compatible approximation"),
    ("PT6H", "PT9H", "different none"),
    ("PT6H", "PT9H (LESS_THAN)", "different none"),
    ("PT8H", "PT9H (LESS_THAN)", "compatible bound"),
    ("PT9H", "PT9H (LESS_THAN)", "compatible bound"),
    ("P12D", "P1W (MORE_THAN)", "compatible bound"),
    ("P12M", "P1W (MORE_THAN)", "different none"),
    ("P12M", "P1W (EQUAL_OR_MORE)", "compatible bound"),
    ("P2D", "P1W (MORE_THAN)", "different none"),
    ("P6D", "2031-05-23/2031-05-28", "compatible counting"),
    ("P5D", "2031-05-23/2031-05-28", "compatible counting"),
    ("P1W", "2031-05-23/2031-05-28", "compatible rounding"),
    ("P6D", "XXXX-05-23/XXXX-05-28", "compatible counting"),
    ("PXW", "P3W", "cannot tell none"),
    ("P6D", "2031-05-23", "cannot tell none"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected"), TIMES)
def test_times(one: str, other: str, expected: str) -> None:
    judged = compare_times(time(one), time(other))
    assert f"{judged.verdict} {judged.means}" == expected
    assert compare_times(time(other), time(one)) == judged


@given(st.dates(), st.dates())
def test_two_days_are_equal_or_different(one: object, other: object) -> None:
    judged = compare_times(time(str(one)), time(str(other)))
    assert judged.verdict == ("equal" if one == other else "different")


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_two_exact_figures_are_never_compatible_unless_one_is_round(one: int, other: int) -> None:
    judged = compare_amounts(amount(str(one)), amount(str(other)))
    if judged.verdict == "compatible":
        assert abs(one - other) <= 0.05 * max(one, other)
        assert any(figure % 10 == 0 for figure in (one, other))


@pytest.mark.parametrize(
    "value", ["", "2031-13-01", "2031-W60", "XXXX", "2031-05-23T99:99:99", "FY2031", "2031-05-23TXX"]
)
def test_a_value_that_says_no_day_has_no_stretch(value: str) -> None:
    assert stretch(time(value)) is None
