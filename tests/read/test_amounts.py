"""Amounts: the span marked inside the text, kind, interval, bound, unit, and what is counted."""

import time
from decimal import Decimal

import pytest
from factories import article, marked

from conspectus import Models
from conspectus.model import Amount, Reading
from conspectus.read import amounts, times
from conspectus.read.numbers import number
from conspectus.read.parse import parse


def found(models: Models, text: str) -> tuple[Amount, ...]:
    one = article(text)
    parsed = parse(one, models)
    reading = Reading(one, times=times.READER.run(one, parsed, Reading(one), models))
    return amounts.READER.run(one, parsed, reading, models)


ROWS = [
    ("The blast killed <a>12</a> people.", "count", "12", "12", "exact", "", "death"),
    ("<a>At least 12</a> people were killed.", "count", "12", None, "at_least", "", "death"),
    ("<a>Fourteen</a> people died.", "count", "14", "14", "exact", "", "death"),
    ("The death toll climbed to <a>19</a>.", "count", "19", "19", "exact", "", "death"),
    ("<a>Forty</a> people were still missing.", "count", "40", "40", "exact", "", "missing"),
    ("<a>Some 400</a> homes burned.", "count", "400", "400", "about", "", "home"),
    ("<a>Nearly 1,200</a> workers left.", "count", "1200", "1200", "about", "", "worker"),
    ("<a>More than 30</a> boats sank.", "count", "30", None, "more_than", "", "boat"),
    ("<a>Up to 30</a> boats sank.", "count", None, "30", "at_most", "", "boat"),
    ("<a>Fewer than 30</a> boats sank.", "count", None, "30", "less_than", "", "boat"),
    ("<a>Two dozen</a> boats sank.", "count", "24", "24", "exact", "", "boat"),
    ("<a>Tens of thousands</a> of protesters came.", "count", "20000", "100000", "about", "", "protester"),
    ("<a>Hundreds</a> of boats sank.", "count", "200", "1000", "about", "", "boat"),
    ("<a>A million or more</a> members left.", "count", "1000000", None, "at_least", "", "member"),
    ("<a>20 to 30</a> cars burned.", "count", "20", "30", "between", "", "car"),
    ("There are <a>11 million</a> migrants.", "count", "11000000", "11000000", "exact", "", "migrant"),
    ("The crane cost <a>$4.5bn</a>.", "money", "4500000000", "4500000000", "exact", "USD", None),
    ("The crane cost <a>€3 million</a>.", "money", "3000000", "3000000", "exact", "EUR", None),
    ("The crane cost <a>90 million crowns</a>.", "money", "90000000", "90000000", "exact", "crown", None),
    ("The film earned <a>$140,937,785</a>.", "money", "140937785", "140937785", "exact", "USD", None),
    ("It cost <a>$4 to $5 million</a>.", "money", "4000000", "5000000", "between", "USD", None),
    ("He paid <a>more than 40 million crowns</a>.", "money", "40000000", None, "more_than", "crown", None),
    ("It won <a>52 percent</a> of the votes.", "share", "52", "52", "exact", "%", "vote"),
    ("It won <a>52.5%</a>.", "share", "52.5", "52.5", "exact", "%", None),
    ("<a>Two thirds</a> of the voters stayed home.", "share", "66.7", "66.7", "exact", "%", "voter"),
    ("<a>One in five</a> children is poor.", "share", "20.0", "20.0", "exact", "%", "child"),
    ("It lies <a>6 kilometres</a> off the coast.", "measure", "6000", "6000", "exact", "m", None),
    ("It lies <a>about four miles</a> off the coast.", "measure", "6437.376", "6437.376", "about", "m", None),
    ("It weighs <a>30 tonnes</a>.", "measure", "30000", "30000", "exact", "kg", None),
    ("Strom, <a>61</a>, left the court.", "age", "61", "61", "exact", "year", None),
    ("A <a>12-year-old</a> boy swam ashore.", "age", "12", "12", "exact", "year", None),
    ("He is <a>in his 50s</a>.", "age", "50", "59", "between", "year", None),
    ("The House voted <a>348-77</a> to override.", "score", "348", "77", "exact", "", None),
]  # fmt: skip

LOOKALIKES = [
    "The law is Section 230 of the code.", "He flew a Boeing 737 to Velmora.", "It is ship No. 10 of the line.", "Flight 370 was lost.",
    "Call 555-1234 for help.", "It was one of them.", "The attacks of 9/11 changed it.", "It is open 24/7.", "It opened in 1998.",
    "He visits on May 3.", "Bill H.R. 1234 passed.", "He is number 7 on the list.", "The F-16 landed.",
]  # fmt: skip

NUMBERS = [
    ("a dozen", "12"), ("two dozen", "24"), ("three hundred and five", "305"), ("half a million", "500000"), ("1.5 million", "1500000"),
    ("twenty-one", "21"), ("one hundred and five thousand", "105000"), ("12,345", "12345"), ("2,00,000", "200000"), ("a hundred", "100"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_amounts(models: Models, row: tuple[str, ...]) -> None:
    text, kind, low, high, bound, unit, of = row
    plain, places = marked(text)
    (one,) = found(models, plain)
    assert ((one.span.start, one.span.end), one.kind, one.bound, one.unit, one.of) == (
        places["a"][0],
        kind,
        bound,
        unit,
        of,
    )
    assert (one.low, one.high) == tuple(None if value is None else Decimal(value) for value in (low, high))


@pytest.mark.parametrize("text", LOOKALIKES)
def test_look_alikes_are_no_amounts(models: Models, text: str) -> None:
    assert [text[a.span.start : a.span.end] for a in found(models, text)] == []


@pytest.mark.parametrize(("words", "value"), NUMBERS)
def test_numbers_in_words_and_digits(words: str, value: str) -> None:
    assert number(words) == Decimal(value)


@pytest.mark.parametrize("words", ["hundred of", "tens", "", "some"])
def test_words_that_are_no_number(words: str) -> None:
    assert number(words) is None


@pytest.mark.parametrize(
    "piece", ["12,345 boats and ", "one hundred and one hundred and ", "1,1,1,1,", "   ", "$5 to $6 to "]
)
def test_time_grows_linearly_with_the_numbers_in_a_paragraph(piece: str) -> None:
    from conspectus.read.amounts.grammar import expressions
    from conspectus.read.times.grammar import expressions as time_expressions

    def seconds(times_over: int) -> float:
        text = piece * times_over
        start = time.process_time()
        list(expressions(text))
        list(time_expressions(text))
        return time.process_time() - start

    seconds(50)
    assert seconds(2000) <= 8 * seconds(500) + 0.05
