"""Numbers in digits and words, and what only looks like one."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.read.numbers import DIGITS, WORDS, number

NUMBERS = [
    ("a dozen", "12"), ("two dozen", "24"), ("half a dozen", "6"), ("three hundred and five", "305"), ("half a million", "500000"),
    ("two and a half million", "2500000"), ("1.5 million", "1500000"), ("twenty-one", "21"), ("ninety nine", "99"),
    ("one hundred and five thousand", "105000"), ("fifteen hundred", "1500"), ("12,345", "12345"), ("2,00,000", "200000"),
    ("1.000.000", "1000000"), ("1.000,50", "1000.50"), ("a hundred", "100"), ("six thousand, two hundred and four", "6204"),
    ("4.5bn", "4500000000"), ("70m", "70000000"), ("3 crore", "30000000"), ("five lakh", "500000"), ("zero", "0"), ("0.25", "0.25"),
    ("two million three hundred thousand", "2300000"), ("one and a half", "1.5"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "value"), NUMBERS)
def test_numbers_in_words_and_digits(words: str, value: str) -> None:
    assert number(words) == Decimal(value)


@pytest.mark.parametrize("words", ["hundred of", "tens", "", "some", "and", "."])
def test_words_that_are_no_number(words: str) -> None:
    assert number(words) is None


@pytest.mark.parametrize("digits", ["1,5", "1,000.000,00", "1.000.000.00", "1,2,3", "007", "1 000", "12,34", "1.2.3"])
def test_digits_that_may_be_several_numbers_match_nothing(digits: str) -> None:
    assert re.match(DIGITS, digits) is None


@pytest.mark.parametrize("words", ["one, two", "five, a", "hundred", "tens", "oneself", "two and a"])
def test_neighbours_are_not_drawn_into_one_number(words: str) -> None:
    assert re.fullmatch(WORDS, words) is None


@given(st.integers(0, 10**14))
def test_grouped_digits_are_read_back(value: int) -> None:
    grouped = f"{value:,}"
    assert re.fullmatch(DIGITS, grouped)
    assert number(grouped) == value
