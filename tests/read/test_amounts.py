"""Amounts: the span marked inside the text, kind, interval, unit, and what is counted.

An interval is written as it is read: 12, ~400 (about), ≥12, >30, ≤30, <30, 20–30 (between), 3:1 (a score); ``per P1D`` is told
of a rate, ``changed`` of what says by how much something changed.
"""

import re
from decimal import Decimal

import pytest
from factories import article, marked
from hypothesis import given, settings
from hypothesis import strategies as st
from tables.amounts import LOOKALIKES, ROWS

from conspectus import Models
from conspectus.model import Amount, Reading
from conspectus.read import amounts, times
from conspectus.read.amounts.grammar import _compiled as amount_forms
from conspectus.read.parse import parse
from conspectus.read.scan import scan
from conspectus.read.times.grammar import _compiled as time_forms


def found(models: Models, text: str) -> tuple[Amount, ...]:
    one = article(text, published="2031-05-23")
    parsed = parse(one, models)
    reading = Reading(one, times=times.READER.run(one, parsed, Reading(one), models))
    return amounts.READER.run(one, parsed, reading, models)


def plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def told(amount: Amount) -> str:
    low, high = plain(amount.low), plain(amount.high)
    joined = low if low == high else f"{low}–{high}"
    shown = {
        "exact": low if amount.kind != "score" else f"{low}:{high}", "about": f"~{joined}", "between": joined,
        "at_least": f"≥{low}", "more_than": f">{low}", "at_most": f"≤{high}", "less_than": f"<{high}",
    }[amount.bound]  # fmt: skip
    of, per = amount.of and f"of {amount.of}", amount.per and f"per {amount.per}"
    change = "changed" if amount.change else None
    return " ".join(part for part in (amount.kind, shown, amount.unit, of, per, change) if part)


@pytest.mark.parametrize(("text", "values"), ROWS, ids=[row[0] for row in ROWS])
def test_amounts(models: Models, text: str, values: str) -> None:
    words, places = marked(text)
    read = found(models, words)
    assert [(a.span.start, a.span.end) for a in read] == places["a"]
    assert "; ".join(told(a) for a in read) == values


@pytest.mark.parametrize("text", LOOKALIKES)
def test_look_alikes_are_no_amounts(models: Models, text: str) -> None:
    assert [text[a.span.start : a.span.end] for a in found(models, text)] == []


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("Two firefighters suffered minor injuries.", "injured"),
        ("Twelve hikers were taken to hospital.", "hospitalized"),
        ("Twenty-seven soldiers were in custody.", "arrested"),
        ("The general said they had captured four soldiers.", "captured"),
        ("Three hikers had not been traced.", "missing"),
        ("Ten miners were trapped underground.", "trapped"),
        ("A helicopter winched six sailors to safety.", "rescued"),
        ("Rescuers recovered the bodies of four miners.", "death"),
        ("Some 400 residents were evacuated.", "displaced"),
        ("Seven bodies were pulled from the river.", None),
        ("Four hikers had been found.", None),
        ("The ministry said 121 people were being held at the barracks.", "arrested"),
        ("Two meetings were held at the barracks.", None),
        ("Two firefighters wrote letters.", None),
    ],
)
def test_what_happened_to_those_counted(models: Models, text: str, fate: str | None) -> None:
    (one,) = amounts.READER.run(article(text), parse(article(text), models), Reading(article(text)), models)
    assert one.fate == fate


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Some 400 wooden homes burned.", "wooden homes"),
        ("A 38-word oath was read.", "word"),
        ("Tens of thousands of protesters came.", "protesters"),
        ("The death toll climbed to 19.", None),
    ],
)
def test_the_words_that_say_what_is_counted(models: Models, text: str, counted: str | None) -> None:
    (one,) = found(models, text)
    assert (text[one.counted.start : one.counted.end] if one.counted else None) == counted


WEAK = [
    ("Two Boeing 737 jets landed.", "count 2 of jet", "a model number in front of a noun is read as a count of it"),
    ("Two degrees hung on the wall.", "count 2 of degree", "degrees that measure nothing are read as degrees"),
    ("The twenty-first passenger boarded.", "ordinal 21 of passenger", "the parser takes a hyphened ordinal apart"),
    ("He paid 40 pounds for it.", "money 40 GBP", "pounds without millions are money only to a reader who knows where"),
    ("The ratio of nurses was 3 to 1.", "score 3:1", "ratios have no kind of their own and are left alone"),
    ("The party got 5½ points.", "count 5.5 of point", "fractions in one character are left alone"),
]


@pytest.mark.parametrize(
    ("text", "values"),
    [pytest.param(t, v, marks=pytest.mark.xfail(strict=True, reason=why), id=t) for t, v, why in WEAK],
)
def test_known_weaknesses(models: Models, text: str, values: str) -> None:
    assert "; ".join(told(a) for a in found(models, text)) == values


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "$5",
                "½",
                "-",
                "−3 %",
                "1.000.000,5",
                "a dozen",
                "or more",
                "between 5 and",
                "of",
                "§",
                "12",
                "people",
                "killed",
                "٣",
                "99999999999999999999",
                "0",
                "one in 0",
                "\u200b",
                "\n",
                "from 9 to 3",
                "(555)",
            ]
        ),
        max_size=8,
    )
)
def test_no_text_breaks_the_reader(models: Models, pieces: list[str]) -> None:
    text = " ".join(pieces)
    for one in found(models, text):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.low is None or one.high is None or one.low <= one.high or one.kind == "score"


RUNS = [
    "12,345 boats and ", "one hundred and one hundred and ", "1,1,1,1,", "   ", "$5 to $6 to ", "7", "1,", "one-",
    "half a ", "at least    ", "from May to ", "May ", "1 000 ", "+1 1 1 ", "A Bb Cc ", "(12) 3 ", "word ",
]  # fmt: skip


class Counting:
    """A form of a grammar that counts how often it is tried, and how many characters it takes."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.tried = 0

    def match(self, text: str, at: int) -> re.Match[str] | None:
        found = self.pattern.match(text, at)
        self.tried += 1 + (found.end() - at if found else 0)
        return found


def work(text: str) -> int:
    """How often the forms of both grammars are tried over a text, with the characters that they take."""
    tried = 0
    for starts, forms in (amount_forms(), time_forms()):
        counted = [(name, Counting(pattern)) for name, pattern in forms]
        list(scan(text, starts, counted))  # type: ignore[arg-type]
        tried += sum(form.tried for _, form in counted)
    return tried


@pytest.mark.parametrize("piece", RUNS)
def test_twice_the_text_takes_twice_the_work(piece: str) -> None:
    once, twice = (work((piece * (length // len(piece) + 1))[:length]) for length in (2000, 4000))
    assert twice <= 2.1 * once + 100


def test_a_thousand_numbers_in_one_paragraph_are_all_read_with_no_more_work_for_each(models: Models) -> None:
    sentences = [f"It has {n} boats." for n in range(3000, 4000)]
    assert work(" ".join(sentences)) <= 10.1 * work(" ".join(sentences[:100]))
    assert len(found(models, " ".join(sentences))) == 1000


def test_three_hundred_rows_and_none_twice() -> None:
    rows = [text for text, _ in ROWS] + LOOKALIKES + [text for text, *_ in WEAK]
    assert len(set(rows)) >= 300
    assert len({text for text, _ in ROWS}) == len(ROWS)
    assert len(set(LOOKALIKES)) == len(LOOKALIKES)
