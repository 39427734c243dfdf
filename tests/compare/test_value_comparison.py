"""Two values of one thing: equal, compatible, different, or nobody can tell."""

from dataclasses import replace
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
_KINDS: dict[str, AmountKind] = {
    "%": "share", "CRN": "money", "USD": "money", "km": "measure", "m": "measure", "°C": "measure", "°F": "measure",
    "years": "age", "th": "ordinal", "points": "score", "": "count",
}  # fmt: skip


def amount(words: str) -> Amount:
    """ "at least 12", "24-100", "41.6 CRN": an amount as the reader would give it.

    " a day" behind it makes a rate of it, "+" before it a change, "3:1 points" is a score.
    """
    change, words = words.startswith("+"), words.removeprefix("+")
    words, _, per = words.partition(" a ")
    bound = next((name for name in sorted(_BOUNDS, reverse=True) if words.startswith(name)), "")
    figure, _, unit = words.removeprefix(bound).strip().partition(" ")
    low, _, high = figure.partition(":" if ":" in figure else "-")
    ends: tuple[Decimal | None, Decimal | None] = (Decimal(low), Decimal(high or low))
    if bound in ("at least", "more than"):
        ends = (ends[0], None)
    elif bound in ("at most", "less than"):
        ends = (None, ends[1])
    told: Bound = "between" if high and _KINDS[unit] != "score" else _BOUNDS[bound]
    rate = {"day": "P1D", "week": "P1W", "year": "P1Y"}[per] if per else None
    return Amount(Span("a", "body", 0, 1), _KINDS[unit], *ends, told, unit, None, "thing", rate, change)


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
    # rates and totals, changes and what there is
    ("300 a day", "300 a day", "equal same"),
    ("300 a day", "340 a day", "different none"),
    ("300 a day", "2100 a week", "cannot tell none"),
    ("300 a day", "300", "cannot tell none"),
    ("+12 %", "+12 %", "equal same"),
    ("+12 %", "+15 %", "different none"),
    ("+12 %", "12 %", "cannot tell none"),
    ("+12", "140", "cannot tell none"),
    # money of two countries, measures in two units
    ("40 CRN", "40 USD", "cannot tell none"),
    ("at least 40 USD", "60 USD", "compatible bound"),
    ("30-40 USD", "35 USD", "compatible containment"),
    ("30-40 USD", "45 USD", "different none"),
    ("140937785 USD", "139000000 USD", "different none"),
    ("140937785 USD", "141000000 USD", "compatible rounding"),
    ("0 °C", "32 °F", "equal same"),
    ("35 °C", "95 °F", "equal same"),
    ("35 °C", "60 °F", "different none"),
    ("6437.376 m", "6000 m", "compatible unit"),
    ("6437.376 m", "9000 m", "different none"),
    # scores from either side, places in an order, ages
    ("3:1 points", "3:1 points", "equal same"),
    ("3:1 points", "1:3 points", "compatible same"),
    ("3:1 points", "3:2 points", "different none"),
    ("2 th", "2 th", "equal same"),
    ("2 th", "3 th", "different none"),
    ("2 th", "2", "cannot tell none"),
    ("40-49 years", "46 years", "compatible containment"),
    ("40-49 years", "52 years", "different none"),
    # thirds, negative figures, zero
    ("33.3 %", "32 %", "compatible rounding"),
    ("66.7 %", "65 %", "compatible rounding"),
    ("66.7 %", "60 %", "different none"),
    ("0", "0", "equal same"),
    ("0", "3", "different none"),
    # bounds against bounds and ranges
    ("about 1000", "950", "compatible approximation"),
    ("about 1000", "1200", "different none"),
    ("about 1000", "at least 900", "compatible approximation"),
    ("at most 10", "at most 12", "compatible bound"),
    ("less than 10", "more than 12", "different none"),
    ("20-30", "at least 25", "compatible bound"),
    ("20-30", "at least 40", "different none"),
    ("24-100", "200-1000", "different none"),
    ("24-100", "40-200", "compatible bound"),
)


@pytest.mark.parametrize(("one", "other", "expected"), AMOUNTS)
def test_amounts(one: str, other: str, expected: str) -> None:
    judged = compare_amounts(amount(one), amount(other))
    assert f"{judged.verdict} {judged.means}" == expected
    assert judged.reason.endswith(".")
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
    ("2029/2031", "2029-01/2031-12", "compatible precision"),
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
    # lengths from one to another
    ("P2W/P3W", "P2W/P3W", "equal same"),
    ("P2W/P3W", "P2W", "compatible containment"),
    ("P2W/P3W", "P17D", "compatible containment"),
    ("P2W/P3W", "P3W/P4W", "compatible containment"),
    ("P2W/P3W", "P2M", "different none"),
    ("P2W/P3W", "P2M (LESS_THAN)", "cannot tell none"),
    ("P2W/P3W", "PXW", "cannot tell none"),
    ("P2W/P3W", "2031-05-23/2031-06-05", "cannot tell none"),
    # by the clock, in zones
    ("2031-05-23T09:00-05:00", "2031-05-23T14:00Z", "equal same"),
    ("2031-05-23T09:00-05:00", "2031-05-23T09:00Z", "different none"),
    ("2031-05-23T09:00-05:00", "2031-05-23T10:00", "cannot tell none"),
    ("2031-05-23T09:00", "2031-05-23T10:00", "different none"),
    ("XXXX-XX-XXT09:00", "2031-05-23T09:00", "compatible precision"),
    ("XXXX-XX-XXT09:00", "2031-05-23T11:00", "different none"),
    ("XXXX-XX-XXTMO", "2031-05-23T11:00", "compatible precision"),
    ("2031-05-23T24:00", "2031-05-24T00:00", "equal same"),
    # a weekday, a month, a weekend of which more is not known
    ("XXXX-WXX-1", "2031-05-26", "compatible precision"),
    ("XXXX-WXX-1", "2031-05-27", "different none"),
    ("XXXX-WXX-1", "XXXX-WXX-1", "compatible precision"),
    ("XXXX-WXX-1", "XXXX-WXX-2", "different none"),
    ("XXXX-WXX-1", "2031-05-23/2031-05-28", "compatible precision"),
    ("XXXX-WXX-4", "2031-05-23/2031-05-27", "different none"),
    ("XXXX-WXX-WE", "2031-05-24", "compatible precision"),
    ("XXXX-WXX-WE", "2031-05-26", "different none"),
    ("XXXX-WXX-1", "XXXX-05-23", "cannot tell none"),
    ("XXXX-05", "2031-05-23", "compatible precision"),
    ("XXXX-05", "2031-06-23", "different none"),
    ("XXXX-05-23/XXXX-05-28", "2031-05-25", "compatible precision"),
    ("XXXX-05-23/XXXX-05-28", "2031-05-30", "different none"),
    ("XXXX-12-28/XXXX-01-02", "2031-12-31", "compatible precision"),
    # halves of years and days, decades, centuries, fiscal years
    ("2031-H1", "2031-05", "compatible precision"),
    ("2031-H2", "2031-05", "different none"),
    ("2031-05-23 (START)", "2031-05-23TEV", "different none"),
    ("2031-05-23 (END)", "2031-05-23TEV", "compatible precision"),
    ("198", "1985", "compatible precision"),
    ("198 (START)", "1988", "different none"),
    ("18", "1850", "compatible precision"),
    ("18", "1950", "different none"),
    ("FY2031", "FY2031", "equal same"),
    ("FY2031", "2031", "cannot tell none"),
    ("FY2031-Q2", "FY2031-Q3", "cannot tell none"),
    # both ways of counting, and neither
    ("P7D", "2031-05-23/2031-05-28", "different none"),
    ("P4D", "2031-05-23/2031-05-28", "different none"),
    ("P4D (MORE_THAN)", "2031-05-23/2031-05-28", "compatible bound"),
    ("P6D (APPROX)", "2031-05-23/2031-05-28", "compatible counting"),
    ("P4Y", "2010/2014", "compatible counting"),
    ("P5Y", "2010/2014", "compatible counting"),
    ("P7Y", "2010/2014", "different none"),
    ("P6M", "2031-03/2031-08", "compatible counting"),
    # vague ones say nothing
    ("PRESENT_REF", "PRESENT_REF", "cannot tell none"),
    ("PXD", "PXD", "cannot tell none"),
    ("P10Y (LESS_THAN)", "P8Y", "compatible bound"),
    ("P10Y (LESS_THAN)", "P3Y", "different none"),
    ("P10Y (APPROX)", "P9Y", "compatible approximation"),
    ("PT48H", "P2D", "equal unit"),
    ("P18M", "P1Y", "different none"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected"), TIMES)
def test_times(one: str, other: str, expected: str) -> None:
    judged = compare_times(time(one), time(other))
    assert f"{judged.verdict} {judged.means}" == expected
    assert judged.reason.endswith(".")
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


SETS = (
    ("XXXX-WXX-1", "XXXX-WXX-1", "equal same"),
    ("XXXX-WXX-1", "XXXX-WXX-2", "different none"),
    ("XXXX-WXX-1", "XXXX-WXX-1TMO", "compatible precision"),
    ("XXXX-WXX-1", "P1W", "compatible precision"),
    ("XXXX-WXX-1", "P2W", "different none"),
    ("P1D", "P1D", "equal same"),
    ("P1D", "P1W", "different none"),
    ("P12M", "P1Y", "compatible precision"),
    ("XXXX-06", "P1D", "cannot tell none"),
    ("XXXX-SU", "P1Y", "cannot tell none"),
)


@pytest.mark.parametrize(("one", "other", "expected"), SETS)
def test_what_comes_again(one: str, other: str, expected: str) -> None:
    left, right = (replace(time(value), type="SET") for value in (one, other))
    judged = compare_times(left, right)
    assert f"{judged.verdict} {judged.means}" == expected
    assert judged.reason.endswith(".")
    assert compare_times(right, left) == judged
    assert compare_times(left, time("2031-05-23")).verdict == "cannot tell"


SORTED = (
    ("12 USD", "budget of", "15 USD", "gross of", "cannot tell none"),
    ("12 USD", "budget of", "15 USD", "budget of", "different none"),
    ("12 USD", "adjusted for inflation", "15 USD", "", "cannot tell none"),
    ("12 USD", "worldwide", "12 USD", "domestic", "equal same"),
    ("12", "expected", "15", "", "cannot tell none"),
)


@pytest.mark.parametrize(("one", "said", "other", "other_said", "expected"), SORTED)
def test_figures_of_two_sorts_do_not_differ(one: str, said: str, other: str, other_said: str, expected: str) -> None:
    judged = compare_amounts(amount(one), amount(other), said.split(), other_said.split())
    assert f"{judged.verdict} {judged.means}" == expected


def test_a_hundred_and_fifty_rows_and_none_twice() -> None:
    for table in (AMOUNTS, TIMES, SETS):
        assert len({frozenset(row[:2]) | {row[0] == row[1]} for row in table}) == len(table)
    assert len(AMOUNTS) + len(TIMES) + len(SETS) + len(SORTED) >= 150
