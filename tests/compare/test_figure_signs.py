"""Two figures that are one by what they are: digits turned round, headlines, the only toll, one vote, sums that lie near."""

from decimal import Decimal

import pytest

from conspectus.compare.amounts.signs import almost_one, is_turned, lie_near, lone, of_one_vote
from conspectus.model import Amount, AmountKind, Span


def _amount(low: str, kind: AmountKind = "count", of: str | None = None, high: str | None = None) -> Amount:
    ends = Decimal(low), Decimal(high or low)
    return Amount(Span("a", "body", 0, 1), kind, *ends, "exact", "", None, of)


@pytest.mark.parametrize(
    ("one", "other", "digits"),
    [
        ("64000", "46000", 2),
        ("1240", "1420", 3),
        ("0.62", "0.26", 2),
        ("38", "83", 2),
        ("1240", "1240", 0),  # the same
        ("64000", "4600", 0),  # of another size
        ("1240", "1250", 0),
        ("7", "7", 0),
    ],
)
def test_the_same_digits_in_another_order(one: str, other: str, digits: int) -> None:
    assert is_turned(_amount(one), _amount(other)) == digits


@pytest.mark.parametrize(
    ("one", "other", "beside", "near"),
    [("38000", "46000", False, True), ("38000", "83000", False, False), ("38000", "83000", True, True)],
)
def test_sums_lie_near_each_other(one: str, other: str, beside: bool, near: bool) -> None:
    assert lie_near(_amount(one, "money"), _amount(other, "money"), beside) == near
    assert not lie_near(_amount(one), _amount(other), beside)  # counts are of too many things


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("20080", "22000", True),
        ("640", "612", True),
        ("1900", "2000", False),
        ("640", "740", False),
        ("64", "61", False),
    ],
    ids=("of thousands", "of hundreds", "one rounded", "further apart", "small"),
)
def test_large_counts_that_lie_close_to_each_other(one: str, other: str, near: bool) -> None:
    assert almost_one(_amount(one, of="trout"), _amount(other, of="fish")) == near
    assert not almost_one(_amount(one), _amount(other, of="fish"))  # nothing says of what


@pytest.mark.parametrize(
    ("one", "other", "like", "same"),
    [
        (("6", "3"), ("6", "2"), 0.0, True),  # a panel votes once
        (("6", "3"), ("12", "3"), 0.9, False),  # of another size
        (("219", "212"), ("221", "210"), 0.0, False),  # a chamber votes often
        (("219", "212"), ("221", "210"), 0.5, True),
    ],
)
def test_two_outcomes_of_one_vote(one: tuple[str, str], other: tuple[str, str], like: float, same: bool) -> None:
    left, right = (_amount(yes, "score", high=no) for yes, no in (one, other))
    assert of_one_vote(left, right, like, 0.45) == same


def test_the_only_toll_of_its_sort() -> None:
    told = [
        _amount("12", of="death"),
        _amount("12", of="death"),
        _amount("3", of="injured"),
        _amount("9", of="injured"),
    ]
    assert lone(told) == {"death"}
